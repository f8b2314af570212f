// The unit of reconciliation: one transaction detail where the bank itemises, else the entry.
#pragma once

#include <afletter/model/statement.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace afletter {

struct Line {
    LineId id;  // given by the ledger
    AccountId account;
    std::uint32_t entry_index = 0;   // from 1 within the statement
    std::uint32_t detail_index = 0;  // from 1 within the entry; 0 when the line is the whole entry
    Date booking_date;
    Date value_date;
    Money amount;  // signed: + received, - paid
    bool reversal = false;
    std::string customer_reference;
    std::string transaction_code;
    std::string description;
    TransactionDetail detail;  // its `amount` is the line's amount
    std::uint64_t source_line = 0;
    BatchTotals batch;  // of a line that is a whole entry
};

// The lines of one booked entry. Their amounts always sum to the entry's: details that all carry
// amounts become lines, and what they leave unexplained becomes a line of its own that says so, or
// that it is the bank's charges, when it equals those that the entry or its details name;
// details of which some carry no amount are one line together. A single detail is the whole entry,
// unless the bank's charges are the difference between them.
// A line without a booking date takes the value date, else `fallback_date` (the statement's).
[[nodiscard]] std::vector<Line> lines_of(const Entry& entry, Date fallback_date);

}  // namespace afletter
