// Amounts that are not what is open, and may still be right: instalments, balances from before
// costs were added, payments rounded up, parts over several lines.
#include <string>
#include <utility>
#include <vector>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

// An assessment of J. de Vries (account 1) with a checked reference.
OpenItem assessment(std::string id, std::string_view amount, int number) {
    return of_party(with_reference(receivable(std::move(id), amount), payment_reference(number)),
                    "de-vries", 1, "J. de Vries");
}

}  // namespace

TEST_CASE("a reference settles what is paid of it, when the payer is the debtor",
          "[matchers][reference]") {
    const std::vector items{assessment("A", "100.00", 7)};
    const std::string text = payment_reference(7);
    CHECK(decide(line(1, "100.00", text), items).is_match());
    CHECK(decide(line(1, "99.99", text), items).reason == ExceptionReason::amount_differs);
    CHECK(decide(line(1, "100.01", text), items).reason == ExceptionReason::overpaid);
    CHECK(decide(line(1, "-100.00", text), items).reason == ExceptionReason::contradiction);

    SECTION("an instalment, from the debtor's account or under his name") {
        const Decision decision = decide(from(line(1, "25.00", text), 1, ""), items);
        CHECK(decision.method == Method::reference);
        CHECK(decision.candidates.front().allocations.front().amount == euros("25.00"));
        CHECK(decision.stratum == "reference/instalment/account");
        CHECK(decide(named(line(1, "33.33", text), "J. de Vries"), items).is_match());
    }
    SECTION("not an instalment by somebody else") {
        CHECK(decide(from(line(1, "25.00", text), 9, "P. Bakker"), items).reason ==
              ExceptionReason::amount_differs);
    }
    SECTION("not an amount that is no instalment") {
        CHECK(decide(from(line(1, "99.00", text), 1, ""), items).reason ==
              ExceptionReason::amount_differs);
    }
    SECTION("not when he owes this very amount under another number") {
        std::vector more = items;
        more.push_back(assessment("B", "25.00", 8000));
        CHECK(decide(from(line(1, "25.00", text), 1, ""), more).reason ==
              ExceptionReason::ambiguous);
    }
    SECTION("not before it was issued") {
        Line early = from(line(1, "25.00", text), 1, "");
        early.booking_date = day("2025-12-31");
        CHECK(has(decide(early, items), Obstacle::paid_before_issue));
    }
}

TEST_CASE("a balance from before costs were added is paid as far as it goes",
          "[matchers][reference]") {
    const auto pays = [](std::string_view amount, const OpenItem& item) {
        return decide(from(line(1, amount, payment_reference(7)), 1, "J. de Vries"), {item});
    };
    OpenItem item = assessment("A", "109.00", 7);
    SECTION("a small claim with the costs of a reminder") {
        const Decision decision = pays("100.00", item);
        CHECK(decision.stratum == "reference/earlier/account");
        CHECK(decision.is_match());
        CHECK(decision.candidates.front().allocations.front().amount == euros("100.00"));
    }
    SECTION("no tariff of the law has these costs") {
        CHECK(pays("103.00", item).reason == ExceptionReason::amount_differs);
        CHECK(pays("99.00", item).reason == ExceptionReason::amount_differs);
        CHECK(pays("100.01", item).reason == ExceptionReason::amount_differs);
        CHECK(pays("89.00", item).reason == ExceptionReason::amount_differs);  // 20: a large claim
    }
    SECTION("a large claim has other costs") {
        const OpenItem large = assessment("A", "474.00", 7);
        CHECK(pays("454.00", large).is_match());
        CHECK_FALSE(pays("465.00", large).is_match());
    }
    SECTION("whatever its source has named before") {
        item.earlier_balances = {euros("97.13")};
        CHECK(pays("97.13", item).is_match());
        item.amount = euros("98.50");
        CHECK(pays("98.50", item).is_match());
    }
    SECTION("a writ costs whole euros, which tells where the claim has cents") {
        CHECK(pays("100.45", assessment("A", "160.45", 7)).is_match());
        CHECK_FALSE(pays("101.00", assessment("A", "161.00", 7)).is_match());
        CHECK_FALSE(pays("100.45", assessment("A", "139.45", 7)).is_match());
        CHECK_FALSE(pays("100.45", assessment("A", "176.45", 7)).is_match());
    }
    SECTION("not when the payer owes this very amount under another number") {
        const std::vector both{item, assessment("B", "100.00", 8000)};
        CHECK(decide(from(line(1, "100.00", payment_reference(7)), 1, ""), both).reason ==
              ExceptionReason::ambiguous);
    }
    SECTION("not without the payer") {
        CHECK_FALSE(decide(line(1, "100.00", payment_reference(7)), {item}).is_match());
    }
}

TEST_CASE("a payment that was rounded up settles its item, and the rest waits",
          "[matchers][reference]") {
    const auto pays = [](std::string_view amount) {
        return decide(from(line(1, amount, payment_reference(7)), 1, "J. de Vries"),
                      {assessment("A", "96.20", 7)});
    };
    const Decision decision = pays("100.00");
    CHECK(decision.stratum == "reference/rounded/account");
    CHECK(decision.is_match());
    CHECK(decision.reason == ExceptionReason::overpaid);
    CHECK(decision.candidates.front().allocations.front().amount == euros("96.20"));
    CHECK(pays("105.00").is_match());
    CHECK(pays("97.20").is_match());
    for (const std::string_view other : {"97.21", "101.00", "110.00"}) {
        INFO(other);
        CHECK_FALSE(pays(other).is_match());
        CHECK(pays(other).reason == ExceptionReason::overpaid);
    }
}

TEST_CASE("parts that mean nothing alone settle an item when together they are what is open",
          "[matchers][reference]") {
    const std::vector items{assessment("A", "100.00", 7)};
    const auto part = [](int id, std::string_view amount) {
        return from(line(id, amount, payment_reference(7)), 1, "J. de Vries");
    };
    const std::vector lines{part(1, "61.00"), part(2, "39.00")};
    CHECK_FALSE(match(std::vector{lines[0]}, items)[0].is_match());
    for (const Decision& decision : match(lines, items)) {
        CHECK(decision.stratum == "reference/together/account");
        CHECK(decision.method == Method::reference);
    }
    SECTION("not a cent less") {
        for (const Decision& decision : match(std::vector{lines[0], part(2, "38.99")}, items)) {
            CHECK(decision.reason == ExceptionReason::amount_differs);
        }
    }
    SECTION("not when a third line wants a part as well") {
        for (const Decision& decision :
             match(std::vector{lines[0], lines[1], part(3, "7.00")}, items)) {
            CHECK_FALSE(decision.is_match());
        }
    }
}

TEST_CASE("an amount that fits nothing does not hold up the payment that fits",
          "[matchers][reference]") {
    const std::vector items{assessment("A", "100.00", 7)};
    const auto paid = [](int id, std::string_view amount, int account) {
        return from(line(id, amount, payment_reference(7)), account, "J. de Vries");
    };
    const auto decisions = match(std::vector{paid(1, "100.00", 1), paid(2, "61.23", 1)}, items);
    CHECK(decisions[0].is_match());
    CHECK_FALSE(decisions[1].is_match());

    SECTION("but one that may be an instalment does, as does another's payment of it all") {
        for (const Line& other : {paid(2, "25.00", 1), paid(2, "100.00", 2)}) {
            CHECK_FALSE(match(std::vector{paid(1, "100.00", 1), other}, items)[0].is_match());
        }
    }
}
