// What a run knows of items that were closed long ago: those of 24 months before its oldest line.
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/silent_progress.hpp"
#include "support/test.hpp"
#include "unit/matchers/world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

Stamp at(std::string_view instant) {
    return {"batch", parse_instant(instant).value()};
}

std::string statement(const std::string& date, const std::string& reference) {
    return ":20:X\r\n:25:NL86INGB0002445588EUR\r\n:28C:1\r\n:60F:C" + date +
           "EUR10,\r\n:61:" + date + date.substr(2) +
           "C120,50NTRFNONREF//D1\r\n:86:/CNTP//BNGHNL2G/J. de Vries///"
           "REMI/USTD//" +
           reference + "/\r\n:62F:C" + date + "EUR130,50\r\n-\r\n";
}

// What becomes of a payment booked on this day (YYMMDD) for an item that its source called closed
// on 2024-02-29.
ExceptionRecord exception_of_payment(const std::string& date) {
    const TemporaryFolder folder;
    SilentProgress progress;
    const DiagnosticHandler ignore = [](const Diagnostic&) {};
    Ledger ledger = Ledger::create(folder.path() / "x.db", at("2024-02-29T01:00:00Z")).value();
    const std::vector<std::string> items{folder.write(
        "items.csv",
        "item_id,kind,party_id,party_name,reference,issue_date,currency,amount,open_amount\n"
        "A1,receivable,D1,J. de Vries," +
            payment_reference(7) + ",2024-01-02,EUR,120.50,0.00\n")};
    static_cast<void>(import_items(ledger, items, at("2024-02-29T01:00:00Z"), ignore, progress));
    const std::vector<std::string> files{
        folder.write("day.sta", statement(date, payment_reference(7)))};
    const Stamp now = at("2026-04-01T01:00:00Z");
    static_cast<void>(import_statements(ledger, files, now, ignore, progress));
    static_cast<void>(match_lines(ledger, {}, now, progress));
    std::vector<ExceptionRecord> found;
    ledger.for_each_exception(
        [&found](const ExceptionRecord& exception) { found.push_back(exception); });
    REQUIRE(found.size() == 1);
    return found.front();
}

bool knows_closed(const ExceptionRecord& exception) {
    const auto& obstacles = exception.decision.obstacles;
    return std::ranges::find(obstacles, Obstacle::item_closed) != obstacles.end();
}

}  // namespace

TEST_CASE("a closed item is known for 24 calendar months", "[pipeline][closed]") {
    const ExceptionRecord last_day = exception_of_payment("260228");
    CHECK(knows_closed(last_day));
    CHECK(last_day.decision.reason == ExceptionReason::already_settled);
    CHECK(last_day.decision.funnel.items == 1);
    // 2026-03-01 less 24 months is 2024-03-01: the item was closed the day before.
    const ExceptionRecord day_after = exception_of_payment("260301");
    CHECK_FALSE(knows_closed(day_after));
    CHECK(day_after.decision.funnel.items == 0);
}
