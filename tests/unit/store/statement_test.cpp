// Import of statements: every field comes back, and no statement is booked twice.
#include <algorithm>
#include <set>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

Line full_line() {
    Line made = line(1, 123'456, "It's \"quoted\"; DROP TABLE line; -- €, ß, 漢字, \t, '");
    made.detail_index = 2;
    made.value_date = day("2026-01-06");
    made.reversal = true;
    made.customer_reference = "CUST-1";
    made.description = "Batch\nof January";
    made.source_line = 77;
    made.detail.bank_reference = "BANK-1";
    made.detail.end_to_end_id = "E2E-1";
    made.detail.mandate_id = "M-1";
    made.detail.creditor_id = "NL00ZZZ123456780000";
    made.detail.batch_id = "PMT-1";
    made.detail.counterparty = {.name = "Zoë Ångström",
                                .iban = iban_of(other_iban),
                                .account = "123456789",
                                .bic = "RABONL2U"};
    made.detail.structured_reference = "RF18539007547034";
    made.detail.return_reason = "AC04";
    made.detail.purpose = "TAXS";
    made.batch = {.transactions = 12, .gross = true, .amount = euro(-123)};
    return made;
}

void check_equal(const Line& found, const Line& expected) {
    CHECK(found.entry_index == expected.entry_index);
    CHECK(found.detail_index == expected.detail_index);
    CHECK(found.booking_date == expected.booking_date);
    CHECK(found.value_date == expected.value_date);
    CHECK(found.amount == expected.amount);
    CHECK(found.reversal == expected.reversal);
    CHECK(found.customer_reference == expected.customer_reference);
    CHECK(found.transaction_code == expected.transaction_code);
    CHECK(found.description == expected.description);
    CHECK(found.source_line == expected.source_line);
    CHECK(found.batch == expected.batch);
    const TransactionDetail& left = found.detail;
    const TransactionDetail& right = expected.detail;
    CHECK(left.amount == right.amount);
    CHECK(left.bank_reference == right.bank_reference);
    CHECK(left.end_to_end_id == right.end_to_end_id);
    CHECK(left.mandate_id == right.mandate_id);
    CHECK(left.creditor_id == right.creditor_id);
    CHECK(left.batch_id == right.batch_id);
    CHECK(left.counterparty.name == right.counterparty.name);
    CHECK(left.counterparty.iban == right.counterparty.iban);
    CHECK(left.counterparty.account == right.counterparty.account);
    CHECK(left.counterparty.bic == right.counterparty.bic);
    CHECK(left.structured_reference == right.structured_reference);
    CHECK(left.remittance == right.remittance);
    CHECK(left.return_reason == right.return_reason);
    CHECK(left.purpose == right.purpose);
}

std::set<std::int64_t> ids_of(const Ledger& ledger) {
    std::set<std::int64_t> ids;
    for (const Line& each : ledger.unmatched_lines()) {
        ids.insert(each.id.value);
    }
    return ids;
}

MadeStatement statement_of(std::vector<Line> lines, std::int64_t opening = 0,
                           std::string date = "2026-01-05") {
    MadeStatement statement;
    statement.date = std::move(date);
    statement.opening = opening;
    statement.lines = std::move(lines);
    return statement;
}

}  // namespace

