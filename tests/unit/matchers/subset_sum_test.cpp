// Branch and bound beside its slow twin, which looks at every subset there is.
#include <algorithm>
#include <random>
#include <vector>

#include "combine/subset_sum.hpp"
#include "support/test.hpp"

using namespace afletter;
using matching::subsets_with_sum;

namespace {

using Subsets = std::vector<std::vector<std::uint32_t>>;

Subsets all_subsets_with_sum(const std::vector<std::int64_t>& amounts, std::int64_t sum) {
    Subsets found;
    for (std::uint32_t bits = 1; bits < 1U << amounts.size(); ++bits) {
        std::vector<std::uint32_t> subset;
        std::int64_t total = 0;
        for (std::uint32_t place = 0; place < amounts.size(); ++place) {
            if ((bits >> place & 1U) != 0) {
                subset.push_back(place);
                total += amounts[place];
            }
        }
        if (total == sum) {
            found.push_back(subset);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every subset with the sum is found, each once", "[matchers][combination]") {
    std::mt19937 random(1);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::int64_t> amounts(1 + random() % 9);
        for (std::int64_t& amount : amounts) {
            amount = static_cast<std::int64_t>(random() % 12) - 3;  // zero and credit notes too
        }
        const auto sum = static_cast<std::int64_t>(random() % 20) - 4;
        Subsets expected = all_subsets_with_sum(amounts, sum);
        auto search =
            subsets_with_sum(amounts, sum, {.solutions_max = 1'000, .steps_max = 100'000});
        std::ranges::sort(expected);
        std::ranges::sort(search.found);
        CAPTURE(amounts, sum);
        REQUIRE(search.exhausted);
        REQUIRE(search.found == expected);
    }
}

TEST_CASE("a search stops at the second solution, and says when it did not see everything",
          "[matchers][combination]") {
    const std::vector<std::int64_t> equal(10, 5);
    CHECK(subsets_with_sum(equal, 10).found.size() == 2);
    CHECK(subsets_with_sum(equal, 10).exhausted);
    CHECK_FALSE(subsets_with_sum(equal, 10, {.solutions_max = 100, .steps_max = 3}).exhausted);

    SECTION("more amounts than may be searched") {
        CHECK(subsets_with_sum(std::vector<std::int64_t>(40, 7), 8).exhausted);
        CHECK_FALSE(subsets_with_sum(std::vector<std::int64_t>(41, 7), 8).exhausted);
    }
    SECTION("more members than a payment has") {
        CHECK(subsets_with_sum(std::vector<std::int64_t>(12, 1), 12).found.size() == 1);
        CHECK(subsets_with_sum(std::vector<std::int64_t>(13, 1), 13).found.empty());
    }
    SECTION("amounts whose sum could overflow") {
        const std::vector<std::int64_t> huge(3, 999'999'999'999'999'999);
        CHECK_FALSE(subsets_with_sum(huge, 1).exhausted);
    }
}
