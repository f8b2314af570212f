// Fields 60a, 62a, 64 and 65, the balances: the grammar, and what its parts mean.
#pragma once

#include <afletter/model/statement.hpp>
#include <afletter/result.hpp>

#include <optional>
#include <string_view>

#include "mt940/field_findings.hpp"
#include "mt940/grammar_fault.hpp"
#include "mt940/subfields.hpp"

namespace afletter::mt940 {

// The subfields as the file has them; empty when left out.
struct BalanceText {
    std::string_view mark;
    Digits date;
    std::string_view currency;
    Decimal amount;
    std::string_view rest;  // what follows and belongs to no subfield
};
[[nodiscard]] Result<BalanceText, GrammarFault> parse_balance(std::string_view field);

// The balance, in `fallback` where it names no currency; nothing when it cannot be read, which is
// then reported.
[[nodiscard]] std::optional<Balance> read_balance(const Field& field, Currency fallback,
                                                  FieldFindings& findings);
// A :64: or :65:. Nothing is proved with it, so one that cannot be read is left out, and said.
[[nodiscard]] std::optional<NamedBalance> read_other_balance(const Field& field, Currency fallback,
                                                             FieldFindings& findings);

}  // namespace afletter::mt940
