// Why a payment came back, in words, for `explain` and the lists.
#pragma once

#include <afletter/text.hpp>

#include <optional>
#include <string_view>

namespace afletter::rendering {

// What a code of ISO 20022's external list of return reasons says; empty for one that is not in
// the table.
[[nodiscard]] std::optional<Text> return_reason(std::string_view code);

}  // namespace afletter::rendering
