// Text in any encoding arrives as UTF-8, however it is read.
#include "collected.hpp"
#include "support/test.hpp"
#include "utf8_source.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

struct Read {
    std::string text;
    Findings findings;
    bool has_errors = false;
};

Read read_from(ByteSource& bytes, std::size_t buffer_size, NulBytes nul_bytes) {
    Read read;
    Utf8Source source(
        "input", bytes,
        [&read](Diagnostic finding) { read.findings.all.push_back(std::move(finding)); },
        nul_bytes);
    std::string buffer(buffer_size, '\0');
    while (source.can_read()) {
        const std::size_t count = source.read(buffer.data(), buffer.size());
        if (count == 0) {
            break;
        }
        read.text.append(buffer, 0, count);
    }
    read.has_errors = source.has_errors();
    return read;
}

// Reads in large and small pieces, from a fast and a slow source, and takes all for the same.
Read read_text(const std::string& bytes, NulBytes nul_bytes = NulBytes::kept) {
    const Read read = read_from(*open_memory(bytes), 100'000, nul_bytes);
    const Read small = read_from(*open_memory(bytes), 1, nul_bytes);
    OneByteSource slow(bytes);
    const Read slowly = read_from(slow, 5'000, nul_bytes);
    for (const Read* other : {&small, &slowly}) {
        CHECK(other->text == read.text);
        REQUIRE(other->findings.codes() == read.findings.codes());
        for (std::size_t i = 0; i < read.findings.all.size(); ++i) {
            CHECK(other->findings.all[i].message == read.findings.all[i].message);
            CHECK(other->findings.all[i].excerpt == read.findings.all[i].excerpt);
            CHECK(other->findings.all[i].place.line == read.findings.all[i].place.line);
            CHECK(other->findings.all[i].place.column == read.findings.all[i].place.column);
            CHECK(other->findings.all[i].place.byte == read.findings.all[i].place.byte);
        }
    }
    return read;
}

std::string utf16(std::u16string_view text, bool is_big) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xff);
        bytes += is_big ? high : low;
        bytes += is_big ? low : high;
    }
    return bytes;
}

std::string declaration(const std::string& name) {
    return "<?xml version='1.0' encoding='" + name + "'?>";
}

}  // namespace

TEST_CASE("a declared encoding is taken at its word", "[parsers][utf8_source]") {
    struct Example {
        std::string name;
        std::string bytes;
        std::string text;
    };
    const Example examples[] = {
        {"UTF-8", "\xc3\xa9", "é"},       {"ISO-8859-1", "\xe9", "é"},
        {"iso-8859-1", "\x80\x9f", "€Ÿ"},  // as the Encoding Standard has it
        {"Latin1", "\xe9", "é"},          {"windows-1252", "\x80\xe9\x81", "€é\u0081"},
        {"CP1252", "\x80", "€"},          {"Windows-1250", "\xa3\xf3\x9f\xb9", "Łóźą"},
        {"cp1250", "\xf5\xfb", "őű"},     {"ISO-8859-2", "\xa1\xb1\xb6", "Ąąś"},
        {"latin2", "\xb9", "š"},          {"ISO-8859-15", "\xa4\xbd", "€œ"},
        {"latin9", "\xa6", "Š"},          {"US-ASCII", "abc", "abc"},
        {"UTF-16", "\xc3\xa9", "é"},  // which the bytes deny
    };
    for (const Example& example : examples) {
        CAPTURE(example.name);
        const Read read = read_text("\r\n" + declaration(example.name) + example.bytes);
        CHECK(read.text == "\r\n" + declaration(example.name) + example.text);
        CHECK(read.findings.codes().empty());
    }
    CHECK(read_text("<?xml version=\"1.0\"\n encoding = \"latin1\" ?>\xe9").findings.all.empty());
}

