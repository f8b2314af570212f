// Looks confidences up in the steps of a calibration.
#include <algorithm>
#include <iterator>
#include <span>

#include "policy/calibrations.hpp"

namespace afletter::matching {

namespace {

constexpr int certainty_bp = 10'000;

// Below the first step its share holds too.
int right_bp_at(const std::vector<CalibrationStep>& steps, int confidence_bp) {
    const auto next = std::ranges::upper_bound(steps, confidence_bp, {}, &CalibrationStep::from_bp);
    return next == steps.begin() ? steps.front().right_bp : std::prev(next)->right_bp;
}

// Explanations that fit exactly as well share what they come to together: their order says nothing.
void level_ties(std::span<Candidate> suggestions) {
    for (auto begin = suggestions.begin(); begin != suggestions.end();) {
        const auto end = std::find_if(begin, suggestions.end(), [&](const Candidate& other) {
            return other.log_odds != begin->log_odds;
        });
        int sum_bp = 0;
        std::for_each(begin, end, [&](const Candidate& tied) { sum_bp += shown_bp(tied); });
        const int mean_bp = sum_bp / static_cast<int>(end - begin);
        std::for_each(begin, end, [&](Candidate& tied) { tied.calibrated_bp = mean_bp; });
        begin = end;
    }
}

}  // namespace

void calibrate(std::vector<Candidate>& suggestions, const Calibration& calibration) {
    if (calibration.first.empty() || calibration.others.empty()) {
        return;
    }
    int most_bp = certainty_bp - 1;
    int left_bp = certainty_bp;
    const auto* steps = &calibration.first;
    for (Candidate& suggestion : suggestions) {
        const int right_bp = right_bp_at(*steps, suggestion.confidence_bp);
        most_bp = std::max(1, std::min({right_bp, most_bp, left_bp}));
        left_bp -= most_bp;
        suggestion.calibrated_bp = most_bp;
        steps = &calibration.others;
    }
    level_ties(suggestions);
}

}  // namespace afletter::matching
