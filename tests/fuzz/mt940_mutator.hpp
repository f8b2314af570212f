// Changes an MT940 message as banks and broken tools do: by fields, lines, marks, dates and
// amounts.
#pragma once

#include <string>
#include <string_view>

#include "fuzz/libfuzzer.hpp"

namespace afletter::fuzz {

// The message with one to three changes.
[[nodiscard]] std::string mutated_mt940(std::string_view message, Chance& chance);

}  // namespace afletter::fuzz
