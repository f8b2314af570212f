// Returns: what came back opens again exactly what it had settled, or waits for a person.
#include <algorithm>

#include "support/test.hpp"
#include "world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

constexpr const char* debtor = "J. de Vries";

// Collected by our order "E2E-7" under the debtor's mandate, and not settled yet.
OpenItem to_collect(const std::string& id, std::string_view amount, int number = 7) {
    OpenItem item = of_party(receivable(id, amount), "p1", 1, debtor);
    item.end_to_end_id = "E2E-" + std::to_string(number);
    item.mandate_id = "MANDATE-1";
    item.document_number = "F2026-00420" + std::to_string(number);
    return item;
}

Line collection(int id, std::string_view amount, int number = 7) {
    Line line = from(test::line(id, amount), 1, debtor);
    line.detail.end_to_end_id = "E2E-" + std::to_string(number);
    line.transaction_code = "PMNT/IDDT/ESDD";
    return line;
}

// With a reason, and nothing else that says what it returns.
Line bare_return(int id, std::string_view amount) {
    Line line = test::line(id, amount);
    line.detail.return_reason = "AM04";
    return line;
}

Line return_of(int id, std::string_view amount, int number = 7) {
    Line line = bare_return(id, amount);
    line.detail.end_to_end_id = "E2E-" + std::to_string(number);
    return line;
}

Line on(Line line, std::string_view date) {
    line.booking_date = day(date);
    return line;
}

// In order of line id.
std::vector<Decision> in_rounds(const std::vector<Line>& lines,
                                const std::vector<OpenItem>& items) {
    std::vector<Decision> decisions = match(lines, items);
    std::ranges::sort(decisions, {}, &Decision::line);
    return decisions;
}

}  // namespace

TEST_CASE("a returned direct debit reopens the item it had paid", "[matchers][returns]") {
    const std::vector items{closed(to_collect("A", "100.00")), to_collect("B", "100.00", 8)};
    Line back = return_of(1, "-100.00");
    SECTION("marked by its reason") {}
    SECTION("marked as a reversal only") {
        back.detail.return_reason.clear();
        back.reversal = true;
    }
    SECTION("marked by its transaction code only") {
        back.detail.return_reason.clear();
        back.transaction_code = GENERATE("PMNT/IDDT/UPDD", "PMNT/RCDT/RRTN", "NRTI");
    }
    const Decision decision = decide(back, items);
    CHECK(decision.method == Method::returned);
    CHECK(decision.stratum == "return/end_to_end");
    REQUIRE(decision.is_match());
    CHECK(decision.candidates.front().allocations ==
          std::vector<Allocation>{{"A", euros("-100.00")}});
}

TEST_CASE("a returned transfer of ours reopens the invoice it had paid", "[matchers][returns]") {
    OpenItem paid = closed(payable("P", "250.00"));
    paid.end_to_end_id = "E2E-7";
    const Decision decision = decide(return_of(1, "250.00"), {paid});
    CHECK(decision.method == Method::returned);
    CHECK(decision.candidates.front().allocations ==
          std::vector<Allocation>{{"P", euros("250.00")}});
}

TEST_CASE("a return opens no more and no less than was settled", "[matchers][returns]") {
    OpenItem collected = to_collect("A", "100.00");
    collected.open_amount = euros("60.00");
    const auto obstacles_at = [&](std::string_view amount) {
        return decide(return_of(1, amount), {collected}).obstacles;
    };
    CHECK(obstacles_at("-40.00").empty());
    for (const char* other : {"-39.99", "-40.01", "-60.00", "-100.00", "40.00"}) {
        INFO(other);
        CHECK(obstacles_at(other) ==
              std::vector{Obstacle::is_a_return, Obstacle::nothing_to_reopen});
    }
    CHECK(decide(return_of(1, "-39.99"), {collected}).reason == ExceptionReason::returned);
}

