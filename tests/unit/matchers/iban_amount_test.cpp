// The weakest pass that matches by itself: the party's account and an amount of its own.
#include <utility>
#include <vector>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

TEST_CASE("the party's account with an amount of its own matches", "[matchers][iban-amount]") {
    const OpenItem item = of_party(receivable("A", "123.45"), "p", 1, "J. de Vries");
    const Line paid = from(line(1, "123.45"), 1, "J. de Vries");
    CHECK(decide(paid, {item}).method == Method::iban_amount);
    // Without the payer's name it is less sure than account and amount must be.
    CHECK(decide(named(paid, ""), {item}).obstacles == std::vector{Obstacle::only_weak_evidence});

    SECTION("not under another name") {
        CHECK(has(decide(named(paid, "P. Bakker"), {item}), Obstacle::name_not_confirmed));
    }
    SECTION("not when the account is two parties'") {
        CHECK_FALSE(
            decide(paid, {item, of_party(receivable("B", "123.45"), "q", 1, "Q")}).is_match());
    }
    SECTION("not beside another item of the amount, open, closed or in part paid") {
        OpenItem other = of_party(receivable("B", "123.45"), "p", 1, "J. de Vries");
        CHECK(decide(paid, {item, other}).reason == ExceptionReason::ambiguous);
        CHECK(decide(paid, {item, closed(other)}).reason == ExceptionReason::ambiguous);
        other.open_amount = euros("100.00");
        CHECK(decide(paid, {item, other}).reason == ExceptionReason::ambiguous);
        other.amount = euros("223.45");
        CHECK(decide(paid, {item, other}).reason == ExceptionReason::ambiguous);
        other.amount = euros("200.00");
        CHECK(decide(paid, {item, other}).method == Method::iban_amount);
    }
    SECTION("not beside a set of the amount") {
        const OpenItem b = of_party(receivable("B", "100.00"), "p", 1, "J. de Vries");
        const OpenItem c = of_party(receivable("C", "23.45"), "p", 1, "J. de Vries");
        CHECK(decide(paid, {item, b, c}).reason == ExceptionReason::ambiguous);
        CHECK(decide(paid, {item, b}).method == Method::iban_amount);
    }
    SECTION("not when it may be an instalment of another") {
        CHECK(decide(paid, {item, of_party(receivable("B", "370.36"), "p", 1, "")}).reason ==
              ExceptionReason::ambiguous);
    }
    SECTION("not when the text names another who owes it") {
        const OpenItem other = of_party(receivable("B", "123.45"), "q", 2, "A. Bakker");
        Line for_other = paid;
        for_other.detail.remittance = "voor A. Bakker";
        CHECK_FALSE(decide(for_other, {item, other}).is_match());
        for_other.detail.remittance = "voor A. Smit";
        CHECK(decide(for_other, {item, other}).is_match());
    }
    SECTION("not when it is an amount of mass billing") {
        std::vector items{item};
        for (int i = 0; i < 7; ++i) {
            items.push_back(receivable("Z" + std::to_string(i), "123.45"));
        }
        CHECK(decide(paid, items).method == Method::iban_amount);
        items.push_back(receivable("Z7", "123.45"));
        CHECK(decide(paid, items).obstacles == std::vector{Obstacle::amount_is_common});
    }
    SECTION("not before the item was issued") {
        Line early = paid;
        early.booking_date = day("2025-12-31");
        const Decision decision = decide(early, {item});
        CHECK(has(decision, Obstacle::paid_before_issue));
        CHECK(decision.reason == ExceptionReason::low_confidence);
        early.booking_date = day("2026-01-01");
        CHECK(decide(early, {item}).is_match());
    }
}

TEST_CASE("account and amount decide nothing beside a number that the books do not hold",
          "[matchers][iban-amount]") {
    const OpenItem item =
        of_party(with_document(receivable("A", "123.45"), "AB-001234"), "p", 1, "J. de Vries");
    const auto says = [&](std::string text) {
        return decide(from(line(1, "123.45", std::move(text)), 1, "J. de Vries"), {item});
    };
    for (const char* text :
         {"bedankt", "op 31-01-2026", "EUR 123.456,78", "periode 2026 03", "nr 12345",
          "van NL91ABNA0417164300", "2025 en 2026", "bel 06-12345678"}) {
        CAPTURE(text);
        CHECK(says(text).method == Method::iban_amount);
    }
    CHECK(says("nota 001234").stratum == "part/open/account");
    for (const char* text : {"factuur 123456", "12 34 56", "AB-009876", "X123456",
                             "5000 0567 8901 2345", "RF18 5390 0754 7034"}) {
        CAPTURE(text);
        const Decision decision = says(text);
        CHECK(has(decision, Obstacle::unknown_number_in_text));
        CHECK(decision.reason == ExceptionReason::low_confidence);
    }
}

TEST_CASE("of a party with more items than may be weighed the amount tells nothing, settled or not",
          "[matchers][iban-amount]") {
    const auto party_of = [](int others) {
        std::vector items{of_party(receivable("A", "123.45"), "p", 1, "J. de Vries")};
        for (int i = 0; i < others; ++i) {
            items.push_back(closed(
                of_party(receivable("Z" + std::to_string(i), "7777.01"), "p", 1, "J. de Vries")));
        }
        return decide(from(line(1, "123.45"), 1, "J. de Vries"), items);
    };
    CHECK(party_of(63).method == Method::iban_amount);
    CHECK(party_of(64).reason == ExceptionReason::ambiguous);
}
