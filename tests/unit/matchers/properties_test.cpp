// What holds of every decision, in many small worlds made at random.
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <thread>

#include <tbb/global_control.h>

#include "random_world.hpp"
#include "support/test.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

constexpr std::uint32_t world_count = 300;

// Everything a decision says, so that decisions compare.
auto said(const Decision& decision) {
    return std::tuple(decision.method, decision.reason, decision.candidates, decision.obstacles,
                      decision.funnel);
}

std::map<std::int64_t, Decision> by_line(const std::vector<Decision>& decisions) {
    std::map<std::int64_t, Decision> sorted;
    for (const Decision& decision : decisions) {
        sorted.emplace(decision.line.value, decision);
    }
    return sorted;
}

int differences(const std::vector<Decision>& left, const std::vector<Decision>& right) {
    const auto others = by_line(right);
    return static_cast<int>(std::ranges::count_if(left, [&](const Decision& decision) {
        const auto other = others.find(decision.line.value);
        return other != others.end() && said(decision) != said(other->second);
    }));
}

}  // namespace

TEST_CASE("no line of any small world is matched to what it does not pay", "[matchers][random]") {
    int matched = 0;
    int wrong = 0;
    for (std::uint32_t seed = 1; seed <= world_count; ++seed) {
        const RandomWorld world = make_random_world(seed);
        const auto decisions = match(world.lines(), world.items);
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            if (decisions[i].is_match()) {
                ++matched;
                wrong += best(decisions[i]) != world.payments[i].pays ? 1 : 0;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(matched > 1'000);
}

TEST_CASE("a decision is a match or has a reason, and its weights add up exactly",
          "[matchers][random]") {
    for (std::uint32_t seed = 1; seed <= world_count; ++seed) {
        const RandomWorld world = make_random_world(seed);
        for (const Decision& decision : match(world.lines(), world.items)) {
            REQUIRE(decision.method.has_value() != decision.reason.has_value());
            REQUIRE(decision.is_match() == decision.obstacles.empty());
            REQUIRE(decision.candidates.size() <= 3);
            for (const Candidate& candidate : decision.candidates) {
                MilliNats sum = candidate.prior;
                for (const Evidence& evidence : candidate.evidence) {
                    sum += evidence.weight;
                }
                REQUIRE(sum == candidate.log_odds);
                const double share =
                    1 / (1 + std::exp(-static_cast<double>(candidate.log_odds) / 1000));
                REQUIRE(std::abs(candidate.confidence_bp - share * 10'000) <= 1.0);
                REQUIRE((candidate.confidence_bp >= 1 && candidate.confidence_bp <= 9'999));
                REQUIRE(candidate.calibrated_bp.has_value() != decision.is_match());
            }
            REQUIRE(std::ranges::is_sorted(decision.candidates, std::ranges::greater(),
                                           &Candidate::log_odds));
            if (decision.is_match()) {
                REQUIRE(decision.candidates.front().confidence_bp >= 9'900);
            }
        }
    }
}

TEST_CASE("a match allocates the line to the cent, and no item beyond what is open of it",
          "[matchers][random]") {
    for (std::uint32_t seed = 1; seed <= world_count; ++seed) {
        const RandomWorld world = make_random_world(seed);
        const std::vector<Line> lines = world.lines();
        const auto decisions = match(lines, world.items);
        std::map<std::string, std::int64_t> left;
        for (const OpenItem& item : world.items) {
            left[item.item_id] = settling_amount(item).minor_units();
        }
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            if (!decisions[i].is_match()) {
                continue;
            }
            std::int64_t sum = 0;
            for (const Allocation& allocation : decisions[i].candidates.front().allocations) {
                sum += allocation.amount.minor_units();
                left[allocation.item_id] -= allocation.amount.minor_units();
                REQUIRE(left[allocation.item_id] >= 0);
            }
            REQUIRE(sum == lines[i].amount.minor_units());
        }
    }
}

TEST_CASE("decisions do not depend on the order of lines or items", "[matchers][random]") {
    for (std::uint32_t seed = 1; seed <= world_count; ++seed) {
        const RandomWorld world = make_random_world(seed);
        std::vector<Line> lines = world.lines();
        std::vector<OpenItem> items = world.items;
        const auto decisions = match(lines, items);
        std::mt19937 random(seed);
        std::ranges::shuffle(lines, random);
        std::ranges::shuffle(items, random);
        REQUIRE(differences(decisions, match(lines, items)) == 0);
    }
}

TEST_CASE("taking away what has nothing to do with a line changes nothing for it",
          "[matchers][random]") {
    for (std::uint32_t seed = 1; seed <= world_count; ++seed) {
        RandomWorld world = make_random_world(seed);
        world.items.push_back(
            of_party(with_document(receivable("Z", "999.99"), "2026-9999"), "Z", 99, "Q. Zondag"));
        std::vector<Line> lines = world.lines();
        lines.push_back(from(line(999, "999.99", "2026-9999"), 99, "Q. Zondag"));
        const auto decisions = match(lines, world.items);
        REQUIRE(decisions.back().is_match());
        world.items.pop_back();
        lines.pop_back();
        auto without = match(lines, world.items);
        auto with = decisions;
        for (auto* all : {&without, &with}) {
            for (Decision& decision : *all) {
                SearchFunnel& funnel = decision.funnel;  // three counts are of the whole books
                funnel.items = funnel.open_items = funnel.issued = 0;
            }
        }
        REQUIRE(differences(with, without) == 0);
    }
}

TEST_CASE("progress comes from the caller's thread and only goes up", "[matchers]") {
    const std::vector<Line> lines(100'000, line(1, "1.00"));
    const auto caller = std::this_thread::get_id();
    std::vector<std::size_t> counts;
    (void)match(lines, {}, {}, [&](std::size_t done) {
        CHECK(std::this_thread::get_id() == caller);
        counts.push_back(done);
    });
    REQUIRE_FALSE(counts.empty());
    CHECK(std::ranges::is_sorted(counts));
    CHECK(counts.front() > 0);
    CHECK(counts.back() <= lines.size());
}

TEST_CASE("decisions are the same for one thread and for all", "[matchers]") {
    const std::vector<OpenItem> items = make_random_world(1).items;
    std::vector<Line> lines;
    for (std::uint32_t seed = 1; lines.size() < 5'000; ++seed) {
        const RandomWorld world = make_random_world(seed);
        for (Line more : world.lines()) {
            more.id = {static_cast<std::int64_t>(lines.size() + 1)};
            lines.push_back(std::move(more));
        }
    }
    const auto decisions = match(lines, items);
    const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
    REQUIRE(differences(match(lines, items), decisions) == 0);
}
