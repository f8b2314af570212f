// What the configuration and the audit sample keep from being matched by itself, however well it
// fits.
#pragma once

#include <afletter/model/decision.hpp>

#include <vector>

#include "candidates/inquiry.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

void add_vetoes(const Inquiry& inquiry, const std::vector<Weighed>& weighed,
                std::vector<Obstacle>& obstacles);

// What the audit sample found of this explanation's kind of evidence, or of all kinds; null when it
// has stopped neither.
[[nodiscard]] const Suspension* suspension_of(const Inquiry& inquiry, const Weighed& best);

}  // namespace afletter::matching
