// The fourth layer: what would have made a line automatic, or what would have stopped a match.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/text.hpp>

#include <string>
#include <vector>

namespace afletter::rendering {

// For an obstacle, what would have had to be otherwise: something that a person can look into.
struct Remedy {
    Obstacle obstacle;
    std::string text;
};
[[nodiscard]] std::vector<Remedy> remedies_of(const LineStory& story, Language language);

// A piece of evidence without which the match would not have been sure enough. The candidate's log
// odds less its weight are what they would have been: no other contribution depends on it.
struct Counterfactual {
    Feature feature;
    MilliNats log_odds = 0;
    int confidence_bp = 0;
    std::string text;
};
// The heaviest first; empty when any one may be left out.
[[nodiscard]] std::vector<Counterfactual> counterfactuals_of(const Decision& decision,
                                                             Language language);

}  // namespace afletter::rendering
