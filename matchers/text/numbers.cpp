// Canonical form, shape and distance.
#include "text/numbers.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>

namespace afletter::matching {

std::string canonical_number(std::string_view text) {
    std::string canonical;
    for (const char c : text) {
        if (is_digit(c) || is_letter(c)) {
            canonical += to_upper(c);
        }
    }
    return canonical;
}

std::string shape_of(std::string_view canonical) {
    std::string shape(canonical);
    std::ranges::transform(shape, shape.begin(), [](char c) { return is_digit(c) ? '9' : 'A'; });
    return shape;
}

std::size_t longest_digit_run(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = is_digit(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

bool differ_by_one(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) {
        std::swap(left, right);
    }
    const auto [l, r] = std::ranges::mismatch(left, right);
    const auto at = static_cast<std::size_t>(l - left.begin());
    if (left.size() + 1 == right.size()) {
        return left.substr(at) == right.substr(at + 1);
    }
    if (left.size() != right.size() || at == left.size()) {
        return false;
    }
    const bool swapped = at + 1 < left.size() && left[at] == right[at + 1] &&
                         left[at + 1] == right[at] && left.substr(at + 2) == right.substr(at + 2);
    return swapped || left.substr(at + 1) == right.substr(at + 1);
}

}  // namespace afletter::matching