TEST_CASE("a return that nothing answers to is unknown", "[matchers][returns]") {
    const std::vector items{closed(to_collect("A", "100.00"))};
    const Decision bare = decide(bare_return(1, "-100.00"), items);
    CHECK(bare.reason == ExceptionReason::unknown_return);
    CHECK(bare.obstacles == std::vector{Obstacle::is_a_return});
    CHECK(bare.candidates.empty());
    CHECK(decide(return_of(1, "-100.00", 9), items).reason == ExceptionReason::unknown_return);
}

TEST_CASE("a mandate names what came back when one of its items has the amount",
          "[matchers][returns]") {
    const OpenItem first = closed(to_collect("A", "100.00"));
    Line back = from(bare_return(1, "-100.00"), 1, debtor);
    back.detail.mandate_id = "MANDATE-1";
    CHECK(decide(back, {first}).stratum == "return/mandate");
    CHECK(decide(back, {first}).method == Method::returned);
    CHECK(decide(back, {first, closed(to_collect("B", "90.00", 8))}).method == Method::returned);

    SECTION("not with a twin, settled or not") {
        const OpenItem twin = to_collect("B", "100.00", 8);
        for (const OpenItem& other : {twin, closed(twin)}) {
            const Decision decision = decide(back, {first, other});
            CHECK_FALSE(decision.is_match());
            CHECK(decision.reason == ExceptionReason::returned);
            CHECK(has(decision, Obstacle::another_fits_as_well));
        }
        back.detail.remittance = "F2026-004207";
        CHECK(best(decide(back, {first, closed(twin)})) == "A");
        CHECK(decide(back, {first, closed(twin)}).method == Method::returned);
    }
    SECTION("not when the order is one that the books do not hold") {
        back.detail.end_to_end_id = "E2E-9";
        CHECK(has(decide(back, {first}), Obstacle::unknown_number_in_text));
    }
    SECTION("not when nothing else says who it is") {
        back.detail.counterparty = {};
        CHECK(has(decide(back, {first}), Obstacle::only_weak_evidence));
    }
}

TEST_CASE("a number names what came back when the account or the name agrees",
          "[matchers][returns]") {
    const OpenItem paid = closed(
        with_reference(of_party(receivable("A", "100.00"), "p1", 1, debtor), payment_reference(7)));
    Line back = bare_return(1, "-100.00");
    back.detail.structured_reference = payment_reference(7);
    CHECK(has(decide(back, {paid}), Obstacle::name_not_confirmed));
    CHECK(decide(from(back, 2, "P. Bakker"), {paid}).reason == ExceptionReason::returned);
    CHECK(decide(from(back, 1, ""), {paid}).method == Method::returned);
    CHECK(decide(named(back, debtor), {paid}).stratum == "return/number");
    CHECK(decide(named(back, debtor), {paid}).method == Method::returned);
}

TEST_CASE("a return whose text names another item than its order is left to a person",
          "[matchers][returns]") {
    const std::vector items{closed(to_collect("A", "100.00")),
                            closed(to_collect("B", "100.00", 8))};
    Line back = return_of(1, "-100.00");
    back.detail.remittance = "F2026-004208";
    CHECK(has(decide(back, items), Obstacle::another_fits_as_well));
    back.detail.remittance = "F2026-004207";
    CHECK(decide(back, items).method == Method::returned);
}

TEST_CASE("an order for several items comes back as a whole", "[matchers][returns]") {
    const std::vector items{closed(to_collect("A", "100.00")), closed(to_collect("B", "30.00"))};
    const Decision whole = decide(return_of(1, "-130.00"), items);
    CHECK(whole.method == Method::returned);
    CHECK(whole.candidates.front().allocations ==
          std::vector<Allocation>{{"A", euros("-100.00")}, {"B", euros("-30.00")}});
    const Decision part = decide(return_of(1, "-100.00"), items);
    CHECK_FALSE(part.is_match());
    CHECK(has(part, Obstacle::another_fits_as_well));
}

