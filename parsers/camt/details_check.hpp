// Compares an entry with the transactions that the bank says it is made of: their sum, and how many
// there should be. Beside the reading of an entry; what it finds are warnings.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstdint>
#include <optional>

#include "camt/values.hpp"

namespace afletter::camt {

class DetailsCheck {
  public:
    void begin() { *this = {}; }
    void add_batch(std::uint32_t announced) { announced_ += announced; }
    void add(const TransactionDetail& detail);
    // Reports camt.details.sum and camt.batch.details.
    void finish(Reading& reading, const Record& head, const Entry& entry) const;

  private:
    void check_sum(Reading& reading, const Record& head, const Entry& entry) const;
    void check_count(Reading& reading, const Record& head) const;

    std::uint64_t announced_ = 0;   // Btch/NbOfTxs, of all batches
    std::uint64_t count_ = 0;       // of details
    std::optional<Money> sum_;      // of their amounts
    std::optional<Money> charges_;  // of their charges, as far as they are known
    bool is_summable_ = true;       // every detail has an amount, and the sum fits
};

}  // namespace afletter::camt