TEST_CASE("an encoding that is declared and not read is an error at its name",
          "[parsers][utf8_source]") {
    const Read read = read_text("\n" + declaration("UTF-7") + "abc");
    CHECK(read.text.empty());
    CHECK(read.has_errors);
    REQUIRE(read.findings.codes() == "xml.encoding");
    CHECK(read.findings.all[0].place.line == 2);
    CHECK(read.findings.all[0].place.column == 31);
    CHECK(read.findings.all[0].place.byte == 32);
    // What is shown is UTF-8 all the same.
    CHECK(read_text(declaration("KOI8-R") + "\xc8").findings.all.at(0).excerpt ==
          declaration("KOI8-R") + "È");
    // A mark counts more, and so do the bytes of UTF-16.
    CHECK(read_text("\xef\xbb\xbf" + declaration("UTF-7")).findings.all.empty());
    CHECK(read_text(utf16(u"<?xml version='1.0' encoding='UCS-2'?>", false)).findings.all.empty());
}

TEST_CASE("UTF-16 is read with and without a mark, in both orders", "[parsers][utf8_source]") {
    const std::u16string text = u":20:A\n:86:Łódź é €\n\U0001f600 and more";
    for (const bool is_big : {false, true}) {
        for (const std::u16string mark : {u"", u"\ufeff"}) {
            const Read read = read_text(utf16(mark + text, is_big));
            CHECK(read.text == ":20:A\n:86:Łódź é €\n\U0001f600 and more");
            CHECK(read.findings.all.empty());
        }
    }
}

TEST_CASE("UTF-16 without a mark has a zero in three of four units", "[parsers][utf8_source]") {
    CHECK(read_text(utf16(u"abcł", false)).text == "abcł");
    CHECK(read_text(utf16(u"abłł", false)).text != "abłł");
    CHECK(read_text("abc\0"s).text == "abc\0"s);
    CHECK(read_text("a\0\0b"s).text == "a\0\0b"s);
}

TEST_CASE("damaged UTF-16 is an error, and its text goes on", "[parsers][utf8_source]") {
    const Read read = read_text(utf16(u"\ufeff"
                                      "ab\n\xd800"
                                      "c\xdc00"
                                      "d",
                                      true) +
                                "x");
    CHECK(read.text == "ab\n\ufffdc\ufffdd");
    CHECK(read.has_errors);
    REQUIRE(read.findings.codes() == "source.utf16");
    CHECK(read.findings.all[0].place.line == 2);
    CHECK(read.findings.all[0].place.column == 1);
    CHECK(read.findings.all[0].place.byte == 9);
}

TEST_CASE("text that is not UTF-8 is read by the letters in it", "[parsers][utf8_source]") {
    struct Example {
        std::string bytes;
        std::string text;
        std::string guess;
    };
    const Example examples[] = {
        {"Ren\xe9 M\xfcller, stra\xdf"
         "e",
         "René Müller, straße", "Windows-1252"},
        {"\xc5sa Bj\xf6rk, \xf8l", "Åsa Björk, øl", "Windows-1252"},
        {"ge\xefnd, cr\xe8me", "geïnd, crème", "Windows-1252"},
        {"120 m\xb3 gas, 3 cm\xb2", "120 m³ gas, 3 cm²", "Windows-1252"},
        {"\xa3"
         "5 and \x80 7",
         "£5 and € 7", "Windows-1252"},
        {"\xa3\xf3"
         "d\x9f, ul. \xaf\xf3\xb3kiewska",
         "Łódź, ul. Żółkiewska", "Windows-1250"},
        {"Micha\xb3", "Michał", "Windows-1250"},
        {"SP\xd3\xa3KA", "SPÓŁKA", ""},  // which is UTF-8 by chance: nothing tells
        {"SP\xd3\xa3KA \xa3\xd3"
         "D\x8f",
         "SPÓŁKA ŁÓDŹ", "Windows-1250"},
        {"k\xf6"
         "zponti d\xfbl\xf5, Gy\xf5r",
         "központi dűlő, Győr", "Windows-1250"},
        {"ulice Ji\xf8\xed Zem\xec, m\xecsto", "ulice Jiří Země, město", "Windows-1250"},
        {"\xa6wi\xeaty Krzy\xbf, S\xb1"
         "d",
         "Święty Krzyż, Sąd", "ISO-8859-2"},
        {"caf\xc3\xa9 \xe2\x82\xac, \x80", "café €, €", "UTF-8 with bytes of Windows-1252 in it"},
        {"\xc3\xa9 \xe9", "Ã© é", "Windows-1252"},  // as many of the one as of the other
    };
    for (const Example& example : examples) {
        CAPTURE(example.bytes);
        const Read read = read_text("x\n" + example.bytes);
        if (example.guess.empty()) {
            CHECK(read.findings.all.empty());
            continue;
        }
        CHECK(read.text == "x\n" + example.text);
        REQUIRE(read.findings.codes() == "source.encoding");
        CHECK(read.findings.all[0].severity == Severity::warning);
        CHECK_THAT(read.findings.all[0].message, Catch::EndsWith("read as " + example.guess));
        CHECK(read.findings.all[0].excerpt == example.text);
        CHECK(read.findings.all[0].place.line == 2);
        CHECK_FALSE(read.has_errors);
    }
}

