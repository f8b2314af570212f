// Rounds that let lines say again what they said, beside rounds that ask every line anew.
#include <algorithm>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "candidates/books.hpp"
#include "new_account.hpp"
#include "packed/packed_lines.hpp"
#include "policy/scales.hpp"
#include "random_world.hpp"
#include "reference/propagation.hpp"
#include "round.hpp"
#include "support/test.hpp"

using namespace afletter;
using namespace afletter::test;
using matching::Books;
using matching::BooksChanges;
using matching::PackedLines;
using matching::Round;
using matching::Scales;

namespace {

struct Outcome {
    std::size_t place = 0;  // of the line, among all
    bool matched = false;
    std::vector<Candidate> candidates;
    std::vector<Obstacle> obstacles;
    SearchFunnel funnel;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome outcome_of(std::size_t line, const Decision& decision) {
    return {.place = line,
            .matched = decision.is_match(),
            .candidates = decision.candidates,
            .obstacles = decision.obstacles,
            .funnel = decision.funnel};
}

// As Matcher runs, but that no round knows of the one before it.
class PlainRun {
  public:
    PlainRun(std::span<const Line> lines, std::span<const OpenItem> items)
        : books_(items), scales_(policy_.model) {
        for (const Line& line : lines) {
            lines_.add(line);
        }
        lines_.sort_by_id();
        for (std::uint32_t line = 0; line < lines.size(); ++line) {
            waiting_.push_back(line);
        }
    }

    std::vector<Outcome> run() {
        while (decide()) {
        }
        return std::move(outcomes_);
    }
    [[nodiscard]] std::size_t rounds() const { return rounds_; }

  private:
    // Whether anything was matched.
    bool decide() {
        ++rounds_;
        Round round(books_, lines_, waiting_, policy_, scales_);
        round.judge([](std::size_t) {}, [](MatchStep) {}, nullptr);
        std::vector<std::uint32_t> left;
        std::vector<Allocation> settled;
        std::vector<matching::NewAccount> accounts;
        const bool is_last =
            std::ranges::none_of(std::views::iota(std::size_t{0}, waiting_.size()),
                                 [&round](std::size_t place) { return round.is_matched(place); });
        for (std::size_t place = 0; place < waiting_.size(); ++place) {
            if (!round.is_matched(place) && !is_last) {
                left.push_back(waiting_[place]);
                continue;
            }
            const Decision decision = round.decision_of(place);
            outcomes_.push_back(outcome_of(lines_.added_as(waiting_[place]), decision));
            if (decision.is_match()) {
                const auto& shares = decision.candidates.front().allocations;
                settled.insert(settled.end(), shares.begin(), shares.end());
            }
            if (auto account = matching::account_told_by(decision, books_)) {
                accounts.push_back(std::move(*account));
            }
        }
        for (const Allocation& share : settled) {
            books_.settle(books_.index_of(share.item_id), share.amount);
        }
        for (const matching::NewAccount& account : accounts) {
            books_.learn_account(account.iban, account.party);
        }
        waiting_ = std::move(left);
        return !is_last;
    }

    MatchPolicy policy_;
    PackedLines lines_;
    Books books_;
    Scales scales_;
    std::vector<std::uint32_t> waiting_;
    std::vector<Outcome> outcomes_;
    std::size_t rounds_ = 0;
};

}  // namespace

TEST_CASE("lines that nothing has changed for say what they would say if asked again",
          "[matchers][rounds][reference-twin]") {
    std::size_t rounds = 0;
    std::size_t worlds = 0;
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        const RandomWorld world = make_random_world(seed);
        const std::vector<Line> lines = world.lines();
        Matcher matcher;
        for (const OpenItem& item : world.items) {
            matcher.add_item(item);
        }
        for (const Line& line : lines) {
            matcher.add_line(line);
        }
        std::vector<Outcome> outcomes;
        matcher.run([&](std::size_t line, const Decision& decision) {
            outcomes.push_back(outcome_of(line, decision));
        });
        PlainRun plain(lines, world.items);
        CAPTURE(seed);
        REQUIRE(outcomes == plain.run());
        rounds += plain.rounds();
        ++worlds;
    }
    CHECK(rounds > 2 * worlds);  // some worlds take more than the two that every match takes
}

TEST_CASE("weights that are known are those that would be worked out", "[matchers][rounds]") {
    using matching::Claims;
    using matching::KnownWeights;
    // Two pairs of lines, each after one item. Only the first item is open for something else now.
    Claims claims;
    for (const matching::ItemIndex item : {0U, 0U, 1U, 1U}) {
        const std::vector<matching::Use> uses{{item, 100}};
        claims.add_option(3'000 + 500 * static_cast<MilliNats>(claims.line_count()), uses);
        claims.end_line();
    }
    const std::vector<std::int64_t> open{150, 100};
    const auto plain = plain_weight_of_other_claims(claims, open);
    const KnownWeights known{.weights = {-1, -2, plain[2], plain[3]}, .is_changed = {true, false}};
    CHECK(matching::weight_of_other_claims(claims, open, known) == plain);
    const KnownWeights untrue{.weights = {-1, -2, -3, -4}, .is_changed = {true, false}};
    CHECK(matching::weight_of_other_claims(claims, open, untrue) ==
          std::vector<MilliNats>{plain[0], plain[1], -3, -4});
}
