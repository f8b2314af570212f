// Events of the XML reader, its limits, and elements held whole.
#include <string>

#include "collected.hpp"
#include "support/test.hpp"
#include "xml/element_tree.hpp"
#include "xml/reader.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

// "<a>", "text", "</a>" for each event; the code of the fault at the end, or "." .
std::string told(ByteSource& bytes) {
    xml::Reader reader("input", bytes);
    std::string told;
    for (;;) {
        const xml::Event event = reader.next();
        switch (event.kind) {
            case xml::EventKind::start:
                told.append("<").append(event.name);
                for (const xml::Attribute& attribute : event.attributes) {
                    told.append(" ").append(attribute.name).append("=").append(attribute.value);
                }
                told += ">";
                break;
            case xml::EventKind::text:
                told += event.text;
                break;
            case xml::EventKind::end:
                told.append("</").append(event.name).append(">");
                break;
            case xml::EventKind::finished:
                return told + ".";
            case xml::EventKind::fault:
                return told + reader.fault().code;
        }
    }
}
std::string told(const std::string& bytes) {
    return told(*open_memory(bytes));
}

// The code of the fault alone.
std::string fault_of(const std::string& bytes) {
    const std::string all = told(bytes);
    return all.substr(all.rfind('>') + 1);
}

std::string nested(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
        text += "<a>";
    }
    for (std::size_t i = 0; i < depth; ++i) {
        text += "</a>";
    }
    return text;
}

std::string with_attributes(std::size_t count) {
    std::string text = "<a";
    for (std::size_t i = 0; i < count; ++i) {
        text += " n" + std::to_string(i) + "=''";
    }
    return text + "/>";
}

}  // namespace

TEST_CASE("XML becomes events with local names", "[parsers][xml]") {
    struct Example {
        std::string bytes;
        std::string events;
    };
    const Example examples[] = {
        {"<a/>", "<a></a>."},
        {"<a>\n <b>x</b>\n</a>", "<a><b>x</b></a>."},
        {"<a x='1' y='&lt;'>t</a>", "<a x=1 y=<>t</a>."},
        {"<p:a xmlns:p='urn:x'><p:b/></p:a>", "<a><b></b></a>."},
        {"<a xmlns:unused='urn:x'/>", "<a></a>."},
        {"<a>one<![CDATA[<two>]]>&amp;three</a>", "<a>one<two>&three</a>."},
        {"<a>one<!-- no -->two<?no?></a>", "<a>onetwo</a>."},
        {"<a>&#233;</a>", "<a>é</a>."},
        {"\n \n<?xml version='1.0'?><a/>", "<a></a>."},
        {"\xef\xbb\xbf<?xml version='1.0'?><a/>", "<a></a>."},
    };
    for (const Example& example : examples) {
        CAPTURE(example.bytes);
        CHECK(told(example.bytes) == example.events);
        OneByteSource slow(example.bytes);
        CHECK(told(slow) == example.events);
    }
}

TEST_CASE("the encoding that is declared does not count: the reader is handed UTF-8",
          "[parsers][xml]") {
    CHECK(told("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>") == "<a>é</a>.");
    CHECK(told("<?xml version='1.0' encoding='UTF-16'?><a>é</a>") == "<a>é</a>.");
}

TEST_CASE("XML that is not well-formed is refused", "[parsers][xml]") {
    for (const std::string bytes :
         {"", "<", "<a>", "<a><b></a>", "<a b='1' b='2'/>", "<a>&x;</a>", "<a>&#0;</a>", "<p:a/>",
          "<a/><b/>", "<a/>x", "<a/><?xml version='1.0'?>", "<a b=1/>", "<a>&</a>", "<a>]]></a>",
          "no markup"}) {
        CAPTURE(bytes);
        CHECK(fault_of(bytes) == "xml.malformed");
    }
    CHECK(fault_of("<a>\0</a>"s) == "xml.malformed");
}

TEST_CASE("a document type is refused before anything it declares is looked at", "[parsers][xml]") {
    std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>";
    for (int i = 1; i < 30; ++i) {
        const std::string below = "&l" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY l" + std::to_string(i) + " '" + below + below + below + "'>";
    }
    CHECK(told(laughs + "]><a>&l29;</a>") == "xml.doctype");
    CHECK(told("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"s) ==
          "xml.doctype");
    CHECK(told("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>"s) == "xml.doctype");
    CHECK(told("<!DOCTYPE a><a/>"s) == "xml.doctype");
}

