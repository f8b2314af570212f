// The columns that make up a match's record.
#include "match_record.hpp"

#include "columns.hpp"
#include "decision_table.hpp"
#include "line_record.hpp"

namespace afletter {

MatchReader::MatchReader(sqlite::Database& database)
    : allocations_(database,
                   "SELECT item.item_id, allocation.amount_minor, allocation.currency, '' "
                   "FROM allocation JOIN item ON item.id = allocation.item "
                   "WHERE allocation.match = ?1 UNION ALL "
                   "SELECT '', gl_allocation.amount_minor, gl_allocation.currency, "
                   "gl_account.name FROM gl_allocation "
                   "JOIN gl_account ON gl_account.id = gl_allocation.gl_account "
                   "WHERE gl_allocation.match = ?1 ORDER BY 1, 4") {}

std::string MatchReader::select() {
    return "SELECT active_match.id, active_match.status, run.by, run.at, " + line_record_columns() +
           ", " + decision_columns + " FROM " + line_record_tables +
           "JOIN active_match ON active_match.line = line.id "
           "JOIN decision ON decision.id = active_match.decision "
           "JOIN run ON run.id = decision.run ";
}

MatchRecord MatchReader::take(sqlite::Rows& rows) {
    const MatchId match{rows.take_integer()};
    const bool manual = rows.take_text() == name_of(MatchStatus::manual);
    std::string decided_by = take_string(rows);
    const Instant decided_at = take_instant(rows);
    return {.match = match,
            .line = take_line_record(rows),
            .status = manual ? MatchStatus::manual : MatchStatus::automatic,
            .decision = take_decision(rows),
            .allocations = allocations_of(match),
            .decided_by = std::move(decided_by),
            .decided_at = decided_at};
}

std::vector<Allocation> MatchReader::allocations_of(MatchId match) {
    std::vector<Allocation> allocations;
    for (sqlite::Rows rows = allocations_.query(match.value); rows.next();) {
        allocations.push_back({.item_id = take_string(rows),
                               .amount = take_money(rows),
                               .gl_account = take_string(rows)});
    }
    return allocations;
}

}  // namespace afletter
