// Small differences that the configuration lets go: the item is settled whole, the rest is booked.
#include <cstdlib>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

OpenItem assessment(std::string id, std::string_view amount, int number) {
    return of_party(with_reference(receivable(std::move(id), amount), payment_reference(number)),
                    "de-vries", 1, "J. de Vries");
}

MatchRules within(std::string_view amount, int basis_points = 10'000) {
    MatchRules rules;
    rules.tolerance =
        Tolerance{.most = euros(amount), .basis_points = basis_points, .gl_account = "8.4300"};
    return rules;
}

Decision decide_by(const MatchRules& rules, const Line& line, const std::vector<OpenItem>& items) {
    return match(std::vector{line}, items, {.rules = rules}).front();
}

Line pays(std::string_view amount, int number) {
    return from(line(1, amount, payment_reference(number)), 1, "J. de Vries");
}

}  // namespace

TEST_CASE("a line within the tolerance settles its item whole, short or over",
          "[matchers][tolerance]") {
    const std::vector items{assessment("A", "100.37", 7)};
    const auto [paid, difference] =
        GENERATE(std::pair{"99.37", "-1.00"}, std::pair{"100.36", "-0.01"},
                 std::pair{"100.38", "0.01"}, std::pair{"101.37", "1.00"});
    CAPTURE(paid);
    const Decision decision = decide_by(within("1.00"), pays(paid, 7), items);
    CHECK(decision.method == Method::reference);
    CHECK_FALSE(decision.reason.has_value());
    CHECK(decision.stratum == "reference/tolerated/account");
    CHECK(decision.certificate == Basis::configured);
    CHECK(decision.threshold_bp.has_value());
    const Candidate& chosen = decision.candidates.front();
    CHECK(chosen.allocations ==
          std::vector<Allocation>{
              {.item_id = {}, .amount = euros(difference), .gl_account = "8.4300"},
              {.item_id = "A", .amount = euros("100.37")}});
    MilliNats sum = chosen.prior;
    for (const Evidence& evidence : chosen.evidence) {
        sum += evidence.weight;
    }
    CHECK(sum == chosen.log_odds);
    CHECK_FALSE(decide(pays("99.37", 7), items).is_match());
}

TEST_CASE("beyond the tolerance nothing is let go", "[matchers][tolerance]") {
    const std::vector items{assessment("A", "100.37", 7)};
    const Decision less = decide_by(within("1.00"), pays("99.36", 7), items);
    CHECK(less.reason == ExceptionReason::amount_differs);
    CHECK(less.candidates.front().allocations.size() == 1);
    CHECK(decide_by(within("1.00"), pays("101.38", 7), items).reason == ExceptionReason::overpaid);
    // 50 basis points of 100.37 is 0.50.
    CHECK(decide_by(within("1.00", 50), pays("99.87", 7), items).is_match());
    CHECK_FALSE(decide_by(within("1.00", 50), pays("99.86", 7), items).is_match());
}

TEST_CASE("a difference is let go only of what the line names, and its payer confirms",
          "[matchers][tolerance]") {
    const MatchRules rules = within("1.00");
    OpenItem invoice =
        of_party(with_document(receivable("A", "100.37"), "F2026-0012"), "p", 1, "J. de Vries");
    Line paid = line(1, "100.00", "F2026-0012");
    CHECK(decide_by(rules, from(paid, 1, ""), {invoice}).stratum == "document/tolerated/account");
    CHECK(decide_by(rules, from(paid, 1, ""), {invoice}).is_match());
    CHECK(decide_by(rules, named(paid, "J. de Vries"), {invoice}).is_match());
    const Decision unconfirmed = decide_by(rules, paid, {invoice});
    CHECK_FALSE(unconfirmed.is_match());
    CHECK(unconfirmed.reason == ExceptionReason::amount_differs);
    paid.detail.remittance.clear();
    CHECK_FALSE(decide_by(rules, from(paid, 1, "J. de Vries"), {invoice}).is_match());
    invoice.kind = ItemKind::payable;
    Line spent = from(line(2, "-100.00", "F2026-0012"), 1, "J. de Vries");
    CHECK_FALSE(decide_by(rules, spent, {invoice}).is_match());
}

TEST_CASE("what explains the amount exactly goes before a difference", "[matchers][tolerance]") {
    SECTION("another item of the payer has the amount") {
        const std::vector items{assessment("A", "100.37", 7), assessment("B", "100.00", 8)};
        const Decision decision = decide_by(within("1.00"), pays("100.00", 7), items);
        CHECK_FALSE(decision.is_match());
        CHECK(has(decision, Obstacle::another_fits_as_well));
    }
    SECTION("it was open before the costs of a reminder") {
        OpenItem item = assessment("A", "108.00", 7);
        item.amount = euros("100.00");
        const Decision decision = decide_by(within("10.00"), pays("100.00", 7), {item});
        CHECK(decision.stratum == "reference/earlier/account");
        CHECK(decision.candidates.front().allocations.front().amount == euros("100.00"));
    }
    SECTION("it is an instalment") {
        const Decision decision =
            decide_by(within("50.00"), pays("50.00", 7), {assessment("A", "100.00", 7)});
        CHECK(decision.stratum == "reference/instalment/account");
    }
    SECTION("it is rounded up further than is let go") {
        const Decision decision =
            decide_by(within("1.00"), pays("105.00", 7), {assessment("A", "100.37", 7)});
        CHECK(decision.stratum == "reference/rounded/account");
        CHECK(decision.reason == ExceptionReason::overpaid);
    }
}

TEST_CASE("the stratum of the open amount must be certified", "[matchers][tolerance]") {
    MatchPolicy policy{.rules = within("1.00")};
    std::erase_if(policy.model.certificates, [](const Certificate& certificate) {
        return certificate.stratum == "reference/open/account";
    });
    const std::vector items{assessment("A", "100.37", 7)};
    const std::vector lines{pays("100.00", 7)};
    const Decision decision = match(lines, items, policy).front();
    CHECK(decision.obstacles == std::vector{Obstacle::only_weak_evidence});
}

TEST_CASE("no item is settled twice by differences that are let go", "[matchers][tolerance]") {
    const std::vector items{assessment("A", "100.37", 7)};
    Line first = pays("100.00", 7);
    Line second = pays("100.30", 7);
    second.id = LineId{2};
    const auto decisions = match(std::vector{first, second}, items, {.rules = within("1.00")});
    std::int64_t settled = 0;
    for (const Decision& decision : decisions) {
        for (const Allocation& allocation : decision.candidates.front().allocations) {
            settled += decision.is_match() && allocation.item_id == "A"
                           ? allocation.amount.minor_units()
                           : 0;
        }
    }
    CHECK(settled <= euros("100.37").minor_units());
}
