// The percentages of suggestions: how often suggestions of such confidence were right. A person
// sees them; no match rests on them.
#pragma once

#include <afletter/model/match_model.hpp>

#include <vector>

namespace afletter::matching {

// What the suggestions of the shipped model came to on the project's own worlds.
[[nodiscard]] Calibration shipped_calibration();

// Says of each suggestion, best first, how often such were right: never 0 or 100 %, none more than
// the one before it, and together no more than 100 %, since at most one is true. Those that fit
// exactly as well say the same.
void calibrate(std::vector<Candidate>& suggestions, const Calibration& calibration);

}  // namespace afletter::matching