TEST_CASE("a line comes back from the ledger as it went in", "[store][line]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    Line without_anything = line(2, -1, "");
    without_anything.transaction_code.clear();
    const std::vector<Line> expected{full_line(), without_anything};
    REQUIRE(import_statement(ledger, statement_of(expected), "a") == StatementChange::added);
    std::vector<Line> found = ledger.unmatched_lines();
    REQUIRE(found.size() == 2);
    std::sort(found.begin(), found.end(), [](const Line& left, const Line& right) {
        return left.entry_index < right.entry_index;
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
        check_equal(found[i], expected[i]);
        CHECK(found[i].id.value > 0);
        CHECK(found[i].id.value < std::int64_t{1} << 60);
    }
}

TEST_CASE("a line tells which statement and file it comes from", "[store][line]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    MadeStatement statement = statement_of({line(1, 100, "a")});
    statement.statement_id = "CAMT-7";
    SECTION("with a sequence") {
        statement.sequence = "12";
    }
    SECTION("without") {
        statement.sequence = "";
    }
    REQUIRE(import_statement(ledger, statement, "january.xml") == StatementChange::added);
    const auto story = ledger.story_of(to_text(ledger.unmatched_lines().front().id));
    REQUIRE(story);
    CHECK(story->line.account == iban);
    CHECK(story->line.account_name == "Gemeente Voorbeeld");
    CHECK(story->line.statement == (statement.sequence.empty() ? "CAMT-7" : "CAMT-7/12"));
    CHECK(story->line.source_file == "january.xml");
}

TEST_CASE("our own accounts are those that statements came of, once in each currency",
          "[store][import]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    CHECK(ledger.own_accounts().empty());
    MadeStatement statement;
    statement.lines = {line(1, 100, "a")};
    REQUIRE(import_statement(ledger, statement, "a") == StatementChange::added);
    statement.account = other_iban;
    REQUIRE(import_statement(ledger, statement, "b") == StatementChange::added);
    statement.date = "2026-01-06";
    statement.opening = 100;
    REQUIRE(import_statement(ledger, statement, "c") == StatementChange::added);
    CHECK(ledger.own_accounts() ==
          std::vector<OwnAccount>{{.id = AccountId{1}, .identification = std::string(iban)},
                                  {.id = AccountId{2}, .identification = std::string(other_iban)}});
}

TEST_CASE("the same bytes are read once", "[store][import]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    LedgerWriter writer = ledger.write(stamp());
    CHECK(writer.add_source_file("a.xml", digest("bytes"), 5));
    CHECK_FALSE(writer.add_source_file("renamed.xml", digest("bytes"), 5));
    CHECK(writer.add_source_file("b.xml", digest("other bytes"), 11));
}

TEST_CASE("two real payments that are alike are two lines", "[store][import]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    std::vector<Line> twins;
    for (std::uint32_t i = 1; i <= 9; ++i) {
        twins.push_back(line(i, 100, "parking"));
    }
    REQUIRE(import_statement(ledger, statement_of(twins), "a") == StatementChange::added);
    CHECK(ids_of(ledger).size() == 9);
    // The tenth comes with another statement of the same day.
    REQUIRE(import_statement(ledger, statement_of({line(1, 100, "parking")}, 900), "b") ==
            StatementChange::added);
    CHECK(ids_of(ledger).size() == 10);
}

TEST_CASE("line ids do not depend on the order of imports", "[store][import]") {
    const TemporaryFolder folder;
    std::vector<MadeStatement> statements{
        statement_of({line(1, 100, "parking"), line(2, 100, "parking"), full_line()}, 0),
        statement_of({line(1, 100, "parking", "2026-01-06"), line(2, 50, "other", "2026-01-06")},
                     123'656, "2026-01-06"),
        statement_of({line(1, 100, "parking")}, 500'000, "2026-01-07")};
    statements[2].account = other_iban;
    std::sort(statements.begin(), statements.end(),
              [](const auto& left, const auto& right) { return left.opening < right.opening; });
    std::set<std::int64_t> first;
    int number = 0;
    do {
        Ledger ledger = new_ledger(folder / std::to_string(++number));
        int file = 0;
        for (const MadeStatement& statement : statements) {
            REQUIRE(import_statement(ledger, statement, std::to_string(++file)) ==
                    StatementChange::added);
        }
        if (first.empty()) {
            first = ids_of(ledger);
            CHECK(first.size() == 6);
        }
        CHECK(ids_of(ledger) == first);
        CHECK(ledger.verify().failures.empty());
    } while (std::next_permutation(
        statements.begin(), statements.end(),
        [](const auto& left, const auto& right) { return left.opening < right.opening; }));
    CHECK(number == 6);
}

TEST_CASE("a statement that comes again is known", "[store][import]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    const MadeStatement original = statement_of({line(1, 100, "a"), line(2, 200, "b")}, 1'000);
    REQUIRE(import_statement(ledger, original, "a") == StatementChange::added);
    const std::string lines = RawDatabase(path).value("SELECT count(*) FROM line");

    MadeStatement again = original;
    SECTION("in another file, under another id, in another order") {
        again.statement_id = "made at download";
        again.sequence = "99";
        std::swap(again.lines[0], again.lines[1]);
        again.lines[0].source_line = 5'000;
        CHECK(import_statement(ledger, again, "b") == StatementChange::already_known);
    }
    SECTION("in another format, worded in another way") {
        again.format = "mt940";
        again.lines[0].detail.remittance = "/REMI/A";
        CHECK(import_statement(ledger, again, "b") == StatementChange::already_known);
    }
    SECTION("in another format, an entry split into its details") {
        again.format = "mt940";
        again.lines = {line(1, 60, "a1"), line(1, 40, "a2"), line(2, 200, "b")};
        again.lines[0].detail_index = 1;
        again.lines[1].detail_index = 2;
        CHECK(import_statement(ledger, again, "b") == StatementChange::already_known);
    }
    SECTION("with other lines of the same sum: a conflict") {
        again.lines = {line(1, 150, "a"), line(2, 150, "b")};
        CHECK(import_statement(ledger, again, "b") == StatementChange::conflicts);
    }
    SECTION("with another text in the same format: a conflict") {
        again.lines[1].detail.remittance = "c";
        CHECK(import_statement(ledger, again, "b") == StatementChange::conflicts);
    }
    SECTION("in another format with other entries: a conflict") {
        again.format = "mt940";
        again.lines = {line(1, 150, "a"), line(2, 150, "b")};
        CHECK(import_statement(ledger, again, "b") == StatementChange::conflicts);
    }
    CHECK(RawDatabase(path).value("SELECT count(*) FROM line") == lines);
    CHECK(RawDatabase(path).value("SELECT count(*) FROM statement") == "1");
    CHECK(ledger.verify().failures.empty());
}

TEST_CASE("another account, day or balance is another statement", "[store][import]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    const MadeStatement original = statement_of({line(1, 100, "a")}, 1'000);
    REQUIRE(import_statement(ledger, original, "a") == StatementChange::added);
    MadeStatement other = original;
    SECTION("account") {
        other.account = other_iban;
    }
    SECTION("an account that is no IBAN") {
        other.account = "123456789";
    }
    SECTION("closing date") {
        other.date = "2026-01-06";
    }
    SECTION("balances") {
        other.opening = 1'100;
    }
    CHECK(import_statement(ledger, other, "b") == StatementChange::added);
}

TEST_CASE("a statement without lines is known by its id, sequence, dates and balances",
          "[store][import]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    const MadeStatement empty = statement_of({}, 1'000);
    REQUIRE(import_statement(ledger, empty, "a") == StatementChange::added);
    CHECK(import_statement(ledger, empty, "b") == StatementChange::already_known);
    MadeStatement other = empty;
    other.sequence = "2";
    CHECK(import_statement(ledger, other, "c") == StatementChange::added);
    other.statement_id = "T";
    CHECK(import_statement(ledger, other, "d") == StatementChange::added);
    other.opening = 1'001;
    CHECK(import_statement(ledger, other, "e") == StatementChange::added);
    // A statement with lines on the same day and balance is no repetition of an empty one.
    CHECK(import_statement(ledger, statement_of({line(1, 5, "a"), line(2, -5, "b")}, 1'000), "f") ==
          StatementChange::added);
}

TEST_CASE("a statement may tell its opening balance at its end", "[store][import]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    const MadeStatement statement = statement_of({line(1, 100, "a")}, 1'000);
    StatementHeader header = statement.header();
    header.opening.reset();
    header.account.currency.reset();
    LedgerWriter writer = ledger.write(stamp());
    REQUIRE(writer.add_source_file("a", digest("a"), 1));
    writer.begin_statement(header);
    writer.add_line(statement.lines.front());
    StatementClosing closing = statement.closing();
    closing.closing->date.reset();
    CHECK(writer.end_statement(closing) == StatementChange::added);
    writer.commit();
    const LedgerSummary summary = ledger.summary();
    CHECK(summary.accounts.front().opening == euro(1'000));
    CHECK(summary.accounts.front().last_date == day("2026-01-05"));
}

TEST_CASE("the books equal the bank whatever the order of statements", "[store][import]") {
    const TemporaryFolder folder;
    std::vector<std::size_t> order{0, 1, 2, 3};
    // Two statements of one day, one of them without movement; then a day later.
    std::vector<MadeStatement> statements{
        statement_of({line(1, 100, "a")}, 1'000), statement_of({}, 1'000),
        statement_of({line(1, -300, "b")}, 1'100),
        statement_of({line(1, 7, "c", "2026-01-06")}, 800, "2026-01-06")};
    int number = 0;
    do {
        Ledger ledger = new_ledger(folder / std::to_string(++number));
        for (const std::size_t i : order) {
            REQUIRE(import_statement(ledger, statements[i], std::to_string(i)) ==
                    StatementChange::added);
        }
        const LedgerSummary summary = ledger.summary();
        REQUIRE(summary.accounts.size() == 1);
        CHECK(summary.accounts[0].opening == euro(1'000));
        CHECK(summary.accounts[0].closing == euro(807));
        CHECK(summary.accounts[0].lines == euro(-193));
        CHECK(summary.accounts[0].ledger == euro(807));
        CHECK(summary.accounts[0].statement_count == 4);
        CHECK(ledger.verify().failures.empty());
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("each line is booked on its bank account against suspense", "[store][posting]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    REQUIRE(import_statement(ledger, statement_of({line(1, -250, "a")}, 1'000), "a") ==
            StatementChange::added);
    CHECK(
        RawDatabase(path).column(
            "SELECT journal.kind, journal.booked_on, gl_account.name, amount_minor, "
            "posting.currency FROM posting JOIN journal ON journal.id = posting.journal "
            "JOIN gl_account ON gl_account.id = posting.gl_account ORDER BY 1, posting.position") ==
        std::vector<std::string>{"line|2026-01-05|assets:bank:NL91ABNA0417164300|-250|EUR",
                                 "line|2026-01-05|assets:suspense|250|EUR",
                                 "opening|2026-01-05|assets:bank:NL91ABNA0417164300|1000|EUR",
                                 "opening|2026-01-05|equity:opening|-1000|EUR"});
}

}  // namespace afletter
