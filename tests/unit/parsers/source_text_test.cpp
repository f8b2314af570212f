// Encodings of text inputs, and the places in them.
#include "collected.hpp"
#include "source_text.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

struct Read {
    SourceText source;
    Findings findings;
};
Read read_text(std::string bytes) {
    Read read;
    const auto source = open_memory(std::move(bytes));
    read.source = read_source_text("input", *source, [&read](Diagnostic finding) {
        read.findings.all.push_back(std::move(finding));
    });
    return read;
}

}  // namespace

TEST_CASE("text of every encoding that banks use arrives as UTF-8", "[parsers][source_text]") {
    struct Example {
        std::string bytes;
        std::string text;
        std::string codes;
    };
    const Example examples[] = {
        {"", "", ""},
        {"abc\r\n", "abc\r\n", ""},
        {"caf\xc3\xa9", "café", ""},
        {"\xef\xbb\xbf"
         "abc",
         "abc", ""},
        {"caf\xe9 \x80", "café €", "source.encoding"},
        {"\x81", "\xc2\x81", "source.encoding"},
        {"\xff\xfe"
         "a\0\xac\x20"s,
         "a€", ""},
        {"\xfe\xff"
         "\0a\x20\xac"s,
         "a€", ""},
        {"\xff\xfe\x3d\xd8\x00\xde"s, "\xf0\x9f\x98\x80", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.bytes);
        const Read read = read_text(example.bytes);
        CHECK(read.source.text == example.text);
        CHECK(read.findings.codes() == example.codes);
    }
}

TEST_CASE("bytes that only look like UTF-8 are read as Windows-1252", "[parsers][source_text]") {
    // Overlong, a surrogate, above U+10FFFF, a lone continuation, cut off.
    for (const std::string bytes : {"\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                    "\xf5\x80\x80\x80", "\x80", "\xc3", "\xe2\x82"}) {
        CAPTURE(bytes);
        CHECK(read_text(bytes).findings.codes() == "source.encoding");
    }
    // The neighbours that are UTF-8.
    for (const std::string bytes : {"\xc2\x80", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                                    "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        CAPTURE(bytes);
        CHECK(read_text(bytes).source.text == bytes);
        CHECK(read_text(bytes).findings.codes().empty());
    }
}

TEST_CASE("an encoding that was guessed is a warning at the first byte that gave it away",
          "[parsers][source_text]") {
    const Read read = read_text(
        "abc\nd\xe9"
        "f\n");
    REQUIRE(read.findings.all.size() == 1);
    const Diagnostic& finding = read.findings.all.front();
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.place.line == 2);
    CHECK(finding.place.column == 2);
    CHECK(finding.place.byte == 6);
    CHECK(finding.excerpt == "déf");
}

TEST_CASE("UTF-16 that is damaged is refused at the byte", "[parsers][source_text]") {
    struct Example {
        std::string bytes;
        std::uint64_t byte;
    };
    const Example examples[] = {
        {"\xff\xfe"
         "a\0b"s,
         5},                       // half a unit
        {"\xff\xfe\x00\xd8"s, 3},  // a high surrogate at the end
        {"\xff\xfe\x00\xd8"
         "a\0"s,
         3},  // without its other half
        {"\xff\xfe"
         "a\0\x00\xdc"
         "a\0"s,
         5},  // a low surrogate alone
    };
    for (const Example& example : examples) {
        const Read read = read_text(example.bytes);
        REQUIRE(read.findings.codes() == "source.utf16");
        CHECK(read.findings.all.front().severity == Severity::error);
        CHECK(read.findings.all.front().place.byte == example.byte);
    }
}

TEST_CASE("line ends are LF, CR LF and CR alone", "[parsers][source_text]") {
    const SourceText source{"f", "ab\ncd\r\nef\rgh"};
    struct Example {
        std::size_t offset;
        std::uint64_t line;
        std::uint64_t column;
        std::string excerpt;
    };
    const Example examples[] = {{0, 1, 1, "ab"},  {1, 1, 2, "ab"}, {3, 2, 1, "cd"},
                                {4, 2, 2, "cd"},  {7, 3, 1, "ef"}, {10, 4, 1, "gh"},
                                {12, 4, 3, "gh"}, {99, 4, 3, "gh"}};
    for (const Example& example : examples) {
        CAPTURE(example.offset);
        const Place place = place_at(source, example.offset);
        CHECK(place.file == "f");
        CHECK(place.line == example.line);
        CHECK(place.column == example.column);
        CHECK(excerpt_at(source, example.offset) == example.excerpt);
    }
}

TEST_CASE("an excerpt is cut between two characters", "[parsers][source_text]") {
    const SourceText source{"f", std::string(159, 'x') + "é and more"};
    CHECK(excerpt_at(source, 0) == std::string(159, 'x') + "...");
    CHECK(excerpt_at(std::string(160, 'x'), 0) == std::string(160, 'x'));
    CHECK(excerpt_at(std::string(161, 'x'), 0) == std::string(160, 'x') + "...");
}

TEST_CASE("an excerpt of a very long line begins at the place", "[parsers][source_text]") {
    const std::string line = std::string(160, 'x') + "place\nnext";
    CHECK(excerpt_at(line, 159) == std::string(160, 'x') + "...");
    CHECK(excerpt_at(line, 160) == "place");
}

TEST_CASE("a file that cannot be read is an exception that names it", "[parsers][source_text]") {
    CHECK_THROWS_WITH(open_file("/nonexistent/statement.sta"),
                      Catch::Contains("/nonexistent/statement.sta"));
    char byte = 0;
    CHECK_THROWS_WITH(open_file("/tmp")->read(&byte, 1), Catch::Contains("/tmp"));
}

}  // namespace afletter::test
