// The passes that match by themselves, each with both sides of its borders.
#include <string>
#include <utility>
#include <vector>

#include "support/test.hpp"
#include "text/numbers.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

// An assessment of J. de Vries (account 1) with a checked reference.
OpenItem assessment(std::string id, std::string_view amount, int number) {
    return of_party(with_reference(receivable(std::move(id), amount), payment_reference(number)),
                    "de-vries", 1, "J. de Vries");
}

OpenItem invoice(std::string id, std::string_view amount, std::string number) {
    return of_party(with_document(receivable(std::move(id), amount), std::move(number)), "de-vries",
                    1, "J. de Vries");
}

}  // namespace

TEST_CASE("a checked reference with the exact amount matches, wherever it stands",
          "[matchers][reference]") {
    const std::string digits = payment_reference(123456);
    const std::vector items{assessment("A", "100.00", 123456)};
    Line paid = line(1, "100.00");
    SECTION("structured") {
        paid.detail.structured_reference = digits;
    }
    SECTION("structured, with dots") {
        paid.detail.structured_reference = digits.substr(0, 4) + "." + digits.substr(4);
    }
    SECTION("customer reference") {
        paid.customer_reference = digits;
    }
    SECTION("EndToEndId") {
        paid.detail.end_to_end_id = digits;
    }
    SECTION("text, in groups") {
        paid.detail.remittance = "OZB " + digits.substr(0, 4) + " " + digits.substr(4, 4) + "-" +
                                 digits.substr(8, 4) + "." + digits.substr(12) + " dank";
    }
    SECTION("text of the booking") {
        paid.description = "kenmerk " + digits;
    }
    const Decision decision = decide(paid, items);
    CHECK(decision.method == Method::reference);
    CHECK(best(decision) == "A");
    CHECK(decision.candidates.front().allocations.front().amount == euros("100.00"));
    CHECK(decision.obstacles.empty());
    CHECK(decision.funnel.by_reference == 1);
}

TEST_CASE("a creditor reference of ISO 11649 matches as well", "[matchers][reference]") {
    const std::string reference = creditor_reference("F20260017");
    const std::vector items{with_reference(receivable("A", "100.00"), reference)};
    Line paid =
        line(1, "100.00",
             "uw kenmerk " + reference.substr(0, 4) + " " + reference.substr(4) + ", bedankt");
    CHECK(decide(paid, items).method == Method::reference);
}

namespace {

// Two numbers whose references are one typing error apart, check digit and all: 10 and 1 share it.
std::pair<int, int> numbers_one_error_apart() {
    std::vector<std::string> references;
    for (int number = 0; number < 1'000; ++number) {
        references.push_back(payment_reference(number));
        for (int other = 0; other < number; ++other) {
            if (matching::differ_by_one(references[static_cast<std::size_t>(other)],
                                        references.back())) {
                return {other, number};
            }
        }
    }
    return {};
}

}  // namespace

TEST_CASE("a third party may pay with the reference, unless he may have mistyped his own",
          "[matchers][reference]") {
    std::vector items{assessment("A", "100.00", 7)};
    const Line paid = from(line(1, "100.00", payment_reference(7)), 9, "P. Bakker");
    SECTION("an account and a name we do not know") {
        CHECK(decide(paid, items).method == Method::reference);
    }
    SECTION("the account is another party's") {
        items.push_back(of_party(receivable("B", "55.00"), "bakker", 9, "P. Bakker"));
        CHECK(decide(paid, items).method == Method::reference);
    }
    SECTION("the payer has an item of this very amount") {
        items.push_back(of_party(receivable("B", "100.00"), "bakker", 9, "P. Bakker"));
        const Decision decision = decide(paid, items);
        CHECK(best(decision) == "A");
        CHECK(decision.stratum == "reference/open/other");
        CHECK(decision.obstacles == std::vector{Obstacle::account_has_another});
    }
    SECTION("the payer owes this very amount under a number one typing error away") {
        const auto [named, own] = numbers_one_error_apart();
        items = {assessment("A", "100.00", named),
                 of_party(with_reference(receivable("B", "100.00"), payment_reference(own)),
                          "bakker", 9, "P. Bakker")};
        Line mistyped = paid;
        mistyped.detail.remittance = payment_reference(named);
        const Decision decision = decide(mistyped, items);
        CHECK(decision.reason == ExceptionReason::contradiction);
        CHECK(has(decision, Obstacle::number_is_mistyped));
        items.back().party_ibans.clear();
        CHECK(has(decide(mistyped, items), Obstacle::number_is_mistyped));
        items.back().open_amount = items.back().amount = euros("100.01");
        CHECK(decide(mistyped, items).method == Method::reference);
    }
}

