// What the ledger shows: order, filters, the search for one line, the summary.
#include <algorithm>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

// Two accounts, three days, eight lines; matched where the text names an item.
struct Town {
    Town() {
        put_items(ledger, {receivable("I-1", 100), receivable("I-2", 200), payable("P-1", 50),
                           receivable("I-3", 700)});
        import(iban, "2026-01-07", {{300, "?"}, {100, "I-1"}});
        import(other_iban, "2026-01-05", {{200, "I-2"}, {-50, "P-1"}, {7, "?"}});
        import(iban, "2026-01-05", {{1, "?"}, {2, "?"}, {3, "?"}});
    }
    void import(std::string_view account, const char* date,
                const std::vector<std::pair<std::int64_t, std::string>>& payments) {
        MadeStatement statement;
        statement.account = account;
        statement.date = date;
        statement.opening = account == iban && statement.date == "2026-01-07" ? 6 : 0;
        for (const auto& [cents, text] : payments) {
            const auto index = static_cast<std::uint32_t>(statement.lines.size() + 1);
            statement.lines.push_back(line(index, cents, text, date));
        }
        REQUIRE(import_statement(ledger, statement, std::string(account) + date) ==
                StatementChange::added);
    }
    void match() {
        std::vector<Decision> decisions;
        for (const Line& each : ledger.unmatched_lines()) {
            const std::string& text = each.detail.remittance;
            decisions.push_back(text == "?" ? exception_of(each, ExceptionReason::no_candidate)
                                            : match_of(each, {{text, each.amount}}));
        }
        decide(ledger, decisions);
    }
    [[nodiscard]] std::vector<MatchRecord> matches(const MatchFilter& filter = {}) const {
        std::vector<MatchRecord> found;
        ledger.for_each_match(filter, [&](const MatchRecord& match) { found.push_back(match); });
        return found;
    }

    TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
};

