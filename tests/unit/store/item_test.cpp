// Items: what the source says, in versions, and what is left open of them.
#include <optional>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

OpenItem full_item() {
    OpenItem item = payable("I-\"1'; DROP TABLE item; --", -123'456);
    item.party_id = "C-9";
    item.party_name = "Café Ünïcode & Zn.";
    item.party_ibans = {iban_of(iban), iban_of(other_iban)};
    item.document_number = "2026/0001";
    item.reference = "RF18 5390 0754 7034";
    item.due_date = day("2026-02-28");
    item.open_amount = euro(-100'000);
    item.description = "line one\nline two\t\"quoted\"";
    item.mandate_id = "M-1";
    item.end_to_end_id = "E-1";
    item.batch_id = "B-1";
    item.gl_account = "1234";
    item.taakveld = "0.10";
    item.cost_centre = "K-1";
    return item;
}

void check_equal(const OpenItem& found, const OpenItem& expected) {
    CHECK(found.item_id == expected.item_id);
    CHECK(found.kind == expected.kind);
    CHECK(found.party_id == expected.party_id);
    CHECK(found.party_name == expected.party_name);
    CHECK(found.party_ibans == expected.party_ibans);
    CHECK(found.document_number == expected.document_number);
    CHECK(found.reference == expected.reference);
    CHECK(found.issue_date == expected.issue_date);
    CHECK(found.due_date == expected.due_date);
    CHECK(found.amount == expected.amount);
    CHECK(found.open_amount == expected.open_amount);
    CHECK(found.description == expected.description);
    CHECK(found.mandate_id == expected.mandate_id);
    CHECK(found.end_to_end_id == expected.end_to_end_id);
    CHECK(found.batch_id == expected.batch_id);
    CHECK(found.gl_account == expected.gl_account);
    CHECK(found.taakveld == expected.taakveld);
    CHECK(found.cost_centre == expected.cost_centre);
}

ItemChange put(Ledger& ledger, const OpenItem& item) {
    LedgerWriter writer = ledger.write(stamp());
    const ItemChange change = writer.put_item(item);
    writer.commit();
    return change;
}

Currency yen() {
    return Currency::parse("JPY").value();
}

}  // namespace

TEST_CASE("an item comes back from the ledger as it went in", "[store][item]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    OpenItem in_yen = receivable("Y", 0);
    in_yen.amount = in_yen.open_amount = Money(5'000, yen());
    put_items(ledger, {full_item(), in_yen, receivable("A", 100)});
    const auto items = ledger.items();  // by item id
    REQUIRE(items.size() == 3);
    check_equal(items[0], receivable("A", 100));
    check_equal(items[1], full_item());
    check_equal(items[2], in_yen);
}

TEST_CASE("what an item's source said before was open of it is known", "[store][item]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    OpenItem item = receivable("A", 100'00);
    const auto now_open = [&](std::int64_t cents) {
        item.amount = item.open_amount = euro(cents);
        item.description += "x";
        put_items(ledger, {item, receivable("B", 5'00)});
    };
    now_open(100'00);
    CHECK(ledger.items()[0].earlier_balances.empty());
    now_open(100'00);  // another text, the same balance
    CHECK(ledger.items()[0].earlier_balances.empty());
    now_open(109'00);
    now_open(160'00);
    CHECK(ledger.items()[0].earlier_balances == std::vector{euro(109'00), euro(100'00)});
    CHECK(ledger.items()[1].earlier_balances.empty());
}

TEST_CASE("an item changes only when its source says something else", "[store][item]") {
    struct Change {
        const char* what;
        void (*apply)(OpenItem&);
    };
    const Change changes[] = {
        {"kind", [](OpenItem& item) { item.kind = ItemKind::receivable; }},
        {"party_id", [](OpenItem& item) { item.party_id += "x"; }},
        {"party_name", [](OpenItem& item) { item.party_name.clear(); }},
        {"party_ibans", [](OpenItem& item) { item.party_ibans.pop_back(); }},
        {"document_number", [](OpenItem& item) { item.document_number += "x"; }},
        {"reference", [](OpenItem& item) { item.reference += "x"; }},
        {"issue_date", [](OpenItem& item) { item.issue_date = day("2026-01-02"); }},
        {"due_date", [](OpenItem& item) { item.due_date.reset(); }},
        {"amount", [](OpenItem& item) { item.amount = euro(-123'457); }},
        {"open_amount", [](OpenItem& item) { item.open_amount = euro(0); }},
        {"currency",
         [](OpenItem& item) {
             item.amount = Money(-123'456, yen());
             item.open_amount = Money(-100'000, yen());
         }},
        {"description", [](OpenItem& item) { item.description += "x"; }},
        {"mandate_id", [](OpenItem& item) { item.mandate_id += "x"; }},
        {"end_to_end_id", [](OpenItem& item) { item.end_to_end_id += "x"; }},
        {"batch_id", [](OpenItem& item) { item.batch_id += "x"; }},
        {"gl_account", [](OpenItem& item) { item.gl_account += "x"; }},
        {"taakveld", [](OpenItem& item) { item.taakveld = "0.1"; }},
        {"cost_centre", [](OpenItem& item) { item.cost_centre += "x"; }},
    };
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    OpenItem item = full_item();
    CHECK(put(ledger, item) == ItemChange::added);
    for (const Change& change : changes) {
        INFO(change.what);
        change.apply(item);
        CHECK(put(ledger, item) == ItemChange::changed);
        const std::string before = RawDatabase(path).dump();
        CHECK(put(ledger, item) == ItemChange::unchanged);
        CHECK(RawDatabase(path).dump() == before);
        check_equal(ledger.items().front(), item);
    }
    CHECK(ledger.items().size() == 1);
    CHECK(ledger.verify().failures.empty());
}

TEST_CASE("what is open of an item is what its source says less our allocations", "[store][item]") {
    struct Example {
        const char* name;
        OpenItem item;
        std::int64_t paid;       // the line that settles it
        std::int64_t left;       // after the match
        std::int64_t said;       // open amount that the source says afterwards
        std::int64_t left_then;  // never beyond zero
    };
    const Example examples[] = {
        {"receivable in full", receivable("I", 1'000), 1'000, 0, 1'000, 0},
        {"receivable in part", receivable("I", 1'000), 400, 600, 600, 200},
        {"receivable, then settled by the source", receivable("I", 1'000), 400, 600, 0, 0},
        {"payable in full", payable("I", 1'000), -1'000, 0, 1'000, 0},
        {"payable in part", payable("I", 1'000), -400, 600, 300, 0},
        {"credit note of a debtor", receivable("I", -1'000), -400, -600, -500, -100},
        {"credit note, then settled by the source", receivable("I", -1'000), -400, -600, -300, 0},
        {"credit note of a creditor", payable("I", -1'000), 400, -600, -1'000, -600},
    };
    for (const Example& example : examples) {
        INFO(example.name);
        const TemporaryFolder folder;
        Ledger ledger = new_ledger(folder / "ledger.db");
        put_items(ledger, {example.item});
        MadeStatement statement;
        statement.lines = {line(1, example.paid, "I")};
        REQUIRE(import_statement(ledger, statement, "a") == StatementChange::added);
        const Line paid = ledger.unmatched_lines().front();
        REQUIRE(decide(ledger, {match_of(paid, {{"I", euro(example.paid)}})}) == 1);
        CHECK(ledger.items().front().open_amount == euro(example.left));
        CHECK(ledger.items().front().amount == example.item.amount);

        OpenItem later = example.item;
        later.description = "as of today";
        later.open_amount = euro(example.said);
        put_items(ledger, {later});
        CHECK(ledger.items().front().open_amount == euro(example.left_then));
        CHECK(ledger.verify().failures.empty());
    }
}

TEST_CASE("an item is known until the day on which it was closed, and open ones always",
          "[store][items]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    const Stamp imported = stamp("2024-02-10T01:00:00Z");
    OpenItem paid_elsewhere = receivable("paid elsewhere", 500);
    paid_elsewhere.open_amount = euro(0);
    LedgerWriter writer = ledger.write(imported);
    for (const OpenItem& item :
         {paid_elsewhere, receivable("open", 700), receivable("paid", 900)}) {
        CHECK(writer.put_item(item) == ItemChange::added);
    }
    writer.commit();
    MadeStatement statement;
    statement.lines = {line(1, 900, "paid")};
    REQUIRE(import_statement(ledger, statement, "paid.xml") == StatementChange::added);
    const Line settling = ledger.unmatched_lines().front();
    CHECK(ledger.oldest_unmatched({}) == settling.booking_date);
    CHECK_FALSE(ledger.oldest_unmatched(day("2020-01-01")));
    decide(ledger, {match_of(settling, {{"paid", euro(900)}})});
    CHECK_FALSE(ledger.oldest_unmatched({}));

    const auto known_since = [&ledger](Date since) {
        std::string ids;
        ledger.for_each_item_open_since(
            since, [&ids](const OpenItem& item) { ids += item.item_id + ";"; });
        return ids;
    };
    const auto after = [](Date date) {
        return Date(std::chrono::sys_days(date) + std::chrono::days(1));
    };
    CHECK(known_since(day("2024-02-10")) == "open;paid;paid elsewhere;");
    CHECK(known_since(day("2024-02-11")) == "open;paid;");
    CHECK(known_since(settling.booking_date) == "open;paid;");
    CHECK(known_since(after(settling.booking_date)) == "open;");
    // What its source says anew is known from then on.
    paid_elsewhere.description = "written off";
    LedgerWriter later = ledger.write(stamp("2024-03-01T01:00:00Z"));
    CHECK(later.put_item(paid_elsewhere) == ItemChange::changed);
    later.commit();
    CHECK(known_since(day("2024-03-01")) == "open;paid;paid elsewhere;");
    CHECK(known_since(day("2024-03-02")) == "open;paid;");
    CHECK(ledger.verify().failures.empty());
}

}  // namespace afletter
