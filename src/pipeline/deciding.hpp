// Deciding lines in rounds: what `match` books, and what a replay of the past would have booked.
#pragma once

#include <afletter/matchers.hpp>
#include <afletter/pipeline.hpp>

#include <functional>
#include <vector>

namespace afletter::pipeline {

// Takes what the allocations pay off their items, which are in order of item id.
void settle(const std::vector<Allocation>& allocations, std::vector<OpenItem>& items);

// Told of each match as it is made.
using MatchHandler = std::function<void(const Line&, const Decision&)>;

// Decides all lines, then those that are left with the books as they are by then, until nothing
// more is matched: what a run leaves to people is what the next run would leave to them too.
// Afterwards `items` are settled by the matches, `lines` are those that are left, and the decisions
// about them come last, in their order.
[[nodiscard]] std::vector<Decision> decide_in_rounds(std::vector<Line>& lines,
                                                     std::vector<OpenItem>& items,
                                                     const MatchPolicy& policy, Progress& progress,
                                                     const MatchHandler& on_match = {});

}  // namespace afletter::pipeline
