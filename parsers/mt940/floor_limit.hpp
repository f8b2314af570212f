// Field 34F of MT942, the amount below which the bank leaves entries out.
#pragma once

#include <afletter/result.hpp>

#include <string_view>

#include "mt940/grammar_fault.hpp"
#include "mt940/subfields.hpp"

namespace afletter::mt940 {

// The subfields as the file has them; empty when left out.
struct FloorLimitText {
    std::string_view currency;
    std::string_view mark;  // for which side it is; for both without it
    Decimal amount;
};
[[nodiscard]] Result<FloorLimitText, GrammarFault> parse_floor_limit(std::string_view field);

}  // namespace afletter::mt940
