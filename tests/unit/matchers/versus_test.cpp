// One item weighed after the decision, beside what the decision itself says of it.
#include <algorithm>

#include "random_world.hpp"
#include "support/test.hpp"
#include "world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

// What a line's own evidence says; the rest depends on the other lines and explanations.
std::vector<Evidence> own_evidence(const Candidate& candidate) {
    std::vector<Evidence> own = candidate.evidence;
    std::erase_if(own, [](const Evidence& evidence) {
        return evidence.feature == Feature::claims || evidence.feature == Feature::competition;
    });
    return own;
}

}  // namespace

TEST_CASE("weighed with the same books, an item gets the evidence that the decision has",
          "[matchers][versus][random]") {
    std::size_t compared = 0;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const RandomWorld world = make_random_world(seed);
        for (const Line& line : world.lines()) {
            const Decision decision = decide(line, world.items);  // no other lines
            for (const Candidate& candidate : decision.candidates) {
                if (candidate.allocations.size() > 1) {
                    continue;
                }
                const std::string& item = candidate.allocations[0].item_id;
                const LateCandidate late = weigh_against(line, world.items, item, decision);
                REQUIRE(own_evidence(late.candidate) == own_evidence(candidate));
                CHECK(late.is_led_to);
                CHECK(late.candidate.allocations == candidate.allocations);
                ++compared;
            }
        }
    }
    CHECK(compared > 500);
}

TEST_CASE("an account that the run knew is another party's, though the party is not at hand",
          "[matchers][versus]") {
    const std::vector<OpenItem> books{of_party(receivable("I1", "50.00"), "P", 1, "J. Vries"),
                                      of_party(receivable("I2", "70.00"), "Q", 2, "M. Bakker"),
                                      of_party(receivable("I3", "80.00"), "R", 3, "J. Vries")};
    const Line paid = from(line(1, "50.00"), 1, "J. Vries");
    const Decision decision = decide(paid, books);
    REQUIRE(best(decision) == "I1");
    const auto account = [&](std::size_t item) {
        const LateCandidate late =
            weigh_against(paid, std::span(books).subspan(item, 1), books[item].item_id, decision);
        const auto& evidence = late.candidate.evidence;
        return std::ranges::find(evidence, Feature::account, &Evidence::feature)->level;
    };
    CHECK(account(0) == Level::equal);
    CHECK(account(1) == Level::other);
    CHECK(account(2) == Level::differs);  // a namesake may be of the household
    const Decision none;                  // no run has looked at the line
    CHECK(weigh_against(paid, std::span(books).subspan(1, 1), "I2", none)
              .candidate.evidence[1]
              .level == Level::differs);
}

TEST_CASE("how rare an amount is, is as the run counted it in all the books",
          "[matchers][versus]") {
    std::vector<OpenItem> books;
    for (int i = 0; i < 40; ++i) {
        books.push_back(receivable("I" + std::to_string(100 + i), "50.00"));
    }
    const Line paid = line(1, "50.00", "bill");
    const Decision decision = decide(paid, books);
    REQUIRE(decision.funnel.by_amount == 40);
    const LateCandidate late = weigh_against(paid, std::vector{books[3]}, "I103", decision);
    CHECK_FALSE(late.is_led_to);
    const auto& evidence = late.candidate.evidence;
    const auto rarity = std::ranges::find(evidence, Feature::rarity, &Evidence::feature);
    REQUIRE(rarity != evidence.end());
    CHECK(rarity->level == Level::mass);
    CHECK(rarity->ledger_text == "40");

    // No run has counted yet: nothing is said.
    const LateCandidate undecided = weigh_against(paid, std::vector{books[3]}, "I103", Decision{});
    CHECK(std::ranges::find(undecided.candidate.evidence, Feature::rarity, &Evidence::feature) ==
          undecided.candidate.evidence.end());
}

TEST_CASE("the funnel counts what each index offered", "[matchers][versus]") {
    std::vector<OpenItem> books{
        of_party(with_reference(receivable("I1", "50.00"), payment_reference(1)), "P", 1,
                 "J. Vries"),
        of_party(receivable("I2", "60.00"), "P", 1, "J. Vries"), closed(receivable("I3", "50.00")),
        payable("I4", "70.00")};
    books[1].issue_date = day("2026-03-01");
    const std::string named = payment_reference(1) + " en 2025123456";  // the second is nobody's
    const Decision decision = decide(from(line(1, "50.00", named), 1, "J. Vries"), books);
    const SearchFunnel& funnel = decision.funnel;
    CHECK(funnel.items == 4);
    CHECK(funnel.open_items == 2);
    CHECK(funnel.issued == 1);  // by the day of booking
    CHECK(funnel.by_reference == 1);
    CHECK(funnel.by_amount == 2);  // open or closed
    CHECK(funnel.by_account == 2);
}
