// The audit sample from draw to alarm and back: people answer without knowing the match, and a kind
// of evidence that they find wrong too often only suggests, until it is cleared.
#include <afletter/pipeline.hpp>
#include <afletter/reports.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "support/process.hpp"
#include "support/silent_progress.hpp"
#include "support/test.hpp"
#include "unit/matchers/world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

const Stamp night{"batch", std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)};
const Stamp clerk{"clerk", std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};
const std::string reference_kind = "reference/open/name";

std::string padded(int number) {
    const std::string text = std::to_string(number);
    return std::string(5 - text.size(), '0') + text;
}
std::string name_of_payer(int number) {
    return "Janssen " + std::to_string(number) + "x";
}
std::string cents(int number) {
    return std::to_string(100 + number) + ",00";
}

// Each payer has a bill with both kinds of numbers, and an older one of another amount.
std::string bills(int payers) {
    std::string csv =
        "item_id;kind;party_id;party_name;document_number;reference;issue_date;currency;amount\n";
    for (int i = 0; i < payers; ++i) {
        const std::string who =
            ";receivable;P" + std::to_string(i) + ";" + name_of_payer(i) + ";F2026-";
        csv += "A" + padded(i) + who + padded(i) + ";" + payment_reference(1'000 + i) +
               ";2026-01-01;EUR;" + cents(i) + "\n";
        csv += "B" + padded(i) + who + padded(i + 50'000) + ";;2025-12-01;EUR;" +
               std::to_string(7'000 + 3 * i) + ",17\n";
    }
    return csv;
}

struct Payment {
    int payer;
    bool by_reference;
};

// A ledger whose every match is drawn, unless it is told otherwise.
class Office {
  public:
    explicit Office(int payers, AuditDraw draw = {.basis_points = 10'000})
        : path((folder_.path() / "x.db").string()),
          ledger(Ledger::create(path, night).value()),
          draw_(draw) {
        const std::vector<std::string> items{folder_.write("items.csv", bills(payers))};
        static_cast<void>(import_items(ledger, items, night, ignore_, progress_));
    }

    void receive(int day, const std::vector<Payment>& payments) {
        const std::string date = "26020" + std::to_string(day);
        std::string text = ":20:X\r\n:25:NL86INGB0002445588EUR\r\n:28C:" + std::to_string(day) +
                           "\r\n:60F:C" + date + "EUR" + std::to_string(balance_) + ",\r\n";
        for (const Payment& payment : payments) {
            balance_ += 100 + payment.payer;
            text += ":61:" + date + date.substr(2) + "C" + cents(payment.payer) + "NTRFNONREF//D" +
                    std::to_string(payment.payer) + "\r\n:86:/CNTP//BNGHNL2G/" +
                    name_of_payer(payment.payer) + "///REMI/USTD//" +
                    (payment.by_reference ? payment_reference(1'000 + payment.payer)
                                          : "F2026-" + padded(payment.payer)) +
                    "/\r\n";
        }
        text += ":62F:C" + date + "EUR" + std::to_string(balance_) + ",\r\n-\r\n";
        const std::vector<std::string> files{
            folder_.write("day" + std::to_string(day) + ".sta", text)};
        static_cast<void>(import_statements(ledger, files, night, ignore_, progress_));
    }

    MatchRunReport match() { return match_lines(ledger, {.draw = draw_}, night, progress_); }

    // The lines of the sample that were matched by such a kind, each with its items.
    std::map<std::string, std::vector<std::string>> matched_by(const std::string& stratum) const {
        std::set<std::string> waiting;
        for (const LineId line : ledger.sample_waiting()) {
            waiting.insert(to_text(line));
        }
        std::map<std::string, std::vector<std::string>> found;
        ledger.for_each_match({}, [&](const MatchRecord& match) {
            const std::string line = to_text(match.line.line.id);
            if (match.decision.stratum == stratum && waiting.contains(line)) {
                for (const Allocation& allocation : match.allocations) {
                    found[line].push_back(allocation.item_id);
                }
            }
        });
        return found;
    }

    SampleAnswered answer(const std::string& line, const std::vector<std::string>& items) {
        return answer_sample(ledger, line, items, clerk).value();
    }

    [[nodiscard]] std::set<std::string> drawn() const {
        std::set<std::string> lines;
        for (const LineId line : ledger.sample_waiting()) {
            lines.insert(to_text(line));
        }
        return lines;
    }

    [[nodiscard]] bool is_proved() const { return ledger.verify().failures.empty(); }

  private:
    TemporaryFolder folder_;
    SilentProgress progress_;
    DiagnosticHandler ignore_ = [](const Diagnostic&) {};
    int balance_ = 1'000;

  public:
    std::string path;
    Ledger ledger;

  private:
    AuditDraw draw_;
};

std::vector<Payment> payments_of(int from, int to, bool by_reference) {
    std::vector<Payment> payments;
    for (int payer = from; payer < to; ++payer) {
        payments.push_back({payer, by_reference});
    }
    return payments;
}

void tamper(const std::string& path, const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

bool fails(const Ledger& ledger, const std::string& control) {
    const VerifyReport report = ledger.verify();
    return std::ranges::any_of(
        report.failures, [&](const ControlFailure& failure) { return failure.control == control; });
}

// 250 payments by document, all answered as they were matched, and two by reference that people
// answer otherwise: enough to stop the one kind, and not all.
void stop_references(Office& office) {
    std::vector<Payment> payments = payments_of(0, 250, false);
    std::ranges::copy(payments_of(250, 253, true), std::back_inserter(payments));
    office.receive(1, payments);
    REQUIRE(office.match().drawn == 253);
    for (const auto& [line, items] : office.matched_by("document/open/name")) {
        REQUIRE(office.answer(line, items).agrees);
    }
    const auto by_number = office.matched_by(reference_kind);
    REQUIRE(by_number.size() == 3);
    const SampleAnswered first = office.answer(by_number.begin()->first, {});
    CHECK_FALSE(first.agrees);
    CHECK(first.alarmed.empty());
    const std::string other = "B" + std::next(by_number.begin())->second.front().substr(1);
    const SampleAnswered second = office.answer(std::next(by_number.begin())->first, {other});
    CHECK_FALSE(second.agrees);
    CHECK(second.alarmed ==
          std::vector{Suspension{.stratum = reference_kind, .lines = 2, .wrong = 2}});
}

}  // namespace

TEST_CASE("a kind of evidence that people find wrong only suggests until it is cleared",
          "[pipeline][sample]") {
    Office office(260);
    stop_references(office);
    CHECK(office.is_proved());

    office.receive(2, {{253, true}, {254, false}});
    const MatchRunReport stopped = office.match();
    CHECK(stopped.matched == 1);
    CHECK(stopped.drawn == 1);
    CHECK(stopped.suspended ==
          std::vector{Suspension{.stratum = reference_kind, .lines = 2, .wrong = 2}});
    std::vector<ExceptionRecord> waiting;
    office.ledger.for_each_exception(
        [&waiting](const ExceptionRecord& exception) { waiting.push_back(exception); });
    REQUIRE(waiting.size() == 1);
    const Decision& decision = waiting.front().decision;
    CHECK(decision.obstacles == std::vector{Obstacle::stopped_by_sample});
    CHECK(decision.candidates.front().allocations.front().item_id == "A00253");
    std::ostringstream told;
    write_story(told, office.ledger.story_of(to_text(decision.line)).value(), {});
    CHECK(told.str().find("2 of 2") != std::string::npos);
    // The same again: nothing new is said, and nothing is drawn twice.
    const MatchRunReport again = office.match();
    CHECK(again.unchanged == again.lines);
    CHECK(again.drawn == 0);
    CHECK(office.is_proved());

    CHECK(clear_alarm(office.ledger, reference_kind, "", clerk).error().code == "sample.reason");
    CHECK(clear_alarm(office.ledger, "document/open/name", "x", clerk).error().code ==
          "sample.alarm");
    REQUIRE(clear_alarm(office.ledger, reference_kind, "items were imported late", clerk));
    CHECK(clear_alarm(office.ledger, reference_kind, "again", clerk).error().code ==
          "sample.alarm");
    CHECK(suspensions_of(office.ledger).empty());
    CHECK(office.match().matched == 1);
    const SampleStatus status = sample_status(office.ledger);
    REQUIRE(status.alarms.size() == 1);
    CHECK(status.alarms.front().is_cleared);
    CHECK(status.alarms.front().reason == "items were imported late");
    CHECK(status.alarms.front().cleared_by == "clerk");
    const auto test = std::ranges::find(status.tests, reference_kind, &SampleTest::stratum);
    REQUIRE(test != status.tests.end());
    CHECK(test->lines == 0);
    CHECK(test->verdict == SampleVerdict::not_yet_known);
    CHECK(office.is_proved());
}

TEST_CASE("errors of several kinds stop everything", "[pipeline][sample]") {
    Office office(20);
    office.receive(1, {{0, true}, {1, false}});
    REQUIRE(office.match().matched == 2);
    CHECK(office.answer(office.matched_by(reference_kind).begin()->first, {}).alarmed.empty());
    const SampleAnswered last =
        office.answer(office.matched_by("document/open/name").begin()->first, {});
    CHECK(last.alarmed == std::vector{Suspension{.stratum = "", .lines = 2, .wrong = 2}});
    office.receive(2, {{2, true}, {3, false}});
    CHECK(office.match().matched == 0);
    REQUIRE(clear_alarm(office.ledger, "", "looked into", clerk));
    CHECK(office.match().matched == 2);
    CHECK(office.is_proved());
}

TEST_CASE("which matches are drawn does not depend on when a line came", "[pipeline][sample]") {
    const AuditDraw third{.basis_points = 3'333, .seed = 7};
    Office at_once(60, third);
    at_once.receive(1, payments_of(0, 60, true));
    const std::uint64_t told = at_once.match().drawn;
    CHECK(told == at_once.drawn().size());
    Office backwards(60, third);
    std::vector<Payment> payments = payments_of(0, 60, true);
    std::ranges::reverse(payments);
    backwards.receive(1, payments);
    static_cast<void>(backwards.match());
    CHECK(at_once.drawn() == backwards.drawn());
    CHECK(at_once.drawn().size() > 8);
    CHECK(at_once.drawn().size() < 35);
    Office none(60, {});
    none.receive(1, payments_of(0, 60, true));
    CHECK(none.match().drawn == 0);
    CHECK(none.drawn().empty());
}

TEST_CASE("what a person is shown of a drawn line does not tell its match", "[pipeline][sample]") {
    Office office(5);
    office.receive(1, {{3, false}});
    REQUIRE(office.match().matched == 1);
    const std::vector<SampledLine> lines = office.ledger.sampled_lines();
    REQUIRE(lines.size() == 1);
    REQUIRE(lines.front().items.size() == 2);
    CHECK(lines.front().items[0].item_id == "A00003");
    CHECK(lines.front().items[1].item_id == "B00003");
    std::ostringstream out;
    write_sample(out, sample_status(office.ledger), lines, {.format = Format::json});
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json.at("audit_sample").at("waiting") == 1);
    for (const auto& item : json.at("waiting")[0].at("items")) {
        CHECK_FALSE(item.contains("open_amount"));  // the settled one would stand out
        CHECK_FALSE(item.contains("confidence"));
        CHECK(item.contains("amount"));
    }
}

TEST_CASE("an answer is given once, about a drawn line and items that there are",
          "[pipeline][sample]") {
    Office office(5, {.basis_points = 10'000});
    office.receive(1, {{3, false}});
    REQUIRE(office.match().matched == 1);
    const std::string line = to_text(office.ledger.sample_waiting().front());
    CHECK(answer_sample(office.ledger, "zzzz", {}, clerk).error().code == "line.unknown");
    CHECK(answer_sample(office.ledger, line, {"A9"}, clerk).error().code == "item.unknown");
    CHECK(office.answer(line, {"A00003", "A00003"}).agrees);
    CHECK(answer_sample(office.ledger, line, {}, clerk).error().code == "sample.line");
    CHECK(office.is_proved());
}

TEST_CASE("verify finds a sample that was altered", "[pipeline][sample]") {
    Office office(260);
    stop_references(office);
    REQUIRE(clear_alarm(office.ledger, reference_kind, "because", clerk));
    REQUIRE(office.is_proved());
    tamper(office.path,
           "DROP TRIGGER sample_answer_keeps; DROP TRIGGER sample_draw_keeps; "
           "DROP TRIGGER sample_alarm_keeps; DROP TRIGGER sample_clearing_keeps");
    tamper(office.path, "UPDATE sample_answer SET agrees = 1 WHERE agrees = 0");
    CHECK(fails(office.ledger, "sample.answer"));
    CHECK(fails(office.ledger, "audit.sample_answer"));
    CHECK(fails(office.ledger, "sample.alarm"));
    tamper(office.path, "UPDATE sample_draw SET stratum = 'x'");
    CHECK(fails(office.ledger, "sample.draw"));
    CHECK(fails(office.ledger, "audit.sample_draw"));
    tamper(office.path, "UPDATE sample_alarm SET lines = 99");
    CHECK(fails(office.ledger, "audit.sample_alarm"));
    tamper(office.path, "UPDATE sample_clearing SET reason = 'why not'");
    CHECK(fails(office.ledger, "audit.sample_clearing"));
}
