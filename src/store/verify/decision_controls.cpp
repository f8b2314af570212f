// What decisions say of themselves: that the weights of each candidate add up to its log odds, and
// that its confidence follows from them. SQLite takes the stored text apart and adds; nothing here
// is shared with what weighed the candidates, or with what wrote them down.
#include <cmath>
#include <string>

#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

constexpr RowControl readable{"decision.explanation", "an explanation cannot be read",
                              "SELECT 'decision', id, 'JSON', 'other text' FROM decision "
                              "WHERE NOT json_valid(explanation)"};

constexpr RowControl confidence{
    "decision.confidence", "a decision has another confidence than its best candidate",
    "SELECT 'decision', id, best, confidence_bp FROM (SELECT id, confidence_bp, "
    "ifnull(explanation ->> '$.candidates[0].confidence_bp', 0) AS best "
    "FROM decision WHERE json_valid(explanation)) WHERE best <> confidence_bp"};

// For each candidate: its decision, its number in it, the sum, and what it says of itself.
constexpr const char* sums =
    "SELECT decision.id, candidate.key + 1, "
    "(candidate.value ->> '$.prior') + ifnull((SELECT sum(evidence.value ->> 2) "
    " FROM json_each(candidate.value, '$.evidence') AS evidence), 0), "
    "candidate.value ->> '$.log_odds', candidate.value ->> '$.confidence_bp' "
    "FROM decision JOIN json_each(decision.explanation, '$.candidates') AS candidate "
    "WHERE json_valid(decision.explanation)";

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

void report_unequal(const Compared& compared, const std::string& row, VerifyReport& report) {
    if (compared.expected != compared.found) {
        report.failures.push_back({compared.control, row,
                                   std::string(compared.wrong) + ": expected " +
                                       std::to_string(compared.expected) + ", found " +
                                       std::to_string(compared.found)});
    }
}

void check_sums(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(database, sums);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string row = "decision " + std::to_string(rows.take_integer());
        row += " candidate " + std::to_string(rows.take_integer());
        const std::int64_t sum = rows.take_integer();
        const std::int64_t log_odds = rows.take_integer();
        report_unequal({"decision.sum", "the weights do not add up to the log odds", sum, log_odds},
                       row, report);
        report_unequal({"decision.confidence", "a confidence does not follow from the log odds",
                        confidence_of(log_odds), rows.take_integer()},
                       row, report);
    }
}

}  // namespace

void check_decisions(sqlite::Database& database, VerifyReport& report) {
    check_rows(readable, database, report);
    check_rows(confidence, database, report);
    check_sums(database, report);
}

}  // namespace afletter::verify
