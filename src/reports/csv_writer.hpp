// CSV in the two promised dialects. rfc4180: comma, point, ISO dates, English keys, CRLF, no BOM.
// excel-nl: BOM, semicolon, CRLF, decimal comma, dd-mm-yyyy, Dutch headings, long numbers in groups
// of four. Text that a spreadsheet would run as a formula is made harmless (CWE-1236).
#pragma once

#include <ostream>

#include "rows.hpp"

namespace afletter::rendering {

class CsvWriter {
  public:
    CsvWriter(std::ostream& out, CsvDialect dialect, std::span<const Column> columns);

    void heading();
    void row(const Row& row);

  private:
    [[nodiscard]] std::string cell(const std::string& value, CellKind kind) const;

    std::ostream& out_;
    CsvDialect dialect_;
    std::span<const Column> columns_;
};

// One text cell: quoted where needed, a formula disarmed by an apostrophe.
[[nodiscard]] std::string csv_text_cell(std::string_view text);

}  // namespace afletter::rendering
