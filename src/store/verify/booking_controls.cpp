// What the books say: journals, matches and items.
#include <afletter/ledger_store.hpp>

#include <array>

#include "columns.hpp"
#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

constexpr std::array booking_amounts{
    AmountControl{"journal.sum", "the postings of a journal do not sum to zero",
                  "SELECT 'journal', journal, 0, sum(amount_minor) AS found, currency "
                  "FROM posting GROUP BY journal, currency HAVING found <> 0"},
    AmountControl{"line.booking", "a line is not booked on its bank account",
                  "SELECT 'line', line_id, amount_minor, found, currency FROM (SELECT *, "
                  "(SELECT ifnull(sum(posting.amount_minor), 0) FROM journal JOIN posting "
                  " ON posting.journal = journal.id WHERE journal.kind = 'line' "
                  " AND journal.line = line.id AND posting.bank_account = line.bank_account "
                  " AND posting.currency = line.currency) AS found "
                  "FROM line WHERE part_of IS NULL) WHERE found <> amount_minor"},
    AmountControl{"line.suspense", "a line is not booked against suspense",
                  "SELECT 'line', line_id, -amount_minor, found, currency FROM (SELECT *, "
                  "(SELECT ifnull(sum(posting.amount_minor), 0) FROM journal JOIN posting "
                  " ON posting.journal = journal.id JOIN gl_account "
                  " ON gl_account.id = posting.gl_account WHERE journal.kind = 'line' "
                  " AND journal.line = line.id AND gl_account.name = 'assets:suspense' "
                  " AND posting.currency = line.currency) AS found "
                  "FROM line) WHERE found <> -amount_minor"},
};

constexpr std::array booking_rows{
    RowControl{"line.booked_once", "a line has another number of journals",
               "SELECT 'line', line_id, 1, found FROM (SELECT line_id, (SELECT count(*) "
               "FROM journal WHERE journal.kind = 'line' AND journal.line = line.id) AS found "
               "FROM line) WHERE found <> 1"},
    RowControl{"match.booked_once", "a match has another number of journals",
               "SELECT 'match', id, 1, found FROM (SELECT id, (SELECT count(*) FROM journal "
               "WHERE journal.kind = 'match' AND journal.match = match.id) AS found "
               "FROM match) WHERE found <> 1"},
    RowControl{"journal.kind", "a journal is of no known kind",
               "SELECT 'journal', id, 'opening, line or match', kind FROM journal "
               "WHERE kind NOT IN ('opening', 'line', 'match')"},
};

constexpr std::array match_amounts{
    AmountControl{"match.sum", "the parts of a match are not its line, less a rest that waits",
                  "SELECT 'match', id, amount_minor, found, currency FROM (SELECT match.id, "
                  "line.amount_minor, line.currency, decision.reason IS NOT NULL AS waits, "
                  "(SELECT ifnull(sum(part.amount_minor), 0) FROM "
                  " (SELECT match, amount_minor, currency FROM allocation UNION ALL "
                  "  SELECT match, amount_minor, currency FROM gl_allocation) AS part "
                  " WHERE part.match = match.id AND part.currency = line.currency) AS found "
                  "FROM match JOIN line ON line.id = match.line "
                  "JOIN decision ON decision.id = match.decision) "
                  "WHERE NOT iif(waits, found <> 0 AND sign(found) = sign(amount_minor) "
                  "AND abs(found) < abs(amount_minor), found = amount_minor)"},
    AmountControl{"reversal.account", "a booking that was taken back is without its reversal",
                  "SELECT 'gl_account', gl_account.id, 0, sum(posting.amount_minor) AS found, "
                  "posting.currency FROM posting JOIN gl_account "
                  "ON gl_account.id = posting.gl_account WHERE gl_account.name = "
                  "'assets:reversed' GROUP BY posting.currency HAVING found <> 0"},
    AmountControl{"match.suspense", "a match is not booked out of suspense",
                  "SELECT 'match', id, parts, found, currency FROM (SELECT match.id, "
                  "line.currency, (SELECT ifnull(sum(part.amount_minor), 0) FROM "
                  " (SELECT match, amount_minor, currency FROM allocation UNION ALL "
                  "  SELECT match, amount_minor, currency FROM gl_allocation) AS part "
                  " WHERE part.match = match.id AND part.currency = line.currency) AS parts, "
                  "(SELECT ifnull(sum(posting.amount_minor), 0) "
                  " FROM journal JOIN posting ON posting.journal = journal.id "
                  " JOIN gl_account ON gl_account.id = posting.gl_account "
                  " WHERE journal.kind = 'match' AND journal.match = match.id "
                  " AND gl_account.name = 'assets:suspense' AND posting.item IS NULL "
                  " AND posting.currency = line.currency) AS found "
                  "FROM match JOIN line ON line.id = match.line) WHERE found <> parts"},
    AmountControl{"match.postings", "an allocation is not booked on its item",
                  "SELECT 'match', match, -amount_minor, found, currency FROM (SELECT *, "
                  "(SELECT ifnull(sum(posting.amount_minor), 0) FROM journal JOIN posting "
                  " ON posting.journal = journal.id WHERE journal.kind = 'match' "
                  " AND journal.match = allocation.match AND posting.item = allocation.item "
                  " AND posting.currency = allocation.currency) AS found "
                  "FROM allocation) WHERE found <> -amount_minor"},
    AmountControl{"match.gl_postings", "an allocation is not booked on its account",
                  "SELECT 'match', match, -amount_minor, found, currency FROM (SELECT *, "
                  "(SELECT ifnull(sum(posting.amount_minor), 0) FROM journal JOIN posting "
                  " ON posting.journal = journal.id WHERE journal.kind = 'match' "
                  " AND journal.match = gl_allocation.match AND posting.item IS NULL "
                  " AND posting.bank_account IS NULL "
                  " AND posting.gl_account = gl_allocation.gl_account "
                  " AND posting.currency = gl_allocation.currency) AS found "
                  "FROM gl_allocation) WHERE found <> -amount_minor"},
};

