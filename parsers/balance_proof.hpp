// opening + booked entries = closing: the judge of every statement that was read.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>

#include "money_sum.hpp"

namespace afletter {

class BalanceProof {
  public:
    // Counts every entry; sums the booked ones. An entry in another currency, or a sum that
    // overflows, makes the proof impossible.
    void add(const Entry& entry) { add(entry.amount, entry.status); }
    void add(const Money& amount, EntryStatus status) {
        ++entry_count_;
        if (status != EntryStatus::booked || impossible_) {
            return;
        }
        if (booked_) {
            impossible_ = !add_to(*booked_, amount);
        } else {
            booked_ = amount;
        }
    }

    // Absent when a balance is missing or the sum is impossible.
    [[nodiscard]] std::optional<bool> holds(const std::optional<Balance>& opening,
                                            const std::optional<Balance>& closing) const;
    // closing - (opening + booked entries); absent as above.
    [[nodiscard]] std::optional<Money> difference(const std::optional<Balance>& opening,
                                                  const std::optional<Balance>& closing) const;
    [[nodiscard]] std::uint32_t entry_count() const { return entry_count_; }

  private:
    std::optional<Money> booked_;
    bool impossible_ = false;
    std::uint32_t entry_count_ = 0;
};

}  // namespace afletter
