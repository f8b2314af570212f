// Sums from the right, and the recursive sum from the left.
#include "references/check_digits.hpp"

#include <cstddef>

namespace afletter {

std::uint64_t weighted_sum(std::string_view digits, std::span<const std::uint8_t> weights) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::uint64_t weight = weights[i % weights.size()];
        sum += weight * digit_value(digits[digits.size() - 1 - i]);
    }
    return sum;
}

char luhn_check_digit(std::string_view digits) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned value = digit_value(digits[digits.size() - 1 - i]) * (i % 2 == 0 ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return as_digit(10 - sum % 10);
}

char recursive_check_digit(std::string_view digits) {
    constexpr std::string_view table = "0946827135";
    unsigned carry = 0;
    for (const char digit : digits) {
        carry = digit_value(table[(carry + digit_value(digit)) % 10]);
    }
    return as_digit(10 - carry);
}

}  // namespace afletter
