// TxsSummry against the entries that the statement really has: what a cut or edited file forgets.
// Beside the balance proof, which is the stronger one: where that holds, the summary is not asked.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstdint>
#include <optional>

#include "camt/values.hpp"

namespace afletter::camt {

class SummaryCheck {
  public:
    void begin() { *this = {}; }
    // `counted` is the amount in the account's currency.
    void add(const Entry& entry, const Money& counted);
    // Reports camt.summary, once. Banks count booked entries or all, some count transactions: only
    // what fits none of these is a contradiction. Reversals make a sum of either side doubtful.
    void finish(Reading& reading, const Record& head, Currency currency) const;

  private:
    // Entries of one side, or of both.
    struct Tally {
        std::uint64_t entries = 0;
        std::uint64_t transactions = 0;
        std::int64_t minor_units = 0;  // without a sign
    };
    struct Side {
        Tally all;
        Tally booked;
    };

    void add_to(Tally& tally, const Entry& entry, const Money& counted);
    [[nodiscard]] bool check_count(Reading& reading, const Record& head, Field field,
                                   const Side& side) const;
    [[nodiscard]] bool check_sum(Reading& reading, const Record& head, Field field,
                                 const Money& all, const Money& booked) const;

    Side credits_;
    Side debits_;
    bool is_doubtful_ = false;
};

}  // namespace afletter::camt
