// Decisions: what is stored of them, what is booked, and what is refused.
#include <algorithm>
#include <iterator>
#include <limits>
#include <random>

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
    [[nodiscard]] std::vector<ExceptionRecord> exceptions() const {
        std::vector<ExceptionRecord> found;
        ledger.for_each_exception([&](const ExceptionRecord& record) { found.push_back(record); });
        return found;
    }
    [[nodiscard]] std::string dump() const { return RawDatabase(path).dump(); }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    std::vector<Line> lines;
};

class RandomDecision {
  public:
    explicit RandomDecision(unsigned seed) : random_(seed) {}

    Decision make(LineId line) {
        Decision decision;
        decision.line = line;
        decision.reason = static_cast<ExceptionReason>(below(13));
        for (std::size_t i = below(4); i > 0; --i) {
            decision.candidates.push_back(candidate());
        }
        for (std::size_t i = below(4); i > 0; --i) {
            decision.obstacles.push_back(static_cast<Obstacle>(below(15)));
        }
        decision.funnel = {
            static_cast<std::uint32_t>(random_()), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
            static_cast<std::uint32_t>(random_())};
        if (below(2) == 0) {
            decision.stratum = text();
            decision.threshold_bp = static_cast<int>(below(10'001));
        }
        decision.model = text();
        return decision;
    }

  private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    std::int64_t number() {
        static constexpr std::int64_t borders[] = {0,
                                                   1,
                                                   -1,
                                                   999,
                                                   std::numeric_limits<std::int64_t>::max(),
                                                   std::numeric_limits<std::int64_t>::min()};
        return borders[below(std::size(borders))];
    }

    std::string text() {
        static const std::string pieces[] = {"\"",   "\\",   "/", "\n", "\t", "\x01",
                                             "\x1f", "\x7f", "é", "漢", "🏛", "\\u0041",
                                             "a",    " ",    "{", "]",  ",",  std::string(1, '\0')};
        std::string made;
        for (std::size_t i = below(12); i > 0; --i) {
            made += pieces[below(std::size(pieces))];
        }
        return made;
    }

    Candidate candidate() {
        static const char* const currencies[] = {"EUR", "JPY", "BHD"};
        Candidate made;
        for (std::size_t i = below(3); i > 0; --i) {
            made.allocations.push_back(
                {text(), Money(number(), Currency::parse(currencies[below(3)]).value())});
        }
        for (std::size_t i = below(4); i > 0; --i) {
            made.evidence.push_back({static_cast<Feature>(below(9)), static_cast<Level>(below(9)),
                                     number(), text(), text()});
        }
        made.prior = number();
        made.log_odds = number();
        made.confidence_bp = static_cast<int>(below(10'001));
        if (below(2) == 0) {
            made.calibrated_bp = static_cast<int>(below(10'000));
        }
        return made;
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a decision comes back from the ledger as it was made", "[store][decision]") {
    Fixture fixture(std::vector<std::int64_t>(500, 100));
    RandomDecision random(20'260'105);
    std::vector<Decision> made;
    for (const Line& each : fixture.lines) {
        made.push_back(random.make(each.id));
    }
    REQUIRE(decide(fixture.ledger, made) == made.size());
    const auto exceptions = fixture.exceptions();  // by line id
    REQUIRE(exceptions.size() == made.size());
    std::sort(made.begin(), made.end(),
              [](const Decision& left, const Decision& right) { return left.line < right.line; });
    for (std::size_t i = 0; i < made.size(); ++i) {
        const Decision& found = exceptions[i].decision;
        REQUIRE(found.line == made[i].line);
        REQUIRE(found.method == made[i].method);
        REQUIRE(found.reason == made[i].reason);
        REQUIRE(found.candidates == made[i].candidates);
        REQUIRE(found.obstacles == made[i].obstacles);
        REQUIRE(found.funnel == made[i].funnel);
        REQUIRE(found.stratum == made[i].stratum);
        REQUIRE(found.threshold_bp == made[i].threshold_bp);
        REQUIRE(found.model == made[i].model);
    }
    const auto story = fixture.ledger.story_of(to_text(made[7].line));
    REQUIRE(story);
    CHECK(story->decision.candidates == made[7].candidates);
    CHECK_FALSE(story->match);
}

TEST_CASE("a stored decision is JSON that SQLite reads", "[store][decision]") {
    Fixture fixture({100});
    Decision made = exception_of(fixture.lines[0], ExceptionReason::ambiguous);
    made.candidates = match_of(fixture.lines[0], {{"I \"1\"", euro(100)}}).candidates;
    decide(fixture.ledger, {made});
    RawDatabase raw(fixture.path);
    CHECK(raw.value("SELECT explanation ->> '$.candidates[0].allocations[0][0]' FROM decision") ==
          "I \"1\"");
    CHECK(raw.value("SELECT explanation ->> '$.candidates[0].evidence[0][2]' FROM decision") ==
          "4100");
    CHECK(raw.value("SELECT search FROM decision") == "{}");  // a count of zero is left out
}

TEST_CASE("the kind of evidence is kept, and may be missing in an older decision",
          "[store][decision]") {
    Fixture fixture({100});
    Decision made = exception_of(fixture.lines[0], ExceptionReason::ambiguous);
    made.stratum = "reference/open/account";
    decide(fixture.ledger, {made});
    CHECK(fixture.exceptions().front().decision.stratum == "reference/open/account");
    RawDatabase raw(fixture.path);
    raw.drop_triggers();
    REQUIRE(raw.execute(R"(UPDATE decision SET explanation = '{"candidates":[],"obstacles":[]}')")
                .empty());
    CHECK(fixture.exceptions().front().decision.stratum.empty());
}

TEST_CASE("a damaged decision is an error of the store", "[store][decision]") {
    const char* damaged = GENERATE(
        "", "{", "{}", R"({"candidates":[],"obstacles":["nonsense"]})",
        R"({"candidates":[],"obstacles":[]}x)", R"({"candidates":[],"obstacles":["\u0041"]})",
        R"({"candidates":[{"allocations":[["I",99999999999999999999,"EUR"]]}]})",
        R"({"candidates":[{"allocations":[["I",1,"XXQ"]]}]})");
    Fixture fixture({100});
    decide(fixture.ledger, {exception_of(fixture.lines[0], ExceptionReason::ambiguous)});
    RawDatabase raw(fixture.path);
    raw.drop_triggers();
    REQUIRE(
        raw.execute("UPDATE decision SET explanation = '" + std::string(damaged) + "'").empty());
    CHECK_THROWS_AS(fixture.exceptions(), StoreError);
}

TEST_CASE("a decision that says the same is not added again", "[store][decision]") {
    Fixture fixture({100});
    const Decision first = exception_of(fixture.lines[0], ExceptionReason::no_candidate);
    CHECK(decide(fixture.ledger, {first}) == 1);
    const std::string before = fixture.dump();
    CHECK(decide(fixture.ledger, {first}, "2026-02-02T01:00:00Z") == 0);
    Decision after_another_search = first;
    after_another_search.funnel.open_items = 99;
    CHECK(decide(fixture.ledger, {after_another_search}, "2026-02-03T01:00:00Z") == 0);
    CHECK(fixture.dump() == before);  // a run that decides nothing leaves no trace

    Decision other_reason = first;
    other_reason.reason = ExceptionReason::ambiguous;
    CHECK(decide(fixture.ledger, {other_reason}) == 1);
    Decision other_obstacles = other_reason;
    other_obstacles.obstacles.clear();
    CHECK(decide(fixture.ledger, {other_obstacles}) == 1);
    CHECK(decide(fixture.ledger, {first}) == 1);  // only the latest counts
}

TEST_CASE("a match allocates the line and books it out of suspense", "[store][decision]") {
    Fixture fixture({900});
    OpenItem own_account = receivable("I-2", -100);
    own_account.gl_account = "assets:parking";
    put_items(fixture.ledger, {receivable("I-1", 1'000), own_account});
    const Line& paid = fixture.lines[0];
    REQUIRE(decide(fixture.ledger, {match_of(paid, {{"I-1", euro(1'000)}, {"I-2", euro(-100)}})}) ==
            1);
    CHECK(fixture.ledger.unmatched_lines().empty());
    CHECK(fixture.exceptions().empty());
    for (const OpenItem& item : fixture.ledger.items()) {
        CHECK(item.open_amount.is_zero());
    }
    CHECK(RawDatabase(fixture.path)
              .column("SELECT gl_account.name, item.item_id, amount_minor FROM posting "
                      "JOIN journal ON journal.id = posting.journal AND journal.kind = 'match' "
                      "JOIN gl_account ON gl_account.id = posting.gl_account "
                      "LEFT JOIN item ON item.id = posting.item ORDER BY position") ==
          std::vector<std::string>{"assets:suspense|NULL|900", "assets:receivables|I-1|-1000",
                                   "assets:parking|I-2|100"});
    const auto story = fixture.ledger.story_of(to_text(paid.id));
    REQUIRE(story);
    REQUIRE(story->match);
    CHECK(story->match->status == MatchStatus::automatic);
    CHECK(story->match->allocations ==
          std::vector<Allocation>{{"I-1", euro(1'000)}, {"I-2", euro(-100)}});
    CHECK(story->match->decision.method == Method::reference);
    CHECK(story->match->decided_by == "batch");
    CHECK(story->match->decided_at == stamp().at);
    CHECK(story->decision.method == Method::reference);
    CHECK(fixture.ledger.verify().failures.empty());
}

TEST_CASE("what a match leaves of its line stays in suspense and waits", "[store][decision]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    put_items(ledger, {receivable("I-1", 950)});
    import_statement(ledger, {.lines = {line(1, 1000, "rounded up")}}, "file");
    const Line paid = ledger.unmatched_lines().front();
    Decision decision = match_of(paid, {{"I-1", euro(950)}});
    decision.reason = ExceptionReason::overpaid;
    CHECK(decide(ledger, {decision}) == 1);

    CHECK(ledger.items().front().open_amount == euro(0));
    CHECK(ledger.unmatched_lines().empty());
    std::vector<ExceptionRecord> waiting;
    ledger.for_each_exception([&](const ExceptionRecord& record) { waiting.push_back(record); });
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].open_amount == euro(50));
    CHECK(waiting[0].decision.method == Method::reference);
    const LedgerSummary summary = ledger.summary();
    CHECK(summary.matched.sums == std::vector{euro(950)});
    REQUIRE(summary.exceptions_by_reason.size() == 1);
    CHECK(summary.exceptions_by_reason[0].sums == std::vector{euro(50)});
    CHECK(ledger.verify().failures.empty());

    RawDatabase raw(path);
    CHECK(raw.value("SELECT sum(amount_minor) FROM posting JOIN gl_account "
                    "ON gl_account.id = posting.gl_account WHERE name = 'assets:suspense'") ==
          "-50");
    raw.drop_triggers();
    const auto fails_after = [&](const std::string& tampering) {
        REQUIRE(raw.execute(tampering).empty());
        const auto failures = ledger.verify().failures;
        return std::ranges::any_of(
            failures, [](const ControlFailure& failure) { return failure.control == "match.sum"; });
    };
    CHECK(fails_after("UPDATE allocation SET amount_minor = 1000"));
    CHECK(fails_after("UPDATE allocation SET amount_minor = 0"));
    CHECK(fails_after("UPDATE allocation SET amount_minor = -950"));
}

TEST_CASE("money that goes out settles a payable", "[store][decision]") {
    Fixture fixture({-500});
    put_items(fixture.ledger, {payable("P-1", 500)});
    REQUIRE(decide(fixture.ledger, {match_of(fixture.lines[0], {{"P-1", euro(-500)}})}) == 1);
    CHECK(fixture.ledger.items().front().open_amount.is_zero());
    CHECK(RawDatabase(fixture.path)
              .value("SELECT gl_account.name || amount_minor FROM posting "
                     "JOIN gl_account ON gl_account.id = posting.gl_account "
                     "WHERE item IS NOT NULL") == "liabilities:payables500");
    CHECK(fixture.ledger.verify().failures.empty());
}

TEST_CASE("an allocation never exceeds what is open", "[store][decision]") {
    struct Example {
        const char* name;
        OpenItem item;
        std::int64_t fits;
        std::int64_t exceeds;
    };
    OpenItem partly_open = receivable("I", 1'000);
    partly_open.open_amount = euro(300);
    const Example examples[] = {
        {"receivable", receivable("I", 1'000), 1'000, 1'001},
        {"partly open", partly_open, 300, 301},
        {"payable", payable("I", 1'000), -1'000, -1'001},
        {"credit note of a debtor", receivable("I", -1'000), -1'000, -1'001},
        {"credit note of a creditor", payable("I", -1'000), 1'000, 1'001},
    };
    for (const Example& example : examples) {
        INFO(example.name);
        Fixture fixture({example.exceeds, example.fits, example.fits > 0 ? 1 : -1});
        put_items(fixture.ledger, {example.item});
        const std::string before = fixture.dump();
        const Decision exceeding = match_of(fixture.lines[0], {{"I", euro(example.exceeds)}});
        CHECK_THROWS_AS(decide(fixture.ledger, {exceeding}), StoreError);
        CHECK(fixture.dump() == before);
        CHECK(decide(fixture.ledger, {match_of(fixture.lines[1], {{"I", euro(example.fits)}})}) ==
              1);
        // Nothing is left, not even for a cent.
        const Decision one_more = match_of(fixture.lines[2], {{"I", fixture.lines[2].amount}});
        CHECK_THROWS_AS(decide(fixture.ledger, {one_more}), StoreError);
    }
}

TEST_CASE("an allocation is in the currency of its item", "[store][decision]") {
    Fixture fixture({100});
    OpenItem in_dollars = receivable("I", 100);
    in_dollars.amount = in_dollars.open_amount = Money(100, Currency::parse("USD").value());
    put_items(fixture.ledger, {in_dollars});
    CHECK_THROWS_AS(decide(fixture.ledger, {match_of(fixture.lines[0], {{"I", euro(100)}})}),
                    StoreError);
}

TEST_CASE("a line is matched once", "[store][decision]") {
    Fixture fixture({100});
    put_items(fixture.ledger, {receivable("I", 100), receivable("J", 100)});
    CHECK(decide(fixture.ledger, {match_of(fixture.lines[0], {{"I", euro(100)}})}) == 1);
    CHECK(decide(fixture.ledger, {match_of(fixture.lines[0], {{"I", euro(100)}})}) == 0);
    const std::string before = fixture.dump();
    CHECK_THROWS_AS(decide(fixture.ledger, {match_of(fixture.lines[0], {{"J", euro(100)}})}),
                    StoreError);
    CHECK_THROWS_AS(
        decide(fixture.ledger, {exception_of(fixture.lines[0], ExceptionReason::ambiguous)}),
        StoreError);
    CHECK(fixture.dump() == before);
}

TEST_CASE("an exception keeps its id and the day it was first reported", "[store][decision]") {
    Fixture fixture({100});
    const Line& waiting = fixture.lines[0];
    decide(fixture.ledger, {exception_of(waiting, ExceptionReason::no_candidate)},
           "2026-02-01T23:59:59Z");
    const ExceptionRecord first = fixture.exceptions().at(0);
    CHECK(first.exception_id == "E-" + to_text(waiting.id));
    CHECK(first.first_reported == day("2026-02-01"));
    CHECK(first.run == RunId{1});
    CHECK(first.fingerprint.size() == 16);
    CHECK(fixture.exceptions().at(0).fingerprint == first.fingerprint);

    decide(fixture.ledger, {exception_of(waiting, ExceptionReason::ambiguous)},
           "2026-02-05T01:00:00Z");
    const ExceptionRecord second = fixture.exceptions().at(0);
    CHECK(second.exception_id == first.exception_id);
    CHECK(second.first_reported == first.first_reported);
    CHECK(second.run == RunId{2});
    CHECK(second.decision.reason == ExceptionReason::ambiguous);
    CHECK(second.fingerprint != first.fingerprint);
}

TEST_CASE("a matched exception is no exception any more", "[store][decision]") {
    Fixture fixture({100});
    put_items(fixture.ledger, {receivable("I", 100)});
    decide(fixture.ledger, {exception_of(fixture.lines[0], ExceptionReason::no_candidate)});
    decide(fixture.ledger, {match_of(fixture.lines[0], {{"I", euro(100)}})});
    CHECK(fixture.exceptions().empty());
    CHECK(fixture.ledger.unmatched_lines().empty());
}

TEST_CASE("one run holds all decisions of a command", "[store][decision]") {
    Fixture fixture({100, 200});
    LedgerWriter writer = fixture.ledger.write(stamp());
    const RunId run = writer.begin_run("match");
    for (const Line& each : fixture.lines) {
        CHECK(writer.add_decision(exception_of(each, ExceptionReason::no_candidate)));
    }
    writer.commit();
    for (const ExceptionRecord& record : fixture.exceptions()) {
        CHECK(record.run == run);
    }
    CHECK(RawDatabase(fixture.path).column("SELECT id, command, by, at FROM run") ==
          std::vector<std::string>{"1|match|batch|2026-02-01T01:00:00Z"});
}

}  // namespace afletter
