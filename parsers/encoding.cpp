// Names, tables and checks of the encodings.
#include "encoding.hpp"

#include <afletter/ascii.hpp>
#include <afletter/assert.hpp>

#include <algorithm>
#include <array>
#include <cstring>

#include "utf8_check.hpp"

namespace afletter {

namespace {

// The Encoding Standard's indexes: bytes 0x80 to 0x9f of the Windows pages, 0xa0 to 0xff of all.
constexpr std::u16string_view windows_1250_first =
    u"€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź";
constexpr std::u16string_view windows_1250_rest =
    u"\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
    u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
constexpr std::u16string_view windows_1252_first =
    u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
constexpr std::u16string_view iso_8859_2_rest =
    u"\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
    u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
constexpr std::u16string_view iso_8859_15_rest =
    u"\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿"
    u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
constexpr std::size_t first_size = 0x20;
constexpr std::size_t rest_size = 0x60;
static_assert(windows_1250_first.size() == first_size && windows_1250_rest.size() == rest_size);
static_assert(windows_1252_first.size() == first_size && iso_8859_2_rest.size() == rest_size);
static_assert(iso_8859_15_rest.size() == rest_size);

struct Label {
    std::string_view name;
    Encoding encoding;
};
constexpr auto labels = std::to_array<Label>({
    {"utf-8", Encoding::utf8},
    {"utf8", Encoding::utf8},
    {"utf-16", Encoding::utf8},
    {"utf-16le", Encoding::utf8},
    {"utf-16be", Encoding::utf8},
    {"us-ascii", Encoding::utf8},
    {"ascii", Encoding::utf8},
    {"iso-8859-1", Encoding::windows_1252},
    {"iso8859-1", Encoding::windows_1252},
    {"iso88591", Encoding::windows_1252},
    {"iso_8859-1", Encoding::windows_1252},
    {"8859_1", Encoding::windows_1252},
    {"latin1", Encoding::windows_1252},
    {"latin-1", Encoding::windows_1252},
    {"l1", Encoding::windows_1252},
    {"windows-1252", Encoding::windows_1252},
    {"cp1252", Encoding::windows_1252},
    {"cp-1252", Encoding::windows_1252},
    {"x-cp1252", Encoding::windows_1252},
    {"ansi", Encoding::windows_1252},
    {"windows-1250", Encoding::windows_1250},
    {"cp1250", Encoding::windows_1250},
    {"cp-1250", Encoding::windows_1250},
    {"x-cp1250", Encoding::windows_1250},
    {"iso-8859-2", Encoding::iso_8859_2},
    {"iso8859-2", Encoding::iso_8859_2},
    {"iso88592", Encoding::iso_8859_2},
    {"iso_8859-2", Encoding::iso_8859_2},
    {"8859_2", Encoding::iso_8859_2},
    {"latin2", Encoding::iso_8859_2},
    {"latin-2", Encoding::iso_8859_2},
    {"l2", Encoding::iso_8859_2},
    {"iso-8859-15", Encoding::iso_8859_15},
    {"iso8859-15", Encoding::iso_8859_15},
    {"iso885915", Encoding::iso_8859_15},
    {"iso_8859-15", Encoding::iso_8859_15},
    {"8859_15", Encoding::iso_8859_15},
    {"latin9", Encoding::iso_8859_15},
    {"latin-9", Encoding::iso_8859_15},
    {"l9", Encoding::iso_8859_15},
});

std::uint8_t byte_at(std::string_view bytes, std::size_t index) {
    return static_cast<std::uint8_t>(bytes[index]);
}

constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080;
std::uint64_t word_at(std::string_view bytes, std::size_t index) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + index, sizeof word);
    return word;
}

bool is_continuation(std::uint8_t byte) {
    return (byte & 0xc0) == 0x80;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::damaged_utf8:
            return "UTF-8 with bytes of Windows-1252 in it";
        case Encoding::utf16_little:
        case Encoding::utf16_big:
            return "UTF-16";
        case Encoding::windows_1250:
            return "Windows-1250";
        case Encoding::windows_1252:
            return "Windows-1252";
        case Encoding::iso_8859_2:
            return "ISO-8859-2";
        case Encoding::iso_8859_15:
            return "ISO-8859-15";
    }
    AFLETTER_ASSERT(false);
    return "";
}

std::optional<Encoding> encoding_named(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), to_lower);
    const auto* label = std::ranges::find(labels, lower, &Label::name);
    return label == labels.end() ? std::nullopt : std::optional(label->encoding);
}

std::size_t ascii_extent(std::string_view bytes) {
    constexpr std::size_t word_size = sizeof(std::uint64_t);
    auto position = static_cast<std::size_t>(skip_ascii(bytes.data(), bytes.data() + bytes.size()) -
                                             bytes.data());
    for (; position + word_size <= bytes.size(); position += word_size) {
        if ((word_at(bytes, position) & high_bits) != 0) {
            break;
        }
    }
    while (position < bytes.size() && byte_at(bytes, position) < 0x80) {
        ++position;
    }
    return position;
}

Utf8Extent utf8_extent(std::string_view bytes) {
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    const char* at = skip_utf8(begin, end);
    while (at != end) {
        const char* const stop = at + std::min(utf8_step, end - at);
        while (at < stop) {
            const Utf8Front front = utf8_front(at, end);
            if (!front.is_whole) {
                return {static_cast<std::size_t>(at - begin), front.size > 0};
            }
            at += front.size;
        }
        at = skip_utf8(at, end);
    }
    return {bytes.size(), false};
}

std::size_t utf8_character_size(std::string_view bytes) {
    const Utf8Front front = utf8_front(bytes.data(), bytes.data() + bytes.size());
    return front.is_whole ? front.size : 0;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    const std::size_t valid = utf8_extent(bytes).valid;
    return valid == bytes.size() ? std::nullopt : std::optional(valid);
}

void append_utf8(std::string& text, char32_t character) {
    const auto put = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
    const std::uint32_t code = character;
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

char32_t character_of(std::uint8_t byte, Encoding encoding) {
    constexpr std::uint8_t first = 0x80;
    constexpr std::uint8_t rest = first + first_size;
    if (byte < first) {
        return byte;
    }
    switch (encoding) {
        case Encoding::windows_1250:
            return byte < rest ? windows_1250_first[byte - first] : windows_1250_rest[byte - rest];
        case Encoding::iso_8859_2:
            return byte < rest ? byte : iso_8859_2_rest[byte - rest];
        case Encoding::iso_8859_15:
            return byte < rest ? byte : iso_8859_15_rest[byte - rest];
        default:
            return byte < rest ? windows_1252_first[byte - first] : byte;
    }
}

std::string utf8_from(std::string_view bytes, Encoding encoding) {
    std::string text;
    text.reserve(bytes.size());
    for (const char character : bytes) {
        append_utf8(text, character_of(static_cast<std::uint8_t>(character), encoding));
    }
    return text;
}

std::string shown_as_utf8(std::string_view bytes) {
    return first_invalid_utf8(bytes) ? utf8_from(bytes, Encoding::windows_1252)
                                     : std::string(bytes);
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
