// What keeps the best explanation of a line from being booked without a person.
#pragma once

#include <afletter/model/decision.hpp>

#include <vector>

#include "candidates/search.hpp"
#include "evidence/weighing.hpp"
#include "policy/scales.hpp"
#include "policy/strata.hpp"

namespace afletter::matching {

// A line with everything found and weighed: what policy judges.
struct Weighing {
    const Inquiry& inquiry;
    const Search& search;
    const std::vector<Weighed>& weighed;  // best first
    const Scales& scales;
};

// In the order of policy/reasons; empty means: match to weighed.front().
[[nodiscard]] std::vector<Obstacle> obstacles_of(const Weighing& weighing);

// The pass that a match on this kind of evidence belongs to; of a payment, not a return.
[[nodiscard]] Method method_of(const Stratum& stratum);

}  // namespace afletter::matching
