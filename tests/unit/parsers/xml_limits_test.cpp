// The limits of the XML scanner, both sides of each, and the places its faults name.
#include <string>

#include "support/test.hpp"
#include "xml_told.hpp"

namespace afletter::test {

namespace {

constexpr std::size_t kibi = 1024;
constexpr std::size_t mebi = kibi * kibi;

std::string nested(std::size_t depth) {
    return repeated("<a>", depth) + repeated("</a>", depth);
}

std::string with_attributes(std::size_t count, const std::string& prefix) {
    std::string text = "<a";
    for (std::size_t i = 0; i < count; ++i) {
        text += " " + prefix + std::to_string(i) + "='x'";
    }
    return text + "/>";
}

// Declarations on elements inside of each other, one on each.
std::string with_namespaces(std::size_t outer, std::size_t inner) {
    std::string text = with_attributes(outer, "xmlns:n");
    text.replace(text.size() - 2, 2, ">");
    return text + with_attributes(inner, "xmlns:m") + "</a>";
}

std::string of(const std::string& before, std::size_t size, const std::string& after) {
    return before + std::string(size, 'x') + after;
}

struct Limit {
    std::string code;
    std::string last_accepted;
    std::string first_refused;
};

}  // namespace

TEST_CASE("the scanner refuses more of anything than a bank needs", "[parsers][xml]") {
    const std::string half = std::string(32 * kibi, 'x');
    const Limit limits[] = {
        {"xml.depth", nested(64), nested(65)},
        {"xml.attributes", with_attributes(64, "n"), with_attributes(65, "n")},
        {"xml.attributes", with_attributes(64, "xmlns:n"), with_attributes(65, "xmlns:n")},
        {"xml.attributes", with_namespaces(32, 32), with_namespaces(32, 33)},
        {"xml.text_size", of("<a>", 64 * kibi, "</a>"), of("<a>", 64 * kibi + 1, "</a>")},
        {"xml.text_size", "<a>" + std::string(64 * kibi, ' ') + "</a>",
         "<a>" + std::string(64 * kibi + 1, ' ') + "</a>"},
        {"xml.text_size", "<a>" + half + "<!-- c -->" + half + "</a>",
         "<a>" + half + "<!-- c -->" + half + "&lt;</a>"},
        {"xml.text_size", of("<a><![CDATA[", 64 * kibi, "]]></a>"),
         of("<a><![CDATA[", 64 * kibi + 1, "]]></a>")},
        {"xml.text_size", "<a>" + repeated("&#x00000041;", 64 * kibi) + "</a>",
         "<a>" + repeated("&#x00000041;", 64 * kibi + 1) + "</a>"},
        {"xml.text_size", "<a>" + repeated("\r\n", 64 * kibi) + "</a>",
         "<a>" + repeated("\r\n", 64 * kibi + 1) + "</a>"},
        {"xml.text_size", of("<a k='", 64 * kibi, "'/>"), of("<a k='", 64 * kibi + 1, "'/>")},
        {"xml.text_size", of("<a k='", 64 * kibi - 1, "&lt;'/>"),
         of("<a k='", 64 * kibi, "&lt;'/>")},
        {"xml.markup_size", of("<", kibi, "/>"), of("<", kibi + 1, "/>")},
        {"xml.markup_size", of("<a ", kibi, "=''/>"), of("<a ", kibi + 1, "=''/>")},
        {"xml.markup_size", of("<a xmlns='", kibi, "'/>"), of("<a xmlns='", kibi + 1, "'/>")},
        {"xml.markup_size", of("<a><!--", mebi - 7, "--></a>"), of("<a><!--", mebi - 6, "--></a>")},
        {"xml.markup_size", of("<!--", mebi - 7, "--><a/>"), of("<!--", mebi - 6, "--><a/>")},
        {"xml.markup_size", of("<a><?p ", mebi - 6, "?></a>"), of("<a><?p ", mebi - 5, "?></a>")},
        {"xml.markup_size", "<a" + std::string(mebi - 4, ' ') + "/>",
         "<a" + std::string(mebi - 3, ' ') + "/>"},
    };
    for (const Limit& limit : limits) {
        CAPTURE(limit.last_accepted.substr(0, 60));
        CHECK(fault_in(limit.last_accepted).message == "");
        CHECK(fault_in(limit.first_refused).code == limit.code);
        CHECK(fault_in(limit.last_accepted, 1000).message == "");
        CHECK(fault_in(limit.first_refused, 1000).code == limit.code);
    }
}

TEST_CASE("a token without an end is refused before it fills the memory", "[parsers][xml]") {
    CHECK(fault_in(of("<a>", 3 * mebi, "</a>")).code == "xml.text_size");
    CHECK(fault_in(of("<a><!--", 3 * mebi, "")).code == "xml.markup_size");
    CHECK(fault_in(of("<a b='", 3 * mebi, "")).code == "xml.markup_size");
    CHECK(fault_in(of("<a><![CDATA[", 3 * mebi, "")).code == "xml.markup_size");
    CHECK(fault_in(of("<a><?p ", 3 * mebi, "")).code == "xml.markup_size");
    CHECK(fault_in(of("<", 3 * mebi, "")).code == "xml.markup_size");
    CHECK(fault_in(of("<a>&", 3 * mebi, "")).code == "xml.markup_size");
}

TEST_CASE("a fault of the scanner names its place and shows its line", "[parsers][xml]") {
    struct Example {
        std::string bytes;
        std::uint64_t line;
        std::uint64_t column;
        std::uint64_t byte;
        std::string excerpt;
    };
    const Example examples[] = {
        {"\n<a>\n  <b></c>\n</a>", 3, 8, 13, "  <b></c>"},
        {"<a>\r\n<b>\r</c>", 3, 3, 12, "</c>"},
        {"<a>\n<b>", 2, 4, 8, "<b>"},
        {"<a>\n<b", 2, 1, 5, "<b"},
        {"<a>é&x;</a>", 1, 6, 6, "<a>é&x;</a>"},
        {"<a>\n  \x01</a>", 2, 3, 7, "  \x01</a>"},
        {"<a>\n caf\xe9</a>", 2, 5, 9, " café</a>"},
        {"<a b='1' b='2'/>", 1, 10, 10, "<a b='1' b='2'/>"},
        {"<a>\n<p:b/></a>", 2, 2, 6, "<p:b/></a>"},
        {"<a/>\n\nx", 3, 1, 7, "x"},
        {"<a>" + std::string(200, ' ') + "</b>", 1, 206, 206, "b>"},
    };
    for (const Example& example : examples) {
        for (const std::size_t piece_size : {xml::Scanner::piece_size, std::size_t{1}}) {
            CAPTURE(example.bytes, piece_size);
            const Diagnostic fault = fault_in(example.bytes, piece_size);
            CHECK(fault.severity == Severity::error);
            CHECK(fault.place.file == "input.xml");
            CHECK(fault.place.line == example.line);
            CHECK(fault.place.column == example.column);
            CHECK(fault.place.byte == example.byte);
        }
        CHECK(fault_in(example.bytes).excerpt == example.excerpt);
    }
}

TEST_CASE("a text too long is placed where it begins", "[parsers][xml]") {
    const Diagnostic fault = fault_in(of("<a>\n<b>\n", 70 * kibi, "</b></a>"), 1000);
    CHECK(fault.place.line == 2);
    CHECK(fault.place.column == 4);
    CHECK(fault.place.byte == 8);
}

}  // namespace afletter::test
