// What the ledger lists: lines, items, matches and exceptions.
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
    const Money open_amount = take_money(rows);
    ExceptionRecord record{.exception_id = {},
                           .line = take_line_record(rows),
                           .open_amount = open_amount,
                           .decision = take_decision(rows),
                           .first_reported = first_reported,
                           .run = run,
                           .fingerprint = {}};
    record.exception_id = "E-" + to_text(record.line.line.id);
    record.fingerprint = fingerprint_of(record.line.line, record.decision);
    return record;
}

}  // namespace

void Ledger::for_each_unmatched_line(std::optional<Date> until,
                                     const std::function<void(Line)>& visit) const {
    sqlite::Statement select(
        impl_->database,
        "SELECT "s + line_columns + " FROM " + line_record_tables +
            "WHERE NOT EXISTS (SELECT 1 FROM active_match WHERE active_match.line = line.id) "
            "AND (?1 = '' OR line.booking_date <= ?1) ORDER BY " +
            line_record_order);
    for (sqlite::Rows rows = select.query(text_or_empty(until)); rows.next();) {
        visit(take_line(rows));
    }
}

std::vector<Line> Ledger::unmatched_lines(std::optional<Date> until) const {
    std::vector<Line> lines;
    for_each_unmatched_line(until, [&lines](Line line) { lines.push_back(std::move(line)); });
    return lines;
}

namespace {

// Reads, in the order of item ids, what was open of them before: by earlier words of their sources,
// and by the last one before our own allocations.
class EarlierBalances {
  public:
    explicit EarlierBalances(sqlite::Database& database)
        : select_(database,
                  "SELECT item.item_id, earlier.open_minor, earlier.currency "
                  "FROM item JOIN item_version AS earlier ON item.id = earlier.item "
                  "WHERE earlier.open_minor <> 0 AND (EXISTS (SELECT 1 FROM item_version AS later "
                  " WHERE later.item = earlier.item AND later.version > earlier.version "
                  " AND later.open_minor <> earlier.open_minor) "
                  "OR EXISTS (SELECT 1 FROM active_allocation WHERE item = earlier.item)) "
                  "ORDER BY item.item_id, earlier.version DESC"),
          rows_(select_.query()) {
        advance();
    }

    void add_to(OpenItem& item) {
        for (; is_at_row_ && item_id_ == item.item_id; advance()) {
            const Money balance = take_money(rows_);
            auto& balances = item.earlier_balances;
            if (balance.currency() == item.open_amount.currency() &&
                std::ranges::find(balances, balance) == balances.end()) {
                balances.push_back(balance);
            }
        }
    }

  private:
    void advance() {
        is_at_row_ = rows_.next();
        item_id_ = is_at_row_ ? take_string(rows_) : std::string();
    }

    sqlite::Statement select_;
    sqlite::Rows rows_;
    bool is_at_row_ = false;
    std::string item_id_;
};

}  // namespace

void Ledger::for_each_item(const std::function<void(OpenItem)>& visit) const {
    EarlierBalances earlier_balances(impl_->database);
    sqlite::Statement select(impl_->database,
                             "SELECT "s + item_columns +
                                 " FROM item JOIN open_item ON open_item.item = item.id "
                                 "ORDER BY item.item_id");
    for (sqlite::Rows rows = select.query(); rows.next();) {
        OpenItem item = take_item(rows);
        earlier_balances.add_to(item);
        visit(std::move(item));
    }
}

namespace {

// When the last line was booked that has settled the item; '' when none has.
constexpr const char* last_settlement =
    "SELECT ifnull(max(line.booking_date), '') FROM item "
    "JOIN active_allocation ON active_allocation.item = item.id "
    "JOIN match ON match.id = active_allocation.match JOIN line ON line.id = match.line "
    "WHERE item.item_id = ?";

}  // namespace

void Ledger::for_each_item_open_since(Date day, const std::function<void(OpenItem)>& visit) const {
    EarlierBalances earlier_balances(impl_->database);
    sqlite::Statement select_settlement(impl_->database, last_settlement);
    sqlite::Statement select(
        impl_->database, "SELECT "s + item_columns +
                             ", open_item.imported_on FROM item "
                             "JOIN open_item ON open_item.item = item.id ORDER BY item.item_id");
    const std::string from = to_iso(day);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        OpenItem item = take_item(rows);
        earlier_balances.add_to(item);
        bool is_known = !is_closed(item) || rows.take_text() >= from;
        if (!is_known) {
            sqlite::Rows settlement = select_settlement.query(item.item_id);
            is_known = settlement.next() && settlement.take_text() >= from;
        }
        if (is_known) {
            visit(std::move(item));
        }
    }
}

std::optional<Date> Ledger::oldest_unmatched(std::optional<Date> until) const {
    sqlite::Statement select(
        impl_->database,
        "SELECT ifnull(min(line.booking_date), '') FROM line "
        "WHERE NOT EXISTS (SELECT 1 FROM active_match WHERE active_match.line = line.id) "
        "AND (?1 = '' OR line.booking_date <= ?1)");
    sqlite::Rows rows = select.query(text_or_empty(until));
    return rows.next() ? take_optional_date(rows) : std::nullopt;
}

std::vector<OpenItem> Ledger::items() const {
    std::vector<OpenItem> items;
    for_each_item([&items](OpenItem item) { items.push_back(std::move(item)); });
    return items;
}

std::vector<SettledOrder> Ledger::settled_orders(const std::vector<std::string>& end_to_end_ids,
                                                 std::optional<Date> since) const {
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
        "WITH settled AS (SELECT line.end_to_end_id, item.item_id, allocated.amount_minor, "
        "allocated.currency, line.booking_date "
        "FROM line JOIN active_match ON active_match.line = line.id "
        "JOIN active_allocation AS allocated ON allocated.match = active_match.id "
        "JOIN item ON item.id = allocated.item "
        "WHERE line.end_to_end_id IN (SELECT value FROM json_each(?1))) "
        "SELECT end_to_end_id, item_id, sum(amount_minor), currency FROM settled "
        "WHERE end_to_end_id NOT IN (SELECT end_to_end_id FROM settled WHERE booking_date < ?2) "
        "GROUP BY 1, 2, 4 ORDER BY 1, 2, 4");
    for (sqlite::Rows rows = select.query(ids.take(), text_or_empty(since)); rows.next();) {
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
        "WHERE first.line = line.id AND first.reason IS NOT NULL ORDER BY first.id LIMIT 1), "
        "waiting_line.open_minor, line.currency, " +
            line_record_columns() + ", " + decision_columns + " FROM " + line_record_tables +
            "JOIN waiting_line ON waiting_line.line = line.id "
            "JOIN decision ON decision.id = waiting_line.decision ORDER BY " +
            line_record_order);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        visit(take_exception(rows));
    }
}

}  // namespace afletter
