// The allocation order: how a line's money is spread over the items of an explanation.
#pragma once

#include <cstdint>
#include <vector>

#include "candidates/hypothesis.hpp"
#include "candidates/inquiry.hpp"

namespace afletter::matching {

struct Share {
    ItemIndex item = 0;
    std::int64_t amount = 0;  // minor units, signed as the line
};

// Credit notes first, since they add to what there is to spread; then the oldest due. Where the
// amount is exact this is each item's open balance; of an amount that is larger a rest is left.
// What the configuration lets go leaves the item's open balance, whatever the line has.
// By item.
[[nodiscard]] std::vector<Share> shares_of(const Inquiry& inquiry, const Hypothesis& hypothesis);

}  // namespace afletter::matching