TEST_CASE("a batch that comes back as a whole reopens what was settled of it",
          "[matchers][returns]") {
    std::vector items{closed(to_collect("A", "100.00", 1)), closed(to_collect("B", "30.00", 2)),
                      to_collect("C", "50.00", 3)};  // was rejected, and never settled
    for (OpenItem& item : items) {
        item.batch_id = "BATCH-1";
    }
    Line back = bare_return(1, "-130.00");
    back.detail.batch_id = "BATCH-1";
    const Decision decision = decide(back, items);
    CHECK(decision.method == Method::returned);
    CHECK(decision.stratum == "return/batch");
    CHECK(best(decision) == "A+B");
    Line one_order = back;
    one_order.detail.end_to_end_id = "E2E-9";
    CHECK_FALSE(decide(one_order, items).is_match());
    for (const char* other : {"-180.00", "-129.99"}) {
        back.amount = euros(other);
        CHECK_FALSE(decide(back, items).is_match());
    }
}

TEST_CASE("a return waits for what it returns", "[matchers][returns]") {
    const std::vector items{to_collect("A", "100.00")};
    const Line collected = on(collection(2, "100.00"), "2026-02-03");
    const Line back = on(return_of(1, "-100.00"), "2026-02-01");

    SECTION("while the collection is not there") {
        const Decision alone = in_rounds({back}, items).front();
        CHECK(alone.reason == ExceptionReason::returned);
        CHECK(has(alone, Obstacle::nothing_to_reopen));
        CHECK(best(alone) == "A");
    }
    SECTION("and is matched in the round after it, wherever they stand") {
        for (const auto& lines : {std::vector{back, collected}, std::vector{collected, back}}) {
            const auto decisions = in_rounds(lines, items);
            CHECK(decisions[0].method == Method::returned);
            CHECK(decisions[1].method == Method::end_to_end);
        }
    }
    SECTION("and what it reopens can be collected again") {
        Line again = on(collection(3, "100.00"), "2026-02-20");
        const auto decisions = in_rounds({back, collected, again}, items);
        CHECK(std::ranges::all_of(decisions, &Decision::is_match));
    }
    SECTION("in the order in which a run writes them") {
        Matcher matcher;
        std::ranges::for_each(items, [&](const OpenItem& item) { matcher.add_item(item); });
        matcher.add_line(back);
        matcher.add_line(collected);
        std::vector<std::int64_t> written;
        matcher.run(
            [&](std::size_t, const Decision& decision) { written.push_back(decision.line.value); });
        CHECK(written == std::vector<std::int64_t>{2, 1});
    }
}

TEST_CASE("a second return of one item finds nothing settled", "[matchers][returns]") {
    const std::vector items{closed(to_collect("A", "100.00"))};
    const Line first = on(return_of(2, "-100.00"), "2026-02-03");
    const Line second = on(return_of(1, "-100.00"), "2026-02-04");
    for (const auto& lines : {std::vector{first, second}, std::vector{second, first}}) {
        const auto decisions = in_rounds(lines, items);
        CHECK(decisions[1].method == Method::returned);
        CHECK(decisions[0].reason == ExceptionReason::returned);
        CHECK(has(decisions[0], Obstacle::nothing_to_reopen));
    }
    // Of one day, nobody can tell which of them is the double.
    const Line same_day = on(second, "2026-02-03");
    for (const Decision& decision : in_rounds({first, same_day}, items)) {
        CHECK(decision.reason == ExceptionReason::returned);
        CHECK(has(decision, Obstacle::item_claimed_twice));
    }
}

