// Whether bytes are characters in UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
// U+10FFFF). Every byte of every input comes through here, so vectors do most of it, as wide as the
// processor has them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace afletter {

// Behind characters from `begin` on that are good, most often all of them. What follows is looked
// at one by one: it may be good as well.
[[nodiscard]] const char* skip_utf8(const char* begin, const char* end);
// The same, and short of control characters other than tab and line ends, and of U+F000 to U+FFFF,
// among which are characters that XML does not have.
[[nodiscard]] const char* skip_utf8_of_xml(const char* begin, const char* end);
// Behind bytes of ASCII from `begin` on; what follows may be more of it.
[[nodiscard]] const char* skip_ascii(const char* begin, const char* end);
// How many bytes are worth looking at one by one before vectors are tried again.
inline constexpr std::ptrdiff_t utf8_step = 32;

// How many of the bytes at the front belong to one character: all of it, or what there is.
struct Utf8Front {
    std::uint8_t size = 0;  // 0: no character begins so
    bool is_whole = false;
};
// `at` is before `end`.
[[nodiscard]] Utf8Front utf8_front(const char* at, const char* end);

}  // namespace afletter