TEST_CASE("more depth, text, attributes or markup than any bank needs is refused",
          "[parsers][xml]") {
    CHECK(fault_of(nested(64)) == ".");
    CHECK(fault_of(nested(65)) == "xml.depth");
    CHECK(fault_of(with_attributes(64)) == ".");
    CHECK(fault_of(with_attributes(65)) == "xml.attributes");
    CHECK(fault_of("<a>" + std::string(64 * 1024, 'x') + "</a>") == ".");
    CHECK(fault_of("<a>" + std::string(64 * 1024 + 1, 'x') + "</a>") == "xml.text_size");
    CHECK(fault_of("<a>" + std::string(1024 * 1024, 'x') + "</a>") == "xml.text_size");
    CHECK(fault_of("<a b='" + std::string(3 * 1024 * 1024, 'x') + "'/>") == "xml.markup_size");
    CHECK(fault_of("<a><!--" + std::string(3 * 1024 * 1024, 'x') + "--></a>") == "xml.markup_size");
}

TEST_CASE("what comes before a fault is told before it", "[parsers][xml]") {
    CHECK(told("<a><b>x</b></c>"s) == "<a><b>x</b>xml.malformed");
}

TEST_CASE("a fault names its place and shows its line", "[parsers][xml]") {
    const auto bytes = open_memory("\n<a>\n  <b></c>\n</a>");
    xml::Reader reader("input.xml", *bytes);
    while (reader.next().kind != xml::EventKind::fault) {
    }
    const Diagnostic& fault = reader.fault();
    CHECK(fault.severity == Severity::error);
    CHECK(fault.place.file == "input.xml");
    CHECK(fault.place.line == 3);
    CHECK(fault.place.column == 8);
    CHECK(fault.place.byte == 13);
    CHECK(fault.excerpt == "  <b></c>");
}

TEST_CASE("an excerpt of a file on one line begins at the place", "[parsers][xml]") {
    const auto bytes = open_memory("<a>" + std::string(200, ' ') + "<b x='1'/></a>");
    xml::Reader reader("input", *bytes);
    static_cast<void>(reader.next());
    const xml::Event event = reader.next();
    CHECK(event.name == "b");
    CHECK(reader.excerpt(event.position) == "<b x='1'/></a>");
}

TEST_CASE("values of an element are found by path", "[parsers][xml]") {
    const auto bytes =
        open_memory("<r><a u=' 1 '> x </a><b><c>2</c><c>3</c></b><a>y</a><m>o<n/>p</m></r>");
    xml::Reader reader("input", *bytes);
    xml::ElementTree tree;
    REQUIRE(tree.read(reader, reader.next()));
    const xml::Element root = tree.root();
    CHECK(root.name() == "r");
    CHECK(root.child("a").text() == "x");
    CHECK(root.child("a").raw_text() == " x ");
    CHECK(root.child("a").attribute("u") == "1");
    CHECK(root.child("a").attribute("v").empty());
    CHECK(root.child("a").next_alike().text() == "y");
    CHECK_FALSE(root.child("a").next_alike().next_alike());
    CHECK(root.find("b/c").text() == "2");
    CHECK(root.find("b/c").next_alike().text() == "3");
    CHECK(root.child("m").text() == "op");
    CHECK_FALSE(root.find("b/d"));
    CHECK(root.find("b/d/e").text().empty());
    CHECK(root.find("b/d/e").position().line == 0);
}

TEST_CASE("an element that would not fit into memory is refused", "[parsers][xml]") {
    std::string bytes = "<r>";
    while (bytes.size() < 9 * 1024 * 1024) {
        bytes += "<a>" + std::string(60'000, 'x') + "</a>";
    }
    const auto source = open_memory(bytes + "</r>");
    xml::Reader reader("input", *source);
    xml::ElementTree tree;
    CHECK_FALSE(tree.read(reader, reader.next()));
    CHECK(reader.next().kind == xml::EventKind::fault);
    CHECK(reader.fault().code == "xml.element_size");
}

}  // namespace afletter::test
