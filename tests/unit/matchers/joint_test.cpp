// Belief propagation beside its slow twin, which looks at every way the lines could be explained.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include "assign/joint.hpp"
#include "reference/propagation.hpp"
#include "support/test.hpp"

using namespace afletter;
using matching::Claims;
using matching::ItemIndex;
using matching::Use;

namespace {

struct Wish {
    MilliNats score = 0;
    std::vector<Use> uses;
};
using World = std::vector<std::vector<Wish>>;  // by line

Claims claims_of(const World& world) {
    Claims claims;
    for (const auto& wishes : world) {
        for (const Wish& wish : wishes) {
            claims.add_option(wish.score, wish.uses);
        }
        claims.end_line();
    }
    return claims;
}

// Adds up the odds of every way to explain all lines that no item is too small for.
class Enumeration {
  public:
    Enumeration(const World& world, std::vector<std::int64_t> open)
        : world_(world), left_(std::move(open)), chosen_(world.size()) {
        visit(0, 0.0);
    }
    [[nodiscard]] double probability(std::size_t line, std::size_t wish) {
        return with_[{line, wish}] / total_;
    }

  private:
    void visit(std::size_t line, double score) {
        if (line == world_.size()) {
            const double odds = std::exp(score);
            total_ += odds;
            for (std::size_t i = 0; i < world_.size(); ++i) {
                if (chosen_[i]) {
                    with_[{i, *chosen_[i]}] += odds;
                }
            }
            return;
        }
        chosen_[line].reset();
        visit(line + 1, score);
        for (std::size_t wish = 0; wish < world_[line].size(); ++wish) {
            take(world_[line][wish], -1);
            if (fits(world_[line][wish])) {
                chosen_[line] = wish;
                visit(line + 1, score + static_cast<double>(world_[line][wish].score) / 1000);
            }
            take(world_[line][wish], 1);
        }
        chosen_[line].reset();
    }
    void take(const Wish& wish, std::int64_t sign) {
        for (const Use& use : wish.uses) {
            left_[use.item] += sign * use.amount;
        }
    }
    [[nodiscard]] bool fits(const Wish& wish) const {
        return std::ranges::all_of(wish.uses,
                                   [this](const Use& use) { return left_[use.item] >= 0; });
    }

    const World& world_;
    std::vector<std::int64_t> left_;
    std::vector<std::optional<std::size_t>> chosen_;
    double total_ = 0;
    std::map<std::pair<std::size_t, std::size_t>, double> with_;
};

// The probability of an option after all lines have claimed.
double share_of(const Claims& claims, const std::vector<MilliNats>& weights, std::size_t line,
                std::size_t wish) {
    const auto odds = [&](std::uint32_t option) {
        const MilliNats score = claims.score(option) + claims.excess(line) + weights[option];
        return std::exp(static_cast<double>(score) / 1000);
    };
    double all = 1.0;
    for (std::uint32_t o = claims.first_option(line); o < claims.end_option(line); ++o) {
        all += odds(o);
    }
    return odds(claims.first_option(line) + static_cast<std::uint32_t>(wish)) / all;
}

}  // namespace

TEST_CASE("where claims form no ring, the marginals are exact", "[matchers][joint]") {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        // A chain: each line wants its own item and the next.
        World world(2 + random() % 5);
        for (std::uint32_t line = 0; line < world.size(); ++line) {
            for (const ItemIndex item : {line, line + 1}) {
                const auto score = static_cast<MilliNats>(random() % 12'000) - 4'000;
                world[line].push_back({std::min(score, Claims::score_max), {{item, 100}}});
            }
        }
        const std::vector<std::int64_t> open(world.size() + 1, 100);
        const Claims claims = claims_of(world);
        const auto weights = matching::weight_of_other_claims(claims, open);
        Enumeration exact(world, open);
        for (std::size_t line = 0; line < world.size(); ++line) {
            for (std::size_t wish = 0; wish < 2; ++wish) {
                CAPTURE(round, line, wish);
                REQUIRE(std::abs(share_of(claims, weights, line, wish) -
                                 exact.probability(line, wish)) < 0.01);
            }
        }
    }
}

TEST_CASE("claims that fit into an item together take nothing off each other",
          "[matchers][joint]") {
    const World halves{{{5'000, {{0, 50}}}}, {{5'000, {{0, 50}}}}};
    CHECK(matching::weight_of_other_claims(claims_of(halves), std::vector<std::int64_t>{100}) ==
          std::vector<MilliNats>{0, 0});
    const auto weights =
        matching::weight_of_other_claims(claims_of(halves), std::vector<std::int64_t>{99});
    CHECK(weights[0] == weights[1]);
    CHECK(weights[0] < -4'900);
}

TEST_CASE("no line is so sure that another's claim does not count", "[matchers][joint]") {
    const World world{{{30'000, {{0, 100}}}}, {{12'000, {{0, 100}}}}};
    const Claims claims = claims_of(world);
    CHECK(claims.score(0) == Claims::score_max);
    CHECK(claims.excess(0) == 21'000);
    const auto weights = matching::weight_of_other_claims(claims, std::vector<std::int64_t>{100});
    CHECK(std::abs(share_of(claims, weights, 0, 0) - 0.5) < 0.001);
    CHECK(std::abs(share_of(claims, weights, 1, 0) - 0.5) < 0.001);
}

TEST_CASE("the propagation is the same to the last bit as its plain twin",
          "[matchers][joint][reference-twin]") {
    std::mt19937 random(11);
    std::size_t contested = 0;
    for (int round = 0; round < 300; ++round) {
        const std::size_t items = 1 + random() % 40;
        std::vector<std::int64_t> open;
        for (std::size_t item = 0; item < items; ++item) {
            open.push_back(100 * static_cast<std::int64_t>(1 + random() % 3));
        }
        World world(1 + random() % 60);
        for (auto& wishes : world) {
            wishes.resize(random() % 5);
            for (Wish& wish : wishes) {
                wish.score = static_cast<MilliNats>(random() % 20'000) - 5'000;
                for (ItemIndex item = 0; item < items; ++item) {
                    if (random() % items < 2) {
                        wish.uses.push_back({item, 50 * static_cast<std::int64_t>(random() % 5)});
                    }
                }
            }
        }
        const Claims claims = claims_of(world);
        const auto weights = matching::weight_of_other_claims(claims, open);
        REQUIRE(weights == test::plain_weight_of_other_claims(claims, open));
        contested += static_cast<std::size_t>(
            std::ranges::count_if(weights, [](MilliNats weight) { return weight != 0; }));
    }
    CHECK(contested > 1'000);
}
