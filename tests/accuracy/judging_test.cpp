// What counts as right, and the bounds beside the counts: the judge of the tables in
// docs/accuracy.md.
#include <afletter/learning.hpp>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "bench/accuracy/core.hpp"
#include "bench/accuracy/judge.hpp"
#include "bench/accuracy/worlds.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
using namespace afletter::judging;
namespace simulator = afletter::simulator;

// Judged against one line with this truth.
Tally judged(const Answer& answer, const simulator::LineTruth& truth) {
    const simulator::World world =
        simulator::make_world({.lines = 1, .mix = simulator::mix_named("ordinary").value()});
    simulator::Books books = simulator::books_of(world);
    books.truths = {truth};
    return judge(books, {answer}).all;
}

constexpr std::int64_t cents = 318'60;
const simulator::LineTruth pays_item_7{.shares = {{.item = 7, .cents = cents}}};
const simulator::LineTruth pays_nothing{.shares = {}};

}  // namespace

TEST_CASE("a bound is the share at which so few errors have a chance of 5 %", "[judging]") {
    struct Case {
        std::uint64_t wrong;
        std::uint64_t trials;
        double bound;
    };
    // None of n: 1 - 0.05^(1/n). The others as tables of the binomial distribution have them.
    const auto known =
        GENERATE(Case{0, 1, 0.95}, Case{0, 1'000, 0.0029912}, Case{0, 30'000, 0.00009985},
                 Case{1, 10, 0.39416}, Case{3, 100, 0.075708}, Case{50, 100, 0.58641});
    CHECK(std::abs(upper_bound_95(known.wrong, known.trials) / known.bound - 1) < 1e-4);
}

TEST_CASE("nothing tried, or everything wrong, bounds nothing", "[judging]") {
    CHECK(upper_bound_95(0, 0) == 1);
    CHECK(upper_bound_95(5, 5) == 1);
}

TEST_CASE("more errors, or fewer trials, never lower the bound", "[judging]") {
    for (std::uint64_t wrong = 0; wrong < 40; ++wrong) {
        CHECK(upper_bound_95(wrong, 5'000) < upper_bound_95(wrong + 1, 5'000));
        CHECK(upper_bound_95(wrong, 5'001) < upper_bound_95(wrong, 5'000));
    }
}

TEST_CASE("a match is right when every item and every cent agree", "[judging]") {
    const Tally right = judged({.match = {{.item = 7, .cents = cents}}}, pays_item_7);
    CHECK(right.right == 1);
    CHECK(right.paying == 1);
    const auto wrong_match =
        GENERATE(Shares{{.item = 8, .cents = cents}}, Shares{{.item = 7, .cents = cents - 1}},
                 Shares{{.item = 7, .cents = cents}, {.item = 8, .cents = 1}});
    const Tally wrong = judged({.match = wrong_match}, pays_item_7);
    CHECK(wrong.wrong() == 1);
    CHECK(wrong.unfounded == 0);
}

TEST_CASE("a match of a line that pays no item of the ledger is wrong and unfounded", "[judging]") {
    const Tally tally = judged({.match = {{.item = 7, .cents = cents}}}, pays_nothing);
    CHECK(tally.wrong() == 1);
    CHECK(tally.unfounded == 1);
    CHECK(tally.without_item == 1);
    CHECK(tally.paying == 0);
}

TEST_CASE("a line of which an item is missing need not be matched, but may not be matched wrongly",
          "[judging]") {
    const simulator::LineTruth part{.complete = false, .shares = {{.item = 7, .cents = cents}}};
    CHECK(judged({}, part).paying == 0);
    CHECK(judged({}, part).left == 0);
    CHECK(judged({.match = {{.item = 7, .cents = cents + 1}}}, part).wrong() == 1);
    CHECK(judged({.match = {{.item = 7, .cents = cents}}}, part).right == 1);
}

