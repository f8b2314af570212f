// Changes a CAMT message as banks and broken tools do: by elements, their texts, names, prefixes
// and markup.
#pragma once

#include <string>

#include "fuzz/libfuzzer.hpp"

namespace afletter::fuzz {

// The message with one to three changes; bytes are changed where there are no elements.
[[nodiscard]] std::string mutated_camt(std::string message, Chance& chance);

}  // namespace afletter::fuzz
