// Stands between a reader and its sink, and lets the balances judge the reversal entries: banks
// disagree whether RvslInd (RC, RD) turns the direction that stands beside it, and only the sum
// can tell.
#pragma once

#include <afletter/parsers.hpp>

#include <cstddef>
#include <optional>
#include <vector>

#include "balance_proof.hpp"

namespace afletter {

struct Verdict {
    std::optional<bool> balanced;  // absent when a balance is missing
    // closing - (opening + booked entries), in that reading; absent also when they cannot be added.
    std::optional<Money> difference;
    std::optional<ReversalReading> reversals;  // the reading used; absent without reversals
    bool turned_too_late = false;  // the other reading would prove, but entries were sent already
};

// ISO 20022 and SWIFT say that the mark of a reversal is its real direction: that reading is tried
// first, and kept when neither proves. To be able to turn, entries are held back from the first
// reversal of a statement on; a statement that goes on longer than that is sent as it is marked.
class EntryJudge {
  public:
    static constexpr std::size_t held_max = 4096;

    explicit EntryJudge(StatementSink& sink) : sink_(sink) {}

    void begin(const StatementHeader& header);
    // `counted` is the amount that the proof adds up (an entry may be mislabelled).
    void entry(const Entry& entry, const Money& counted);
    void entry(const Entry& one) { entry(one, one.amount); }
    // Sends what was held back. `judge` is false when entries are missing: then nothing is proved.
    [[nodiscard]] Verdict finish(const std::optional<Balance>& opening,
                                 const std::optional<Balance>& closing, bool judge);

    [[nodiscard]] std::uint32_t entry_count() const { return proof_.entry_count(); }

  private:
    void hold(const Entry& entry);
    [[nodiscard]] bool turning_proves(const Money& difference) const;
    void release(ReversalReading reading);

    StatementSink& sink_;
    BalanceProof proof_;
    BalanceProof reversals_;
    std::vector<Entry> held_;  // the first held_count_ of them; the others are memory to use again
    std::size_t held_count_ = 0;
    bool holds_ = false;
    bool gave_up_ = false;
    bool has_reversals_ = false;
};

}  // namespace afletter