std::vector<std::string> items_of(const std::vector<MatchRecord>& matches) {
    std::vector<std::string> items;
    for (const MatchRecord& match : matches) {
        items.push_back(match.allocations.at(0).item_id);
    }
    return items;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("lines come by account, booking date and line id", "[store][list]") {
    const Town town;
    const auto lines = town.ledger.unmatched_lines();
    REQUIRE(lines.size() == 8);
    // NL44... before NL91...; each account's days in order; ids in order within a day.
    CHECK(lines[0].account == lines[2].account);
    CHECK(lines[3].account != lines[2].account);
    CHECK(std::is_sorted(lines.begin() + 3, lines.end(), [](const Line& left, const Line& right) {
        return std::pair(left.booking_date, left.id) < std::pair(right.booking_date, right.id);
    }));
    CHECK(town.ledger.unmatched_lines(day("2026-01-04")).empty());
    CHECK(town.ledger.unmatched_lines(day("2026-01-05")).size() == 6);
    CHECK(town.ledger.unmatched_lines(day("2026-01-06")).size() == 6);
    CHECK(town.ledger.unmatched_lines(day("2026-01-07")).size() == 8);
}

TEST_CASE("matches are filtered by status, booking date and account", "[store][list]") {
    Town town;
    town.match();
    CHECK(items_of(town.matches()).size() == 3);
    CHECK(items_of(town.matches({.status = MatchStatus::automatic})).size() == 3);
    CHECK(town.matches({.status = MatchStatus::manual}).empty());
    CHECK(town.matches({.status = MatchStatus::undone}).empty());
    CHECK(items_of(town.matches({.from = day("2026-01-06")})) == Texts{"I-1"});
    CHECK(items_of(town.matches({.from = day("2026-01-07")})) == Texts{"I-1"});
    CHECK(town.matches({.from = day("2026-01-08")}).empty());
    CHECK(items_of(town.matches({.to = day("2026-01-05")})).size() == 2);
    CHECK(town.matches({.to = day("2026-01-04")}).empty());
    CHECK(items_of(town.matches({.account = std::string(iban)})) == Texts{"I-1"});
    CHECK(town.matches({.account = "NL"}).empty());
}

TEST_CASE("a line is found by its id, by its beginning and by its exception's id",
          "[store][list]") {
    Town town;
    town.match();
    for (const Line& each : town.ledger.unmatched_lines()) {
        std::string id = to_text(each.id);
        for (const std::string& typed : {id, id.substr(0, 10), "E-" + id}) {
            const auto story = town.ledger.story_of(typed);
            REQUIRE(story);
            CHECK(story->line.line.id == each.id);
        }
        std::transform(id.begin(), id.end(), id.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        CHECK(town.ledger.story_of(id));
        std::replace(id.begin(), id.end(), '0', 'O');
        std::replace(id.begin(), id.end(), '1', 'l');
        CHECK(town.ledger.story_of(id));
    }
}

TEST_CASE("a line that is not there is unknown", "[store][list]") {
    const Town town;
    for (const char* typed : {"", "E-", "zzzzzzzzzzzz", "0000000000000", "u", "no such", "é"}) {
        const auto story = town.ledger.story_of(typed);
        REQUIRE_FALSE(story);
        CHECK(story.error().code == "line.unknown");
        CHECK_FALSE(story.error().hint.empty());
    }
}

TEST_CASE("a beginning of several lines names up to five of them", "[store][list]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    MadeStatement statement;
    for (std::uint32_t i = 1; i <= 200; ++i) {
        statement.lines.push_back(line(i, i, "payment"));
    }
    REQUIRE(import_statement(ledger, statement, "a") == StatementChange::added);
    const std::string first = to_text(ledger.unmatched_lines().front().id).substr(0, 1);
    const auto story = ledger.story_of(first);  // 200 lines over 32 letters
    REQUIRE_FALSE(story);
    CHECK(story.error().code == "line.ambiguous");
    const std::string& message = story.error().message;
    const std::string names = message.substr(message.rfind(':'));
    CHECK(std::count(names.begin(), names.end(), ',') == 4);
}

TEST_CASE("a line that nobody has looked at has a story without a decision", "[store][list]") {
    const Town town;
    const Line each = town.ledger.unmatched_lines().front();
    const auto story = town.ledger.story_of(to_text(each.id));
    REQUIRE(story);
    CHECK(story->decision.line == each.id);
    CHECK_FALSE(story->decision.method);
    CHECK_FALSE(story->decision.reason);
    CHECK(story->decided_by.empty());
    CHECK_FALSE(story->match);
}

TEST_CASE("the summary counts and sums what the lists show", "[store][summary]") {
    Town town;
    LedgerSummary summary = town.ledger.summary();
    CHECK(summary.lines.count == 8);
    CHECK(summary.lines.sums == std::vector<Money>{euro(563)});
    CHECK(summary.undecided.count == 8);
    CHECK(summary.matched.count == 0);
    CHECK(summary.matched.sums.empty());
    CHECK(summary.open_receivables.count == 3);
    CHECK(summary.open_receivables.sums == std::vector<Money>{euro(1'000)});
    CHECK(summary.open_payables.sums == std::vector<Money>{euro(50)});

    town.match();
    summary = town.ledger.summary();
    CHECK(summary.undecided.count == 0);
    CHECK(summary.matched.count == 3);
    CHECK(summary.matched.sums == std::vector<Money>{euro(250)});
    REQUIRE(summary.matched_by_method.size() == 1);
    CHECK(summary.matched_by_method[0].key == "reference");
    CHECK(summary.matched_by_method[0].count == 3);
    REQUIRE(summary.exceptions_by_reason.size() == 1);
    CHECK(summary.exceptions_by_reason[0].key == "no_candidate");
    CHECK(summary.exceptions_by_reason[0].count == 5);
    CHECK(summary.exceptions_by_reason[0].sums == std::vector<Money>{euro(313)});
    CHECK(summary.open_receivables.count == 1);
    CHECK(summary.open_receivables.sums == std::vector<Money>{euro(700)});
    CHECK(summary.open_payables.count == 0);

    REQUIRE(summary.accounts.size() == 2);
    CHECK(summary.accounts[0].account == other_iban);
    CHECK(summary.accounts[0].closing == euro(157));
    CHECK(summary.accounts[1].account == iban);
    CHECK(summary.accounts[1].owner == "Gemeente Voorbeeld");
    CHECK(summary.accounts[1].first_date == day("2026-01-05"));
    CHECK(summary.accounts[1].last_date == day("2026-01-07"));
    CHECK(summary.accounts[1].closing == euro(406));
    CHECK(summary.accounts[1].ledger == euro(406));

    const VerifyReport report = town.ledger.verify();
    CHECK(report.failures.empty());
    CHECK(report.statements == 3);
    CHECK(report.lines == 8);
    CHECK(report.matches == 3);
    CHECK(report.audit_rows == summary.audit_count);
    CHECK(report.audit_head == summary.audit_head);
}

TEST_CASE("a summary keeps currencies apart", "[store][summary]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    OpenItem in_dollars = receivable("D", 0);
    in_dollars.amount = in_dollars.open_amount = Money(500, Currency::parse("USD").value());
    put_items(ledger, {receivable("E", 100), in_dollars});
    CHECK(ledger.summary().open_receivables.count == 2);
    CHECK(ledger.summary().open_receivables.sums ==
          std::vector<Money>{euro(100), in_dollars.amount});
}

}  // namespace afletter
