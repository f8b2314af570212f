// What a writer can take back: a unit, a statement, everything.
#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

MadeStatement statement_of(std::vector<Line> lines, std::int64_t opening = 0) {
    MadeStatement statement;
    statement.opening = opening;
    statement.lines = std::move(lines);
    return statement;
}

}  // namespace

TEST_CASE("a unit that is dropped leaves nothing behind", "[store][unit]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = filled_ledger(path);
    const std::string before = RawDatabase(path).dump();
    LedgerWriter writer = ledger.write(stamp());
    MadeStatement statement = statement_of({line(1, 100, "a")}, 1'000);
    statement.account = other_iban;
    SECTION("after a statement of a new account") {
        writer.begin_unit();
        REQUIRE(writer.add_source_file("b", digest("b"), 1));
        REQUIRE(add(writer, statement) == StatementChange::added);
        static_cast<void>(writer.put_item(receivable("I-2", 100)));
        writer.drop_unit();
    }
    SECTION("in the middle of a statement") {
        writer.begin_unit();
        REQUIRE(writer.add_source_file("b", digest("b"), 1));
        writer.begin_statement(statement.header());
        writer.add_line(statement.lines.front());
        writer.drop_unit();
    }
    SECTION("after a decision") {
        writer.begin_unit();
        writer.begin_run("match");
        const Line waiting = ledger.unmatched_lines().front();
        REQUIRE(writer.add_decision(exception_of(waiting, ExceptionReason::ambiguous)));
        writer.drop_unit();
    }
    writer.commit();
    CHECK(RawDatabase(path).dump() == before);
}

TEST_CASE("after a dropped unit the next one goes on as if it had not been", "[store][unit]") {
    const TemporaryFolder folder;
    std::string dumps[2];
    for (const bool with_dropped : {false, true}) {
        const auto path = folder / (with_dropped ? "dropped.db" : "plain.db");
        Ledger ledger = new_ledger(path);
        LedgerWriter writer = ledger.write(stamp());
        if (with_dropped) {
            writer.begin_unit();
            REQUIRE(writer.add_source_file("bad", digest("bad"), 1));
            MadeStatement statement = statement_of({line(1, 100, "a")}, 1'000);
            statement.account = other_iban;
            REQUIRE(add(writer, statement) == StatementChange::added);
            writer.drop_unit();
        }
        writer.begin_unit();
        REQUIRE(writer.add_source_file("good", digest("good"), 1));
        REQUIRE(add(writer, statement_of({line(1, 100, "a")}, 1'000)) == StatementChange::added);
        writer.keep_unit();
        writer.commit();
        dumps[with_dropped ? 1 : 0] = RawDatabase(path).dump();
        CHECK(ledger.verify().failures.empty());
    }
    CHECK(dumps[0] == dumps[1]);
}

TEST_CASE("an abandoned statement takes its account with it", "[store][unit]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    LedgerWriter writer = ledger.write(stamp());
    REQUIRE(writer.add_source_file("a", digest("a"), 1));
    const MadeStatement statement = statement_of({line(1, 100, "a")}, 1'000);
    writer.begin_statement(statement.header());
    writer.add_line(statement.lines.front());
    writer.abandon_statement();
    writer.commit();
    RawDatabase raw(path);
    for (const char* table : {"bank_account", "gl_account", "line", "statement", "journal"}) {
        CHECK(raw.value("SELECT count(*) FROM " + std::string(table)) == "0");
    }
    CHECK(raw.value("SELECT count(*) FROM source_file") == "1");
    CHECK(ledger.verify().failures.empty());
}

TEST_CASE("without a commit nothing was written", "[store][unit]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    const std::string before = RawDatabase(path).dump();
    {
        LedgerWriter writer = ledger.write(stamp());
        REQUIRE(writer.add_source_file("a", digest("a"), 1));
        writer.begin_unit();
        REQUIRE(add(writer, statement_of({line(1, 100, "a")})) == StatementChange::added);
        const bool in_the_middle = GENERATE(false, true);
        if (in_the_middle) {
            writer.begin_statement(statement_of({}).header());
        }
    }
    CHECK(RawDatabase(path).dump() == before);
    put_items(ledger, {receivable("I-1", 1)});  // the ledger is free again
}

}  // namespace afletter