TEST_CASE("a household's account, known of one partner, serves the other", "[matchers][document]") {
    std::vector items{invoice("A", "100.00", "20260012"),
                      of_party(receivable("B", "100.00"), "partner", 9, "K. Vos")};
    items[0].party_ibans.clear();
    const Line paid = line(1, "100.00", "20260012");
    CHECK(decide(from(paid, 9, "J. de Vries"), items).method == Method::document);
    CHECK_FALSE(decide(from(paid, 9, "K. Vos"), items).is_match());
    CHECK_FALSE(decide(from(paid, 9, ""), items).is_match());
    items[1].party_name = "Jan de Vries";
    CHECK_FALSE(decide(from(paid, 9, "J. de Vries"), items).is_match());
}

TEST_CASE("a namesake does not stand in the way of the one who is named", "[matchers][reference]") {
    const std::vector items{
        assessment("A", "100.00", 7),
        of_party(receivable("B", "100.00"), "other-de-vries", 2, "K. de Vries")};
    const Line paid = named(line(1, "100.00", payment_reference(7)), "J. de Vries");
    CHECK(decide(paid, items).method == Method::reference);
}

TEST_CASE("our EndToEndId with the exact amount matches", "[matchers][end-to-end]") {
    OpenItem item = of_party(payable("A", "250.00"), "supplier", 3, "Jansen Bouw BV");
    item.end_to_end_id = "CRED-2026-77";
    Line paid = line(1, "-250.00");
    paid.detail.end_to_end_id = "CRED-2026-77";
    CHECK(decide(paid, {item}).method == Method::end_to_end);

    SECTION("not with another amount") {
        paid.amount = euros("-249.99");
        CHECK(decide(paid, {item}).reason == ExceptionReason::amount_differs);
    }
    SECTION("not to the account of another party") {
        paid = from(paid, 4, "De Boer");
        const OpenItem other = of_party(payable("B", "1.00"), "boer", 4, "De Boer");
        CHECK(decide(paid, {item, other}).reason == ExceptionReason::contradiction);
    }
    SECTION("not when several items share it") {
        OpenItem twin = item;
        twin.item_id = "B";
        twin.open_amount = twin.amount = euros("10.00");
        const Decision decision = decide(paid, {item, twin});
        CHECK(decision.reason == ExceptionReason::ambiguous);
        CHECK(has(decision, Obstacle::another_fits_as_well));
    }
    SECTION("not past a number in the text that names something else") {
        paid.detail.remittance = "factuur 2026-0099";
        const OpenItem other = with_document(payable("B", "9.00"), "2026-0099");
        CHECK_FALSE(decide(paid, {item, other}).is_match());
    }
}

TEST_CASE("a document number needs the account or the name beside it", "[matchers][document]") {
    const std::vector items{invoice("A", "100.00", "F2026-0012")};
    const Line paid = line(1, "100.00", "factuur f2026/0012");
    CHECK(decide(from(paid, 1, ""), items).method == Method::document);
    CHECK(decide(named(paid, "Vries J de"), items).method == Method::document);
    CHECK(decide(named(paid, "Jan de Vries-Bakker"), items).method == Method::document);
    for (const char* name : {"", "P. Bakker"}) {
        const Decision decision = decide(named(paid, name), items);
        CHECK(decision.reason == ExceptionReason::low_confidence);
        CHECK(has(decision, Obstacle::name_not_confirmed));
    }
}

TEST_CASE("a reference without check digits is no better than a document number",
          "[matchers][document]") {
    const OpenItem item =
        of_party(with_reference(receivable("A", "100.00"), "1234567"), "p", 1, "J. de Vries");
    const Line paid = line(1, "100.00", "kenmerk 1234567");
    CHECK(decide(named(paid, "J. de Vries"), {item}).method == Method::document);
    CHECK_FALSE(decide(named(paid, "P. Bakker"), {item}).is_match());
}

TEST_CASE("a document number of several suppliers is that of the one who is paid",
          "[matchers][document]") {
    const std::vector items{
        of_party(with_document(payable("A", "100.00"), "2026001"), "a", 1, "Jansen Bouw BV"),
        of_party(with_document(payable("B", "100.00"), "2026001"), "b", 2, "Bakkerij de Boer")};
    const Line paid = line(1, "-100.00", "2026001");
    CHECK(best(decide(from(paid, 2, "de Boer"), items)) == "B");
    CHECK(decide(from(paid, 2, "de Boer"), items).method == Method::document);
    CHECK_FALSE(decide(paid, items).is_match());
}

