// What the ledger knows of one line: its record, the decision, and who else paid its items.
#include <afletter/ledger_store.hpp>

#include <algorithm>

#include "columns.hpp"
#include "decision_table.hpp"
#include "ledger_impl.hpp"
#include "line_id.hpp"
#include "line_record.hpp"
#include "match_record.hpp"

namespace afletter {

namespace {

// The line with what was last concluded about it, if anything was.
LineStory take_story(sqlite::Rows& rows) {
    std::string decided_by = take_string(rows);
    const Instant decided_at = parse_instant(rows.take_text()).value_or(Instant{});
    return {.line = take_line_record(rows),
            .decision = take_decision(rows),
            .match = std::nullopt,
            .payments = {},
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

constexpr std::int64_t payments_max = 5;     // of one item
constexpr std::size_t items_asked_max = 20;  // of all candidates; a batch may have thousands

class PaymentReader {
  public:
    explicit PaymentReader(sqlite::Database& database)
        : select_(database,
                  "SELECT line.line_id, line.booking_date, active_allocation.amount_minor, "
                  "active_allocation.currency "
                  "FROM item JOIN active_allocation ON active_allocation.item = item.id "
                  "JOIN match ON match.id = active_allocation.match "
                  "JOIN line ON line.id = match.line "
                  "WHERE item.item_id = ? AND line.line_id <> ? "
                  "ORDER BY line.booking_date, line.line_id LIMIT ?") {}

    void add_to(std::vector<ItemPayment>& payments, const std::string& item_id, LineId other_than) {
        sqlite::Rows rows = select_.query(item_id, other_than.value, payments_max);
        while (rows.next()) {
            const LineId line{rows.take_integer()};
            const Date booking_date = take_date(rows);
            payments.push_back({.item_id = item_id,
                                .line = line,
                                .booking_date = booking_date,
                                .amount = take_money(rows)});
        }
    }

  private:
    sqlite::Statement select_;
};

std::vector<std::string> items_of(const Decision& decision) {
    std::vector<std::string> items;
    for (const Candidate& candidate : decision.candidates) {
        for (const Allocation& allocation : candidate.allocations) {
            if (items.size() < items_asked_max) {
                items.push_back(allocation.item_id);
            }
        }
    }
    std::ranges::sort(items);
    const auto repeated = std::ranges::unique(items);
    items.erase(repeated.begin(), repeated.end());
    return items;
}

void add_payments(sqlite::Database& database, LineStory& story) {
    PaymentReader reader(database);
    for (const std::string& item_id : items_of(story.decision)) {
        reader.add_to(story.payments, item_id, story.line.line.id);
    }
}

}  // namespace

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
    add_payments(impl_->database, story);
    return story;
}

std::vector<ItemPayment> Ledger::payments_of(const std::string& item_id, LineId other_than) const {
    std::vector<ItemPayment> payments;
    PaymentReader(impl_->database).add_to(payments, item_id, other_than);
    return payments;
}

}  // namespace afletter
