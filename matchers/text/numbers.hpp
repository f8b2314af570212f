// Numbers as text: without the signs people put between, their shape, and how near two are to each
// other. Where numbers stand in a text is told by number_text and other_numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace afletter::matching {

// Upper-case letters and digits; everything else is taken for punctuation.
[[nodiscard]] std::string canonical_number(std::string_view text);
// "F2026-01" -> "A999999": which characters are letters, which digits.
[[nodiscard]] std::string shape_of(std::string_view canonical);
[[nodiscard]] std::size_t longest_digit_run(std::string_view text);
[[nodiscard]] bool has_digit(std::string_view text);

// One digit or letter wrong, lost, gained, or two neighbours swapped.
[[nodiscard]] bool differ_by_one(std::string_view left, std::string_view right);

}  // namespace afletter::matching
