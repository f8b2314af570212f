// A booking of the bank's that the bank took back, and what only looks like one.
#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

Line booked(int id, std::string_view amount, std::string_view date, std::string reference = {}) {
    Line made = from(line(id, amount, "storting automaat"), 7, "ING BANK");
    made.account = {1};
    made.booking_date = made.value_date = day(date);
    made.detail.bank_reference = std::move(reference);
    return made;
}

Line taken_back(Line line) {
    line.reversal = true;
    return line;
}

std::vector<std::string> methods(const std::vector<Line>& lines,
                                 const std::vector<OpenItem>& items = {}) {
    std::vector<std::string> found;
    for (const Decision& decision : match(lines, items)) {
        found.emplace_back(decision.method ? name_of(*decision.method) : "");
    }
    return found;
}

using Methods = std::vector<std::string>;
const Methods a_pair{"reversal", "reversal"};
const Methods no_pair{"", ""};

}  // namespace

TEST_CASE("an entry and the bank's reversal of it are matched to each other",
          "[matchers][reversals]") {
    const Line entry = booked(1, "100.00", "2026-02-02", "REF-1");
    const Line back = taken_back(booked(2, "-100.00", "2026-02-03", "REF-1"));
    const auto decisions = match(std::vector{entry, back}, {});
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
        REQUIRE(decisions[at].method == Method::reversal);
        CHECK(decisions[at].stratum == "reversal/bank_reference");
        const Allocation& booked_to = decisions[at].candidates.front().allocations.front();
        CHECK(booked_to.item_id.empty());
        CHECK(booked_to.gl_account == "assets:reversed");
        CHECK(booked_to.amount == (at == 0 ? entry : back).amount);
        CHECK(decisions[at].candidates.front().confidence_bp > 9'900);
    }
    CHECK(methods({back, entry}) == a_pair);
    CHECK(methods({booked(1, "-100.00", "2026-02-02", "REF-1"),
                   taken_back(booked(2, "100.00", "2026-02-03", "REF-1"))}) == a_pair);
}

TEST_CASE("without a common reference all that they say must be the same",
          "[matchers][reversals]") {
    const Line entry = booked(1, "100.00", "2026-02-02", "REF-1");
    Line back = taken_back(booked(2, "-100.00", "2026-02-03", "REF-2"));
    CHECK(match(std::vector{entry, back}, {}).front().stratum == "reversal/same_text");
    SECTION("the text") {
        back.detail.remittance += "!";
    }
    SECTION("the name") {
        back.detail.counterparty.name = "ABN AMRO";
    }
    SECTION("the account") {
        back.detail.counterparty.iban = iban(8);
    }
    SECTION("the bank's words") {
        back.description = "correctie";
    }
    CHECK(methods({entry, back}) == no_pair);
    back.detail.bank_reference = "REF-1";
    CHECK(methods({entry, back}) == a_pair);
}

TEST_CASE("days, account, amount and mark of a reversal are kept to", "[matchers][reversals]") {
    const Line entry = booked(1, "100.00", "2026-02-02", "REF-1");
    Line back = taken_back(booked(2, "-100.00", "2026-02-12", "REF-1"));
    CHECK(methods({entry, back}) == a_pair);
    SECTION("a day too late") {
        back.booking_date = day("2026-02-13");
    }
    SECTION("before the entry") {
        back.booking_date = day("2026-02-01");
    }
    SECTION("another account") {
        back.account = {2};
    }
    SECTION("a cent less") {
        back.amount = euros("-99.99");
    }
    SECTION("not marked") {
        back.reversal = false;
    }
    CHECK(methods({entry, back}) == no_pair);
}

TEST_CASE("of two that fit neither is chosen, unless the bank's reference tells",
          "[matchers][reversals]") {
    const Line first = booked(1, "100.00", "2026-02-02", "REF-1");
    const Line second = booked(2, "100.00", "2026-02-02", "REF-2");
    const Line back = taken_back(booked(3, "-100.00", "2026-02-03", "REF-2"));
    CHECK(methods({first, second, back}) == Methods{"", "reversal", "reversal"});
    const Line unnamed = taken_back(booked(3, "-100.00", "2026-02-03"));
    CHECK(methods({first, second, unnamed}) == Methods{"", "", ""});
    const Line twice = taken_back(booked(4, "-100.00", "2026-02-03", "REF-2"));
    CHECK(methods({second, back, twice}) == Methods{"", "", ""});
}

TEST_CASE("a payment or a debit that came back is a return, not the bank's reversal",
          "[matchers][reversals]") {
    const Line entry = booked(1, "100.00", "2026-02-02", "REF-1");
    Line back = taken_back(booked(2, "-100.00", "2026-02-03", "REF-1"));
    SECTION("with a reason") {
        back.detail.return_reason = "AC04";
    }
    SECTION("of a mandate") {
        back.detail.mandate_id = "M-1";
    }
    SECTION("by its code") {
        back.transaction_code = "PMNT/IDDT/UPDD";
    }
    CHECK(methods({entry, back}) == no_pair);
}

TEST_CASE("what names an item of the books is no pair", "[matchers][reversals]") {
    const OpenItem item = with_reference(receivable("A", "100.00"), payment_reference(1));
    Line entry = booked(1, "100.00", "2026-02-02", "REF-1");
    entry.detail.structured_reference = payment_reference(1);
    Line back = taken_back(booked(2, "-100.00", "2026-02-03", "REF-1"));
    back.detail.structured_reference = payment_reference(1);
    CHECK(methods({entry, back}, {item}).front() == "reference");
}