TEST_CASE("what was UTF-8 stays UTF-8 when another encoding begins beyond the window",
          "[parsers][utf8_source]") {
    const std::string filling(70'000, 'x');
    const Read read = read_text("\xc3\xa9\n" + filling + "\r\xe9\n\xe8");
    CHECK(read.text == "é\n" + filling + "\ré\nè");
    REQUIRE(read.findings.codes() == "source.encoding");
    CHECK(read.findings.all[0].place.line == 3);
    CHECK(read.findings.all[0].place.column == 1);
    CHECK(read.findings.all[0].place.byte == 70'005);
    CHECK(read.findings.all[0].excerpt == "é");
}

TEST_CASE("a character lies across every border of a read", "[parsers][utf8_source]") {
    const std::string characters = "é€\U0001f600";
    for (std::size_t size = 4'090; size < 4'102; ++size) {
        const std::string text = std::string(size, 'x') + characters + std::string(61'440, 'y') +
                                 characters + std::string(size, 'z');
        CHECK(read_text(text).text == text);
        CHECK(read_text(text).findings.all.empty());
    }
}

TEST_CASE("7-bit national letters are left as they are", "[parsers][utf8_source]") {
    CHECK(read_text("}4:\n:86:S|dra v{gen").text == "}4:\n:86:S|dra v{gen");
}

TEST_CASE("NUL bytes are blanks with a warning where they are no characters",
          "[parsers][utf8_source]") {
    const Read read = read_text("ab\nc\0d\0"s, NulBytes::blanked);
    CHECK(read.text == "ab\nc d ");
    REQUIRE(read.findings.codes() == "source.nul");
    CHECK(read.findings.all[0].place.line == 2);
    CHECK(read.findings.all[0].place.column == 2);
    CHECK(read.findings.all[0].place.byte == 5);
    CHECK(read_text("ab\nc\0d"s).text == "ab\nc\0d"s);
    CHECK(read_text("ab\nc\0d"s).findings.all.empty());
}

TEST_CASE("line ends are counted alike however the text comes", "[parsers][line_counter]") {
    const std::string text = "a\nb\r\nc\rd\r\r\n" + std::string(40, '\n') + std::string(40, '\r') +
                             "e" + std::string(9'000, '\n') + "f";
    for (const std::size_t step : {1U, 2U, 3U, 17U, 300U, 10'000U}) {
        ShownLine lines;
        for (std::size_t at = 0; at < text.size(); at += step) {
            lines.advance(std::string_view(text).substr(at, step));
        }
        CHECK(lines.line() == 1 + 5 + 40 + 40 + 9'000);
        CHECK(lines.column() == 2);
        CHECK(lines.before() == "f");
        lines.advance("\r");
        CHECK(lines.line() == 2 + 5 + 40 + 40 + 9'000);
        CHECK(lines.column() == 1);
        CHECK(lines.before().empty());
        lines.advance("\n" + std::string(160, 'x'));
        CHECK(lines.line() == 2 + 5 + 40 + 40 + 9'000);
        CHECK(lines.column() == 161);
        CHECK(lines.before() == std::string(160, 'x'));
        lines.advance("x");
        CHECK(lines.column() == 162);
        CHECK(lines.before().empty());
    }
}

}  // namespace afletter::test
