// The XML scanner tells the same however the input is cut, and knows where each event is.
#include <algorithm>
#include <string>

#include "support/test.hpp"
#include "xml_told.hpp"

namespace afletter::test {

namespace {

// Everything that may lie across a border, twice, so that the second is known already.
std::string document() {
    const std::string part =
        "<b>\r\n <v k='é'>text</v>\n <v k=\"a&amp;b\"> &lt;é&#233;<![CDATA[x]]]]>y]z ]] </v>"
        "<!-- c - d --><?p i?>\r<p:c xmlns:p='urn:x' p:d='1'/><e />€</b >\n";
    return "<?xml version='1.0'?>\n<a>" + part + part + "</a>\n";
}

struct Placed {
    std::string event;
    std::uint64_t line;
    std::uint64_t column;
    std::uint64_t byte;
    friend bool operator==(const Placed&, const Placed&) = default;
};

std::vector<Placed> placed_events(const std::string& bytes, std::size_t piece_size) {
    const auto source = open_memory(bytes);
    NameVocabulary vocabulary;
    xml::Scanner scanner("input", *source, vocabulary, piece_size);
    std::vector<Placed> placed;
    for (auto events = scanner.next(); !events.empty(); events = scanner.next()) {
        for (const xml::Event& event : events) {
            const xml::Position position = scanner.position(event);
            placed.push_back(
                {told_event(event, vocabulary), position.line, position.column, position.byte});
        }
    }
    CHECK_FALSE(scanner.fault());
    return placed;
}

// Counts line ends one by one: LF, CR LF, and CR.
Placed obvious_place(const std::string& bytes, const std::string& event, std::uint64_t byte) {
    Placed placed{event, 1, 1, byte};
    for (std::size_t i = 0; i + 1 < byte; ++i) {
        const bool is_end = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
        placed.line += is_end ? 1 : 0;
        placed.column = is_end ? 1 : placed.column + 1;
    }
    return placed;
}

}  // namespace

TEST_CASE("pieces of every size tell the same, at the same places", "[parsers][xml]") {
    const std::string bytes = document();
    const std::vector<Placed> whole = placed_events(bytes, xml::Scanner::piece_size);
    REQUIRE(whole.size() == 24);
    for (std::size_t piece_size = 1; piece_size <= bytes.size(); ++piece_size) {
        CAPTURE(piece_size);
        CHECK(placed_events(bytes, piece_size) == whole);
    }
    for (const Placed& placed : whole) {
        CHECK(obvious_place(bytes, placed.event, placed.byte) == placed);
    }
}

TEST_CASE("a border may lie at any byte of a document", "[parsers][xml]") {
    const std::string bytes = document();
    const std::string events = told(bytes);
    for (std::size_t padding = 0; padding <= 256; ++padding) {
        const std::string comment = "<!--" + std::string(padding, 'x') + "-->";
        std::string padded = bytes;
        padded.insert(padded.find("<a>"), comment);
        CAPTURE(padding);
        CHECK(told(padded, 256) == events);
        OneByteSource slow(padded);
        CHECK(told(slow, 256) == events);
    }
}

TEST_CASE("an event's excerpt shows its line, also near a border", "[parsers][xml]") {
    const std::string bytes = "<a>\n" + repeated("  <b>text</b>\n", 100) + "</a>";
    for (const std::size_t piece_size : {std::size_t{64}, std::size_t{1000}}) {
        const auto source = open_memory(bytes);
        NameVocabulary vocabulary;
        xml::Scanner scanner("input", *source, vocabulary, piece_size);
        std::size_t shown = 0;
        for (auto events = scanner.next(); !events.empty(); events = scanner.next()) {
            for (const xml::Event& event : events) {
                const xml::Position position = scanner.position(event);
                if (event.kind == xml::EventKind::text) {
                    CHECK(position.column == 6);
                    CHECK(scanner.excerpt(position) == "  <b>text</b>");
                    ++shown;
                }
            }
        }
        CHECK(shown == 100);
    }
}

TEST_CASE("places may be asked in any order", "[parsers][xml]") {
    const std::string bytes = "<a>\n<b/>\n<c/>\n<d/>\n</a>";
    const auto source = open_memory(bytes);
    NameVocabulary vocabulary;
    xml::Scanner scanner("input", *source, vocabulary);
    const auto events = scanner.next();
    REQUIRE(events.size() == 8);
    CHECK(scanner.position(events[5]).line == 4);
    CHECK(scanner.position(events[1]).line == 2);
    CHECK(scanner.position(events[0]).line == 1);
    CHECK(scanner.position(events[7]).line == 5);
    CHECK(scanner.position(events[3]).line == 3);
    CHECK(scanner.place(scanner.position(events[3])).file == "input");
}

TEST_CASE("records of every shape are told alike, remembered or not", "[parsers][xml]") {
    // More shapes than are remembered, each again and again, in an order that never repeats.
    std::string bytes = "<a>";
    std::string events = "<a>";
    std::uint32_t order = 1;
    for (int i = 0; i < 5000; ++i) {
        order = order * 1664525U + 1013904223U;
        const std::string name(1 + order / 65536 % 20, 'n');
        const std::string blanks(order / 7 % 5, ' ');
        bytes += blanks + "<" + name + ">" + std::to_string(i) + "</" + name + ">";
        events += "<" + name + ">" + name + "=" + std::to_string(i) + ";</" + name + ">";
    }
    CHECK(told(bytes + "</a>") == events + "</a>.");
}

TEST_CASE("more paths than are kept, and longer names, are read all the same", "[parsers][xml]") {
    std::string bytes = "<a>";
    std::string events = "<a>";
    for (std::size_t i = 0; i < 3000; ++i) {
        const std::string name = std::string(i % 500, 'n') + "x" + std::to_string(i);
        bytes += "<" + name + "><v>1</v><v k='2'/></" + name + ">";
        events += "<" + name + ">v=1;@2@</" + name + ">";
    }
    CHECK(told(bytes + "</a>") == events + "</a>.");
}

}  // namespace afletter::test
