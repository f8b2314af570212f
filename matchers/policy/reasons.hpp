// From obstacles to the one reason a person is given.
#pragma once

#include <afletter/model/decision.hpp>

#include <vector>

namespace afletter::matching {

// Adds an obstacle in its place: the most telling first, each once.
void add_obstacle(std::vector<Obstacle>& obstacles, Obstacle obstacle);

// The reason that goes with the first obstacle; for some it depends on the best candidate, or on
// whether the rival line is the same payment once more. `obstacles` is not empty and in order.
[[nodiscard]] ExceptionReason reason_for(const std::vector<Obstacle>& obstacles,
                                         const std::vector<Candidate>& candidates,
                                         bool same_payment_twice = false);

}  // namespace afletter::matching
