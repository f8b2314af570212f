// The past as the runs of `match` met it, read back from the audit trail.
#include <algorithm>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

std::vector<std::string> ids_of(const std::vector<OpenItem>& items) {
    std::vector<std::string> ids;
    for (const OpenItem& item : items) {
        ids.push_back(item.item_id + " " + to_decimal(item.open_amount));
    }
    return ids;
}

using Ids = std::vector<std::string>;

// The line as the ledger has it.
Line stored(const Ledger& ledger, std::size_t place) {
    return ledger.unmatched_lines().at(place);
}

}  // namespace

TEST_CASE("each run has what came since the run before it", "[store][past]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    put_items(ledger, {receivable("I1", 100), receivable("I2", 200)});
    import_statement(ledger, {.lines = {line(1, 100, "one")}}, "one.xml");
    const Line first = stored(ledger, 0);
    REQUIRE(decide(ledger, {match_of(first, {{"I1", euro(100)}})}) == 1);

    OpenItem told_anew = receivable("I2", 250);
    put_items(ledger, {receivable("I1", 100), told_anew, receivable("I3", 300)});
    import_statement(ledger,
                     {.date = "2026-01-06",
                      .opening = 100,
                      .lines = {line(1, 200, "two", "2026-01-06")},
                      .sequence = "2"},
                     "two.xml");
    const Line second = stored(ledger, 0);
    REQUIRE(decide(ledger, {exception_of(second, ExceptionReason::ambiguous)}) == 1);
    put_items(ledger, {receivable("I4", 400)});  // after the last run

    const Past past = ledger.past();
    CHECK(past.matched == 1);
    REQUIRE(past.runs.size() == 2);
    CHECK(ids_of(past.runs[0].items) == Ids{"I1 1.00", "I2 2.00"});
    REQUIRE(past.runs[0].lines.size() == 1);
    CHECK(past.runs[0].lines[0].id == first.id);
    CHECK(ids_of(past.runs[1].items) == Ids{"I2 2.50", "I3 3.00"});
    REQUIRE(past.runs[1].lines.size() == 1);
    CHECK(past.runs[1].lines[0].id == second.id);
    CHECK(past.confirmed.empty());
}

TEST_CASE("a match that a person made stands before the run that came after it", "[store][past]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    put_items(ledger, {receivable("I1", 100), receivable("I2", 200)});
    import_statement(ledger, {.lines = {line(1, 100, "one"), line(2, 200, "two")}}, "one.xml");
    Line first = stored(ledger, 0);
    Line second = stored(ledger, 1);
    if (first.amount != euro(100)) {
        std::swap(first, second);
    }
    decide(ledger, {exception_of(first, ExceptionReason::ambiguous)});
    decide(ledger, {match_of(first, {{"I1", first.amount}})});
    decide(ledger, {exception_of(second, ExceptionReason::ambiguous)});
    RawDatabase raw(path);
    raw.drop_triggers();
    REQUIRE(raw.execute("UPDATE match SET status = 'manual'; "
                        "UPDATE run SET command = 'accept' WHERE id = 2")
                .empty());

    const Past past = ledger.past();
    CHECK(past.matched == 0);
    REQUIRE(past.runs.size() == 2);
    CHECK(past.runs[0].confirmed.empty());
    REQUIRE(past.runs[1].confirmed.size() == 1);
    CHECK(past.runs[1].confirmed[0].line == first.id);
    CHECK(past.runs[1].confirmed[0].allocations.size() == 1);
}

TEST_CASE("a ledger without a run has no past", "[store][past]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    put_items(ledger, {receivable("I1", 100)});
    const Past past = ledger.past();
    CHECK(past.runs.empty());
    CHECK(past.matched == 0);
}

}  // namespace afletter
