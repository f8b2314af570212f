// Everything that waits for a person, and the reason it is given.
#include <set>
#include <utility>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

OpenItem assessment(std::string id, std::string_view amount, int number) {
    return of_party(with_reference(receivable(std::move(id), amount), payment_reference(number)),
                    "de-vries", 1, "J. de Vries");
}

// The reference with its last digit changed, so that its check fails.
std::string damaged(std::string reference) {
    for (char digit = '0'; digit <= '9'; ++digit) {
        reference.back() = digit;
        if (!PaymentReference::parse(reference)) {
            break;
        }
    }
    return reference;
}

}  // namespace

TEST_CASE("a line that nothing answers to has no candidate", "[matchers][exceptions]") {
    const Decision decision =
        decide(from(line(1, "5.00", "hallo"), 7, "P. Bakker"), {assessment("A", "100.00", 7)});
    CHECK(decision.reason == ExceptionReason::no_candidate);
    CHECK(decision.obstacles == std::vector{Obstacle::no_item_found});
    CHECK(decision.candidates.empty());
}

TEST_CASE("name and amount alone are only a suggestion", "[matchers][exceptions]") {
    std::vector items{assessment("A", "100.00", 7)};
    const Line paid = named(line(1, "100.00"), "J. de Vries");
    const Decision decision = decide(paid, items);
    CHECK(decision.reason == ExceptionReason::low_confidence);
    CHECK(decision.obstacles == std::vector{Obstacle::only_weak_evidence});
    CHECK(best(decision) == "A");
    items.push_back(of_party(receivable("B", "100.00"), "x", 2, "Jan de Vries"));
    CHECK(decide(paid, items).reason == ExceptionReason::ambiguous);
}

