// The sums behind check digits, over digits alone. Each family of references builds on these; mod
// 97 stands in mod_97.hpp.
#pragma once

#include <afletter/ascii.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace afletter {

[[nodiscard]] inline bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}
[[nodiscard]] inline bool all_zeros(std::string_view text) {
    return text.find_first_not_of('0') == std::string_view::npos;
}
[[nodiscard]] inline unsigned digit_value(char digit) {
    return static_cast<unsigned>(digit - '0');
}
[[nodiscard]] inline char as_digit(unsigned value) {
    return static_cast<char>('0' + value % 10);
}

// Each digit times its weight, from the right; the weights repeat.
[[nodiscard]] std::uint64_t weighted_sum(std::string_view digits,
                                         std::span<const std::uint8_t> weights);

// Luhn's mod 10: every second digit from the right doubled, the digits of the doubles added.
[[nodiscard]] char luhn_check_digit(std::string_view digits);

// Mod 10, recursive, over the table 0946827135.
[[nodiscard]] char recursive_check_digit(std::string_view digits);

}  // namespace afletter
