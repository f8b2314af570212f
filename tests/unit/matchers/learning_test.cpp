// Weights learnt from confirmed decisions: the fit finds its one minimum, stays near the parent
// where little was seen, and depends on nothing but the lessons.
#include <afletter/learning.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "learning/conditional_logit.hpp"
#include "learning/minimise.hpp"
#include "reference/gradient_descent.hpp"
#include "support/test.hpp"
#include "unit/matchers/world.hpp"

namespace {

using namespace afletter;
using namespace afletter::matching;

// Lines with two explanations: one that has the name of the party, and one that has it in so many
// of a hundred; the amount is said of both. The first is the truth in so many of a hundred.
std::vector<Lesson> lessons(std::size_t count, unsigned named_percent, unsigned true_percent,
                            unsigned seed = 7) {
    std::mt19937 random(seed);
    const auto in_hundred = [&random](unsigned percent) { return random() % 100 < percent; };
    std::vector<Lesson> made;
    for (std::size_t i = 0; i < count; ++i) {
        Lesson lesson;
        lesson.options.push_back({.findings = {{Feature::amount, Level::equal},
                                               {Feature::rarity, Level::rare},
                                               {Feature::name, Level::equal}},
                                  .fixed = 0});
        lesson.options.push_back(
            {.findings = {{Feature::amount, Level::equal},
                          {Feature::rarity, Level::rare},
                          {Feature::name,
                           in_hundred(named_percent) ? Level::similar : Level::differs}},
             .fixed = -200});
        if (in_hundred(true_percent)) {
            lesson.truth = 0;
        } else if (in_hundred(50)) {
            lesson.truth = 1;
        }
        made.push_back(std::move(lesson));
    }
    return made;
}

MilliNats weight_of(const MatchModel& model, Feature feature, Level level) {
    const auto found = std::ranges::find_if(model.weights, [&](const Weight& weight) {
        return weight.feature == feature && weight.level == level;
    });
    REQUIRE(found != model.weights.end());
    return found->weight;
}

SmoothFunction function_of(const ConditionalLogit& logit) {
    return [&logit](std::span<const double> point, std::vector<double>& gradient) {
        return logit.loss_at(point, gradient);
    };
}

}  // namespace

TEST_CASE("the gradient is that of the loss", "[matchers][learning]") {
    const ConditionalLogit logit(shipped_model(), lessons(50, 30, 80));
    std::vector<double> point = logit.start();
    for (std::size_t i = 0; i < point.size(); ++i) {
        point[i] += 0.1 * static_cast<double>(i % 5) - 0.2;
    }
    std::vector<double> gradient;
    static_cast<void>(logit.loss_at(point, gradient));
    std::vector<double> ignored;
    constexpr double little = 1e-5;
    for (std::size_t i = 0; i < point.size(); ++i) {
        const double middle = point[i];
        point[i] = middle + little;
        const double above = logit.loss_at(point, ignored);
        point[i] = middle - little;
        const double below = logit.loss_at(point, ignored);
        point[i] = middle;
        CAPTURE(i, gradient[i]);
        CHECK(std::abs((above - below) / (2 * little) - gradient[i]) < 1e-4);
    }
}

TEST_CASE("the minimum is where a slow walk downhill ends as well", "[matchers][learning]") {
    for (const unsigned true_percent : {5U, 60U, 95U}) {
        const ConditionalLogit logit(shipped_model(), lessons(200, 40, true_percent));
        const Minimum minimum = minimise(function_of(logit), logit.start());
        CHECK(minimum.is_found);
        CHECK(minimum.steps < 100);
        const auto slow = reference::descend(function_of(logit), logit.start(), 0.002, 20'000);
        for (std::size_t i = 0; i < slow.size(); ++i) {
            CAPTURE(true_percent, i);
            CHECK(std::abs(slow[i] - minimum.point[i]) < 1e-4);
        }
    }
}

TEST_CASE("what was seen often moves a weight, and what was not seen leaves it",
          "[matchers][learning]") {
    const MatchModel parent = shipped_model();
    const MatchModel fitted = fit(parent, lessons(2'000, 50, 97));
    CHECK(weight_of(fitted, Feature::name, Level::equal) >
          weight_of(parent, Feature::name, Level::equal));
    CHECK(weight_of(fitted, Feature::reference, Level::equal) ==
          weight_of(parent, Feature::reference, Level::equal));
    CHECK(fitted.certificates == parent.certificates);
    CHECK(log_loss(fitted, lessons(2'000, 50, 97)) < log_loss(parent, lessons(2'000, 50, 97)));
    CHECK(log_loss(fitted, lessons(2'000, 50, 97, 8)) <
          log_loss(parent, lessons(2'000, 50, 97, 8)));
}

TEST_CASE("a few decisions move no weight far", "[matchers][learning]") {
    const MatchModel parent = shipped_model();
    const MatchModel fitted = fit(parent, lessons(3, 50, 0));
    CHECK(fitted.weights != parent.weights);
    for (std::size_t i = 0; i < parent.weights.size(); ++i) {
        CHECK(std::abs(fitted.weights[i].weight - parent.weights[i].weight) < 2'000);
    }
    CHECK(fit(parent, {}) == parent);
}

TEST_CASE("the order of decisions does not show in the weights", "[matchers][learning]") {
    std::vector<Lesson> some = lessons(500, 40, 70);
    const MatchModel one = fit(shipped_model(), some);
    std::ranges::reverse(some);
    CHECK(fit(shipped_model(), some) == one);
    std::shuffle(some.begin(), some.end(), std::mt19937(3));
    CHECK(fit(shipped_model(), some) == one);
}

TEST_CASE("a lesson has every explanation that was weighed, and which one was true",
          "[matchers][learning]") {
    using namespace afletter::test;
    const std::vector<OpenItem> items{of_party(receivable("A", "100.00"), "P", 1, "J. de Vries"),
                                      of_party(receivable("B", "100.00"), "P", 1, "J. de Vries")};
    const Decision decision = decide(from(line(1, "100.00"), 1, "J de Vries"), items);
    REQUIRE(decision.candidates.size() == 2);
    const auto of_item = [](const char* id) {
        return std::vector<Allocation>{{id, euros("100.00")}};
    };
    CHECK(lesson_of(decision, decision.candidates[1].allocations).truth == 1);
    CHECK(lesson_of(decision, of_item("C")).truth == std::nullopt);
    CHECK(lesson_of(decision, {}).truth == std::nullopt);
    const Lesson lesson = lesson_of(decision, of_item("A"));
    REQUIRE(lesson.options.size() == 2);
    // Its score, without the competition, is what the weights of its findings add up to.
    for (std::size_t i = 0; i < 2; ++i) {
        MilliNats sum = shipped_model().prior + lesson.options[i].fixed;
        for (const Finding& finding : lesson.options[i].findings) {
            for (const Weight& weight : shipped_model().weights) {
                sum += weight.feature == finding.feature && weight.level == finding.level
                           ? weight.weight
                           : 0;
            }
        }
        CHECK(sum ==
              decision.candidates[i].log_odds - decision.candidates[i].evidence.back().weight);
    }
}
