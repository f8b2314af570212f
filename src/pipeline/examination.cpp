// Replays with all candidates kept.
#include "examination.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>
#include <tuple>

#include "replay.hpp"

namespace afletter::pipeline {

namespace {

constexpr double micro = 1e6;

// What people confirmed, by line, and when those lines were booked.
class Truths {
  public:
    // Of each line so many candidates are shown to people.
    Truths(const Past& past, std::ptrdiff_t shown) : shown_(shown) {
        for (const PastRun& run : past.runs) {
            take(run.confirmed);
        }
        take(past.confirmed);
        for (const PastRun& run : past.runs) {
            for (const Line& line : run.lines) {
                if (const auto known = truths_.find(line.id); known != truths_.end()) {
                    known->second.booked = line.booking_date;
                }
            }
        }
    }

    // The decision about a line that a person has confirmed, the first time that it is asked for.
    void examine(const Decision& decision, std::vector<Examined>& examined) {
        const auto found = truths_.find(decision.line);
        if (found == truths_.end() || found->second.is_examined) {
            return;
        }
        const std::vector<Allocation>& truth = *found->second.allocations;
        found->second.is_examined = true;
        Examined& one = examined.emplace_back(Examined{.line = decision.line,
                                                       .booked = found->second.booked,
                                                       .lesson = lesson_of(decision, truth),
                                                       .is_match = decision.is_match(),
                                                       .stratum = decision.stratum});
        if (!decision.candidates.empty()) {
            const Candidate& first = decision.candidates.front();
            one.confidence_bp = first.confidence_bp;
            one.is_right = one.is_match && first.allocations == truth;
        }
        if (!one.is_match) {
            for (const Candidate& suggestion : decision.candidates | std::views::take(shown_)) {
                one.suggested_bp.push_back(suggestion.confidence_bp);
            }
        }
    }

  private:
    struct Truth {
        const std::vector<Allocation>* allocations = nullptr;
        Date booked;
        bool is_examined = false;
    };
    void take(const std::vector<ConfirmedMatch>& matches) {
        for (const ConfirmedMatch& match : matches) {
            truths_[match.line].allocations = &match.allocations;
        }
    }
    std::ptrdiff_t shown_;
    std::map<LineId, Truth> truths_;
};

}  // namespace

std::vector<Examined> examine(const Material& material, const MatchModel& model,
                              Progress& progress) {
    MatchPolicy policy{.model = model, .rules = material.rules};
    Truths truths(material.past, static_cast<std::ptrdiff_t>(policy.candidates_shown));
    policy.candidates_shown = policy.candidates_weighed_max;
    std::vector<Examined> examined;
    Replay replay(policy);
    for (const PastRun& run : material.past.runs) {
        replay.run(run, progress,
                   [&](const Decision& decision) { truths.examine(decision, examined); });
    }
    std::ranges::sort(examined, {},
                      [](const Examined& one) { return std::tuple(one.booked, one.line); });
    return examined;
}

std::span<const Examined> later_than(std::span<const Examined> all, Date day) {
    const auto first = std::ranges::upper_bound(all, day, {}, &Examined::booked);
    return {first, all.end()};
}

std::vector<Lesson> lessons_of(std::span<const Examined> examined) {
    std::vector<Lesson> lessons;
    lessons.reserve(examined.size());
    for (const Examined& one : examined) {
        lessons.push_back(one.lesson);
    }
    return lessons;
}

ModelScore score_of(const MatchModel& model, std::span<const Examined> its_own,
                    std::span<const Lesson> lessons) {
    ModelScore score{.loss_micro = std::llround(log_loss(model, lessons) * micro)};
    for (const Examined& one : its_own) {
        score.right += one.is_right ? 1U : 0U;
        score.wrong += one.is_match && !one.is_right ? 1U : 0U;
    }
    return score;
}

}  // namespace afletter::pipeline
