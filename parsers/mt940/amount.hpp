// Amounts of MT940: 15d, and the ways banks write it wrong but plainly.
#pragma once

#include <afletter/model/money.hpp>

#include <cstdint>
#include <optional>

#include "mt940/field_findings.hpp"
#include "mt940/subfields.hpp"

namespace afletter::mt940 {

enum class AmountForm : std::uint8_t {
    regular,
    repaired,     // "52.58", ",50", "52" and "nul": the value is plain
    too_precise,  // more digits than the currency has, which then stay in the value
};
struct FormedAmount {
    Money amount;
    AmountForm form = AmountForm::regular;
};
// Nothing for thousands marks and the like: nothing says which mark would be meant.
[[nodiscard]] std::optional<FormedAmount> parse_amount(const Decimal& decimal, Currency currency);

// The amount `decimal` of `field`, with a warning when it is not regular, and an error when there
// is none. One that is too precise cannot be booked.
[[nodiscard]] std::optional<Money> read_amount(const Field& field, const Decimal& decimal,
                                               Currency currency, FieldFindings& findings);

}  // namespace afletter::mt940
