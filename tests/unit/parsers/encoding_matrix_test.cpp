// Names of four languages in every encoding, in both formats, give the same names.
#include "camt_samples.hpp"
#include "encoding.hpp"
#include "mt940_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

struct Name {
    std::u32string characters;
    std::string utf8;
    bool is_central;
};
const Name names[] = {
    {U"Zoë Coöperatie", "Zoë Coöperatie", false},
    {U"Jürgen Größe", "Jürgen Größe", false},
    {U"Michał Wójcik", "Michał Wójcik", true},
    {U"Győző Erdős", "Győző Erdős", true},
};

// Empty when the encoding lacks a character.
std::string encoded(const std::u32string& text, Encoding encoding) {
    std::string bytes;
    for (const char32_t character : text) {
        if (encoding == Encoding::utf8) {
            append_utf8(bytes, character);
            continue;
        }
        if (encoding == Encoding::utf16_little || encoding == Encoding::utf16_big) {
            const char high = static_cast<char>(character >> 8);
            const char low = static_cast<char>(character & 0xff);
            bytes += encoding == Encoding::utf16_big ? high : low;
            bytes += encoding == Encoding::utf16_big ? low : high;
            continue;
        }
        int byte = 0;
        while (byte < 256 && character_of(static_cast<std::uint8_t>(byte), encoding) != character) {
            ++byte;
        }
        if (byte == 256) {
            return "";
        }
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

std::u32string widened(const std::string& ascii) {
    return {ascii.begin(), ascii.end()};
}

// A text with the name in place of '#', read whole and byte by byte; the name that comes out.
std::string name_read(std::string text, const Name& name, Encoding encoding) {
    std::u32string wide = widened(text);
    wide.replace(wide.find(U'#'), 1, name.characters);
    const std::string bytes = encoded(wide, encoding);
    const auto read = read_statement_bytes(bytes);
    OneByteSource slow(bytes);
    CollectedStatements slowly;
    CHECK(read_statements("input", slow, slowly) == read.accepted);
    CHECK(slowly.findings.codes() == read.findings.codes());
    REQUIRE(read.accepted);
    const auto name_in = [](const CollectedStatements& collected) {
        return collected.statements.at(0).entries.at(0).details.at(0).counterparty.name;
    };
    CHECK(name_in(slowly) == name_in(read));
    return name_in(read);
}

constexpr Encoding all_encodings[] = {
    Encoding::utf8,         Encoding::utf16_little, Encoding::utf16_big,  Encoding::windows_1250,
    Encoding::windows_1252, Encoding::iso_8859_2,   Encoding::iso_8859_15};

}  // namespace

TEST_CASE("a declared encoding gives every name in it", "[parsers][encoding_matrix]") {
    const std::string inside =
        camt_entry("1.00", camt_details("<RltdPties><Dbtr><Nm>#</Nm></Dbtr></RltdPties>"));
    std::size_t read = 0;
    for (const Encoding encoding : all_encodings) {
        const std::string text = "<?xml version='1.0' encoding='" + std::string(name_of(encoding)) +
                                 "'?>" + camt_message(camt_statement(inside), "02");
        for (const Name& name : names) {
            if (!encoded(name.characters, encoding).empty()) {
                CAPTURE(name_of(encoding), name.utf8);
                CHECK(name_read(text, name, encoding) == name.utf8);
                ++read;
            }
        }
    }
    CHECK(read == 3 * 4 + 2 * 2 + 4 + 4);  // the Central European pages have "ë", "ö" and "ß" too
}

TEST_CASE("an encoding that nothing declares is found by the letters",
          "[parsers][encoding_matrix]") {
    const std::string text = mt940_statement(
        ":61:2601050105C12,34NTRFNONREF\n:86:/TRTP/SEPA OVERBOEKING/NAME/#/REMI/X\n");
    for (const Name& name : names) {
        const auto page = name.is_central ? Encoding::windows_1250 : Encoding::windows_1252;
        for (const Encoding encoding :
             {Encoding::utf8, Encoding::utf16_little, Encoding::utf16_big, page}) {
            CAPTURE(name_of(encoding), name.utf8);
            CHECK(name_read(text, name, encoding) == name.utf8);
        }
    }
}

}  // namespace afletter::test
