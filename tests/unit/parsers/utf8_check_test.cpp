// The check of UTF-8 beside a slow one, with every kind of character and fault at the borders of
// what vectors take at once.
#include <string>
#include <string_view>

#include "encoding.hpp"
#include "support/test.hpp"
#include "xml/text_check.hpp"

namespace afletter::test {

namespace {

enum class Fault : std::uint8_t { none, cut, wrong };
struct Slow {
    std::size_t size = 0;
    char32_t code = 0;
    Fault fault = Fault::none;
};

// By decoding, where the check goes by tables of what may follow what.
Slow slow_character(std::string_view bytes) {
    const auto byte = [bytes](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    const std::size_t size = byte(0) < 0x80             ? 1
                             : (byte(0) & 0xe0) == 0xc0 ? 2
                             : (byte(0) & 0xf0) == 0xe0 ? 3
                             : (byte(0) & 0xf8) == 0xf0 ? 4
                                                        : 0;
    if (size == 0) {
        return {0, 0, Fault::wrong};
    }
    if (size == 1) {
        return {1, byte(0), Fault::none};
    }
    char32_t low = byte(0) & (0x7fU >> size);
    char32_t high = low;
    for (std::size_t at = 1; at < size; ++at) {
        if (at < bytes.size() && (byte(at) & 0xc0) != 0x80) {
            return {0, 0, Fault::wrong};
        }
        low = low << 6 | (at < bytes.size() ? byte(at) & 0x3fU : 0);
        high = high << 6 | (at < bytes.size() ? byte(at) & 0x3fU : 0x3f);
    }
    // What may still come makes the code anything from low to high.
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = low >= 0xd800 && high <= 0xdfff;
    if (high < least[size] || low > 0x10ffff || is_surrogate) {
        return {0, 0, Fault::wrong};
    }
    return bytes.size() < size ? Slow{0, 0, Fault::cut} : Slow{size, low, Fault::none};
}

bool is_in_xml(char32_t code) {
    return code >= 0x20 ? code != 0xfffe && code != 0xffff
                        : code == '\t' || code == '\n' || code == '\r';
}

void check_alike(const std::string& text) {
    std::size_t at = 0;
    std::size_t xml_at = std::string::npos;
    Slow character;
    while (at < text.size() && character.fault == Fault::none) {
        character = slow_character(std::string_view(text).substr(at));
        if (character.fault == Fault::none && !is_in_xml(character.code)) {
            xml_at = std::min(xml_at, at);
        }
        at += character.size;
    }
    const Utf8Extent extent = utf8_extent(text);
    const xml::TextCheck check = xml::check_text(text.data(), text.data() + text.size());
    const bool is_alike =
        extent.valid == at && extent.is_cut == (character.fault == Fault::cut) &&
        check.end == text.data() + std::min(at, xml_at) &&
        (check.state == xml::TextState::invalid_character) == (xml_at != std::string::npos);
    if (!is_alike) {
        CAPTURE(text, extent.valid, extent.is_cut, check.end - text.data(), at, xml_at);
        FAIL("the checks differ");
    }
}

}  // namespace

TEST_CASE("UTF-8 is told from other bytes wherever they stand", "[parsers][utf8_check]") {
    const std::string second = "\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xe0\xff";
    const std::string later = "a\x80\xbe\xbf\xc3";
    for (const std::size_t before : {0U, 29U, 30U, 31U, 62U}) {
        std::string text(before + 4 + 40, 'x');
        for (int first = 0; first < 256; ++first) {
            text[before] = static_cast<char>(first);
            for (std::size_t i = 0; i < second.size() * later.size() * later.size(); ++i) {
                text[before + 1] = second[i % second.size()];
                text[before + 2] = later[i / second.size() % later.size()];
                text[before + 3] = later[i / second.size() / later.size()];
                check_alike(text);
            }
        }
    }
}

TEST_CASE("text of many characters is UTF-8 up to where it is cut", "[parsers][utf8_check]") {
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += "Ren\u00e9 Łódź, 5 € \U0001f600\uff01\t\r\n";
    }
    for (std::size_t size = 0; size <= text.size(); ++size) {
        check_alike(text.substr(0, size));
    }
}

}  // namespace afletter::test
