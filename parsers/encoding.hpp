// The encodings that banks use, and their bytes as UTF-8. What a file is in is found out by
// encoding_guess; a file is converted by Utf8Source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afletter {

enum class Encoding : std::uint8_t {
    utf8,
    damaged_utf8,  // with single bytes of Windows-1252 among its characters
    utf16_little,
    utf16_big,
    windows_1250,
    windows_1252,
    iso_8859_2,
    iso_8859_15,
};
[[nodiscard]] std::string_view name_of(Encoding encoding);

// The encoding that a declaration means, by the labels of the Encoding Standard (WHATWG) and of
// Java; case does not count. ISO-8859-1 is Windows-1252 there, as the files that say so show. A
// name that gives no single-byte encoding (UTF-16, US-ASCII) is UTF-8: the bytes say more.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

// How far the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
// above U+10FFFF).
struct Utf8Extent {
    std::size_t valid = 0;
    bool is_cut = false;  // what follows `valid` is a character whose last bytes are missing
};
[[nodiscard]] Utf8Extent utf8_extent(std::string_view bytes);
// Bytes of the well-formed character at the front; 0 when there is none.
[[nodiscard]] std::size_t utf8_character_size(std::string_view bytes);
// Bytes before the first that is not ASCII.
[[nodiscard]] std::size_t ascii_extent(std::string_view bytes);
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

void append_utf8(std::string& text, char32_t character);

// The character of a byte in an encoding of single bytes. The bytes that Windows-1252 and -1250
// leave undefined keep their own value, as in browsers, so that nothing is lost.
[[nodiscard]] char32_t character_of(std::uint8_t byte, Encoding encoding);
[[nodiscard]] std::string utf8_from(std::string_view bytes, Encoding encoding);
// Bytes that are only shown: as they are when they are UTF-8, else read as Windows-1252.
[[nodiscard]] std::string shown_as_utf8(std::string_view bytes);

// The longest prefix of at most `size` bytes that ends between two characters.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t size);

}  // namespace afletter
