// Records to render: one match, one exception, with text that tries to get out of its cell.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/reports.hpp>

#include <sstream>
#include <string>

namespace afletter::test {

using namespace std::chrono_literals;

inline Money euros(std::int64_t cents) {
    return {cents, Currency::euro()};
}
inline constexpr Date today = 2026y / 2 / 1;
inline const Instant decided = std::chrono::sys_days(2026y / 1 / 6);

inline Candidate candidate(const std::string& item, std::int64_t cents) {
    Candidate made;
    made.allocations = {{item, euros(cents)}};
    made.evidence = {{Feature::reference, Level::equal, 14'000, "5000 0567", "50000567"},
                     {Feature::amount, Level::equal, 5'000, "120.50", "120.50"},
                     {Feature::competition, Level::alone, 0, "", ""}};
    made.prior = -8'000;
    made.log_odds = 11'000;
    made.confidence_bp = 9'999;
    return made;
}

inline LineRecord line_record() {
    LineRecord record{.line = {.id = LineId{32},
                               .booking_date = 2026y / 1 / 5,
                               .value_date = 2026y / 1 / 6,
                               .amount = euros(12050)},
                      .account = "NL86INGB0002445588",
                      .account_name = "Gemeente",
                      .statement = "S1/1",
                      .source_file = "day.sta"};
    record.line.source_line = 5;
    record.line.transaction_code = "NTRF";
    record.line.detail.amount = euros(12050);
    record.line.detail.bank_reference = "B1";
    record.line.detail.structured_reference = "5000056789012345";
    record.line.detail.remittance = "=1+1; \"tax\", 2026\x1b[2J";
    record.line.detail.counterparty.name = "<b>J. de Vries</b>";
    return record;
}

inline MatchRecord match_record() {
    MatchRecord record{
        .match = MatchId{7}, .line = line_record(), .decided_by = "clerk", .decided_at = decided};
    record.decision.method = Method::combination;
    record.decision.candidates = {candidate("A1", 12050)};
    record.allocations = {{"A1", euros(13000)}, {"A2", euros(-950)}};
    return record;
}

inline ExceptionRecord exception_record() {
    ExceptionRecord record{.exception_id = "E-000000000010",
                           .line = line_record(),
                           .open_amount = line_record().line.amount,
                           .decision = {},
                           .first_reported = 2026y / 1 / 6,
                           .run = RunId{3},
                           .fingerprint = "00ff00ff00ff00ff"};
    record.decision.reason = ExceptionReason::ambiguous;
    record.decision.obstacles = {Obstacle::another_fits_as_well};
    record.decision.candidates = {candidate("A1", 12050), candidate("A2", 12050)};
    record.decision.funnel.candidates = 2;
    return record;
}

inline std::string matches_as(const ReportOptions& options) {
    std::ostringstream out;
    const auto writer = make_match_writer(out, options);
    writer->add(match_record());
    writer->finish();
    return out.str();
}

inline std::string exceptions_as(const ReportOptions& options, int count = 1) {
    std::ostringstream out;
    const auto writer = make_exception_writer(out, options);
    for (int i = 0; i < count; ++i) {
        writer->add(exception_record());
    }
    writer->finish();
    return out.str();
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace afletter::test
