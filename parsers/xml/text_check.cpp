// Most of a piece is skipped with vectors; what they leave is looked at one character at a time.
#include "xml/text_check.hpp"

#include <algorithm>
#include <cstdint>

#include "utf8_check.hpp"

namespace afletter::xml {

namespace {

std::uint8_t byte_at(const char* at) {
    return static_cast<std::uint8_t>(*at);
}

// ASCII that XML has: all but the control characters, of which tab and the line ends may stand.
bool is_plain(std::uint8_t byte) {
    return (byte >= 0x20 && byte < 0x80) || byte == '\n' || byte == '\t' || byte == '\r';
}

}  // namespace

TextCheck check_text(const char* begin, const char* end) {
    for (const char* at = begin;;) {
        at = skip_utf8_of_xml(at, end);
        if (at == end) {
            return {at, TextState::good};
        }
        const char* const stop = at + std::min(utf8_step, end - at);
        while (at < stop) {
            const Utf8Front front = utf8_front(at, end);
            if (!front.is_whole) {
                return {at, front.size == 0 ? TextState::foreign_byte : TextState::cut};
            }
            if (!is_xml_character(character_at(at).code)) {
                return {at, TextState::invalid_character};
            }
            at += front.size;
        }
    }
}

Character character_at(const char* at) {
    const std::uint8_t lead = byte_at(at);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const unsigned size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t code = lead & (0xffU >> (size + 1));
    for (unsigned i = 1; i < size; ++i) {
        code = code << 6 | (byte_at(at + i) & 0x3fU);
    }
    return {code, size};
}

bool is_xml_character(char32_t code) {
    if (code < 0x80) {
        return code == 0x7f || is_plain(static_cast<std::uint8_t>(code));
    }
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    return !is_surrogate && code != 0xfffe && code != 0xffff && code <= 0x10ffff;
}

}  // namespace afletter::xml
