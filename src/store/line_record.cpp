// The columns that make up a line's record.
#include "line_record.hpp"

#include "columns.hpp"
#include "line_table.hpp"

namespace afletter {

const char* const line_record_tables =
    "line JOIN bank_account ON bank_account.id = line.bank_account "
    "JOIN statement ON statement.id = line.statement "
    "JOIN source_file ON source_file.id = ifnull(line.source_file, statement.source_file) ";

const char* const line_record_order =
    "bank_account.identification, bank_account.currency, line.booking_date, line.line_id";

std::string line_record_columns() {
    return std::string(line_columns) +
           ", bank_account.identification, statement.owner, statement.statement_id, "
           "statement.sequence, source_file.name";
}

LineRecord take_line_record(sqlite::Rows& rows) {
    LineRecord record{.line = take_line(rows),
                      .account = take_string(rows),
                      .account_name = take_string(rows),
                      .statement = take_string(rows),
                      .source_file = {}};
    if (const std::string_view sequence = rows.take_text(); !sequence.empty()) {
        record.statement.append("/").append(sequence);
    }
    record.source_file = take_string(rows);
    return record;
}

}  // namespace afletter
