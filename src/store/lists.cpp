// What the ledger shows of lines, items, matches and exceptions.
#include <afletter/ledger_store.hpp>

#include <algorithm>

#include "columns.hpp"
#include "decision_table.hpp"
#include "encoding/explanation.hpp"
#include "encoding/field_bytes.hpp"
#include "encoding/json.hpp"
#include "encoding/sha256.hpp"
#include "item_table.hpp"
#include "ledger_impl.hpp"
#include "line_id.hpp"
#include "line_record.hpp"
#include "line_table.hpp"

namespace afletter {

namespace {

using std::string_literals::operator""s;

// A match with its line; its allocations come from a query of their own.
class MatchReader {
  public:
    explicit MatchReader(sqlite::Database& database)
        : allocations_(database,
                       "SELECT item.item_id, allocation.amount_minor, allocation.currency, '' "
                       "FROM allocation JOIN item ON item.id = allocation.item "
                       "WHERE allocation.match = ?1 UNION ALL "
                       "SELECT '', gl_allocation.amount_minor, gl_allocation.currency, "
                       "gl_account.name FROM gl_allocation "
                       "JOIN gl_account ON gl_account.id = gl_allocation.gl_account "
                       "WHERE gl_allocation.match = ?1 ORDER BY 1, 4") {}

    [[nodiscard]] static std::string select() {
        return "SELECT active_match.id, active_match.status, run.by, run.at, " +
               line_record_columns() + ", " + decision_columns + " FROM " + line_record_tables +
               "JOIN active_match ON active_match.line = line.id "
               "JOIN decision ON decision.id = active_match.decision "
               "JOIN run ON run.id = decision.run ";
    }

    [[nodiscard]] MatchRecord take(sqlite::Rows& rows) {
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

  private:
    std::vector<Allocation> allocations_of(MatchId match) {
        std::vector<Allocation> allocations;
        for (sqlite::Rows rows = allocations_.query(match.value); rows.next();) {
            allocations.push_back({.item_id = take_string(rows),
                                   .amount = take_money(rows),
                                   .gl_account = take_string(rows)});
        }
        return allocations;
    }

    sqlite::Statement allocations_;
};

// Changes when what is open of the line or what was concluded about it does.
std::string fingerprint_of(const Line& line, const Decision& decision) {
    FieldBytes fields;
    fields.add_all(line.id.value, line.amount.minor_units(), line.amount.currency().code(),
                   decision.reason ? name_of(*decision.reason) : std::string_view(),
                   explanation_of(decision));
    return to_hex(sha256(fields.bytes())).substr(0, 16);
}

ExceptionRecord take_exception(sqlite::Rows& rows) {
    const RunId run{rows.take_integer()};
    const Date first_reported = date_of(take_instant(rows));
    ExceptionRecord record{.exception_id = {},
                           .line = take_line_record(rows),
                           .decision = take_decision(rows),
                           .first_reported = first_reported,
                           .run = run,
                           .fingerprint = {}};
    record.exception_id = "E-" + to_text(record.line.line.id);
    record.fingerprint = fingerprint_of(record.line.line, record.decision);
    return record;
}

// The line with what was last concluded about it, if anything was.
LineStory take_story(sqlite::Rows& rows) {
    std::string decided_by = take_string(rows);
    const Instant decided_at = parse_instant(rows.take_text()).value_or(Instant{});
    return {.line = take_line_record(rows),
            .decision = take_decision(rows),
            .match = std::nullopt,
            .decided_by = std::move(decided_by),
            .decided_at = decided_at};
}

Diagnostic no_such_line(std::string_view typed) {
    return {.severity = Severity::error,
            .code = "line.unknown",
            .place = {},
            .message = "expected the id of a line or its beginning, found '" + std::string(typed) +
                       "', which no line has",
            .excerpt = {},
            .hint = "`afletter matches` and `afletter exceptions` list lines with their ids."};
}

Diagnostic several_lines(std::string_view typed, const std::vector<LineId>& lines) {
    std::string names;
    for (const LineId line : lines) {
        names.append(names.empty() ? "" : ", ").append(to_text(line));
    }
    return {.severity = Severity::error,
            .code = "line.ambiguous",
            .place = {},
            .message = "expected the beginning of one line's id, found '" + std::string(typed) +
                       "', with which several begin: " + names,
            .excerpt = {},
            .hint = "Type more of the id."};
}

constexpr std::size_t named_lines_max = 5;

Result<LineId, Diagnostic> find_line(sqlite::Database& database, std::string_view typed) {
    const auto range = parse_line_id_beginning(typed);
    if (!range) {
        return fail(no_such_line(typed));
    }
    sqlite::Statement select(database,
                             "SELECT line_id FROM line WHERE line_id BETWEEN ? AND ? "
                             "ORDER BY line_id LIMIT ?");
    std::vector<LineId> found;
    for (sqlite::Rows rows = select.query(range->first.value, range->last.value, named_lines_max);
         rows.next();) {
        found.push_back({rows.take_integer()});
    }
    if (found.empty()) {
        return fail(no_such_line(typed));
    }
    if (found.size() > 1) {
        return fail(several_lines(typed, found));
    }
    return found.front();
}

}  // namespace

std::vector<Line> Ledger::unmatched_lines(std::optional<Date> until) const {
    sqlite::Statement select(
        impl_->database,
        "SELECT "s + line_columns + " FROM " + line_record_tables +
            "WHERE NOT EXISTS (SELECT 1 FROM active_match WHERE active_match.line = line.id) "
            "AND (?1 = '' OR line.booking_date <= ?1) ORDER BY " +
            line_record_order);
    std::vector<Line> lines;
    for (sqlite::Rows rows = select.query(text_or_empty(until)); rows.next();) {
        lines.push_back(take_line(rows));
    }
    return lines;
}

std::vector<OpenItem> Ledger::items() const {
    sqlite::Statement select(impl_->database,
                             "SELECT "s + item_columns +
                                 " FROM item JOIN open_item ON open_item.item = item.id "
                                 "ORDER BY item.item_id");
    std::vector<OpenItem> items;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        items.push_back(take_item(rows));
    }
    return items;
}

std::vector<SettledOrder> Ledger::settled_orders(
    const std::vector<std::string>& end_to_end_ids) const {
    std::vector<SettledOrder> orders;
    if (end_to_end_ids.empty()) {
        return orders;
    }
    JsonWriter ids;
    ids.open('[');
    for (const std::string& id : end_to_end_ids) {
        ids.value(id);
    }
    ids.close(']');
    sqlite::Statement select(
        impl_->database,
        "SELECT line.end_to_end_id, item.item_id, sum(allocated.amount_minor), allocated.currency "
        "FROM line JOIN active_match ON active_match.line = line.id "
        "JOIN active_allocation AS allocated ON allocated.match = active_match.id "
        "JOIN item ON item.id = allocated.item "
        "WHERE line.end_to_end_id IN (SELECT value FROM json_each(?)) "
        "GROUP BY 1, 2, 4 ORDER BY 1, 2, 4");
    for (sqlite::Rows rows = select.query(ids.take()); rows.next();) {
        orders.push_back({.end_to_end_id = take_string(rows),
                          .item_id = take_string(rows),
                          .amount = take_money(rows)});
    }
    return orders;
}

std::vector<OwnAccount> Ledger::own_accounts() const {
    sqlite::Statement select(impl_->database,
                             "SELECT id, identification FROM bank_account ORDER BY id");
    std::vector<OwnAccount> accounts;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        const AccountId id{rows.take_integer()};
        accounts.push_back({.id = id, .identification = take_string(rows)});
    }
    return accounts;
}

