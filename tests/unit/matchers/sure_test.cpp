// Lines that need no further search, beside the same lines searched to the end.
#include <cstdlib>

#include "candidates/books.hpp"
#include "hearing.hpp"
#include "policy/reasons.hpp"
#include "policy/scales.hpp"
#include "random_world.hpp"
#include "support/test.hpp"

using namespace afletter;
using namespace afletter::test;
using matching::Books;
using matching::Depth;
using matching::Hearing;
using matching::Scales;

namespace {

const MatchPolicy policy;

Hearing heard(const Line& line, const Books& books, Depth depth) {
    static const Scales scales(policy.model);
    Hearing hearing(line, books, policy, scales, depth);
    hearing.hear({}, 1);
    return hearing;
}

bool is_sure(const Line& line, const std::vector<OpenItem>& items) {
    return decide(line, items).funnel.sure > 0;
}

}  // namespace

TEST_CASE("what is sure is what a search to the end finds", "[matchers][reference-twin]") {
    std::size_t sure = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        const RandomWorld world = make_random_world(seed);
        const Books books(world.items);
        for (const TrueLine& payment : world.payments) {
            const Hearing until_sure = heard(payment.line, books, Depth::until_sure);
            const Hearing whole = heard(payment.line, books, Depth::everywhere);
            if (until_sure.search.funnel.sure == 0) {
                REQUIRE(until_sure.search.funnel == whole.search.funnel);
                continue;
            }
            ++sure;
            const auto& best = until_sure.weighed.front();
            const auto& same = whole.weighed.front();
            REQUIRE(best.hypothesis.items == same.hypothesis.items);
            REQUIRE(best.score == same.score);
            REQUIRE(std::abs(best.confidence_bp - same.confidence_bp) <= 1);
            REQUIRE(obstacles_of(until_sure.weighing()) == obstacles_of(whole.weighing()));
        }
    }
    CHECK(sure > 1'000);
}

TEST_CASE("a doubt of any kind is searched on", "[matchers][sure]") {
    const std::vector<OpenItem> books{
        of_party(with_document(receivable("I1", "50.00"), "F2026-001001"), "P1", 1, "J. de Vries"),
        of_party(with_document(receivable("I2", "50.00"), "F2026-002002"), "P1", 1, "J. de Vries"),
        with_document(closed(receivable("I3", "50.00")), "F2026-003003")};
    const Line paid = from(line(1, "50.00", "F2026-001001"), 1, "J. de Vries");
    CHECK(is_sure(paid, books));
    CHECK_FALSE(is_sure(from(line(1, "50.01", "F2026-001001"), 1, "J. de Vries"), books));
    CHECK_FALSE(is_sure(from(line(1, "50.00", "F2026-001001"), 9, "J. de Vries"), books));
    CHECK_FALSE(is_sure(from(line(1, "50.00", "F2026-009009"), 1, "J. de Vries"), books));
    CHECK_FALSE(is_sure(from(line(1, "50.00", "F2026-003003"), 1, "J. de Vries"), books));
    CHECK_FALSE(
        is_sure(from(line(1, "50.00", "F2026-001001 F2026-002002"), 1, "J. de Vries"), books));
    CHECK_FALSE(
        is_sure(from(line(1, "50.00", "F2026-001001 F2026-009009"), 1, "J. de Vries"), books));
    Line batched = paid;
    batched.detail.batch_id = "B1";
    CHECK_FALSE(is_sure(batched, books));
}

TEST_CASE("by name alone only a number with check digits is sure", "[matchers][sure]") {
    const auto party = [](OpenItem item) { return of_party(std::move(item), "P1", 1, "J. Vos"); };
    const std::vector<OpenItem> books{
        party(with_reference(receivable("I1", "50.00"), payment_reference(1))),
        party(with_document(receivable("I2", "60.00"), "F2026-002002"))};
    CHECK(is_sure(from(line(1, "50.00", payment_reference(1)), 9, "J. Vos"), books));
    CHECK_FALSE(is_sure(from(line(1, "50.00", payment_reference(1)), 9, "B. Bos"), books));
    CHECK_FALSE(is_sure(from(line(1, "60.00", "F2026-002002"), 9, "J. Vos"), books));
}

TEST_CASE("of a line that is left, all there is is told", "[matchers][sure]") {
    const std::vector<OpenItem> books{
        of_party(with_reference(receivable("I1", "50.00"), payment_reference(1)), "P1", 1,
                 "J. Vos"),
        of_party(receivable("I2", "50.00"), "P1", 1, "J. Vos")};
    const Line paid = from(line(1, "50.00", payment_reference(1)), 1, "J. Vos");
    CHECK(decide(paid, books).candidates.size() == 1);
    MatchPolicy careful;  // above this amount a second person decides
    careful.rules.amount_limits = {euros("10.00")};
    const Decision left = match(std::vector{paid}, books, careful).front();
    CHECK(has(left, Obstacle::above_amount_limit));
    CHECK(left.funnel.sure == 0);
    CHECK(left.candidates.size() == 2);
}
