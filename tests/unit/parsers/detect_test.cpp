// Which format an input is, found by what is in it.
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

const std::string swift =
    ":20:A\r\n:25:NL91ABNA0417164300\r\n:28C:1\r\n:60F:C260105EUR1,00\r\n:62F:C260105EUR1,00\r\n";

std::string format_of(const std::string& bytes) {
    const auto read = read_statement_bytes(bytes);
    return read.statements.empty() ? read.findings.codes() : read.statements[0].header.format;
}

std::string tape_archive() {
    std::string bytes(512, 'x');
    return bytes.replace(257, 5, "ustar");
}

std::string as_utf16(const std::string& text) {
    std::string bytes = "\xff\xfe";
    for (const char character : text) {
        bytes += character;
        bytes += '\0';
    }
    return bytes;
}

}  // namespace

TEST_CASE("the content decides the format", "[parsers][detect]") {
    const std::string camt = camt_message(camt_statement(""));
    CHECK(format_of(camt) == "camt.053.001.08");
    CHECK(format_of("\xef\xbb\xbf" + camt) == "camt.053.001.08");
    CHECK(format_of("\r\n  " + camt) == "camt.053.001.08");
    CHECK(format_of(as_utf16(camt)) == "camt.053.001.08");
    CHECK(format_of(swift) == "mt940");
    CHECK(format_of("\xef\xbb\xbf" + swift) == "mt940");
    CHECK(format_of(as_utf16(swift)) == "mt940");
    CHECK(format_of("{1:F01BNGHNL2GXXXX0000000000}{2:I940X}{4:\r\n" + swift + "-}") == "mt940");
    CHECK(format_of("ABNANL2A\r\n940\r\nABNANL2A\r\n" + swift + "-\r\n") == "mt940");
    CHECK(format_of("\r\n:940:\r\n" + swift) == "mt940");
    CHECK(format_of("\x01\r\n" + swift + "\x03") == "mt940");
    CHECK(format_of("\xc3\xa4"
                    "4:\r\n" +
                    swift + "-}") == "mt940");
    CHECK(format_of(std::string(60'000, 'x') + "\r\n" + swift) == "mt940");
}

TEST_CASE("what is no statement is refused by what it is", "[parsers][detect]") {
    struct Example {
        std::string bytes;
        std::string code;
        std::string found;
    };
    const Example examples[] = {
        {"", "source.empty", "an empty file"},
        {" \r\n\t", "source.empty", "an empty file"},
        {"\xef\xbb\xbf", "source.empty", "an empty file"},
        {"7z\xbc\xaf\x27\x1crest", "source.archive", "an archive that is neither zip nor gzip"},
        {"Rar!\x1a\x07\x01", "source.archive", "an archive that is neither zip nor gzip"},
        {tape_archive(), "source.archive", "an archive that is neither zip nor gzip"},
        {"PK\x03\x04" + std::string(26, '\0') + "[Content_Types].xml", "source.unknown_format",
         "an Office document"},
        {"<!DOCTYPE html>\n<title>Inloggen</title>", "source.unknown_format", "a web page"},
        {"\n<HTML lang='nl'>", "source.unknown_format", "a web page"},
        {"%PDF-1.7\n", "source.unknown_format", "a PDF document"},
        {"\xd0\xcf\x11\xe0", "source.unknown_format", "an Office document"},
        {"\x01\0\x02"s, "source.unknown_format", "binary data"},
        {"\nnaam;bedrag\n:20 is no tag\n", "source.unknown_format",
         "text that begins with 'naam;bedrag'"},
        {"caf\xe9", "source.unknown_format", "text that begins with 'café'"},
        {"a :20:b", "source.unknown_format", "text that begins with 'a :20:b'"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.bytes);
        const auto read = read_statement_bytes(example.bytes);
        CHECK_FALSE(read.accepted);
        REQUIRE(read.findings.codes() == example.code);
        CHECK(read.findings.all[0].place.file == "input");
        CHECK_THAT(read.findings.all[0].message, Catch::EndsWith("found " + example.found));
        CHECK_FALSE(read.findings.all[0].hint.empty());
    }
}

TEST_CASE("looking at the beginning loses nothing of a long input", "[parsers][detect]") {
    std::string entries;
    for (int i = 0; i < 2000; ++i) {
        entries += camt_entry("1.00", camt_details("<Refs/>"));
    }
    const std::string text = camt_message(camt_statement(entries));
    REQUIRE(text.size() > 128 * 1024);
    CHECK(read_statement_bytes(text).statements.at(0).entries.size() == 2000);
    OneByteSource slow(text);
    CollectedStatements read;
    CHECK(read_statements("input", slow, read));
    CHECK(read.statements.at(0).entries.size() == 2000);
}

}  // namespace afletter::test
