// How entries become lines: no cent is lost between the two.
#include <afletter/model/line.hpp>
#include <afletter/model/open_item.hpp>

#include "support/test.hpp"

namespace {

using namespace afletter;
using namespace std::chrono_literals;

constexpr Date statement_day = 2026y / 1 / 31;

Money euros(std::int64_t cents) {
    return {cents, Currency::euro()};
}

Entry entry_of(std::int64_t cents, const std::vector<std::optional<std::int64_t>>& details) {
    Entry entry{.index = 3, .booking_date = 2026y / 1 / 5, .amount = euros(cents)};
    entry.bank_reference = "BANK-1";
    entry.batch_id = "BATCH-1";
    entry.batch.transactions = 12;
    for (const auto& amount : details) {
        TransactionDetail detail;
        if (amount) {
            detail.amount = euros(*amount);
        }
        detail.end_to_end_id = "E2E-" + std::to_string(entry.details.size() + 1);
        entry.details.push_back(detail);
    }
    return entry;
}

std::int64_t sum(const std::vector<Line>& lines) {
    std::int64_t total = 0;
    for (const Line& line : lines) {
        total += line.amount.minor_units();
        CHECK(line.detail.amount == line.amount);
    }
    return total;
}

}  // namespace

TEST_CASE("an entry without details is one line with the entry's amount and references", "[line]") {
    const auto lines = lines_of(entry_of(-1250, {}), statement_day);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].entry_index == 3);
    CHECK(lines[0].detail_index == 0);
    CHECK(lines[0].amount == euros(-1250));
    CHECK(lines[0].detail.bank_reference == "BANK-1");
    CHECK(lines[0].detail.batch_id == "BATCH-1");
    CHECK(lines[0].batch.transactions == 12);
}

TEST_CASE("one detail gives its words to the line, and the entry its amount", "[line]") {
    const auto lines = lines_of(entry_of(1000, {900}), statement_day);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].amount == euros(1000));
    CHECK(lines[0].detail.end_to_end_id == "E2E-1");
    CHECK(lines[0].detail.bank_reference == "BANK-1");
}

TEST_CASE("details that all carry amounts are a line each", "[line]") {
    const auto lines = lines_of(entry_of(1000, {600, 400}), statement_day);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].amount == euros(600));
    CHECK(lines[1].amount == euros(400));
    CHECK(lines[1].detail_index == 2);
    CHECK(lines[1].detail.end_to_end_id == "E2E-2");
}

TEST_CASE("what the details leave unexplained is a line of its own that says so", "[line]") {
    for (const std::int64_t total : {1005, 995}) {
        const auto lines = lines_of(entry_of(total, {600, 400}), statement_day);
        REQUIRE(lines.size() == 3);
        CHECK(sum(lines) == total);
        CHECK(lines[2].detail.end_to_end_id.empty());
        CHECK(lines[2].description == "Part of the entry that the bank's details leave out");
    }
}

TEST_CASE("what the details leave open is the bank's charges when it equals them", "[line]") {
    Entry by_entry = entry_of(990, {600, 400});
    by_entry.amount_details.charges = euros(-10);
    Entry by_details = entry_of(990, {600, 400});
    by_details.details[0].amount_details.charges = euros(-7);
    by_details.details[1].amount_details.charges = euros(-3);
    for (const Entry& entry : {by_entry, by_details}) {
        const auto lines = lines_of(entry, statement_day);
        REQUIRE(lines.size() == 3);
        CHECK(sum(lines) == 990);
        CHECK(lines[2].description == "Bank charges");
    }
    by_entry.amount_details.charges = euros(-9);
    CHECK(lines_of(by_entry, statement_day)[2].description ==
          "Part of the entry that the bank's details leave out");
    by_details.details[1].amount_details.charges = Money(-3, Currency::parse("USD").value());
    CHECK(lines_of(by_details, statement_day)[2].description ==
          "Part of the entry that the bank's details leave out");
}

TEST_CASE("of one detail the bank's charges are split off, and nothing else", "[line]") {
    Entry returned = entry_of(-6250, {-6000});
    returned.details[0].amount_details.charges = euros(-250);
    const auto lines = lines_of(returned, statement_day);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].amount == euros(-6000));
    CHECK(lines[0].detail_index == 1);
    CHECK(lines[1].amount == euros(-250));
    CHECK(lines[1].description == "Bank charges");
    CHECK(lines[1].detail.end_to_end_id.empty());

    for (const std::int64_t charges : {-249, 250, -6250}) {
        returned.details[0].amount_details.charges = euros(charges);
        CHECK(lines_of(returned, statement_day).size() == 1);
    }
    returned = entry_of(-6000, {-6000});
    returned.details[0].amount_details.charges = euros(0);
    CHECK(lines_of(returned, statement_day).size() == 1);
    returned = entry_of(-250, {std::nullopt});
    returned.amount_details.charges = euros(-250);
    CHECK(lines_of(returned, statement_day).size() == 1);
}

TEST_CASE("details of which one has no amount stay one line together", "[line]") {
    const auto lines = lines_of(entry_of(1000, {600, std::nullopt}), statement_day);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].amount == euros(1000));
}

TEST_CASE("a line is dated by its booking, else its value, else its statement", "[line]") {
    Entry entry = entry_of(100, {});
    entry.value_date = 2026y / 1 / 7;
    CHECK(lines_of(entry, statement_day)[0].booking_date == 2026y / 1 / 5);
    CHECK(lines_of(entry, statement_day)[0].value_date == 2026y / 1 / 7);
    entry.booking_date.reset();
    CHECK(lines_of(entry, statement_day)[0].booking_date == 2026y / 1 / 7);
    entry.value_date.reset();
    CHECK(lines_of(entry, statement_day)[0].booking_date == statement_day);
    CHECK(lines_of(entry, statement_day)[0].value_date == statement_day);
}

TEST_CASE("a receivable is settled by money in, a payable by money out", "[open_item]") {
    OpenItem item{.issue_date = statement_day, .amount = euros(500), .open_amount = euros(200)};
    CHECK(settling_amount(item) == euros(200));
    item.kind = ItemKind::payable;
    CHECK(settling_amount(item) == euros(-200));
}

TEST_CASE("an item is closed when nothing is left, or more than all was settled", "[open_item]") {
    OpenItem item{.issue_date = statement_day, .amount = euros(500), .open_amount = euros(1)};
    CHECK_FALSE(is_closed(item));
    item.open_amount = euros(0);
    CHECK(is_closed(item));
    item.open_amount = euros(-1);
    CHECK(is_closed(item));
    OpenItem credit{.issue_date = statement_day, .amount = euros(-500), .open_amount = euros(-1)};
    CHECK_FALSE(is_closed(credit));
}
