// The past, run by run: the audit trail says what was there when each run began.
#include <afletter/ledger_store.hpp>

#include <algorithm>
#include <unordered_map>

#include "columns.hpp"
#include "item_table.hpp"
#include "ledger_impl.hpp"
#include "line_record.hpp"
#include "line_table.hpp"

namespace afletter {

namespace {

using std::string_literals::operator""s;

class PastReader {
  public:
    explicit PastReader(sqlite::Database& database) : database_(database) {}

    Past read() {
        read_runs();
        read_lines();
        read_items();
        read_confirmed();
        sqlite::Statement count(database_,
                                "SELECT count(*) FROM active_match WHERE status = 'auto' "
                                "AND NOT EXISTS (SELECT 1 FROM itemisation "
                                "WHERE itemisation.line = active_match.line)");
        sqlite::Rows rows = count.query();
        AFLETTER_ASSERT(rows.next());
        past_.matched = static_cast<std::uint64_t>(rows.take_integer());
        return std::move(past_);
    }

  private:
    void read_runs() {
        sqlite::Statement select(database_,
                                 "SELECT run.id, audit.seq FROM run JOIN audit "
                                 "ON audit.action = 'run' AND audit.object = 'run:' || run.id "
                                 "WHERE run.command = 'match' ORDER BY audit.seq");
        for (sqlite::Rows rows = select.query(); rows.next();) {
            past_.runs.push_back({.run = {rows.take_integer()}});
            begins_.push_back(rows.take_integer());
        }
    }

    // The first run that began after this change; null when none did.
    PastRun* first_after(std::int64_t sequence) {
        const auto place = std::ranges::upper_bound(begins_, sequence) - begins_.begin();
        return place == std::ssize(begins_) ? nullptr
                                            : &past_.runs[static_cast<std::size_t>(place)];
    }

    void read_lines() {
        // When each statement came, and the parts of each line that has them.
        std::unordered_map<std::string, std::int64_t> came;
        sqlite::Statement select_imports(
            database_, "SELECT object, seq FROM audit WHERE action IN ('import', 'itemise')");
        for (sqlite::Rows rows = select_imports.query(); rows.next();) {
            std::string object = take_string(rows);
            came[std::move(object)] = rows.take_integer();
        }
        sqlite::Statement select(
            database_,
            "SELECT line.statement, ifnull((SELECT whole.line_id FROM line AS whole "
            "WHERE whole.id = line.part_of), 0), "s +
                line_columns + " FROM " + line_record_tables +
                "WHERE NOT EXISTS (SELECT 1 FROM itemisation WHERE itemisation.line = line.id) "
                "ORDER BY " +
                line_record_order);
        for (sqlite::Rows rows = select.query(); rows.next();) {
            const std::string statement = "statement:" + std::to_string(rows.take_integer());
            const LineId whole{rows.take_integer()};
            if (PastRun* run =
                    first_after(came.at(whole.value == 0 ? statement : "line:" + to_text(whole)))) {
                run->lines.push_back(take_line(rows));
            }
        }
    }

    // Each version of an item has its own row in the audit trail, in the same order.
    void read_items() {
        sqlite::Statement select_changes(
            database_,
            "SELECT substr(object, 6), seq FROM audit WHERE action IN ('add', 'change') "
            "AND object GLOB 'item:*' ORDER BY substr(object, 6), seq");
        sqlite::Statement select(database_, source_item_query());
        sqlite::Rows changes = select_changes.query();
        for (sqlite::Rows rows = select.query(); rows.next();) {
            OpenItem item = take_item(rows);
            AFLETTER_ASSERT(changes.next());
            AFLETTER_ASSERT(changes.take_text() == item.item_id);
            if (PastRun* run = first_after(changes.take_integer())) {
                run->items.push_back(std::move(item));
            }
        }
    }

    // As take_item() takes it, but every version, and open as its source has it.
    static std::string source_item_query() {
        std::string columns = item_columns;
        for (std::size_t at = 0; (at = columns.find("open_item.", at)) != std::string::npos;) {
            columns.replace(at, std::string_view("open_item").size(), "item_version");
        }
        const std::string_view left = "left_minor";
        columns.replace(columns.find(left), left.size(), "open_minor");
        return "SELECT " + columns +
               " FROM item JOIN item_version ON item_version.item = item.id "
               "ORDER BY item.item_id, item_version.version";
    }

    void read_confirmed() {
        sqlite::Statement select_allocations(
            database_,
            "SELECT item.item_id, allocation.amount_minor, allocation.currency "
            "FROM allocation JOIN item ON item.id = allocation.item "
            "WHERE allocation.match = ? ORDER BY item.item_id");
        sqlite::Statement select(database_,
                                 "SELECT active_match.id, line.line_id, decision.run "
                                 "FROM active_match JOIN line ON line.id = active_match.line "
                                 "JOIN decision ON decision.id = active_match.decision "
                                 "WHERE active_match.status = 'manual' ORDER BY active_match.id");
        for (sqlite::Rows rows = select.query(); rows.next();) {
            const std::int64_t match = rows.take_integer();
            ConfirmedMatch confirmed{.line = {rows.take_integer()}, .allocations = {}};
            const std::int64_t run = rows.take_integer();
            for (sqlite::Rows of = select_allocations.query(match); of.next();) {
                std::string item = take_string(of);
                confirmed.allocations.push_back({std::move(item), take_money(of)});
            }
            confirmed_before(run).push_back(std::move(confirmed));
        }
    }

    std::vector<ConfirmedMatch>& confirmed_before(std::int64_t run) {
        const auto next = std::ranges::find_if(
            past_.runs, [run](const PastRun& past) { return past.run.value > run; });
        return next == past_.runs.end() ? past_.confirmed : next->confirmed;
    }

    sqlite::Database& database_;
    Past past_;
    std::vector<std::int64_t> begins_;  // of each run, in the audit trail
};

}  // namespace

Past Ledger::past() const {
    const sqlite::Savepoint one_moment(impl_->database);
    return PastReader(impl_->database).read();
}

}  // namespace afletter
