// The audit sample: answers about drawn lines, the tests they belong to, and alarms.
#include <afletter/audit_sample.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <map>

namespace afletter {

namespace {

Diagnostic not_waiting(std::string_view typed) {
    return {.severity = Severity::error,
            .code = "sample.line",
            .message = "expected a line of the audit sample that waits for an answer, found '" +
                       std::string(typed) + "', which does not",
            .hint = "`afletter sample list` has them. An answer is given once."};
}

Diagnostic not_stopped(const std::string& stratum) {
    return {.severity = Severity::error,
            .code = "sample.alarm",
            .message = "expected a kind of evidence that the audit sample has stopped, found '" +
                       (stratum.empty() ? "all" : stratum) + "', which it has not",
            .hint = "`afletter sample list` has those that are stopped."};
}

Diagnostic no_reason() {
    return {.severity = Severity::error,
            .code = "sample.reason",
            .message = "expected the reason why matches of this kind are right again, found none",
            .hint = "Give it after --reason; it is kept in the audit trail."};
}

// By stratum; of all together under "". Each from the answer after its last clearing on.
std::map<std::string, SequentialTest> tests_of(const std::vector<SampleAnswer>& answers,
                                               const std::vector<SampleAlarm>& alarms) {
    std::map<std::string, std::int64_t> begins;
    for (const SampleAlarm& alarm : alarms) {
        std::int64_t& begin = begins[alarm.suspension.stratum];
        begin = std::max(begin, alarm.cleared_after);
    }
    std::map<std::string, SequentialTest> tests;
    for (const SampleAnswer& answer : answers) {
        for (const std::string& stratum : {std::string(), answer.stratum}) {
            SequentialTest& test = tests[stratum];
            if (answer.place > begins[stratum]) {
                test.add(answer.agrees);
            }
        }
    }
    return tests;
}

std::vector<Suspension> uncleared(const std::vector<SampleAlarm>& alarms) {
    std::vector<Suspension> suspended;
    for (const SampleAlarm& alarm : alarms) {
        if (!alarm.is_cleared) {
            suspended.push_back(alarm.suspension);
        }
    }
    return suspended;
}

// The tests that alarm, and whose kind of evidence is not stopped yet.
std::vector<Suspension> new_alarms(const Ledger& ledger) {
    const std::vector<SampleAlarm> alarms = ledger.sample_alarms();
    const std::vector<Suspension> known = uncleared(alarms);
    std::vector<Suspension> found;
    for (const auto& [stratum, test] : tests_of(ledger.sample_answers(), alarms)) {
        if (test.verdict() == SampleVerdict::alarm &&
            std::ranges::find(known, stratum, &Suspension::stratum) == known.end()) {
            found.push_back({.stratum = stratum, .lines = test.lines(), .wrong = test.wrong()});
        }
    }
    return found;
}

}  // namespace

SampleStatus sample_status(const Ledger& ledger) {
    SampleStatus status{.alarms = ledger.sample_alarms(),
                        .waiting = ledger.sample_waiting().size()};
    for (const auto& [stratum, test] : tests_of(ledger.sample_answers(), status.alarms)) {
        status.tests.push_back({.stratum = stratum,
                                .verdict = test.verdict(),
                                .lines = test.lines(),
                                .wrong = test.wrong()});
    }
    return status;
}

std::vector<Suspension> suspensions_of(const Ledger& ledger) {
    return uncleared(ledger.sample_alarms());
}

Result<SampleAnswered, Diagnostic> answer_sample(Ledger& ledger, std::string_view line_id,
                                                 const std::vector<std::string>& items,
                                                 const Stamp& stamp) {
    const auto story = ledger.story_of(line_id);
    if (!story) {
        return fail(story.error());
    }
    for (const std::string& item : items) {
        if (const auto known = ledger.items_around(item, Decision{}); !known) {
            return fail(known.error());
        }
    }
    const LineId line = story->line.line.id;
    // The write lock comes first, so that no line is answered twice.
    LedgerWriter writer = ledger.write(stamp);
    const std::vector<LineId> waiting = ledger.sample_waiting();
    if (std::ranges::find(waiting, line) == waiting.end()) {
        return fail(not_waiting(line_id));
    }
    SampleAnswered answered{.agrees = writer.answer_sample(line, items), .alarmed = {}};
    answered.alarmed = new_alarms(ledger);
    for (const Suspension& alarm : answered.alarmed) {
        writer.raise_alarm(alarm);
    }
    writer.commit();
    return answered;
}

Result<Suspension, Diagnostic> clear_alarm(Ledger& ledger, const std::string& stratum,
                                           const std::string& reason, const Stamp& stamp) {
    if (reason.empty()) {
        return fail(no_reason());
    }
    LedgerWriter writer = ledger.write(stamp);
    const std::vector<Suspension> suspended = suspensions_of(ledger);
    const auto found = std::ranges::find(suspended, stratum, &Suspension::stratum);
    if (found == suspended.end()) {
        return fail(not_stopped(stratum));
    }
    writer.clear_alarm(stratum, reason);
    writer.commit();
    return *found;
}

}  // namespace afletter
