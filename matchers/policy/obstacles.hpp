// What keeps the best explanation of a line from being booked without a person.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
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

// What stands in the way whatever the other lines claim, a bit for each Obstacle.
struct Grounds {
    std::uint32_t of_line = 0;  // what was found of it
    std::uint32_t vetoes = 0;   // what the configuration and the audit sample keep back
};
// Of a payment.
[[nodiscard]] Grounds grounds_of(const Weighing& weighing);
// The same with how sure the best explanation is; null when there is none. `certificate` is that of
// its stratum, null when it has none.
[[nodiscard]] std::vector<Obstacle> obstacles_on(const Grounds& grounds, const Weighed* best,
                                                 const Certificate* certificate);

// In the order of policy/reasons; empty means: match to weighed.front().
[[nodiscard]] std::vector<Obstacle> obstacles_of(const Weighing& weighing);

// The pass that a match on this kind of evidence belongs to; of a payment, not a return.
[[nodiscard]] Method method_of(const Stratum& stratum);

}  // namespace afletter::matching
