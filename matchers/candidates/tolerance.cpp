// Whole numbers only: a share of what is open is compared without being rounded.
#include "candidates/tolerance.hpp"

#include <cstdint>
#include <cstdlib>
#include <limits>

#include "candidates/balance_states.hpp"
#include "combine/party_sets.hpp"

namespace afletter::matching {

namespace {

constexpr std::int64_t whole_bp = 10'000;

// Both in minor units, neither below zero.
bool is_let_go(const Tolerance& tolerance, std::int64_t difference, std::int64_t open) {
    if (difference == 0 || difference > tolerance.most.minor_units() ||
        difference > std::numeric_limits<std::int64_t>::max() / (2 * whole_bp)) {
        return false;
    }
    const std::int64_t share = tolerance.basis_points;
    return (difference * whole_bp + share - 1) / share <= open;
}

}  // namespace

bool is_within_tolerance(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const auto& tolerance = inquiry.rules.tolerance;
    if (!tolerance || inquiry.is_return || hypothesis.items.size() != 1 ||
        !hypothesis.trails.has(Trail::number)) {
        return false;
    }
    const BookItem& item = inquiry.books.item(hypothesis.items.front());
    const Money& amount = inquiry.line.amount;
    if (item.closed || item.kind != ItemKind::receivable || amount.is_negative() ||
        item.settling.is_negative() || item.settling.currency() != amount.currency() ||
        amount.currency() != tolerance->most.currency()) {
        return false;
    }
    const std::int64_t open = item.settling.minor_units();
    return is_let_go(*tolerance, std::abs(amount.minor_units() - open), open) &&
           !is_earlier_balance(item, amount) && !is_instalment(item, amount);
}

}  // namespace afletter::matching
