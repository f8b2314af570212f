// Sums a statement's booked entries and compares them with its balances.
#include "balance_proof.hpp"

namespace afletter {

std::optional<Money> BalanceProof::difference(const std::optional<Balance>& opening,
                                              const std::optional<Balance>& closing) const {
    if (impossible_ || !opening || !closing) {
        return std::nullopt;
    }
    const Money nothing(0, opening->amount.currency());
    const Result<Money, MoneyError> difference =
        checked_add(opening->amount, booked_.value_or(nothing))
            .and_then(
                [&](const Money& computed) { return checked_subtract(closing->amount, computed); });
    return difference ? std::optional(*difference) : std::nullopt;
}

std::optional<bool> BalanceProof::holds(const std::optional<Balance>& opening,
                                        const std::optional<Balance>& closing) const {
    const std::optional<Money> left = difference(opening, closing);
    return left ? std::optional(left->is_zero()) : std::nullopt;
}

}  // namespace afletter
