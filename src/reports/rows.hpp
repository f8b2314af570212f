// Records as rows of cells under named columns: the one source of what CSV, JSON, XLSX and HTML
// show, so that they cannot differ.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/reports.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::rendering {

enum class CellKind : std::uint8_t {
    text,
    reference,    // digits that are a name, not a number
    amount,       // decimal string in machine form
    count,        // whole number
    probability,  // decimal string with four digits
    date,         // ISO 8601
};

struct Column {
    std::string_view key;    // the promised name
    std::string_view dutch;  // heading of the excel-nl dialect
    CellKind kind;
};

using Row = std::vector<std::string>;  // machine form, in the order of the columns

[[nodiscard]] std::span<const Column> match_columns();
// One row for each allocation.
[[nodiscard]] std::vector<Row> rows_of(const MatchRecord& match);

[[nodiscard]] std::span<const Column> exception_columns();
[[nodiscard]] Row row_of(const ExceptionRecord& exception, const ReportOptions& options);

// "I1+I2"; without any item, the accounts of the general ledger instead.
[[nodiscard]] std::string items_of(const Candidate& candidate);

}  // namespace afletter::rendering
