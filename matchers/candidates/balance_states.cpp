// Three sources of earlier balances: the item itself, its history, and the law's tariff of costs.
#include "candidates/balance_states.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace afletter::matching {

namespace {

// Kostenwet invordering rijksbelastingen, article 2: what a reminder costs depends on whether the
// claim is less than 454 euro. Indexed yearly; these are the tariffs since 2017, in euro.
constexpr std::int64_t claim_border = 454'00;
constexpr std::int64_t small_costs_least = 7;
constexpr std::int64_t small_costs_most = 9;
constexpr std::int64_t large_costs_least = 16;
constexpr std::int64_t large_costs_most = 20;
constexpr std::int64_t cents_in_euro = 100;

bool are_reminder_costs(std::int64_t costs, std::int64_t claim) {
    if (costs % cents_in_euro != 0) {
        return false;
    }
    const std::int64_t euros = costs / cents_in_euro;
    return claim < claim_border ? euros >= small_costs_least && euros <= small_costs_most
                                : euros >= large_costs_least && euros <= large_costs_most;
}

// Article 3: a writ costs some forty euro and a few for each whole part of the claim, a twentieth
// of it at most, always in whole euro. So the payer's cents are those of the item; that tells only
// when there are cents.
bool are_writ_costs(std::int64_t costs, std::int64_t claim) {
    constexpr std::int64_t least = 40'00;
    constexpr std::int64_t most = 70'00;  // with the reminder before it
    constexpr std::int64_t of_claim = 20;
    return claim % cents_in_euro != 0 && costs % cents_in_euro == 0 && costs >= least &&
           costs <= most + claim / of_claim && costs < claim;
}

bool was_named_by_its_source(const BookItem& item, std::int64_t paid) {
    bool named = std::abs(item.original.minor_units()) == paid;
    item.source.for_each_earlier_balance(
        [&](const Money& balance) { named = named || std::abs(balance.minor_units()) == paid; });
    return named;
}

}  // namespace

bool is_earlier_balance(const BookItem& item, const Money& amount) {
    const std::int64_t paid = std::abs(amount.minor_units());
    const std::int64_t costs = std::abs(item.settling.minor_units()) - paid;
    if (item.closed || item.kind != ItemKind::receivable || amount.is_negative() ||
        item.settling.is_negative() || item.settling.currency() != amount.currency() ||
        costs <= 0) {
        return false;
    }
    return was_named_by_its_source(item, paid) ||
           (amount.currency() == Currency::euro() &&
            (are_reminder_costs(costs, paid) || are_writ_costs(costs, paid)));
}

bool is_rounded_up(const BookItem& item, const Money& amount) {
    constexpr std::int64_t round_amount = 5'00;
    constexpr std::int64_t rounding_most = 10'00;
    const auto rest = checked_subtract(amount, item.settling);
    if (item.closed || !rest || rest->is_negative() || rest->is_zero() ||
        item.settling.is_negative() || amount.currency() != Currency::euro()) {
        return false;
    }
    const bool is_round = amount.minor_units() % round_amount == 0;
    return rest->minor_units() <= cents_in_euro ||
           (is_round && rest->minor_units() <= rounding_most);
}

}  // namespace afletter::matching
