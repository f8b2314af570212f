// The audit trail: its chain of hashes, and that each change has its row.
#include <afletter/ledger_store.hpp>

#include <array>

#include "columns.hpp"
#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

constexpr std::array audit_controls{
    RowControl{"audit.count", "changes and audit rows differ in number",
               "SELECT 'table', name, expected, found FROM ("
               "SELECT 'source_file' AS name, (SELECT count(*) FROM source_file) AS expected, "
               "(SELECT count(*) FROM audit WHERE action = 'read') AS found "
               "UNION ALL SELECT 'bank_account', (SELECT count(*) FROM bank_account), "
               "(SELECT count(*) FROM audit WHERE action = 'register') "
               "UNION ALL SELECT 'statement', (SELECT count(*) FROM statement), "
               "(SELECT count(*) FROM audit WHERE action = 'import') "
               "UNION ALL SELECT 'item', (SELECT count(*) FROM item), "
               "(SELECT count(*) FROM audit WHERE action = 'add') "
               "UNION ALL SELECT 'item_version', (SELECT count(*) FROM item_version), "
               "(SELECT count(*) FROM audit WHERE action IN ('add', 'change')) "
               "UNION ALL SELECT 'run', (SELECT count(*) FROM run), "
               "(SELECT count(*) FROM audit WHERE action = 'run') "
               "UNION ALL SELECT 'decision', (SELECT count(*) FROM decision), "
               "(SELECT count(*) FROM audit WHERE action IN ('match', 'except')) "
               "UNION ALL SELECT 'match', (SELECT count(*) FROM match), "
               "(SELECT count(*) FROM audit WHERE action = 'match') "
               "UNION ALL SELECT 'itemisation', (SELECT count(*) FROM itemisation), "
               "(SELECT count(*) FROM audit WHERE action = 'itemise') "
               "UNION ALL SELECT 'model', (SELECT count(*) FROM model), "
               "(SELECT count(*) FROM audit WHERE action = 'learn') "
               "UNION ALL SELECT 'activation', (SELECT count(*) FROM activation), "
               "(SELECT count(*) FROM audit WHERE action = 'activate') "
               "UNION ALL SELECT 'sample_draw', (SELECT count(*) FROM sample_draw), "
               "(SELECT count(*) FROM audit WHERE action = 'draw') "
               "UNION ALL SELECT 'sample_answer', (SELECT count(*) FROM sample_answer), "
               "(SELECT count(*) FROM audit WHERE action = 'answer') "
               "UNION ALL SELECT 'sample_alarm', (SELECT count(*) FROM sample_alarm), "
               "(SELECT count(*) FROM audit WHERE action = 'alarm') "
               "UNION ALL SELECT 'sample_clearing', (SELECT count(*) FROM sample_clearing), "
               "(SELECT count(*) FROM audit WHERE action = 'clear') "
               "UNION ALL SELECT 'journal', (SELECT count(*) FROM journal WHERE kind = 'opening'), "
               "(SELECT count(*) FROM audit WHERE action = 'open') "
               "UNION ALL SELECT 'ledger', 1, "
               "(SELECT count(*) FROM audit WHERE action = 'create')) WHERE expected <> found"},
    RowControl{"audit.statement", "a statement is not the one that was imported",
               "SELECT 'statement', statement.id, ifnull(audit.result, 'an audit row'), "
               "lower(hex(statement.digest)) FROM statement LEFT JOIN audit "
               "ON audit.action = 'import' AND audit.object = 'statement:' || statement.id "
               "WHERE audit.result IS NOT lower(hex(statement.digest))"},
    RowControl{"audit.source_file", "a source file is not the one that was read",
               "SELECT 'source_file', source_file.id, ifnull(audit.result, 'an audit row'), "
               "lower(hex(source_file.sha256)) FROM source_file LEFT JOIN audit "
               "ON audit.action = 'read' AND audit.object = 'source_file:' || source_file.id "
               "WHERE audit.result IS NOT lower(hex(source_file.sha256))"},
    RowControl{"audit.itemisation", "the details of a line are not those that were given",
               "SELECT 'line', line.line_id, 'an audit row', lower(hex(itemisation.digest)) "
               "FROM itemisation JOIN line ON line.id = itemisation.line LEFT JOIN audit "
               "ON audit.action = 'itemise' AND audit.result = lower(hex(itemisation.digest)) "
               "WHERE audit.seq IS NULL"},
    RowControl{"audit.model", "a model is not the one that was learnt",
               "SELECT 'model', model.id, ifnull(audit.result, 'an audit row'), "
               "lower(hex(model.digest)) FROM model LEFT JOIN audit "
               "ON audit.action = 'learn' AND audit.object = 'model:' || model.id "
               "WHERE audit.result IS NOT lower(hex(model.digest))"},
    RowControl{"audit.activation", "another model was made live than the audit trail says",
               "SELECT 'activation', activation.id, ifnull(audit.result, 'an audit row'), "
               "ifnull(model.version, 'shipped') FROM activation "
               "LEFT JOIN model ON model.id = activation.model LEFT JOIN audit "
               "ON audit.action = 'activate' AND audit.object = 'activation:' || activation.id "
               "WHERE audit.result IS NOT ifnull(model.version, 'shipped')"},
    RowControl{"audit.item", "a version of an item is not one that was imported",
               "SELECT 'item', item.item_id, 'an audit row', lower(hex(item_version.digest)) "
               "FROM item_version JOIN item ON item.id = item_version.item LEFT JOIN audit "
               "ON audit.object = 'item:' || item.item_id "
               "AND audit.result = lower(hex(item_version.digest)) "
               "AND substr(audit.at, 1, 10) = item_version.imported_on WHERE audit.seq IS NULL"},
};

}  // namespace

void check_audit_chain(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(
        database, "SELECT seq, hash, at, actor, action, object, result FROM audit ORDER BY seq");
    Sha256 head{};
    std::int64_t expected_sequence = 1;
    std::string bytes;
    for (sqlite::Rows rows = select.query(); rows.next(); ++expected_sequence) {
        const std::int64_t sequence = rows.take_integer();
        const Sha256 found = take_digest(rows);
        ++report.audit_rows;
        bytes = "AFL1";
        append_number(bytes, static_cast<std::uint64_t>(sequence), 8);
        bytes.append(head.begin(), head.end());
        append_columns(bytes, rows, 5);
        Sha256Stream digest;
        digest.update(bytes);
        if (sequence != expected_sequence || digest.finish() != found) {
            report.failures.push_back(
                {"audit.chain", "audit " + std::to_string(sequence),
                 "this row or the one before it was altered, left out or put between"});
            expected_sequence = sequence;
        }
        head = found;
    }
    report.audit_head = head;
}

void check_audit_rows(sqlite::Database& database, VerifyReport& report) {
    for (const RowControl& control : audit_controls) {
        check_rows(control, database, report);
    }
}

}  // namespace afletter::verify
