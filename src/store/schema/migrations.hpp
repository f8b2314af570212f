// The schema and how a ledger of an older version becomes one of this version: a list of steps,
// each whole in its own transaction.
#pragma once

#include <span>

#include "sqlite/database.hpp"

namespace afletter::schema {

// "AFLT", in the file's header; set by version 1.
constexpr std::int64_t application_id = 0x41464C54;

extern const char* const version_1_tables;  // v1.cpp
extern const char* const version_1_guards;  // v1_guards.cpp

struct Migration {
    std::int64_t version;  // what the ledger is after it
    const char* sql;       // sets user_version itself
};

// From an empty database to the newest version, oldest first.
[[nodiscard]] std::span<const Migration> all_migrations();
[[nodiscard]] std::int64_t newest_version();

[[nodiscard]] std::int64_t application_id_of(const sqlite::Database& database);
[[nodiscard]] std::int64_t version_of(const sqlite::Database& database);

// Takes the steps that lie after the database's version.
void migrate(sqlite::Database& database, std::span<const Migration> steps);

}  // namespace afletter::schema
