// What decisions say of themselves: that the weights of each candidate add up to its log odds, and
// that its confidence follows from them.
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
        compare({"decision.confidence", "a decision has another confidence than its best candidate",
                 candidates->empty() ? 0 : candidates->front().confidence_bp, confidence_bp},
                row, report);
    }
}

}  // namespace afletter::verify
