// The figures of an explanation as they are printed.
#pragma once

#include <afletter/model/decision.hpp>

#include <string>

namespace afletter::rendering {

// "36.00": how far the line's amount is from what is open; empty when one of them is not known.
[[nodiscard]] std::string amount_difference(const Evidence& amount);

// "+14.000": all weights have the same digits, so that they add up before one's eyes.
[[nodiscard]] std::string weight_text(MilliNats weight);
// "99.99 %".
[[nodiscard]] std::string percent_text(int ten_thousandths);

}  // namespace afletter::rendering
