// Btch -> BatchTotals: how many payments the bank counts in a batch, and their sum.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <string>

#include "camt/record.hpp"

namespace afletter::camt {

// What of it cannot be read, or has no direction, is added to `unsaid`.
[[nodiscard]] BatchTotals read_batch_totals(const Record& batch,
                                            const std::optional<Currency>& account_currency,
                                            FieldSet& unsaid);

// As pieces of what no other member says, in the words of the file.
void tell_totals(const BatchTotals& totals, std::string& other);

}  // namespace afletter::camt
