// Steps through the versions of the schema.
#include "schema/migrations.hpp"

#include <array>
#include <string>

namespace afletter::schema {

namespace {

std::int64_t setting(const sqlite::Database& database, const char* pragma) {
    sqlite::Statement select(database, pragma);
    sqlite::Rows rows = select.query();
    return rows.next() ? rows.take_integer() : 0;
}

}  // namespace

std::span<const Migration> all_migrations() {
    static const std::string version_1 = std::string(version_1_tables) + version_1_guards;
    static const std::array migrations{Migration{1, version_1.c_str()}};
    return migrations;
}

std::int64_t newest_version() {
    return all_migrations().back().version;
}

std::int64_t application_id_of(const sqlite::Database& database) {
    return setting(database, "PRAGMA application_id");
}

std::int64_t version_of(const sqlite::Database& database) {
    return setting(database, "PRAGMA user_version");
}

void migrate(sqlite::Database& database, std::span<const Migration> steps) {
    for (const Migration& step : steps) {
        if (version_of(database) >= step.version) {
            continue;
        }
        sqlite::Transaction transaction(database);
        // Another process may have taken the step while this one waited for the lock.
        if (version_of(database) < step.version) {
            database.execute(step.sql);
        }
        transaction.commit();
        AFLETTER_ASSERT(version_of(database) >= step.version);
    }
}

}  // namespace afletter::schema
