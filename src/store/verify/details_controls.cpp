// The details that notifications give of lines: they sum to their line, are booked in its place,
// and are as they were given.
#include <afletter/ledger_store.hpp>

#include <array>

#include "columns.hpp"
#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

constexpr std::array detail_amounts{
    AmountControl{"details.sum", "the details of a line do not sum to it",
                  "SELECT 'line', line_id, amount_minor, found, currency FROM (SELECT *, "
                  "(SELECT ifnull(sum(part.amount_minor), 0) FROM line AS part "
                  " WHERE part.part_of = line.id AND part.currency = line.currency) AS found "
                  "FROM line WHERE id IN (SELECT line FROM itemisation UNION "
                  "SELECT part_of FROM line WHERE part_of IS NOT NULL)) "
                  "WHERE found <> amount_minor"},
    AmountControl{"details.booking", "a detail is not booked in the place of its line",
                  "SELECT 'line', line_id, amount_minor, found, currency FROM (SELECT *, "
                  "(SELECT ifnull(sum(posting.amount_minor), 0) FROM journal JOIN posting "
                  " ON posting.journal = journal.id JOIN gl_account "
                  " ON gl_account.id = posting.gl_account WHERE journal.kind = 'line' "
                  " AND journal.line = line.id AND gl_account.name = 'assets:itemised' "
                  " AND posting.currency = line.currency) AS found "
                  "FROM line WHERE part_of IS NOT NULL) WHERE found <> amount_minor"},
    AmountControl{"details.account", "something stands between lines and their details",
                  "SELECT 'gl_account', gl_account.id, 0, sum(posting.amount_minor) AS found, "
                  "posting.currency FROM posting JOIN gl_account "
                  "ON gl_account.id = posting.gl_account WHERE gl_account.name = "
                  "'assets:itemised' GROUP BY posting.currency HAVING found <> 0"},
};

constexpr std::array detail_rows{
    RowControl{"details.count", "details are missing or were added",
               "SELECT 'line', line_id, expected, found FROM (SELECT line.line_id, "
               "ifnull(itemisation.part_count, 0) AS expected, (SELECT count(*) FROM line AS part "
               " WHERE part.part_of = line.id) AS found "
               "FROM line LEFT JOIN itemisation ON itemisation.line = line.id "
               "WHERE line.id IN (SELECT line FROM itemisation UNION "
               "SELECT part_of FROM line WHERE part_of IS NOT NULL)) WHERE found <> expected"},
    RowControl{"details.source", "a detail is of another statement or file than its line's details",
               "SELECT 'line', part.line_id, line.statement || ' ' || itemisation.source_file, "
               "part.statement || ' ' || part.source_file FROM line AS part "
               "JOIN line ON line.id = part.part_of "
               "JOIN itemisation ON itemisation.line = line.id "
               "WHERE part.statement <> line.statement "
               "OR part.source_file IS NOT itemisation.source_file"},
    RowControl{"details.match", "a line with details is not matched to them",
               "SELECT 'line', line.line_id, 'details', ifnull(decision.method, 'none') "
               "FROM itemisation JOIN line ON line.id = itemisation.line "
               "LEFT JOIN active_match ON active_match.line = line.id "
               "LEFT JOIN decision ON decision.id = active_match.decision "
               "WHERE decision.method IS NOT 'details'"},
};

constexpr int part_digest_columns = 28;
constexpr const char* digested_parts =
    "SELECT line_id, entry_index, detail_index, booking_date, value_date, amount_minor, currency, "
    "reversal, customer_reference, transaction_code, description, source_line, bank_reference, "
    "end_to_end_id, mandate_id, creditor_id, batch_id, counterparty_name, counterparty_iban, "
    "counterparty_account, counterparty_bic, structured_reference, remittance, return_reason, "
    "purpose, batch_transactions, batch_gross, batch_minor FROM line WHERE part_of = ? ORDER BY id";
constexpr int itemisation_digest_columns = 5;
constexpr const char* digested_itemisation =
    "SELECT line, digest, line, source_file, format, notification_id, part_count FROM itemisation";

void check_digests(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select_parts(database, digested_parts);
    sqlite::Statement select(database, digested_itemisation);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        const std::int64_t line = rows.take_integer();
        const Sha256 expected = take_digest(rows);
        std::string bytes;
        for (sqlite::Rows part = select_parts.query(line); part.next();) {
            append_columns(bytes, part, part_digest_columns);
        }
        append_columns(bytes, rows, itemisation_digest_columns);
        Sha256Stream digest;
        digest.update(bytes);
        if (digest.finish() != expected) {
            report.failures.push_back({"details.digest", "line row " + std::to_string(line),
                                       "one of the details of the line was altered"});
        }
    }
}

}  // namespace

void check_details(sqlite::Database& database, VerifyReport& report) {
    for (const AmountControl& control : detail_amounts) {
        check_amounts(control, database, report);
    }
    for (const RowControl& control : detail_rows) {
        check_rows(control, database, report);
    }
    check_digests(database, report);
}

}  // namespace afletter::verify
