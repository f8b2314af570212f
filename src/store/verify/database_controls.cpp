// The file itself: pages and indexes, tables and triggers, references between rows.
#include <map>
#include <utility>

#include "columns.hpp"
#include "schema/migrations.hpp"
#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

using Schema = std::map<std::pair<std::string, std::string>, std::string>;

// Kind and name to definition.
Schema schema_of(sqlite::Database& database) {
    sqlite::Statement select(
        database, "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'");
    Schema schema;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string type = take_string(rows);
        std::string name = take_string(rows);
        schema[{std::move(type), std::move(name)}] = take_string(rows);
    }
    return schema;
}

Schema expected_schema() {
    sqlite::Database database(":memory:", sqlite::Access::read_write);
    schema::migrate(database, schema::all_migrations());
    return schema_of(database);
}

}  // namespace

void check_integrity(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement pragma(database, "PRAGMA integrity_check");
    for (sqlite::Rows rows = pragma.query(); rows.next();) {
        if (std::string finding = take_string(rows); finding != "ok") {
            report.failures.push_back({"database.integrity", "", std::move(finding)});
        }
    }
}

// A guard that was taken away, even for a moment, comes back under other words or not at all.
void check_schema(sqlite::Database& database, VerifyReport& report) {
    Schema found = schema_of(database);
    for (const auto& [entry, definition] : expected_schema()) {
        const auto match = found.find(entry);
        const std::string row = entry.first + " " + entry.second;
        if (match == found.end()) {
            report.failures.push_back({"database.schema", row, "is missing"});
        } else if (match->second != definition) {
            report.failures.push_back({"database.schema", row, "was altered"});
        }
        found.erase(entry);
    }
    for (const auto& [entry, definition] : found) {
        report.failures.push_back(
            {"database.schema", entry.first + " " + entry.second, "is not part of a ledger"});
    }
}

void check_foreign_keys(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement pragma(database,
                             "SELECT \"table\", ifnull(rowid, ''), parent "
                             "FROM pragma_foreign_key_check");
    for (sqlite::Rows rows = pragma.query(); rows.next();) {
        std::string row = take_string(rows) + " ";
        row += rows.take_text();
        report.failures.push_back({"database.foreign_keys", std::move(row),
                                   "names a row of " + take_string(rows) + " that is not there"});
    }
}

}  // namespace afletter::verify
