// Bytes in an encoding that banks use -> UTF-8. Used by the text readers (whole files) and by the
// XML reader (one byte at a time, for what a declaration names).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afletter {

// The code points of Windows-1252's bytes 0x80 to 0x9f. The five bytes it leaves undefined keep
// their own value, as browsers do, so that nothing is lost.
inline constexpr std::array<std::uint16_t, 32> windows_1252_upper = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

// The first byte that no well-formed UTF-8 has there (RFC 3629: no overlong forms, no surrogates,
// nothing above U+10FFFF); absent when there is none.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

[[nodiscard]] std::string utf8_from_windows_1252(std::string_view bytes);

enum class ByteOrder : std::uint8_t { little, big };
struct Utf16Conversion {
    std::string text;                           // up to the fault, if there is one
    std::optional<std::size_t> invalid_offset;  // byte of a lone surrogate or of half a unit
};
[[nodiscard]] Utf16Conversion utf8_from_utf16(std::string_view bytes, ByteOrder order);

// The longest prefix of at most `size` bytes that ends between two characters.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t size);

}  // namespace afletter