TEST_CASE("what was returned may come back: the item is collected and returned once more",
          "[matchers][returns]") {
    const std::vector items{to_collect("A", "100.00")};
    const auto decisions = in_rounds(
        {on(collection(1, "100.00"), "2026-02-01"), on(return_of(2, "-100.00"), "2026-02-03"),
         on(collection(3, "100.00"), "2026-02-10"), on(return_of(4, "-100.00"), "2026-02-12")},
        items);
    CHECK(std::ranges::all_of(decisions, &Decision::is_match));
}

TEST_CASE("a detail of a batch that the books do not hold pays none of the others",
          "[matchers][returns]") {
    OpenItem other = to_collect("A", "100.00");
    other.batch_id = "BATCH-1";
    Line detail = collection(1, "100.00", 9);
    detail.detail.batch_id = "BATCH-1";
    CHECK_FALSE(decide(detail, {other}).is_match());
    detail.detail.end_to_end_id.clear();  // the batch as one entry
    CHECK(decide(detail, {other}).stratum.starts_with("batch/open"));
}

TEST_CASE("an item collected in instalments gets back the one that its order names",
          "[matchers][returns]") {
    // The books name no order: each instalment has its own.
    const OpenItem item =
        with_reference(of_party(receivable("A", "120.00"), "p1", 1, debtor), payment_reference(7));
    const auto instalment = [](int id, std::string_view date) {
        Line line = on(collection(id, "40.00", id), date);
        line.detail.structured_reference = payment_reference(7);
        return line;
    };
    std::vector lines{instalment(1, "2026-02-01"), instalment(2, "2026-03-01"),
                      on(return_of(3, "-40.00", 2), "2026-03-04")};
    auto decisions = in_rounds(lines, {item});
    CHECK(decisions[2].method == Method::returned);
    CHECK(decisions[2].candidates.front().allocations ==
          std::vector<Allocation>{{"A", euros("-40.00")}});

    SECTION("once") {
        lines.push_back(on(return_of(4, "-40.00", 2), "2026-03-05"));
        decisions = in_rounds(lines, {item});
        CHECK(decisions[2].method == Method::returned);
        CHECK(decisions[3].reason == ExceptionReason::returned);
        CHECK(has(decisions[3], Obstacle::nothing_to_reopen));
    }
    SECTION("and the other one on the same day") {
        lines.push_back(on(return_of(4, "-40.00", 1), "2026-03-04"));
        decisions = in_rounds(lines, {item});
        CHECK(decisions[2].method == Method::returned);
        CHECK(decisions[3].method == Method::returned);
    }
    SECTION("and no other amount") {
        lines[2].amount = euros("-80.00");
        CHECK(has(in_rounds(lines, {item})[2], Obstacle::nothing_to_reopen));
    }
}

TEST_CASE("what earlier runs settled under an order is what its return gives back",
          "[matchers][returns]") {
    OpenItem item = receivable("A", "120.00");
    item.open_amount = euros("40.00");
    const auto decide_with = [&](std::string_view settled) {
        const std::vector<SettledOrder> orders{{"E2E-7", "A", euros(settled)}};
        return match(std::vector{return_of(1, "-40.00")}, std::vector{item}, {}, {}, orders)
            .front();
    };
    CHECK(decide_with("40.00").method == Method::returned);
    CHECK(decide_with("80.00").reason == ExceptionReason::returned);
    CHECK(has(decide_with("0.00"), Obstacle::nothing_to_reopen));
    CHECK(decide(return_of(1, "-40.00"), {item}).reason == ExceptionReason::unknown_return);
}

TEST_CASE("only returns name orders that came back", "[matchers][returns]") {
    const std::vector lines{collection(1, "1.00", 5), return_of(2, "-1.00", 7),
                            return_of(3, "-1.00", 6), return_of(4, "-1.00", 7),
                            bare_return(5, "-1.00")};
    Matcher matcher;
    std::ranges::for_each(lines, [&](const Line& line) { matcher.add_line(line); });
    CHECK(matcher.returned_orders() == std::vector<std::string>{"E2E-6", "E2E-7"});
}
