// The back-test: the past decided again, run by run, with two configurations.
#include <afletter/pipeline.hpp>

#include <algorithm>

#include "support/silent_progress.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

Date day(int day_of_month) {
    return Date(std::chrono::year(2026), std::chrono::February,
                std::chrono::day(static_cast<unsigned>(day_of_month)));
}

Money euro(std::int64_t cents) {
    return {cents, Currency::euro()};
}

const std::vector<std::string> references{"5000056789012345", "RF18539007547034"};

OpenItem item(const std::string& id, std::int64_t cents, std::string reference) {
    return {.item_id = id,
            .party_id = "P" + id,
            .party_name = "Party " + id,
            .reference = std::move(reference),
            .issue_date = day(1),
            .amount = euro(cents),
            .open_amount = euro(cents)};
}

Line receipt(std::int64_t id, std::int64_t cents, std::string reference) {
    Line line{.id = {id}, .booking_date = day(10), .value_date = day(10), .amount = euro(cents)};
    line.detail.amount = line.amount;
    line.detail.structured_reference = std::move(reference);
    return line;
}

MatchPolicy never(const std::string& stratum) {
    return {.model = changed(shipped_model(), {.thresholds_bp = {{stratum, 10'000}}})};
}

WhatIfReport compare(const Past& past, const MatchPolicy& now, const MatchPolicy& then) {
    test::SilentProgress progress;
    return what_if(past, now, then, progress);
}

// Two items paid by reference, in two runs.
Past two_runs() {
    Past past;
    past.runs.push_back(
        {.run = {1},
         .lines = {receipt(1, 12'050, references[0])},
         .items = {item("A", 12'050, references[0]), item("B", 7'500, references[1])},
         .confirmed = {}});
    past.runs.push_back(
        {.run = {2}, .lines = {receipt(2, 7'500, references[1])}, .items = {}, .confirmed = {}});
    past.matched = 2;
    return past;
}

}  // namespace

TEST_CASE("the same configuration differs in nothing from itself", "[pipeline][what-if]") {
    const WhatIfReport report = compare(two_runs(), {}, {});
    CHECK(report.runs == 2);
    CHECK(report.lines == 2);
    CHECK(report.booked == 2);
    CHECK(report.now == 2);
    CHECK(report.then == 2);
    CHECK(report.rows.empty());
}

TEST_CASE("what another configuration would gain or lose is listed line by line",
          "[pipeline][what-if]") {
    const WhatIfReport lost = compare(two_runs(), {}, never("reference/open/none"));
    CHECK(lost.now == 2);
    CHECK(lost.then == 0);
    REQUIRE(lost.rows.size() == 2);
    CHECK(lost.rows[0].change == WhatIfChange::lost);
    CHECK(lost.rows[0].line.id == LineId{1});
    CHECK(lost.rows[0].now.allocations.front().item_id == "A");
    CHECK(lost.rows[0].then.reason == ExceptionReason::low_confidence);

    const WhatIfReport gained = compare(two_runs(), never("reference/open/none"), {});
    REQUIRE(gained.rows.size() == 2);
    CHECK(gained.rows[0].change == WhatIfChange::gained);
}

TEST_CASE("a line that was left waits for the runs after it, and for what comes with them",
          "[pipeline][what-if]") {
    Past past = two_runs();
    past.runs[1].items = {std::move(past.runs[0].items[0])};  // the first line's item comes later
    past.runs[0].items.erase(past.runs[0].items.begin());
    const WhatIfReport report = compare(past, {}, never("reference/open/none"));
    CHECK(report.lines == 2);
    CHECK(report.now == 2);
}

TEST_CASE("what the source says anew of an item does not reopen what was settled of it",
          "[pipeline][what-if]") {
    Past past = two_runs();
    past.runs[1].items = {item("A", 12'050, references[0])};
    past.runs[1].items[0].description = "told anew";
    past.runs[1].lines.push_back(receipt(3, 12'050, references[0]));
    const WhatIfReport report = compare(past, {}, {});
    CHECK(report.lines == 3);
    CHECK(report.now == 2);
}

TEST_CASE("a match that a person made otherwise is contradicted", "[pipeline][what-if]") {
    Past past = two_runs();
    past.runs[1].confirmed = {{.line = {1}, .allocations = {{"B", euro(12'050)}}}};
    const MatchPolicy strict = never("reference/open/none");
    const WhatIfReport report = compare(past, strict, {});
    CHECK(report.confirmed == 1);
    CHECK(report.contradicted_now == 0);
    REQUIRE(report.rows.size() == 2);
    CHECK(report.rows[0].change == WhatIfChange::gained);
    CHECK(report.rows[0].line.id == LineId{2});
    CHECK(report.rows[1].change == WhatIfChange::contradicts);
    CHECK(report.rows[1].confirmed.front().item_id == "B");
    CHECK(report.rows[1].then.allocations.front().item_id == "A");
    CHECK(compare(past, {}, strict).contradicted_now == 1);
}

TEST_CASE("a match that a person made settles its items in the replay", "[pipeline][what-if]") {
    Past past = two_runs();
    // By hand the first line paid B; so the second, which names B, finds it settled.
    past.runs[0].lines[0] = receipt(1, 7'500, "");
    past.runs[1].confirmed = {{.line = {1}, .allocations = {{"B", euro(7'500)}}}};
    CHECK(compare(past, {}, {}).now == 0);
    past.runs[1].confirmed.clear();
    CHECK(compare(past, {}, {}).now == 1);
}
