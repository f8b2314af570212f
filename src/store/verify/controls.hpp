// The controls of `verify`. Each recomputes what it proves from the rows alone and reports every
// row that differs; none of them shares code with what wrote the rows.
#pragma once

#include <afletter/model/records.hpp>

#include <functional>
#include <string>

#include "sqlite/database.hpp"

namespace afletter::verify {

struct Control {
    const char* name;
    std::function<void(sqlite::Database&, VerifyReport&)> check;
};

// Runs the control. What the database cannot even read is a failure of the control as well.
void run(const Control& control, sqlite::Database& database, VerifyReport& report);

// A control that is one query, which answers the rows that differ: what kind of row, its id, the
// expected and the found amount, and their currency.
struct AmountControl {
    const char* name;
    const char* wrong;  // what is wrong when a row is found
    const char* sql;
};
void check_amounts(const AmountControl& control, sqlite::Database& database, VerifyReport& report);
// The same, which answers what kind of row, its id, and two counts or texts.
struct RowControl {
    const char* name;
    const char* wrong;
    const char* sql;
};
void check_rows(const RowControl& control, sqlite::Database& database, VerifyReport& report);

// "statement 12", "line 4t9x...": the next two columns.
[[nodiscard]] std::string take_row_name(sqlite::Rows& rows);

// The bytes that the writer should have digested for the next columns, up to `end`.
void append_columns(std::string& bytes, sqlite::Rows& rows, int count);
void append_number(std::string& bytes, std::uint64_t number, unsigned size);

void check_integrity(sqlite::Database& database, VerifyReport& report);
void check_schema(sqlite::Database& database, VerifyReport& report);
void check_foreign_keys(sqlite::Database& database, VerifyReport& report);
void check_statements(sqlite::Database& database, VerifyReport& report);
void check_statement_digests(sqlite::Database& database, VerifyReport& report);
void check_accounts(sqlite::Database& database, VerifyReport& report);
void check_bookings(sqlite::Database& database, VerifyReport& report);
void check_matches(sqlite::Database& database, VerifyReport& report);
void check_items(sqlite::Database& database, VerifyReport& report);
void check_details(sqlite::Database& database, VerifyReport& report);
void check_decisions(sqlite::Database& database, VerifyReport& report);
void check_models(sqlite::Database& database, VerifyReport& report);
void check_samples(sqlite::Database& database, VerifyReport& report);
void check_audit_chain(sqlite::Database& database, VerifyReport& report);
void check_audit_rows(sqlite::Database& database, VerifyReport& report);

}  // namespace afletter::verify
