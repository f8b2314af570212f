// Holds entries back from a statement's first reversal until its balances are known.
#include "entry_judge.hpp"

#include <span>

namespace afletter {

namespace {

// Negation of what a parser read cannot overflow: it reads magnitudes.
Money turned(const Money& amount) {
    return {-amount.minor_units(), amount.currency()};
}

void turn(Entry& entry) {
    entry.amount = turned(entry.amount);
    for (TransactionDetail& detail : entry.details) {
        if (detail.amount) {
            detail.amount = turned(*detail.amount);
        }
    }
}

}  // namespace

void EntryJudge::begin(const StatementHeader& header) {
    proof_ = {};
    reversals_ = {};
    held_count_ = 0;
    holds_ = false;
    gave_up_ = false;
    has_reversals_ = false;
    sink_.begin(header);
}

void EntryJudge::entry(const Entry& entry, const Money& counted) {
    proof_.add(counted, entry.status);
    const bool counts = entry.reversal && entry.status == EntryStatus::booked;
    if (counts) {
        reversals_.add(counted, entry.status);
        has_reversals_ = true;
        holds_ = !gave_up_;
    }
    if (!holds_) {
        sink_.entry(entry);
        return;
    }
    hold(entry);
    if (held_count_ > held_max) {
        release(ReversalReading::as_marked);
        gave_up_ = true;
    }
}

void EntryJudge::hold(const Entry& entry) {
    if (held_count_ == held_.size()) {
        held_.push_back(entry);
    } else {
        held_[held_count_] = entry;
    }
    ++held_count_;
}

Verdict EntryJudge::finish(const std::optional<Balance>& opening,
                           const std::optional<Balance>& closing, bool judge) {
    Verdict verdict;
    if (judge && opening && closing) {
        verdict.difference = proof_.difference(opening, closing);
        verdict.balanced = verdict.difference && verdict.difference->is_zero();
    }
    if (has_reversals_) {
        const bool turns =
            verdict.balanced == false && verdict.difference && turning_proves(*verdict.difference);
        verdict.turned_too_late = turns && gave_up_;
        verdict.reversals =
            turns && !gave_up_ ? ReversalReading::turned : ReversalReading::as_marked;
    }
    if (verdict.reversals == ReversalReading::turned) {
        verdict.balanced = true;
        verdict.difference = Money(0, verdict.difference->currency());
    }
    release(verdict.reversals.value_or(ReversalReading::as_marked));
    return verdict;
}

// Turning an amount round changes the sum by twice that amount.
bool EntryJudge::turning_proves(const Money& difference) const {
    const Balance nothing{Money(0, difference.currency()), std::nullopt};
    // From nothing to nothing, the reversals' sum is what is missing.
    const std::optional<Money> missing = reversals_.difference(nothing, nothing);
    if (!missing || missing->is_zero()) {
        return false;
    }
    const auto twice = checked_add(*missing, *missing);
    return twice && *twice == difference;
}

void EntryJudge::release(ReversalReading reading) {
    for (Entry& entry : std::span(held_).first(held_count_)) {
        const bool is_counted = entry.reversal && entry.status == EntryStatus::booked;
        if (reading == ReversalReading::turned && is_counted) {
            turn(entry);
        }
        sink_.entry(entry);
    }
    held_count_ = 0;
    holds_ = false;
}

}  // namespace afletter
