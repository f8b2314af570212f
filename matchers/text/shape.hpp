// The shape of a number: which of its characters are letters, and which digits. A shape of up to 63
// characters is a number itself, so that comparing two costs nothing.
#pragma once

#include <afletter/ascii.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afletter::matching {

// A bit for each character, set for a letter, behind a leading one; 0: too long to have one.
using ShapeKey = std::uint64_t;
inline constexpr ShapeKey empty_shape = 1;
inline constexpr std::size_t shape_size_max = 63;

// The shape with the last `size` of these bits behind it.
[[nodiscard]] constexpr ShapeKey extended_shape(ShapeKey shape, std::uint64_t bits,
                                                std::size_t size) {
    if (size >= shape_size_max) {
        return 0;
    }
    return shape << size | (bits & ((std::uint64_t{1} << size) - 1));
}

// Of letters and digits alone.
[[nodiscard]] constexpr ShapeKey shape_key(std::string_view canonical) {
    if (canonical.size() > shape_size_max) {
        return 0;
    }
    ShapeKey shape = empty_shape;
    for (const char c : canonical) {
        shape = shape << 1U | (is_digit(c) ? 0U : 1U);
    }
    return shape;
}

}  // namespace afletter::matching
