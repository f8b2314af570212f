// A bank line with where it came from, as every list and report shows it.
#pragma once

#include <afletter/model/records.hpp>

#include <string>

#include "sqlite/database.hpp"

namespace afletter {

// SELECT <line_record_columns> ... FROM <line_record_tables> ...; then take_line_record().
[[nodiscard]] std::string line_record_columns();
extern const char* const line_record_tables;
// The order of every list: that of imports does not show.
extern const char* const line_record_order;
[[nodiscard]] LineRecord take_line_record(sqlite::Rows& rows);

}  // namespace afletter
