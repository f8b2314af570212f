// What the controls have in common.
#include "verify/controls.hpp"

#include <afletter/model/identifiers.hpp>

#include "columns.hpp"

namespace afletter::verify {

void run(const Control& control, sqlite::Database& database, VerifyReport& report) {
    try {
        control.check(database, report);
    } catch (const LedgerBusy&) {
        throw;
    } catch (const StoreError& error) {
        report.failures.push_back({control.name, "", error.what()});
    }
}

void check_amounts(const AmountControl& control, sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(database, control.sql);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string row = take_row_name(rows);
        const std::int64_t expected = rows.take_integer();
        const Money found = take_money(rows);
        report.failures.push_back({control.name, std::move(row),
                                   std::string(control.wrong) + ": expected " +
                                       to_decimal(Money(expected, found.currency())) + ", found " +
                                       to_decimal(found) + ' ' +
                                       std::string(found.currency().code())});
    }
}

void check_rows(const RowControl& control, sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select(database, control.sql);
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string row = take_row_name(rows);
        const std::string expected = take_string(rows);
        report.failures.push_back({control.name, std::move(row),
                                   std::string(control.wrong) + ": expected " + expected +
                                       ", found " + take_string(rows)});
    }
}

std::string take_row_name(sqlite::Rows& rows) {
    std::string kind = take_string(rows);
    const std::string id =
        kind == "line" ? to_text(LineId{rows.take_integer()}) : take_string(rows);
    return kind.append(" ").append(id);
}

void append_number(std::string& bytes, std::uint64_t number, unsigned size) {
    while (size-- > 0) {
        bytes += static_cast<char>(static_cast<unsigned char>(number >> (8 * size)));
    }
}

void append_columns(std::string& bytes, sqlite::Rows& rows, int count) {
    while (count-- > 0) {
        if (rows.at_integer()) {
            append_number(bytes, 8, 4);
            append_number(bytes, static_cast<std::uint64_t>(rows.take_integer()), 8);
        } else {
            const std::string_view text = rows.take_text();
            append_number(bytes, text.size(), 4);
            bytes += text;
        }
    }
}

}  // namespace afletter::verify
