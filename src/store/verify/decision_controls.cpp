// What decisions say of themselves: that the weights of each candidate add up to its log odds, that
// its confidence follows from them, and that the percentages of suggestions are in order.
#include <cmath>
#include <string>

#include "verify/controls.hpp"
#include "verify/explanation_reader.hpp"

namespace afletter::verify {

namespace {

// The logistic curve, rounded to ten-thousandths, never quite certain.
std::int64_t confidence_of(std::int64_t log_odds) {
    const double odds = std::exp(static_cast<double>(log_odds) / 1000);
    const double share = std::isinf(odds) ? 1 : odds / (1 + odds);
    const auto rounded = static_cast<std::int64_t>(std::floor((share * 10'000) + 0.5));
    return rounded < 1 ? 1 : rounded > 9'999 ? 9'999 : rounded;
}

struct Compared {
    const char* control;
    const char* wrong;
    std::int64_t expected;
    std::int64_t found;
};

void compare(const Compared& compared, const std::string& row, VerifyReport& report) {
    if (compared.expected != compared.found) {
        report.failures.push_back({compared.control, row,
                                   std::string(compared.wrong) + ": expected " +
                                       std::to_string(compared.expected) + ", found " +
                                       std::to_string(compared.found)});
    }
}

void check_candidate(const StoredCandidate& candidate, const std::string& row,
                     VerifyReport& report) {
    compare({"decision.sum", "the weights do not add up to the log odds", candidate.sum,
             candidate.log_odds},
            row, report);
    compare({"decision.confidence", "a confidence does not follow from the log odds",
             confidence_of(candidate.log_odds), candidate.confidence_bp},
            row, report);
}

// Percentages of suggestions do not rise down the list, and are never 0 or 100.
void check_calibration(const std::vector<StoredCandidate>& candidates, const std::string& row,
                       VerifyReport& report) {
    std::int64_t most_bp = 9'999;
    for (const StoredCandidate& candidate : candidates) {
        const std::int64_t calibrated_bp = candidate.calibrated_bp.value_or(most_bp);
        if (calibrated_bp < 1 || calibrated_bp > most_bp) {
            report.failures.push_back(
                {"decision.calibration", row,
                 "the percentage of a suggestion is out of order: expected 1 to " +
                     std::to_string(most_bp) + ", found " + std::to_string(calibrated_bp)});
            return;
        }
        most_bp = calibrated_bp;
    }
}

}  // namespace

void check_decisions(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(database,
                             "SELECT id, confidence_bp, explanation FROM decision ORDER BY id");
    for (sqlite::Rows rows = select.query(); rows.next();) {
        const std::string row = "decision " + std::to_string(rows.take_integer());
        const std::int64_t confidence_bp = rows.take_integer();
        const auto candidates = read_candidates(rows.take_text());
        if (!candidates) {
            report.failures.push_back(
                {"decision.explanation", row, "the explanation cannot be read"});
            continue;
        }
        for (std::size_t i = 0; i < candidates->size(); ++i) {
            check_candidate((*candidates)[i], row + " candidate " + std::to_string(i + 1), report);
        }
        check_calibration(*candidates, row, report);
        compare({"decision.confidence", "a decision has another confidence than its best candidate",
                 candidates->empty() ? 0 : candidates->front().confidence_bp, confidence_bp},
                row, report);
    }
}

}  // namespace afletter::verify
