// The few items that one item is weighed among, each by its id; for `explain --versus`.
#include <afletter/ledger_store.hpp>

#include <algorithm>
#include <set>

#include "columns.hpp"
#include "item_table.hpp"
#include "ledger_impl.hpp"

namespace afletter {

namespace {

using std::string_literals::operator""s;

constexpr std::size_t near_ids_max = 3;
constexpr std::size_t named_max = 64;  // of the decision's candidates

// One character changed, lost or gained, or two neighbours changed places.
bool is_one_edit_away(std::string_view left, std::string_view right) {
    const auto [left_end, right_end] = std::ranges::mismatch(left, right);
    const std::string_view one(left_end, left.end());
    const std::string_view other(right_end, right.end());
    const auto tail = [](std::string_view text, std::size_t from) {
        return text.substr(std::min(from, text.size()));
    };
    if (one.size() != other.size()) {
        const bool longer = one.size() > other.size();
        return (longer ? tail(one, 1) : one) == (longer ? other : tail(other, 1));
    }
    return tail(one, 1) == tail(other, 1) || (one.size() > 1 && one[0] == other[1] &&
                                              one[1] == other[0] && tail(one, 2) == tail(other, 2));
}

// A walk over all ids: some tenths of a second for a million, and only after a typing error.
std::string near_ids(sqlite::Database& database, std::string_view typed) {
    sqlite::Statement select(database, "SELECT item_id FROM item ORDER BY item_id");
    std::string found;
    std::size_t count = 0;
    for (sqlite::Rows rows = select.query(); count < near_ids_max && rows.next();) {
        const std::string_view id = rows.take_text();
        if (is_one_edit_away(typed, id)) {
            found.append(found.empty() ? "" : ", ").append(id);
            ++count;
        }
    }
    return found;
}

Diagnostic no_such_item(sqlite::Database& database, const std::string& typed) {
    const std::string near = near_ids(database, typed);
    return {.severity = Severity::error,
            .code = "item.unknown",
            .place = {},
            .message =
                "expected the id of an item of the books, found '" + typed + "', which no item has",
            .excerpt = {},
            .hint = near.empty() ? "Item ids are those of the imported CSV, column item_id."
                                 : "Did you mean " + near + "?"};
}

using ItemRows = std::set<std::int64_t>;

template <class... Values>
void collect(sqlite::Database& database, const char* sql, ItemRows& into, const Values&... values) {
    sqlite::Statement select(database, sql);
    for (sqlite::Rows rows = select.query(values...); rows.next();) {
        into.insert(rows.take_integer());
    }
}

void collect_of_candidates(sqlite::Database& database, const Decision& decision, ItemRows& into) {
    std::size_t named = 0;
    for (const Candidate& candidate : decision.candidates) {
        for (const Allocation& allocation : candidate.allocations) {
            if (named++ < named_max) {
                collect(database, "SELECT id FROM item WHERE item_id = ?", into,
                        allocation.item_id);
            }
        }
    }
}

}  // namespace

Result<std::vector<OpenItem>, Diagnostic> Ledger::items_around(const std::string& item_id,
                                                               const Decision& decision) const {
    const sqlite::Savepoint one_moment(impl_->database);
    ItemRows around;
    collect(impl_->database, "SELECT id FROM item WHERE item_id = ?", around, item_id);
    if (around.empty()) {
        return fail(no_such_item(impl_->database, item_id));
    }
    collect_of_candidates(impl_->database, decision, around);
    sqlite::Statement select(impl_->database,
                             "SELECT "s + item_columns +
                                 " FROM item JOIN open_item ON open_item.item = item.id "
                                 "WHERE item.id = ?");
    std::vector<OpenItem> items;
    for (const std::int64_t item : around) {
        sqlite::Rows rows = select.query(item);
        AFLETTER_ASSERT(rows.next());
        items.push_back(take_item(rows));
    }
    std::ranges::sort(items, {}, &OpenItem::item_id);
    return items;
}

}  // namespace afletter
