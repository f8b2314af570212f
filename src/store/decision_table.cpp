// Decisions to rows and back; a match is allocated and booked.
#include "decision_table.hpp"

#include "columns.hpp"
#include "encoding/explanation.hpp"

namespace afletter {

const char* const decision_columns =
    "line.line_id, decision.method, decision.reason, decision.model, decision.explanation, "
    "decision.search";

namespace {

Money sum_of(const Candidate& candidate, const Money& zero) {
    Money sum = zero;
    for (const Allocation& allocation : candidate.allocations) {
        const auto next = checked_add(sum, allocation.amount);
        AFLETTER_ASSERT(next.has_value());
        sum = *next;
    }
    return sum;
}

const char* default_gl_account(std::string_view kind) {
    return kind == name_of(ItemKind::payable) ? "liabilities:payables" : "assets:receivables";
}

}  // namespace

Decision take_decision(sqlite::Rows& rows) {
    Decision decision;
    decision.line = {rows.take_integer()};
    decision.method = parse_method(rows.take_text());
    decision.reason = parse_exception_reason(rows.take_text());
    decision.model = rows.take_text();
    if (!rows.at_null()) {
        read_explanation(rows.take_text(), decision);
        read_search(rows.take_text(), decision);
    }
    return decision;
}

DecisionTable::DecisionTable(sqlite::Database& database, AuditTrail& audit, GlAccounts& gl_accounts,
                             Journal& journal)
    : database_(database),
      audit_(audit),
      gl_accounts_(gl_accounts),
      journal_(journal),
      select_line_(database, "SELECT id, amount_minor, currency FROM line WHERE line_id = ?"),
      select_latest_(database,
                     "SELECT method, reason, explanation FROM decision WHERE line = ? "
                     "ORDER BY id DESC LIMIT 1"),
      select_item_(database,
                   "SELECT current_item.item, current_item.kind, current_item.gl_account "
                   "FROM item JOIN current_item ON current_item.item = item.id "
                   "WHERE item.item_id = ?"),
      insert_run_(database, "INSERT INTO run (id, command, by, at) VALUES (?, ?, ?, ?)"),
      insert_decision_(database,
                       "INSERT INTO decision (line, run, method, reason, confidence_bp, "
                       "model, explanation, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_match_(database, "INSERT INTO match (line, decision, status) VALUES (?, ?, ?)"),
      insert_allocation_(database,
                         "INSERT INTO allocation (match, item, amount_minor, currency) "
                         "VALUES (?, ?, ?, ?)"),
      insert_gl_allocation_(database,
                            "INSERT INTO gl_allocation (match, gl_account, amount_minor, "
                            "currency) VALUES (?, ?, ?, ?)") {}

RunId DecisionTable::begin_run(std::string_view command) {
    sqlite::Statement select(database_, "SELECT ifnull(max(id), 0) + 1 FROM run");
    sqlite::Rows next = select.query();
    AFLETTER_ASSERT(next.next());
    run_ = {next.take_integer()};
    command_ = command;
    run_is_added_ = false;
    return run_;
}

bool DecisionTable::add(const Decision& decision) {
    AFLETTER_ASSERT(decision.method.has_value() || decision.reason.has_value());
    AFLETTER_ASSERT(!decision.is_match() || !decision.candidates.empty());
    const LineRow line = row_of(decision.line);
    Text text{.explanation = explanation_of(decision), .method = {}, .reason = {}};
    if (decision.method) {
        text.method = name_of(*decision.method);
    }
    if (decision.reason) {
        text.reason = name_of(*decision.reason);
    }
    if (says_the_same(line.id, text)) {
        return false;
    }
    ensure_run();
    const int confidence_bp =
        decision.candidates.empty() ? 0 : decision.candidates.front().confidence_bp;
    insert_decision_.run(line.id, run_.value, text.method, text.reason, confidence_bp,
                         decision.model, text.explanation, search_of(decision));
    const std::int64_t id = database_.last_row_id();
    if (decision.is_match()) {
        add_match(id, line, decision);
    }
    audit_.append(decision.is_match() ? "match" : "except", "line:" + to_text(decision.line),
                  decision.is_match() ? *text.method : *text.reason);
    return true;
}

DecisionTable::LineRow DecisionTable::row_of(LineId line) {
    sqlite::Rows row = select_line_.query(line.value);
    AFLETTER_ASSERT(row.next());
    const std::int64_t id = row.take_integer();
    return {id, take_money(row)};
}

bool DecisionTable::says_the_same(std::int64_t line, const Text& text) {
    sqlite::Rows latest = select_latest_.query(line);
    return latest.next() && latest.take_text() == text.method.value_or("") &&
           latest.take_text() == text.reason.value_or("") && latest.take_text() == text.explanation;
}

void DecisionTable::ensure_run() {
    AFLETTER_ASSERT(run_.value != 0);
    if (run_is_added_) {
        return;
    }
    const Stamp& stamp = audit_.stamp();
    insert_run_.run(run_.value, command_, stamp.by, to_iso(stamp.at));
    audit_.append("run", "run:" + std::to_string(run_.value), command_);
    run_is_added_ = true;
}

void DecisionTable::forget() {
    sqlite::Statement select(database_, "SELECT 1 FROM run WHERE id = ?");
    run_is_added_ = select.query(run_.value).next();
}

// What the allocations leave of the line stays in suspense, and the decision's reason says so.
void DecisionTable::add_match(std::int64_t row, const LineRow& line, const Decision& decision) {
    const Candidate& accepted = decision.candidates.front();
    const Money allocated = sum_of(accepted, Money(0, line.amount.currency()));
    AFLETTER_ASSERT((allocated == line.amount) != decision.reason.has_value());
    insert_match_.run(line.id, row, name_of(MatchStatus::automatic));
    const std::int64_t match = database_.last_row_id();
    std::vector<Settlement> settlements;
    settlements.reserve(accepted.allocations.size());
    for (const Allocation& allocation : accepted.allocations) {
        settlements.push_back(allocate(match, allocation));
    }
    journal_.book_match(match, allocated, settlements, to_iso(date_of(audit_.stamp().at)));
}

Settlement DecisionTable::allocate(std::int64_t match, const Allocation& allocation) {
    const Money& amount = allocation.amount;
    if (allocation.item_id.empty()) {
        AFLETTER_ASSERT(!allocation.gl_account.empty());
        insert_gl_allocation_.run(match, gl_accounts_.of(allocation.gl_account),
                                  amount.minor_units(), amount.currency().code());
        return {.item = std::nullopt, .gl_account = allocation.gl_account, .amount = amount};
    }
    Settlement settlement = settlement_of(allocation);
    insert_allocation_.run(match, settlement.item, amount.minor_units(), amount.currency().code());
    return settlement;
}

Settlement DecisionTable::settlement_of(const Allocation& allocation) {
    sqlite::Rows item = select_item_.query(allocation.item_id);
    AFLETTER_ASSERT(item.next());
    const std::int64_t id = item.take_integer();
    const std::string kind = take_string(item);
    std::string gl_account = take_string(item);
    return {.item = id,
            .gl_account = gl_account.empty() ? default_gl_account(kind) : std::move(gl_account),
            .amount = allocation.amount};
}

}  // namespace afletter
