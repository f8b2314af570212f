// What the configuration leaves to people, whatever fits: large amounts, and blocked parties.
#include <afletter/model_changes.hpp>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

OpenItem assessment(std::string id, std::string_view amount, int number) {
    return of_party(with_reference(receivable(std::move(id), amount), payment_reference(number)),
                    "D-1", 1, "J. de Vries");
}

Decision decide_by(const MatchRules& rules, const Line& line, const std::vector<OpenItem>& items) {
    return match(std::vector{line}, items, {.rules = rules}).front();
}

Money dollars(std::string_view decimal) {
    return parse_decimal(decimal, Currency::parse("USD").value()).value();
}

}  // namespace

TEST_CASE("a line above the amount limit waits for a second person, with its candidate",
          "[matchers][vetoes]") {
    const MatchRules rules{.amount_limits = {euros("1000.00")}, .blocked_parties = {}};
    const std::vector items{assessment("A", "1000.00", 7), assessment("B", "1000.01", 8)};
    CHECK(decide_by(rules, line(1, "1000.00", payment_reference(7)), items).is_match());
    const Decision above = decide_by(rules, line(2, "1000.01", payment_reference(8)), items);
    CHECK(above.reason == ExceptionReason::needs_second_person);
    CHECK(above.obstacles == std::vector{Obstacle::above_amount_limit});
    CHECK(best(above) == "B");
    CHECK(decide(line(2, "1000.01", payment_reference(8)), items).is_match());
}

TEST_CASE("the limit holds for money that goes out and comes back, and in its own currency",
          "[matchers][vetoes]") {
    const MatchRules rules{.amount_limits = {euros("100.00"), dollars("5.00")},
                           .blocked_parties = {}};
    OpenItem invoice = payable("A", "250.00");
    invoice.end_to_end_id = "CRED-2026-77";
    Line paid = line(1, "-250.00");
    paid.detail.end_to_end_id = "CRED-2026-77";
    CHECK(decide_by(rules, paid, {invoice}).reason == ExceptionReason::needs_second_person);

    OpenItem collected = closed(receivable("C", "250.00"));
    collected.end_to_end_id = "INC-2026-01";
    Line returned = line(2, "-250.00");
    returned.detail.end_to_end_id = "INC-2026-01";
    returned.detail.return_reason = "AM04";
    CHECK(decide_by(no_rules, returned, {collected}).method == Method::returned);
    CHECK(decide_by(rules, returned, {collected}).reason == ExceptionReason::needs_second_person);

    OpenItem foreign = with_reference(receivable("D", "1.00"), payment_reference(7));
    foreign.amount = foreign.open_amount = dollars("60.00");
    Line sent = line(3, "1.00", payment_reference(7));
    sent.amount = dollars("60.00");
    CHECK(decide_by(rules, sent, {foreign}).reason == ExceptionReason::needs_second_person);
    CHECK(decide_by({.amount_limits = {euros("1.00")}, .blocked_parties = {}}, sent, {foreign})
              .is_match());
}

TEST_CASE("what is wrong with a line beside its amount is told first", "[matchers][vetoes]") {
    const MatchRules rules{.amount_limits = {euros("1.00")}, .blocked_parties = {}};
    const Decision nothing = decide_by(rules, line(1, "5.00", "hallo"), {});
    CHECK(nothing.reason == ExceptionReason::no_candidate);
    CHECK(nothing.obstacles == std::vector{Obstacle::no_item_found, Obstacle::above_amount_limit});
    const std::vector twins{assessment("A", "100.00", 7), assessment("B", "100.00", 8)};
    const Decision ambiguous = decide_by(rules, from(line(1, "100.00"), 1, "J. de Vries"), twins);
    CHECK(ambiguous.reason == ExceptionReason::ambiguous);
    CHECK(has(ambiguous, Obstacle::above_amount_limit));
}

TEST_CASE("a line that could be about a blocked party waits for that reason",
          "[matchers][vetoes]") {
    const MatchRules rules{.amount_limits = {}, .blocked_parties = {"D-1", "D-9"}};
    const std::vector items{assessment("A", "100.00", 7),
                            of_party(with_reference(receivable("B", "60.00"), payment_reference(8)),
                                     "D-2", 2, "P. Bakker"),
                            of_party(receivable("C", "60.00"), "D-1", 1, "J. de Vries")};
    SECTION("its item is named") {
        const Decision blocked = decide_by(rules, line(1, "100.00", payment_reference(7)), items);
        CHECK(blocked.reason == ExceptionReason::party_blocked);
        CHECK(blocked.obstacles == std::vector{Obstacle::party_is_blocked});
        CHECK(best(blocked) == "A");
    }
    SECTION("its item is only one of those that fit") {
        const Line paid = from(line(1, "60.00", payment_reference(8)), 1, "J. de Vries");
        CHECK(decide_by(rules, paid, items).reason == ExceptionReason::party_blocked);
    }
    SECTION("the reason comes before any other") {
        const Decision part = decide_by(rules, line(1, "33.00", payment_reference(7)), items);
        CHECK(part.reason == ExceptionReason::party_blocked);
        CHECK(has(part, Obstacle::amount_not_equal));
    }
    SECTION("another party's items are settled as ever") {
        CHECK(decide_by(rules, line(1, "60.00", payment_reference(8)), items).is_match());
    }
}

TEST_CASE("rules show in the version of the model, and no rules do not", "[matchers][vetoes]") {
    const MatchModel shipped = shipped_model();
    const MatchRules limit{.amount_limits = {euros("10.00")}, .blocked_parties = {}};
    const MatchRules blocked{.amount_limits = {}, .blocked_parties = {"D-1"}};
    CHECK(marked(shipped, no_rules) == shipped);
    CHECK(marked(shipped, limit).version.starts_with("shipped-1+"));
    CHECK(marked(shipped, limit).version != marked(shipped, blocked).version);
    CHECK(marked(shipped, limit).certificates == shipped.certificates);
}
