// Conversions to UTF-8 and its strict check.
#include "encoding.hpp"

namespace afletter {

namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t index) {
    return static_cast<std::uint8_t>(bytes[index]);
}

bool is_continuation(std::uint8_t byte) {
    return (byte & 0xc0) == 0x80;
}

void append_utf8(std::string& text, std::uint32_t code) {
    const auto put = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

// How many bytes the character that starts with `lead` has, and what its second byte may be
// (RFC 3629, section 4). Length 0: no character starts so.
struct Utf8Lead {
    std::size_t length;
    std::uint8_t second_min;
    std::uint8_t second_max;
};
Utf8Lead utf8_lead(std::uint8_t lead) {
    if (lead < 0x80) {
        return {1, 0, 0};
    }
    if (lead >= 0xc2 && lead <= 0xdf) {
        return {2, 0x80, 0xbf};
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        return {3, static_cast<std::uint8_t>(lead == 0xe0 ? 0xa0 : 0x80),
                static_cast<std::uint8_t>(lead == 0xed ? 0x9f : 0xbf)};
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        return {4, static_cast<std::uint8_t>(lead == 0xf0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(lead == 0xf4 ? 0x8f : 0xbf)};
    }
    return {0, 0, 0};
}

// Bytes of the well-formed character at the front; 0 when there is none.
std::size_t utf8_character_length(std::string_view bytes) {
    const Utf8Lead lead = utf8_lead(byte_at(bytes, 0));
    if (lead.length <= 1) {
        return lead.length;
    }
    if (bytes.size() < lead.length || byte_at(bytes, 1) < lead.second_min ||
        byte_at(bytes, 1) > lead.second_max) {
        return 0;
    }
    for (std::size_t i = 2; i < lead.length; ++i) {
        if (!is_continuation(byte_at(bytes, i))) {
            return 0;
        }
    }
    return lead.length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    std::size_t position = 0;
    while (position < bytes.size()) {
        const std::size_t length = utf8_character_length(bytes.substr(position));
        if (length == 0) {
            return position;
        }
        position += length;
    }
    return std::nullopt;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (const char character : bytes) {
        const auto byte = static_cast<std::uint8_t>(character);
        const bool is_special = byte >= 0x80 && byte <= 0x9f;
        append_utf8(text, is_special ? windows_1252_upper[byte - 0x80U] : byte);
    }
    return text;
}

Utf16Conversion utf8_from_utf16(std::string_view bytes, ByteOrder order) {
    const auto unit_at = [&](std::size_t index) -> std::uint32_t {
        const std::uint32_t first = byte_at(bytes, index);
        const std::uint32_t second = byte_at(bytes, index + 1);
        return order == ByteOrder::little ? second << 8 | first : first << 8 | second;
    };
    Utf16Conversion result;
    result.text.reserve(bytes.size());
    std::size_t position = 0;
    while (position + 1 < bytes.size()) {
        const std::uint32_t unit = unit_at(position);
        if (unit < 0xd800 || unit > 0xdfff) {
            append_utf8(result.text, unit);
            position += 2;
            continue;
        }
        const std::uint32_t low = position + 3 < bytes.size() ? unit_at(position + 2) : 0;
        if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) {
            break;
        }
        append_utf8(result.text, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        position += 4;
    }
    if (position < bytes.size()) {
        result.invalid_offset = position;
    }
    return result;
}

std::string_view utf8_prefix(std::string_view text, std::size_t size) {
    if (text.size() <= size) {
        return text;
    }
    while (size > 0 && is_continuation(byte_at(text, size))) {
        --size;
    }
    return text.substr(0, size);
}

}  // namespace afletter
