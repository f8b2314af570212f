// The table behind Iban::parse.
#pragma once

#include <string_view>

namespace afletter {

// "4a 10n" for NL: what follows country and check digits; empty for a country not in the registry.
[[nodiscard]] std::string_view bban_structure_of(std::string_view country);

}  // namespace afletter
