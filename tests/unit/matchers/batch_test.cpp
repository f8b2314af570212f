// Batches of ours that the bank books as one line: by their sum, and by what the bank counts in
// them.
#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

TEST_CASE("a batch matches the items that add up to it", "[matchers][batch]") {
    std::vector items{payable("A", "100.00"), payable("B", "20.00"), payable("C", "3.00")};
    for (OpenItem& item : items) {
        item.batch_id = "PMTINF-1";
    }
    Line paid = line(1, "-123.00");
    paid.detail.batch_id = "PMTINF-1";
    SECTION("all of it") {
        const Decision decision = decide(paid, items);
        CHECK(decision.method == Method::batch);
        CHECK(best(decision) == "A+B+C");
        CHECK(decision.funnel.by_batch == 3);
    }
    SECTION("less one item that was settled before") {
        items[1] = closed(items[1]);
        paid.amount = euros("-103.00");
        CHECK(best(decide(paid, items)) == "A+C");
        CHECK(decide(paid, items).method == Method::batch);
    }
    SECTION("one cent off") {
        paid.amount = euros("-122.99");
        const Decision decision = decide(paid, items);
        CHECK(decision.reason == ExceptionReason::batch_incomplete);
        CHECK(has(decision, Obstacle::batch_sum_differs));
    }
    SECTION("settled as a whole before") {
        for (OpenItem& item : items) {
            item = closed(item);
        }
        CHECK(decide(paid, items).reason == ExceptionReason::already_settled);
    }
    SECTION("a detail of the batch names its own item") {
        items[1].end_to_end_id = "E2E-B";
        paid.amount = euros("-20.00");
        paid.detail.end_to_end_id = "E2E-B";
        CHECK(decide(paid, items).method == Method::end_to_end);
    }
}

TEST_CASE("the bank's count of a batch is evidence of it, or an obstacle", "[matchers][batch]") {
    std::vector items{receivable("A", "100.00"), receivable("B", "20.00"), receivable("C", "3.00")};
    for (OpenItem& item : items) {
        item.batch_id = "PMTINF-1";
    }
    Line collected = line(1, "123.00");
    collected.detail.batch_id = "PMTINF-1";
    SECTION("nothing is said") {
        CHECK(decide(collected, items).stratum == "batch/open/none/several");
    }
    SECTION("as many") {
        collected.batch.transactions = 3;
        CHECK(decide(collected, items).stratum == "counted/open/none/several");
        CHECK_FALSE(has(decide(collected, items), Obstacle::batch_count_differs));
    }
    SECTION("as many, and the bank took nothing off") {
        collected.batch = {.transactions = 3, .gross = true};
        CHECK(decide(collected, items).stratum == "gross/open/none/several");
    }
    SECTION("the bank took nothing off, and gives no count") {
        collected.batch.gross = true;
        CHECK(decide(collected, items).stratum == "gross/open/none/several");
    }
    SECTION("one more or less") {
        for (const std::uint32_t count : {2U, 4U}) {
            collected.batch = {.transactions = count, .gross = true};
            const Decision decision = decide(collected, items);
            CHECK(has(decision, Obstacle::batch_count_differs));
            CHECK(decision.reason == ExceptionReason::batch_incomplete);
            CHECK(best(decision) == "A+B+C");
        }
    }
    SECTION("another sum was sent than was booked") {
        collected.batch.amount = euros("143.00");
        CHECK(has(decide(collected, items), Obstacle::batch_count_differs));
        collected.batch.amount = euros("123.00");
        CHECK_FALSE(has(decide(collected, items), Obstacle::batch_count_differs));
    }
    SECTION("of payments that we made, too") {
        for (OpenItem& item : items) {
            item.kind = ItemKind::payable;
        }
        collected.amount = euros("-123.00");
        collected.batch.transactions = 3;
        CHECK(decide(collected, items).method == Method::batch);
        collected.batch.transactions = 4;
        CHECK(decide(collected, items).reason == ExceptionReason::batch_incomplete);
    }
}

TEST_CASE("what is left of a batch fits a count of what was sent, or of what was booked",
          "[matchers][batch]") {
    std::vector items{receivable("A", "100.00"), receivable("B", "20.00"), receivable("C", "3.00")};
    for (OpenItem& item : items) {
        item.batch_id = "PMTINF-1";
    }
    Line collected = line(1, "103.00");
    collected.detail.batch_id = "PMTINF-1";
    const auto stratum_with = [&](const BatchTotals& totals) {
        collected.batch = totals;
        return decide(collected, items).stratum;
    };
    CHECK(stratum_with({}) == "remainder/open/none/several");
    CHECK(stratum_with({.transactions = 3}) == "counted_remainder/open/none/several");
    CHECK(stratum_with({.transactions = 2}) == "counted_remainder/open/none/several");
    CHECK(stratum_with({.transactions = 3, .amount = euros("123.00")}) ==
          "counted_remainder/open/none/several");
    for (const BatchTotals& totals :
         {BatchTotals{.transactions = 4}, BatchTotals{.transactions = 3, .gross = true},
          BatchTotals{.transactions = 3, .amount = euros("133.00")}}) {
        CHECK(stratum_with(totals) != "counted_remainder/open/none/several");
        CHECK(decide(collected, items).reason == ExceptionReason::batch_incomplete);
    }
}

TEST_CASE("a batch too large to list that does not add up is still told", "[matchers][batch]") {
    std::vector<OpenItem> items;
    for (int i = 0; i < 65; ++i) {
        items.push_back(payable("A" + std::to_string(i), "1.00"));
        items.back().batch_id = "PMTINF-1";
    }
    Line paid = line(1, "-64.00");
    paid.detail.batch_id = "PMTINF-1";
    const Decision decision = decide(paid, items);
    CHECK(decision.reason == ExceptionReason::batch_incomplete);
    CHECK(decision.candidates.empty());
    paid.amount = euros("-65.00");
    CHECK(decide(paid, items).method == Method::batch);
}
