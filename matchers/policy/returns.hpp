// When a return may be matched by itself: it opens again exactly what one order or one item of ours
// was settled for.
#pragma once

#include <afletter/model/decision.hpp>

#include <string>
#include <vector>

#include "policy/obstacles.hpp"

namespace afletter::matching {

// In the order of telling; empty when the return opens its items by itself.
[[nodiscard]] std::vector<Obstacle> obstacles_of_return(const Weighing& weighing);

// "return/end_to_end", "return/mandate"; the stratum of a return.
[[nodiscard]] std::string return_stratum_of(const Weighed& weighed);

}  // namespace afletter::matching
