// Adds the amounts of a statement's entries up: a few instructions for each of millions, where
// checked_add() makes a Result of every sum on the way.
#pragma once

#include <afletter/model/money.hpp>

#include <cstdint>

namespace afletter {

// False, and `sum` stays as it was, when the amount is in another currency or the sum overflows.
[[nodiscard]] inline bool add_to(Money& sum, const Money& amount) {
    std::int64_t total = 0;
    if (amount.currency() != sum.currency() ||
        __builtin_add_overflow(sum.minor_units(), amount.minor_units(), &total)) {
        return false;
    }
    sum = Money(total, sum.currency());
    return true;
}

}  // namespace afletter
