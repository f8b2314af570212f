// The percentages of suggestions: isotonic regression beside its slow twin, and what a person sees.
#include <afletter/learning.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <vector>

#include "learning/isotonic.hpp"
#include "policy/calibrations.hpp"
#include "reference/isotonic.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
using matching::isotonic;
using matching::Pooled;

std::vector<Pooled> random_observations(std::mt19937& random) {
    std::vector<Pooled> observations(random() % 30);
    for (std::size_t place = 0; place < observations.size(); ++place) {
        const auto count = static_cast<std::int64_t>(1 + (random() % 20));
        const auto sum = static_cast<std::int64_t>(random()) % (count + 1);
        observations[place] = {.begin = place, .sum = sum, .count = count};
    }
    return observations;
}

std::vector<Candidate> suggestions_of(std::vector<int> confidences_bp) {
    std::vector<Candidate> suggestions;
    for (const int confidence_bp : confidences_bp) {
        suggestions.push_back({.log_odds = confidence_bp, .confidence_bp = confidence_bp});
    }
    return suggestions;
}

std::vector<int> shown_of(std::vector<int> confidences_bp, const Calibration& calibration) {
    auto suggestions = suggestions_of(std::move(confidences_bp));
    matching::calibrate(suggestions, calibration);
    std::vector<int> shown;
    for (const Candidate& suggestion : suggestions) {
        shown.push_back(shown_bp(suggestion));
    }
    return shown;
}

// `right` of `suggested` first suggestions of this confidence were the truth.
void add(SuggestionRecord& record, int confidence_bp, int suggested, int right) {
    for (int line = 0; line < suggested; ++line) {
        record.add(std::array{confidence_bp},
                   line < right ? std::optional<std::size_t>(0) : std::nullopt);
    }
}

}  // namespace

TEST_CASE("pooled means ascend, keep sums and counts, and are those of the slow twin",
          "[matchers][calibration]") {
    std::mt19937 random(20'261'201);
    for (int round = 0; round < 500; ++round) {
        const std::vector<Pooled> observations = random_observations(random);
        const std::vector<Pooled> pools = isotonic(observations);
        const auto means = reference::isotonic_means(observations);
        for (std::size_t pool = 0; pool < pools.size(); ++pool) {
            const Pooled& one = pools[pool];
            REQUIRE(
                (pool == 0 || pools[pool - 1].sum * one.count < one.sum * pools[pool - 1].count));
            const std::size_t end =
                pool + 1 < pools.size() ? pools[pool + 1].begin : observations.size();
            Pooled sum{.begin = one.begin};
            for (std::size_t place = one.begin; place < end; ++place) {
                sum.sum += observations[place].sum;
                sum.count += observations[place].count;
                REQUIRE(means[place].sum * one.count == one.sum * means[place].count);
            }
            REQUIRE(sum == one);
        }
        REQUIRE((pools.empty() ? observations.empty() : pools.front().begin == 0));
    }
}

TEST_CASE("a percentage is how many of such suggestions were right", "[matchers][calibration]") {
    SuggestionRecord record;
    add(record, 2'050, 100, 30);
    add(record, 4'050, 100, 60);
    add(record, 6'050, 100, 50);  // no better than those before
    add(record, 9'050, 100, 100);
    const Calibration calibration = record.calibration();
    CHECK(calibration.first ==
          std::vector<CalibrationStep>{{2'000, 3'000}, {4'000, 5'500}, {9'000, 9'999}});
    CHECK(calibration.others.empty());
}

TEST_CASE("records add up in any order", "[matchers][calibration]") {
    std::mt19937 random(20'261'202);
    for (int round = 0; round < 50; ++round) {
        std::array<SuggestionRecord, 2> halves;
        SuggestionRecord whole;
        for (int line = 0; line < 200; ++line) {
            const auto most = static_cast<int>(1 + (random() % 9'999));
            const std::array confidences{most, 1 + (most / 2)};
            const auto truth = random() % 3 == 0 ? std::nullopt : std::optional(random() % 2);
            halves[random() % 2].add(confidences, truth);
            whole.add(confidences, truth);
        }
        halves[1].add(halves[0]);
        REQUIRE(halves[1].calibration() == whole.calibration());
    }
}

TEST_CASE("few decisions move the parent's word little, and many replace it",
          "[matchers][calibration]") {
    const Calibration parent{.first = {{1, 1'000}, {5'000, 6'000}}, .others = {{1, 500}}};
    CHECK(SuggestionRecord().calibration(parent) == parent);
    SuggestionRecord few;
    add(few, 5'050, 1, 0);
    CHECK(few.calibration(parent).first[1].right_bp > 5'500);
    SuggestionRecord many;
    add(many, 9'999, 10'000, 9'000);
    CHECK(std::abs(many.calibration(parent).first.back().right_bp - 9'000) < 10);
}

TEST_CASE("what is shown keeps the order, is never certain, and never more than the whole",
          "[matchers][calibration]") {
    std::mt19937 random(20'261'203);
    const Calibration generous{.first = {{1, 4'000}, {5'000, 9'999}},
                               .others = {{1, 3'000}, {2'000, 9'000}}};
    for (const Calibration& calibration : {shipped_model().calibration, generous}) {
        for (int round = 0; round < 2'000; ++round) {
            std::vector<int> confidences_bp(1 + (random() % 3));
            std::ranges::generate(confidences_bp,
                                  [&] { return static_cast<int>(1 + (random() % 9'999)); });
            std::ranges::sort(confidences_bp, std::greater());
            const std::vector<int> shown = shown_of(confidences_bp, calibration);
            int sum = 0;
            for (std::size_t place = 0; place < shown.size(); ++place) {
                sum += shown[place];
                REQUIRE((shown[place] >= 1 && shown[place] <= 9'999));
                REQUIRE((place == 0 || shown[place] <= shown[place - 1]));
            }
            REQUIRE(sum <= 10'002);  // each of those left nothing still has 1
        }
    }
}

TEST_CASE("a surer suggestion is never shown a lower percentage", "[matchers][calibration]") {
    const Calibration shipped = shipped_model().calibration;
    REQUIRE(!shipped.first.empty());
    REQUIRE(!shipped.others.empty());
    int last = 0;
    for (int confidence_bp = 1; confidence_bp < 10'000; ++confidence_bp) {
        const int shown = shown_of({confidence_bp}, shipped).front();
        REQUIRE(shown >= last);
        last = shown;
    }
}

TEST_CASE("suggestions that fit exactly as well say the same", "[matchers][calibration]") {
    const Calibration steps{.first = {{1, 2'000}, {5'000, 6'000}}, .others = {{1, 1'000}}};
    CHECK(shown_of({5'000, 5'000}, steps) == std::vector{3'500, 3'500});
    CHECK(shown_of({5'000, 4'999}, steps) == std::vector{6'000, 1'000});
    CHECK(shown_of({5'000, 3'000, 3'000}, steps) == std::vector{6'000, 1'000, 1'000});
}

TEST_CASE("without a calibration the confidence itself is shown", "[matchers][calibration]") {
    CHECK(shown_of({7'000, 1'234}, {}) == std::vector{7'000, 1'234});
}
