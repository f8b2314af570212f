// Amounts of MT940: 15d, and the ways banks write it wrong but plainly.
#pragma once

#include <afletter/model/money.hpp>

#include <optional>
#include <string_view>

#include "mt940/field_findings.hpp"

namespace afletter::mt940 {

// Reads the amount `text` of `field`. "52.58", ",50" and "52" are taken, with a warning. More
// digits than the currency has, unless they are zero, and thousands marks are refused, with an
// error: nothing says which digit would be meant.
[[nodiscard]] std::optional<Money> read_amount(const Field& field, std::string_view text,
                                               Currency currency, FieldFindings& findings);

}  // namespace afletter::mt940