void Ledger::for_each_match(const MatchFilter& filter,
                            const std::function<void(const MatchRecord&)>& visit) const {
    MatchReader reader(impl_->database);
    sqlite::Statement select(impl_->database,
                             MatchReader::select() +
                                 "WHERE (?1 = '' OR active_match.status = ?1) "
                                 "AND (?2 = '' OR line.booking_date >= ?2) "
                                 "AND (?3 = '' OR line.booking_date <= ?3) "
                                 "AND (?4 = '' OR bank_account.identification = ?4) ORDER BY " +
                                 line_record_order);
    sqlite::Rows rows =
        select.query(filter.status ? name_of(*filter.status) : "", text_or_empty(filter.from),
                     text_or_empty(filter.to), filter.account);
    while (rows.next()) {
        visit(reader.take(rows));
    }
}

void Ledger::for_each_exception(const std::function<void(const ExceptionRecord&)>& visit) const {
    sqlite::Statement select(
        impl_->database,
        "SELECT decision.run, (SELECT run.at FROM decision AS first JOIN run ON run.id = first.run "
        "WHERE first.line = line.id AND first.reason IS NOT NULL ORDER BY first.id LIMIT 1), " +
            line_record_columns() + ", " + decision_columns + " FROM " + line_record_tables +
            "JOIN latest_decision AS decision ON decision.line = line.id "
            "WHERE decision.reason IS NOT NULL AND NOT EXISTS "
            "(SELECT 1 FROM active_match WHERE active_match.line = line.id) ORDER BY " +
            line_record_order);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        visit(take_exception(rows));
    }
}

Result<LineStory, Diagnostic> Ledger::story_of(std::string_view line_id) const {
    const sqlite::Savepoint one_moment(impl_->database);
    const auto line = find_line(impl_->database, line_id);
    if (!line) {
        return fail(line.error());
    }
    sqlite::Statement select(impl_->database,
                             "SELECT run.by, run.at, " + line_record_columns() + ", " +
                                 decision_columns + " FROM " + line_record_tables +
                                 "LEFT JOIN latest_decision AS decision ON decision.line = line.id "
                                 "LEFT JOIN run ON run.id = decision.run WHERE line.line_id = ?");
    sqlite::Rows rows = select.query(line->value);
    AFLETTER_ASSERT(rows.next());
    LineStory story = take_story(rows);

    MatchReader reader(impl_->database);
    sqlite::Statement select_match(impl_->database,
                                   MatchReader::select() + "WHERE line.line_id = ?");
    if (sqlite::Rows match = select_match.query(line->value); match.next()) {
        story.match = reader.take(match);
    }
    return story;
}

}  // namespace afletter
