// `verify`: all controls, one after another, on the ledger as it is at one moment.
#include <afletter/ledger_store.hpp>

#include <array>

#include "ledger_impl.hpp"
#include "verify/controls.hpp"

namespace afletter {

namespace {

std::uint64_t count_of(sqlite::Database& database, const char* sql) {
    sqlite::Statement select(database, sql);
    sqlite::Rows rows = select.query();
    return rows.next() ? static_cast<std::uint64_t>(rows.take_integer()) : 0;
}

void count_rows(sqlite::Database& database, VerifyReport& report) {
    report.statements = count_of(database, "SELECT count(*) FROM statement");
    report.lines = count_of(database, "SELECT count(*) FROM line");
    report.matches = count_of(database, "SELECT count(*) FROM active_match");
    report.postings = count_of(database, "SELECT count(*) FROM posting");
}

}  // namespace

VerifyReport Ledger::verify() const {
    static const std::array controls{
        verify::Control{"database.integrity", verify::check_integrity},
        verify::Control{"database.schema", verify::check_schema},
        verify::Control{"database.foreign_keys", verify::check_foreign_keys},
        verify::Control{"database.read", count_rows},
        verify::Control{"statement", verify::check_statements},
        verify::Control{"statement.digest", verify::check_statement_digests},
        verify::Control{"account", verify::check_accounts},
        verify::Control{"booking", verify::check_bookings},
        verify::Control{"match", verify::check_matches},
        verify::Control{"item", verify::check_items},
        verify::Control{"details", verify::check_details},
        verify::Control{"decision", verify::check_decisions},
        verify::Control{"model", verify::check_models},
        verify::Control{"sample", verify::check_samples},
        verify::Control{"audit.chain", verify::check_audit_chain},
        verify::Control{"audit.rows", verify::check_audit_rows},
    };
    const sqlite::Savepoint one_moment(impl_->database);
    VerifyReport report;
    for (const verify::Control& control : controls) {
        verify::run(control, impl_->database, report);
    }
    return report;
}

}  // namespace afletter
