// What the configuration keeps from being matched by itself, however well it fits.
#pragma once

#include <afletter/model/decision.hpp>

#include <vector>

#include "candidates/inquiry.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

void add_vetoes(const Inquiry& inquiry, const std::vector<Weighed>& weighed,
                std::vector<Obstacle>& obstacles);

}  // namespace afletter::matching
