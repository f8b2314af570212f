// What the ledger lists: lines, items, matches and exceptions.
#include <afletter/ledger_store.hpp>

#include <algorithm>

#include "columns.hpp"
#include "decision_table.hpp"
#include "encoding/explanation.hpp"
#include "encoding/field_bytes.hpp"
#include "encoding/sha256.hpp"
#include "item_table.hpp"
#include "ledger_impl.hpp"
#include "line_record.hpp"
#include "line_table.hpp"
#include "match_record.hpp"

namespace afletter {

namespace {

using std::string_literals::operator""s;

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

}  // namespace afletter
