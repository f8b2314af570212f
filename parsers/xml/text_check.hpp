// Whether bytes are characters that XML has: UTF-8 (RFC 3629) without the control characters and
// non-characters that XML 1.0, clause 2.2, leaves out. Done once for each piece, before the scanner
// looks at it, so that nothing behind it need ask again.
#pragma once

#include <cstdint>

namespace afletter::xml {

enum class TextState : std::uint8_t {
    good,
    cut,                // the last character is not complete
    foreign_byte,       // no UTF-8 has this byte there
    invalid_character,  // a character that XML does not have
};
struct TextCheck {
    const char* end;  // of the good characters
    TextState state;
};
[[nodiscard]] TextCheck check_text(const char* begin, const char* end);

// The code point of the good character at `at`, and its size in bytes.
struct Character {
    char32_t code;
    unsigned size;
};
[[nodiscard]] Character character_at(const char* at);

// Char of XML 1.0, clause 2.2.
[[nodiscard]] bool is_xml_character(char32_t code);

}  // namespace afletter::xml