TEST_CASE("a mistyped document number never takes a neighbour's item", "[matchers][document]") {
    const std::vector items{
        invoice("A", "100.00", "20260012"),
        of_party(with_document(receivable("B", "100.00"), "20260013"), "b", 2, "P. Bakker")};
    // De Vries means 20260012 and types 20260013.
    CHECK_FALSE(decide(from(line(1, "100.00", "20260013"), 1, "J. de Vries"), items).is_match());
    CHECK_FALSE(decide(named(line(1, "100.00", "20260013"), "J. de Vries"), items).is_match());
}

TEST_CASE("a number one typing error from another of the payer and that amount decides nothing",
          "[matchers][document]") {
    std::vector items{invoice("A", "100.00", "20260012"), invoice("B", "100.00", "20260013")};
    const Line paid = from(line(1, "100.00", "20260013"), 1, "J. de Vries");
    CHECK(has(decide(paid, items), Obstacle::number_is_mistyped));

    SECTION("unless it is much older than the payment, and the one named is not") {
        items[1].issue_date = day("2026-01-25");
    }
    SECTION("unless two errors are needed") {
        items[0].document_number = "20260099";
    }
    SECTION("unless it is settled") {
        items[0] = closed(items[0]);
    }
    SECTION("unless it was not issued yet") {
        items[0].issue_date = day("2026-02-02");
    }
    SECTION("unless the amount is another") {
        items[0].amount = items[0].open_amount = euros("99.00");
    }
    CHECK(decide(paid, items).method == Method::document);
}

TEST_CASE("a short form is held against the payer's other numbers as a whole one is",
          "[matchers][document]") {
    std::vector items{invoice("A", "100.00", "F2026-000985"),
                      invoice("B", "100.00", "F2026-000988")};
    Line paid = from(line(1, "100.00", "nr 000988"), 1, "J. de Vries");
    CHECK(has(decide(paid, items), Obstacle::number_is_mistyped));

    items[0] = invoice("A", "100.00", "F2026-000127");
    CHECK(decide(paid, items).stratum == "part/open/account");
    CHECK(decide(paid, items).is_match());
    paid.booking_date = day("2025-12-31");
    CHECK(has(decide(paid, items), Obstacle::paid_before_issue));
}

TEST_CASE("several named items match when all of them add up to the line",
          "[matchers][combination]") {
    const std::vector items{invoice("A", "100.00", "20260012"), invoice("B", "50.00", "20260089"),
                            assessment("C", "7.00", 7), invoice("D", "-30.00", "20260101")};
    const auto paid = [](std::string_view amount, std::string text) {
        return from(line(1, amount, std::move(text)), 1, "J. de Vries");
    };
    const Decision two = decide(paid("150.00", "20260012 en 20260089"), items);
    CHECK(two.method == Method::combination);
    CHECK(best(two) == "A+B");
    CHECK(decide(paid("107.00", "20260012, " + payment_reference(7)), items).method ==
          Method::combination);

    SECTION("with a credit note") {
        const Decision decision = decide(paid("120.00", "20260012 20260089 -/- 20260101"), items);
        CHECK(decision.method == Method::combination);
        CHECK(best(decision) == "A+B+D");
        CHECK(decision.candidates.front().allocations.back().amount == euros("-30.00"));
    }
    SECTION("one cent off") {
        CHECK(decide(paid("149.99", "20260012 en 20260089"), items).reason ==
              ExceptionReason::amount_differs);
        CHECK(decide(paid("150.01", "20260012 en 20260089"), items).reason ==
              ExceptionReason::overpaid);
    }
    SECTION("a named item is never left out, even if the rest is the amount") {
        const Decision decision = decide(paid("100.00", "20260012 en 20260089"), items);
        CHECK_FALSE(decision.is_match());
        CHECK(has(decision, Obstacle::amount_not_equal));
    }
    SECTION("each document number needs its own confirmation") {
        std::vector with_stranger = items;
        with_stranger.push_back(with_document(receivable("E", "50.00"), "20260777"));
        const Decision decision = decide(paid("150.00", "20260012 20260777"), with_stranger);
        CHECK(has(decision, Obstacle::name_not_confirmed));
    }
}

TEST_CASE("a reference on several items stands for all of them", "[matchers][combination]") {
    const std::vector items{assessment("A", "100.00", 7), assessment("B", "20.00", 7)};
    const std::string text = payment_reference(7);
    const Decision whole = decide(line(1, "120.00", text), items);
    CHECK(whole.method == Method::combination);
    CHECK(best(whole) == "A+B");
    const Decision part = decide(line(1, "100.00", text), items);
    CHECK(part.reason == ExceptionReason::amount_differs);
    CHECK(best(part) == "A+B");
}
