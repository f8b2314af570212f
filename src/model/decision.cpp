// The one step from weights to a probability, for the matchers and for what explains them.
#include <afletter/model/decision.hpp>

#include <algorithm>
#include <cmath>

namespace afletter {

int confidence_bp_of(MilliNats log_odds) {
    constexpr double milli = 1000.0;
    constexpr int certainty_bp = 10'000;
    const double probability = 1.0 / (1.0 + std::exp(-static_cast<double>(log_odds) / milli));
    const auto rounded = static_cast<int>(std::lround(probability * certainty_bp));
    return std::clamp(rounded, 1, certainty_bp - 1);
}

int shown_bp(const Candidate& candidate) {
    return candidate.calibrated_bp.value_or(candidate.confidence_bp);
}

}  // namespace afletter
