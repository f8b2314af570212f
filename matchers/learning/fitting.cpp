// From confirmed decisions to weights.
#include <afletter/learning.hpp>

#include <algorithm>
#include <cmath>

#include "learning/conditional_logit.hpp"
#include "learning/minimise.hpp"

namespace afletter {

namespace {

using namespace matching;

constexpr double milli = 1000.0;
constexpr MilliNats weight_max = 30'000;

MilliNats rounded(double natural) {
    return std::clamp<MilliNats>(std::llround(natural * milli), -weight_max, weight_max);
}

bool has_items(const Candidate& candidate, const std::vector<Allocation>& truth) {
    return std::ranges::equal(candidate.allocations, truth, {}, &Allocation::item_id,
                              &Allocation::item_id);
}

}  // namespace

Lesson lesson_of(const Decision& decision, const std::vector<Allocation>& truth) {
    Lesson lesson;
    for (const Candidate& candidate : decision.candidates) {
        if (!truth.empty() && has_items(candidate, truth)) {
            lesson.truth = lesson.options.size();
        }
        Lesson::Option& option = lesson.options.emplace_back();
        for (const Evidence& evidence : candidate.evidence) {
            if (evidence.feature == Feature::claims) {
                option.fixed += evidence.weight;
            } else if (evidence.feature != Feature::competition) {
                option.findings.push_back({evidence.feature, evidence.level});
            }
        }
    }
    return lesson;
}

MatchModel fit(const MatchModel& parent, std::span<const Lesson> lessons) {
    const ConditionalLogit logit(parent, lessons);
    const Minimum minimum =
        minimise([&logit](std::span<const double> point,
                          std::vector<double>& gradient) { return logit.loss_at(point, gradient); },
                 logit.start());
    MatchModel model = parent;
    model.prior = rounded(minimum.point.front());
    for (std::size_t i = 0; i < model.weights.size(); ++i) {
        model.weights[i].weight = rounded(minimum.point[i + 1]);
    }
    return model;
}

double log_loss(const MatchModel& model, std::span<const Lesson> lessons) {
    const ConditionalLogit logit(model, lessons);
    return lessons.empty()
               ? 0
               : logit.loss_of_lessons(logit.start()) / static_cast<double>(lessons.size());
}

}  // namespace afletter
