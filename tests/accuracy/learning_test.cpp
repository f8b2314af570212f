// Learning, judged where the truth is known: fitted on one made-up town, held against another.
#include <afletter/learning.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include <fmt/format.h>

#include "bench/accuracy/core.hpp"
#include "bench/accuracy/judge.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
using namespace afletter::judging;
namespace simulator = afletter::simulator;

simulator::Books town(std::uint64_t seed) {
    return simulator::books_of(simulator::make_world({.seed = seed,
                                                      .lines = 20'000,
                                                      .mix = simulator::mix_named("nasty").value(),
                                                      .format = simulator::FormatChoice::camt,
                                                      .missing_percent = 5,
                                                      .numbering = simulator::Numbering::dense,
                                                      .noise = simulator::Noise::normal,
                                                      .society = simulator::Society::lifelike}));
}

std::vector<Allocation> truth_of(const simulator::Books& books, std::size_t line) {
    std::vector<Allocation> truth;
    for (const simulator::TrueShare& share : books.truths[line].shares) {
        truth.push_back({books.items[share.item].item_id,
                         Money(share.cents, books.lines[line].amount.currency())});
    }
    return truth;
}

std::vector<Lesson> lessons_of(const simulator::Books& books) {
    MatchPolicy policy;
    policy.candidates_shown = policy.candidates_weighed_max;
    const std::vector<Decision> decisions = match(books.lines, books.items, policy);
    std::vector<Lesson> lessons;
    for (std::size_t line = 0; line < decisions.size(); ++line) {
        lessons.push_back(lesson_of(decisions[line], truth_of(books, line)));
    }
    return lessons;
}

Tally judged_with(const simulator::Books& books, const MatchModel& model) {
    return judge(books, answers_of(books, match(books.lines, books.items, {.model = model}))).all;
}

}  // namespace

TEST_CASE("weights learnt in one town promise better in another, and match no worse",
          "[learning]") {
    const std::vector<Lesson> lessons = lessons_of(town(1'901));
    const auto begin = std::chrono::steady_clock::now();
    const MatchModel shipped = shipped_model();
    const MatchModel fitted = fit(shipped, lessons);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;

    const simulator::Books other = town(1'902);
    const std::vector<Lesson> exam = lessons_of(other);
    const double before = log_loss(shipped, exam);
    const double after = log_loss(fitted, exam);
    const Tally matched_before = judged_with(other, shipped);
    const Tally matched_after = judged_with(other, fitted);
    fmt::print(
        "{} lines fitted in {:.1f} s; log loss {:.4f} before, {:.4f} after; "
        "right {} before, {} after; wrong {} before, {} after\n",
        lessons.size(), seconds.count(), before, after, matched_before.right, matched_after.right,
        matched_before.wrong(), matched_after.wrong());
    CHECK(after < before);
    CHECK(matched_after.wrong() <= matched_before.wrong());
}
