// Counts and sums by reason.
#include "reason_tallies.hpp"

#include <afletter/assert.hpp>

#include <algorithm>

namespace afletter::rendering {

void ReasonTallies::add(const ExceptionRecord& exception) {
    AFLETTER_ASSERT(exception.decision.reason.has_value());
    Tally& tally = tallies_.at(static_cast<std::size_t>(*exception.decision.reason));
    tally.key = name_of(*exception.decision.reason);
    ++tally.count;
    const Money& amount = exception.open_amount;
    const auto sum = std::ranges::find(tally.sums, amount.currency(), &Money::currency);
    if (sum == tally.sums.end()) {
        tally.sums.push_back(amount);
        return;
    }
    const auto total = checked_add(*sum, amount);
    AFLETTER_ASSERT(total.has_value());  // the ledger holds the same sum in its suspense account
    *sum = *total;
}

std::vector<Tally> ReasonTallies::list() const {
    std::vector<Tally> list;
    std::ranges::copy_if(tallies_, std::back_inserter(list),
                         [](const Tally& tally) { return tally.count > 0; });
    return list;
}

}  // namespace afletter::rendering
