// What the ledger tells of one line and of one item: who else paid, and what stands around it.
#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

struct Street {
    explicit Street(std::vector<OpenItem> items, std::vector<std::int64_t> amounts)
        : path(folder / "ledger.db"), ledger(new_ledger(path)) {
        put_items(ledger, items);
        MadeStatement statement;
        for (const std::int64_t cents : amounts) {
            statement.lines.push_back(line(static_cast<std::uint32_t>(statement.lines.size() + 1),
                                           cents, "line of " + std::to_string(cents)));
        }
        REQUIRE(import_statement(ledger, statement, "day") == StatementChange::added);
        lines = ledger.unmatched_lines();
    }

    [[nodiscard]] Line line_of(std::int64_t cents) const {
        return *std::find_if(lines.begin(), lines.end(), [cents](const Line& each) {
            return each.amount.minor_units() == cents;
        });
    }
    [[nodiscard]] LineStory story(std::int64_t cents) const {
        return ledger.story_of(to_text(line_of(cents).id)).value();
    }

    TemporaryFolder folder;
    std::filesystem::path path;
    Ledger ledger;
    std::vector<Line> lines;
};

}  // namespace

TEST_CASE("a story tells which other lines have settled its items", "[store][story]") {
    Street street({receivable("I-1", 1'000), receivable("I-2", 500)}, {700, 300, 40});
    decide(street.ledger, {match_of(street.line_of(700), {{"I-1", euro(700)}})});
    Decision waits = exception_of(street.line_of(300), ExceptionReason::ambiguous);
    waits.candidates = match_of(street.line_of(300), {{"I-1", euro(300)}}).candidates;
    decide(street.ledger, {waits, exception_of(street.line_of(40), ExceptionReason::no_candidate)});

    const auto payments = street.story(300).payments;
    REQUIRE(payments.size() == 1);
    CHECK(payments[0].item_id == "I-1");
    CHECK(payments[0].line == street.line_of(700).id);
    CHECK(payments[0].booking_date == day("2026-01-05"));
    CHECK(payments[0].amount == euro(700));
    CHECK(street.story(700).payments.empty());  // its own does not count
    CHECK(street.story(40).payments.empty());
    CHECK(street.ledger.payments_of("I-1", LineId{}).size() == 1);
    CHECK(street.ledger.payments_of("I-2", LineId{}).empty());
}

TEST_CASE("around an item stand the items of the decision's candidates, as they are now",
          "[store][story]") {
    Street street({receivable("A1", 100), receivable("B1", 300), receivable("C1", 500)}, {100});
    Decision decision = exception_of(street.line_of(100), ExceptionReason::ambiguous);
    const auto around = [&street, &decision](const std::string& item) {
        return street.ledger.items_around(item, decision).value();
    };
    REQUIRE(around("A1").size() == 1);
    decision.candidates =
        match_of(street.line_of(100), {{"B1", euro(60)}, {"A1", euro(40)}}).candidates;
    REQUIRE(around("C1").size() == 3);
    CHECK(around("C1")[0].item_id == "A1");
    CHECK(around("C1")[2].item_id == "C1");
    put_items(street.ledger, {receivable("A1", 150)});
    REQUIRE(around("A1").size() == 2);
    CHECK(around("A1")[0].open_amount == euro(150));
}

TEST_CASE("an item id that is mistyped gets those that are one typing error away",
          "[store][story]") {
    const Street street({receivable("I-100", 1), receivable("I-101", 1), receivable("K-7", 1)},
                        {100});
    const auto hint = [&street](const std::string& typed) {
        const auto around = street.ledger.items_around(typed, Decision{});
        REQUIRE_FALSE(around);
        CHECK(around.error().code == "item.unknown");
        CHECK(around.error().message ==
              "expected the id of an item of the books, found '" + typed + "', which no item has");
        return around.error().hint;
    };
    CHECK(hint("I-102") == "Did you mean I-100, I-101?");  // changed
    CHECK(hint("I-010") == "Did you mean I-100?");         // swapped
    CHECK(hint("K7") == "Did you mean K-7?");              // lost
    CHECK(hint("K-77") == "Did you mean K-7?");            // gained
    CHECK(hint("zzz") == "Item ids are those of the imported CSV, column item_id.");
    CHECK(hint("") == "Item ids are those of the imported CSV, column item_id.");
}

TEST_CASE("a line's story is found by indexes alone", "[store][story]") {
    const Street street({receivable("I-1", 1'000)}, {700});
    RawDatabase raw(street.path);
    for (const char* query :
         {"SELECT * FROM open_item WHERE item = 1",
          "SELECT * FROM line LEFT JOIN latest_decision AS decision ON decision.line = line.id "
          "LEFT JOIN run ON run.id = decision.run WHERE line.line_id = 1"}) {
        for (const std::string& step : raw.column("EXPLAIN QUERY PLAN " + std::string(query))) {
            CAPTURE(query, step);
            CHECK(step.find("SCAN") == std::string::npos);
        }
    }
}

}  // namespace afletter
