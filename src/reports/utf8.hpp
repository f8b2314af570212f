// Text as code points, for whatever must know what a reader sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace afletter::rendering {

// The code point at the beginning of `text` and its length in bytes; when the bytes are no UTF-8
// (RFC 3629: overlong, surrogate, cut off), `valid` is false and the length 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;
    bool valid = true;
};
[[nodiscard]] CodePoint first_code_point(std::string_view text);

// Code points in the text: its width on a terminal, near enough for Latin script.
[[nodiscard]] std::size_t width_of(std::string_view text);
// The text cut to `width` code points, with an ellipsis when something was cut away.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);
// The text with every byte that is no UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

}  // namespace afletter::rendering
