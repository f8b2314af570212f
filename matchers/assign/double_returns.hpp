// The same return once more: what one return has opened again cannot be opened by another.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>

#include <span>
#include <vector>

namespace afletter::matching {

// Of returns of one item, the one that was booked before all others keeps it; of one day only if
// they are of different orders. `lines` are in the order of the decisions.
void take_back_double_returns(std::vector<Decision>& decisions, std::span<const Line> lines);

}  // namespace afletter::matching
