// Allocations other than the payment of an item: what returns open again, and what is booked to the
// general ledger.
#include <algorithm>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

// A ledger with these amounts received, in order of the lines' entries.
struct Fixture {
    explicit Fixture(const std::vector<std::int64_t>& amounts) {
        MadeStatement statement;
        for (const std::int64_t cents : amounts) {
            const auto index = static_cast<std::uint32_t>(statement.lines.size() + 1);
            statement.lines.push_back(line(index, cents, "payment " + std::to_string(index)));
        }
        REQUIRE(import_statement(ledger, statement, "a") == StatementChange::added);
        lines.resize(amounts.size(), statement.lines.front());
        for (const Line& each : ledger.unmatched_lines()) {
            lines[each.entry_index - 1] = each;
        }
    }
    [[nodiscard]] std::string dump() const { return RawDatabase(path).dump(); }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    std::vector<Line> lines;
};

}  // namespace

TEST_CASE("a return opens again what was settled, and no more", "[store][decision][returns]") {
    struct Example {
        const char* name;
        OpenItem item;
        std::int64_t settles;  // 0: the source had it settled
        std::int64_t reopens;  // the most that fits
        std::int64_t is_open;  // after that
    };
    OpenItem settled_by_source = receivable("I", 1'000);
    settled_by_source.open_amount = euro(0);
    OpenItem with_costs = receivable("I", 1'000);
    with_costs.open_amount = euro(1'040);
    const Example examples[] = {
        {"receivable", receivable("I", 1'000), 1'000, -1'000, 1'000},
        {"in part", receivable("I", 1'000), 400, -400, 1'000},
        {"settled by the source", settled_by_source, 0, -1'000, 1'000},
        {"costs added by the source", with_costs, 1'040, -1'040, 1'040},
        {"payable", payable("I", 1'000), -1'000, 1'000, 1'000},
        {"credit note of a debtor", receivable("I", -1'000), -1'000, 1'000, -1'000},
        {"credit note of a creditor", payable("I", -1'000), 1'000, -1'000, -1'000},
    };
    for (const Example& example : examples) {
        INFO(example.name);
        const std::int64_t cent = example.reopens > 0 ? 1 : -1;
        std::vector<std::int64_t> amounts{example.reopens + cent, example.reopens, cent};
        if (example.settles != 0) {
            amounts.push_back(example.settles);
        }
        Fixture fixture(amounts);
        put_items(fixture.ledger, {example.item});
        const auto books = [&](std::size_t index) {
            const Line& each = fixture.lines[index];
            return decide(fixture.ledger, {match_of(each, {{"I", each.amount}})});
        };
        if (example.settles != 0) {
            CHECK_THROWS_AS(books(1), StoreError);  // nothing is settled yet
            REQUIRE(books(3) == 1);
        }
        CHECK_THROWS_AS(books(0), StoreError);
        CHECK(books(1) == 1);
        CHECK(fixture.ledger.items().front().open_amount == euro(example.is_open));
        CHECK_THROWS_AS(books(2), StoreError);  // a second return finds nothing settled
        CHECK(fixture.ledger.verify().failures.empty());
    }
}

TEST_CASE("what an order settled is summed over its lines", "[store][returns]") {
    TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    MadeStatement statement;
    const std::int64_t amounts[] = {400, 300, -300, 200};
    const char* orders[] = {"E-1", "E-\"2", "E-\"2", ""};
    for (std::uint32_t i = 0; i < 4; ++i) {
        statement.lines.push_back(line(i + 1, amounts[i], "x"));
        statement.lines.back().detail.end_to_end_id = orders[i];
    }
    REQUIRE(import_statement(ledger, statement, "a") == StatementChange::added);
    put_items(ledger, {receivable("I", 1'000)});
    std::vector<Line> lines = ledger.unmatched_lines();
    std::ranges::sort(lines, {}, &Line::entry_index);
    for (const Line& each : lines) {
        REQUIRE(decide(ledger, {match_of(each, {{"I", each.amount}})}) == 1);
    }
    const auto settled = [&](const std::vector<std::string>& ids) {
        std::vector<std::string> rows;
        for (const SettledOrder& order : ledger.settled_orders(ids)) {
            rows.push_back(order.end_to_end_id + " " + order.item_id + " " +
                           to_decimal(order.amount));
        }
        return rows;
    };
    CHECK(settled({}).empty());
    CHECK(settled({"E-3"}).empty());
    CHECK(settled({"E-1", "E-\"2"}) == std::vector<std::string>{"E-\"2 I 0.00", "E-1 I 4.00"});
    const Date booked = lines.front().booking_date;
    CHECK(ledger.settled_orders({"E-1"}, booked).size() == 1);
    const Date next_day(std::chrono::sys_days(booked) + std::chrono::days(1));
    CHECK(ledger.settled_orders({"E-1"}, next_day).empty());
}

TEST_CASE("part of a line may be booked to the general ledger without an item",
          "[store][decision]") {
    Fixture fixture({1'010});
    put_items(fixture.ledger, {receivable("I-1", 1'000)});
    const Line& paid = fixture.lines[0];
    const std::vector<Allocation> parts{{"I-1", euro(1'000)}, in_transit(10)};
    const std::vector<Allocation> by_name{in_transit(10), {"I-1", euro(1'000)}};
    REQUIRE(decide(fixture.ledger, {match_of(paid, parts)}) == 1);
    CHECK(RawDatabase(fixture.path)
              .column("SELECT gl_account.name, item, amount_minor FROM posting "
                      "JOIN journal ON journal.id = posting.journal AND journal.kind = 'match' "
                      "JOIN gl_account ON gl_account.id = posting.gl_account ORDER BY position") ==
          std::vector<std::string>{"assets:suspense|NULL|1010", "assets:receivables|1|-1000",
                                   "assets:in-transit|NULL|-10"});
    const auto story = fixture.ledger.story_of(to_text(paid.id));
    REQUIRE(story);
    REQUIRE(story->match);
    CHECK(story->match->allocations == by_name);
    CHECK(story->decision.candidates.front().allocations == parts);
    CHECK(fixture.ledger.verify().failures.empty());
}

TEST_CASE("a match is booked neither to suspense nor to a bank account", "[store][decision]") {
    const std::string account =
        GENERATE(std::string("assets:suspense"), "assets:bank:" + std::string(iban));
    Fixture fixture({100});
    const std::string before = fixture.dump();
    const Decision booked =
        match_of(fixture.lines[0], {{.item_id = {}, .amount = euro(100), .gl_account = account}});
    CHECK_THROWS_AS(decide(fixture.ledger, {booked}), StoreError);
    CHECK(fixture.dump() == before);
}

}  // namespace afletter
