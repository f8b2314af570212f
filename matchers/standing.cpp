// The same sum as in evidence/weighing; what is too close to call is left to it.
#include "standing.hpp"

#include <algorithm>
#include <cmath>

namespace afletter::matching {

namespace {

constexpr double milli = 1000.0;

}  // namespace

Standing standing_of(const std::vector<Weighed>& weighed, std::size_t claimed,
                     const std::vector<Obstacle>& obstacles, const Certificate* certificate) {
    Standing standing;
    double others = 0;
    for (const Weighed& one : std::span(weighed).subspan(claimed)) {
        others += odds_of(one.score);
    }
    standing.other_odds = static_cast<float>(others);
    standing.score = static_cast<std::int32_t>(weighed.front().score);
    const bool only_weak = certificate != nullptr && obstacles.size() == 1 &&
                           obstacles.front() == Obstacle::only_weak_evidence;
    const bool is_open = certificate != nullptr && (obstacles.empty() || only_weak);
    standing.kind = is_open ? Standing::Kind::open : Standing::Kind::forbidden;
    standing.threshold_bp =
        is_open ? static_cast<std::uint16_t>(certificate->threshold_bp) : std::uint16_t{0};
    return standing;
}

std::optional<bool> is_matched_still(const Standing& standing, std::span<const MilliNats> scores) {
    constexpr MilliNats rounding = 2;
    if (standing.kind == Standing::Kind::unknown) {
        return std::nullopt;
    }
    const MilliNats best = scores.front();
    double others = standing.other_odds;
    for (const MilliNats score : scores.subspan(1)) {
        if (score >= best) {
            return std::nullopt;  // another leads
        }
        others += odds_of(score);
    }
    if (!is_worth_claiming(best, standing.score)) {
        return std::nullopt;  // one that was not claimed may lead now
    }
    if (standing.kind == Standing::Kind::forbidden) {
        return false;
    }
    const MilliNats log_odds = best - std::llround(std::log1p(others) * milli);
    const bool surely = confidence_bp_of(log_odds - rounding) >= standing.threshold_bp;
    const bool perhaps = confidence_bp_of(log_odds + rounding) >= standing.threshold_bp;
    return surely == perhaps ? std::optional(surely) : std::nullopt;
}

}  // namespace afletter::matching
