// The table behind Currency::parse.
#pragma once

#include <optional>
#include <string_view>

namespace afletter {

// Minor digits of an ISO 4217 code; empty for text that is none, or has none (XAU, XXX, ...).
[[nodiscard]] std::optional<int> minor_digits_of(std::string_view code);

}  // namespace afletter