TEST_CASE("a suggestion is true when its items are, whatever its cents", "[judging]") {
    Answer answer;
    answer.suggestions = {{{.item = 8, .cents = cents}},
                          {{.item = 6, .cents = 1}, {.item = 7, .cents = 1}},
                          {{.item = 7, .cents = 1}},
                          {{.item = 7, .cents = cents}}};
    CHECK(rank_of_truth(answer, pays_item_7) == 3U);
    const Tally tally = judged(answer, pays_item_7);
    CHECK(tally.left == 1);
    CHECK(tally.left_first == 0);
    CHECK(tally.left_in_three == 1);
    CHECK_FALSE(rank_of_truth(answer, pays_nothing).has_value());
}

TEST_CASE("a transfer is right without an item, and only where there is one", "[judging]") {
    const auto tally = [](bool answered, bool is_transfer, Shares shares) {
        Answer answer;
        answer.transfer = answered;
        return judged(answer, {.transfer = is_transfer, .shares = std::move(shares)});
    };
    CHECK(tally(true, true, {}).right == 1);
    CHECK(tally(true, true, {}).paying == 1);
    CHECK(tally(false, true, {}).left == 1);
    CHECK(tally(true, false, {}).wrong() == 1);
    CHECK(tally(true, false, {}).unfounded == 1);
    CHECK(tally(true, false, {{.item = 0, .cents = -500}}).wrong() == 1);
    CHECK(tally(true, false, {{.item = 0, .cents = -500}}).unfounded == 0);
}

TEST_CASE("confidences that keep their word have no calibration error", "[judging]") {
    Promises kept;
    Promises broken;
    for (int line = 0; line < 10; ++line) {
        kept.add(0.7, line < 7);
        broken.add(0.7, false);
    }
    CHECK(std::abs(kept.expected_error()) < 1e-12);
    CHECK(std::abs(kept.brier() - 0.21) < 1e-12);
    CHECK(std::abs(broken.expected_error() - 0.7) < 1e-12);
    CHECK(std::abs(broken.brier() - 0.49) < 1e-12);
}

TEST_CASE("verdicts on several worlds add up", "[judging]") {
    const simulator::World world =
        simulator::make_world({.lines = 500, .mix = simulator::mix_named("nasty").value()});
    const simulator::Books books = simulator::books_of(world);
    const judging::Verdict once = judge(books, answers_of(books, decide(books, {})));
    judging::Verdict twice = once;
    twice.add(once);
    CHECK(twice.all.right == 2 * once.all.right);
    CHECK(twice.calibration.count == 2 * once.calibration.count);
    std::uint64_t by_kind = 0;
    std::uint64_t by_stratum = 0;
    for (const Tally& tally : twice.kinds) {
        by_kind += tally.lines;
    }
    for (const auto& [stratum, tally] : twice.strata) {
        by_stratum += tally.automatic;
    }
    CHECK(by_kind == 1'000);
    CHECK(by_stratum == twice.all.automatic);
    CHECK(by_stratum > 0);
}

TEST_CASE("what is asked for is combined, and what is not is as usual", "[judging]") {
    WorldRequest request{.seeds = 2, .mixes = {"nasty", "mass"}, .missing_percents = {1, 5, 10}};
    const std::vector<NamedWorld> worlds = worlds_of(request);
    CHECK(worlds.size() == 12);
    CHECK(worlds.front().name == "nasty 1 % dense #101");
    CHECK(worlds.back().name == "mass 10 % dense #206");
    for (const NamedWorld& world : worlds) {
        CHECK(world.options.noise == simulator::Noise::normal);
        CHECK(world.options.society == simulator::Society::simple);
    }
}

TEST_CASE("no two of the standard worlds share name or seed", "[judging]") {
    std::set<std::string> names;
    std::set<std::uint64_t> seeds;
    const std::vector<NamedWorld> worlds = worlds_of({.seeds = 3});
    for (const NamedWorld& world : worlds) {
        names.insert(world.name);
        seeds.insert(world.options.seed);
    }
    CHECK(names.size() == worlds.size());
    CHECK(seeds.size() == worlds.size());
}