TEST_CASE("twins are ambiguous, and both are shown", "[matchers][exceptions]") {
    const std::vector items{assessment("A", "100.00", 7), assessment("B", "100.00", 8)};
    const Decision decision = decide(from(line(1, "100.00"), 1, "J. de Vries"), items);
    CHECK(decision.reason == ExceptionReason::ambiguous);
    REQUIRE(decision.candidates.size() == 2);
    CHECK(decision.candidates[0].confidence_bp == decision.candidates[1].confidence_bp);
    CHECK(decision.candidates[0].confidence_bp <= 5'000);
}

TEST_CASE("a part payment from a known account shows what may be meant", "[matchers][exceptions]") {
    const Decision decision = decide(from(line(1, "40.00"), 1, ""), {assessment("A", "100.00", 7)});
    CHECK(decision.reason == ExceptionReason::amount_differs);
    REQUIRE(best(decision) == "A");
    CHECK(decision.candidates.front().allocations.front().amount == euros("40.00"));
}

TEST_CASE("an item that is settled is never paid again, nor another in its place",
          "[matchers][exceptions]") {
    const std::vector items{closed(assessment("A", "100.00", 7)), assessment("B", "100.00", 8)};
    Line paid = from(line(1, "100.00", payment_reference(7)), 1, "J. de Vries");
    const Decision decision = decide(paid, items);
    CHECK(decision.reason == ExceptionReason::already_settled);
    CHECK(has(decision, Obstacle::item_closed));

    SECTION("by EndToEndId") {
        OpenItem sent = closed(payable("C", "9.00"));
        sent.end_to_end_id = "E2E-9";
        paid = line(1, "-9.00");
        paid.detail.end_to_end_id = "E2E-9";
        CHECK(decide(paid, {sent}).reason == ExceptionReason::already_settled);
    }
}

TEST_CASE("a reference of the bank that fails its check is told, with what it may have been",
          "[matchers][exceptions]") {
    Line paid = from(line(1, "100.00"), 9, "P. Bakker");
    paid.detail.structured_reference = damaged(payment_reference(7));
    const Decision decision = decide(paid, {assessment("A", "100.00", 7)});
    CHECK(decision.reason == ExceptionReason::damaged_reference);
    CHECK(has(decision, Obstacle::check_digits_wrong));
    CHECK(best(decision) == "A");

    SECTION("beside account and amount it is repaired") {
        paid = from(paid, 1, "J. de Vries");
        CHECK(decide(paid, {assessment("A", "100.00", 7)}).method == Method::fuzzy);
    }
    SECTION("also of an amount that many owe, unless they owe it twice") {
        paid = from(paid, 1, "J. de Vries");
        std::vector items{assessment("A", "100.00", 7)};
        for (int i = 0; i < 20; ++i) {
            items.push_back(receivable("Z" + std::to_string(i), "100.00"));
            items.back().party_id = "z" + std::to_string(i);
        }
        CHECK(decide(paid, items).stratum == "repair/open/account");
        CHECK(decide(paid, items).is_match());
        for (int i = 0; i < 20; ++i) {
            items[static_cast<std::size_t>(i) + 1].party_id = "z" + std::to_string(i / 2);
        }
        CHECK(decide(paid, items).obstacles == std::vector{Obstacle::amount_is_common});
    }
    SECTION("but not when the amount says something else") {
        paid = from(paid, 1, "J. de Vries");
        CHECK(decide(paid, {assessment("A", "99.00", 7)}).reason ==
              ExceptionReason::damaged_reference);
    }
    SECTION("or with no candidate at all") {
        CHECK(decide(paid, {}).reason == ExceptionReason::damaged_reference);
    }
    SECTION("or in the text, when one typing error explains it") {
        paid.detail.structured_reference.clear();
        paid.detail.remittance = damaged(payment_reference(7));
        CHECK(decide(paid, {assessment("A", "100.00", 7)}).reason ==
              ExceptionReason::damaged_reference);
    }
    SECTION("but text in that field is only text") {
        paid.detail.structured_reference = "OZB de Vries";
        CHECK(decide(paid, {}).reason == ExceptionReason::no_candidate);
    }
}

TEST_CASE("where nothing leads anywhere, name or amount alone suggest and never decide",
          "[matchers][exceptions]") {
    const std::vector items{
        of_party(receivable("A", "412.80"), "p", 1, "A.K.R. Brouwer"),
        of_party(receivable("B", "310.05"), "q", 2, "T.T.C. van Slotstra"),
        of_party(receivable("C", "77.77"), "r", 3, "J. de Vries"),
    };
    const auto suggested = [&](std::string_view amount, std::string name) {
        const Decision decision = decide(from(line(1, amount), 9, std::move(name)), items);
        CHECK_FALSE(decision.is_match());
        CHECK(decision.reason != ExceptionReason::no_candidate);
        return best(decision) + " " + decision.stratum;
    };
    CHECK(suggested("412.80", "AKR BROUW") == "A amount/open/none");  // cut too short to agree
    CHECK(suggested("103.35", "T. van Slotstra") == "B name/instalment/name");
    CHECK(suggested("77.77", "Boekhandel Smit") == "C amount/open/none");
    CHECK(decide(from(line(1, "60.00"), 9, "T. van Slotstra"), items).reason ==
          ExceptionReason::no_candidate);

    SECTION("and the amount only where few have it") {
        std::vector many(9, items[2]);
        for (std::size_t i = 0; i < many.size(); ++i) {
            many[i].item_id += std::to_string(i);
            many[i].party_id += std::to_string(i);
        }
        const Line paid = from(line(1, "77.77"), 9, "Boekhandel Smit");
        CHECK(decide(paid, many).reason == ExceptionReason::no_candidate);
        many.pop_back();
        CHECK(decide(paid, many).funnel.by_amount_alone == 8);
    }
}

TEST_CASE("a document number inside of a mistyped reference was not meant",
          "[matchers][exceptions]") {
    const OpenItem other =
        of_party(with_document(receivable("B", "100.00"), "F202-6004381"), "p", 1, "J. de Vries");
    const OpenItem digits =
        of_party(with_document(receivable("C", "100.00"), "92610000"), "p", 1, "J. de Vries");
    const auto says = [&](std::string text) {
        return from(line(1, "100.00", std::move(text)), 1, "J. de Vries");
    };
    CHECK(decide(says("F202 6004 381"), {other}).method == Method::document);
    CHECK_FALSE(decide(says("RF11 F202 6004 381"), {other}).is_match());
    CHECK(decide(says("9261 0000"), {digits}).method == Method::document);
    CHECK_FALSE(decide(says("2063 9261 0000 0002"), {digits}).is_match());
    // A reference of the books, and a document number behind it, are both meant.
    const std::vector both{assessment("A", "10.00", 7), digits};
    Line paid = says(payment_reference(7) + " 9261 0000");
    paid.amount = euros("110.00");
    CHECK(decide(paid, both).method == Method::combination);
}

TEST_CASE("an item in another currency is not settled", "[matchers][exceptions]") {
    OpenItem item = assessment("A", "100.00", 7);
    const Currency dollar = Currency::parse("USD").value();
    item.amount = item.open_amount = Money(100'00, dollar);
    const Decision decision = decide(line(1, "100.00", payment_reference(7)), {item});
    CHECK(decision.reason == ExceptionReason::currency_differs);
    CHECK(has(decision, Obstacle::currency_not_equal));
}

TEST_CASE("more than may be weighed is ambiguous and lists nothing", "[matchers][exceptions]") {
    const auto offered = [](int count) {
        std::vector<OpenItem> items;
        for (int i = 0; i < count; ++i) {
            items.push_back(of_party(receivable("A" + std::to_string(i), "100.00"),
                                     "p" + std::to_string(i), 10 + i, "J. de Vries"));
        }
        return decide(named(line(1, "100.00"), "J. de Vries"), items);
    };
    CHECK(offered(64).candidates.size() == 3);
    CHECK(offered(65).candidates.empty());
    CHECK(offered(65).reason == ExceptionReason::ambiguous);
    CHECK(offered(300).reason == ExceptionReason::ambiguous);
}

TEST_CASE("two lines that claim one item are both left to a person", "[matchers][contests]") {
    const std::vector items{assessment("A", "100.00", 7), assessment("B", "60.00", 8)};
    const Line first = from(line(1, "100.00", payment_reference(7)), 1, "J. de Vries");
    Line second = first;
    second.id = LineId{2};
    const auto reasons = [&](const Line& other) {
        const auto decisions = match(std::vector{first, other}, items);
        CHECK(has(decisions[0], Obstacle::item_claimed_twice));
        CHECK_FALSE(decisions[0].is_match());
        CHECK_FALSE(decisions[1].is_match());
        return std::pair(*decisions[0].reason, *decisions[1].reason);
    };
    using enum ExceptionReason;
    CHECK(reasons(second) == std::pair(duplicate_payment, duplicate_payment));
    CHECK(reasons(from(second, 9, "J. de Vries")) == std::pair(ambiguous, ambiguous));

    SECTION("by name, where there is no account") {
        Line third = first;
        third.detail.counterparty.iban.reset();
        third.id = LineId{3};
        CHECK(reasons(third) == std::pair(duplicate_payment, duplicate_payment));
    }
    SECTION("as part of a set") {
        Line set = line(4, "160.00", payment_reference(7) + " " + payment_reference(8));
        CHECK(reasons(set) == std::pair(ambiguous, ambiguous));
    }
    SECTION("however much better the one fits than the other") {
        const Line guess = from(line(5, "100.00"), 1, "J. de Vries");
        const Line names_it = from(line(6, "100.00", payment_reference(7)), 9, "P. Bakker");
        const auto decisions = match(std::vector{guess, names_it}, items);
        CHECK_FALSE(decisions[0].is_match());
        CHECK(has(decisions[0], Obstacle::item_claimed_twice));
        CHECK_FALSE(decisions[1].is_match());
    }
    SECTION("of an equal payment of another day, the first settles the item") {
        Line again = second;
        again.booking_date = day("2026-02-05");
        const auto decisions = match(std::vector{again, first}, items);
        CHECK(decisions[0].reason == ExceptionReason::already_settled);
        CHECK(decisions[1].method == Method::reference);
    }
    SECTION("equal instalments are not doubles while something is left") {
        Line half = from(line(8, "50.00", payment_reference(7)), 1, "J. de Vries");
        Line other_half = half;
        other_half.id = LineId{9};
        const auto decisions = match(std::vector{half, other_half}, items);
        CHECK(decisions[0].is_match());
        CHECK(decisions[1].is_match());
    }
    SECTION("but not lines for different items") {
        const Line other = from(line(7, "60.00", payment_reference(8)), 1, "J. de Vries");
        const auto decisions = match(std::vector{first, other}, items);
        CHECK(decisions[0].is_match());
        CHECK(decisions[1].is_match());
    }
}

TEST_CASE("obstacles stand in the order of telling, and the first gives the reason",
          "[matchers][exceptions]") {
    const std::vector items{with_document(assessment("A", "100.00", 7), "2026-001234"),
                            of_party(receivable("B", "100.00"), "b", 2, "P. Bakker")};
    const Decision decision = decide(from(line(1, "100.00", "2026-001234"), 2, ""), items);
    CHECK(decision.obstacles ==
          std::vector{Obstacle::account_of_another, Obstacle::account_has_another,
                      Obstacle::name_not_confirmed, Obstacle::only_weak_evidence});
    CHECK(decision.reason == ExceptionReason::contradiction);
}
