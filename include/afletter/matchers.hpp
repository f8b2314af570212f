// values -> decisions. Pure: the same lines, items and policy give the same decisions, whatever
// their order; no clock, file, log or random source.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>
#include <afletter/model/match_model.hpp>
#include <afletter/model/open_item.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace afletter {

// The model that comes with the program: weights set by hand, certified on the project's own worlds
// (docs/accuracy.md).
[[nodiscard]] MatchModel shipped_model();

// What may be set. Everything that could make a match less certain is off by default.
struct MatchPolicy {
    std::size_t candidates_shown = 3;
    std::size_t candidates_weighed_max = 64;  // beyond it the line is ambiguous, never cut silently
    MatchModel model = shipped_model();
};

// Called now and then with the number of lines decided so far.
using MatchProgress = std::function<void(std::size_t lines_done)>;

// One decision for each line, in the order of `lines`. `items` holds the open items and the closed
// ones (open amount zero), which serve as evidence that something was paid before.
[[nodiscard]] std::vector<Decision> match(std::span<const Line> lines,
                                          std::span<const OpenItem> items,
                                          const MatchPolicy& policy = {},
                                          const MatchProgress& progress = {});

}  // namespace afletter