constexpr std::array match_rows{
    // Out of suspense, and one for each part of the match.
    RowControl{"match.posting_count", "a match is booked in another number of postings",
               "SELECT 'match', id, expected, found FROM (SELECT match.id, "
               "1 + (SELECT count(*) FROM allocation WHERE allocation.match = match.id) "
               "+ (SELECT count(*) FROM gl_allocation WHERE gl_allocation.match = match.id) "
               "AS expected, (SELECT count(*) FROM journal JOIN posting "
               " ON posting.journal = journal.id WHERE journal.kind = 'match' "
               " AND journal.match = match.id) AS found FROM match) WHERE found <> expected"},
    RowControl{"match.once", "a line has several active matches",
               "SELECT 'line', line.line_id, 1, count(*) FROM active_match "
               "JOIN line ON line.id = active_match.line "
               "GROUP BY active_match.line HAVING count(*) > 1"},
    RowControl{"match.decision", "a match does not follow from the last decision of its line",
               "SELECT 'match', active_match.id, latest_decision.id, active_match.decision "
               "FROM active_match JOIN latest_decision "
               "ON latest_decision.line = active_match.line "
               "WHERE latest_decision.id <> active_match.decision "
               "OR latest_decision.method IS NULL"},
};

// The source may lower an amount after it was paid: the largest it ever named is the limit.
constexpr AmountControl item_settled{
    "item.settled", "more is allocated to an item than it ever was",
    "SELECT 'item', item.item_id, limit_minor, settled_minor, currency FROM (SELECT item, "
    "currency, "
    "abs(sum(amount_minor)) AS settled_minor, (SELECT ifnull(max(abs(amount_minor)), 0) "
    " FROM item_version WHERE item_version.item = active_allocation.item "
    " AND item_version.currency = active_allocation.currency) AS limit_minor "
    "FROM active_allocation GROUP BY item, currency) AS settled "
    "JOIN item ON item.id = settled.item WHERE settled_minor > limit_minor"};

// What returns open again was settled once: by the source, since nothing of ours is left.
constexpr AmountControl item_reopened{
    "item.reopened", "more of an item was opened again than was ever settled",
    "SELECT 'item', item.item_id, settled_once, reopened_minor, currency FROM (SELECT item, "
    "currency, "
    "CASE WHEN amount_minor < 0 THEN settled_minor ELSE -settled_minor END AS reopened_minor, "
    "(SELECT max(0, max(abs(amount_minor)) - min(abs(open_minor))) FROM item_version "
    " WHERE item_version.item = current_item.item "
    " AND item_version.currency = current_item.currency) AS settled_once "
    "FROM current_item) AS reopened "
    "JOIN item ON item.id = reopened.item WHERE reopened_minor > settled_once"};

constexpr RowControl item_versions{
    "item.versions", "a version of an item is missing",
    "SELECT 'item', item.item_id, ifnull(max(version), 1), count(version) FROM item "
    "LEFT JOIN item_version ON item_version.item = item.id "
    "GROUP BY item.id HAVING ifnull(max(version), 1) <> count(version)"};

constexpr int item_digest_columns = 18;
constexpr const char* digested_item =
    "SELECT item, version, digest, kind, party_id, party_name, party_ibans, document_number, "
    "reference, issue_date, due_date, amount_minor, open_minor, currency, description, "
    "mandate_id, end_to_end_id, batch_id, gl_account, taakveld, cost_centre FROM item_version";

void check_item_digests(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(database, digested_item);
    std::string bytes;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string row = "item_version " + take_string(rows) + " ";
        row += rows.take_text();
        const Sha256 expected = take_digest(rows);
        bytes.clear();
        append_columns(bytes, rows, item_digest_columns);
        Sha256Stream digest;
        digest.update(bytes);
        if (digest.finish() != expected) {
            report.failures.push_back({"item.digest", std::move(row), "the item was altered"});
        }
    }
}

constexpr int model_digest_columns = 6;
constexpr const char* digested_model =
    "SELECT id, digest, version, parent, decisions, learnt_until, content, judgement FROM model";

}  // namespace

void check_models(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(database, digested_model);
    std::string bytes;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string row = "model " + take_string(rows);
        const Sha256 expected = take_digest(rows);
        bytes.clear();
        append_columns(bytes, rows, model_digest_columns);
        Sha256Stream digest;
        digest.update(bytes);
        if (digest.finish() != expected) {
            report.failures.push_back({"model.digest", std::move(row), "the model was altered"});
        }
    }
}

void check_bookings(sqlite::Database& database, VerifyReport& report) {
    for (const AmountControl& control : booking_amounts) {
        check_amounts(control, database, report);
    }
    for (const RowControl& control : booking_rows) {
        check_rows(control, database, report);
    }
}

void check_matches(sqlite::Database& database, VerifyReport& report) {
    for (const AmountControl& control : match_amounts) {
        check_amounts(control, database, report);
    }
    for (const RowControl& control : match_rows) {
        check_rows(control, database, report);
    }
}

void check_items(sqlite::Database& database, VerifyReport& report) {
    check_amounts(item_settled, database, report);
    check_amounts(item_reopened, database, report);
    check_rows(item_versions, database, report);
    check_item_digests(database, report);
}

}  // namespace afletter::verify
