// RFC 4180 text -> rows of cells with their places. Knows nothing of what the cells mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source_text.hpp"

namespace afletter::open_items {

struct Cell {
    std::string text;  // without quotes, and without blanks around it
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::size_t offset = 0;
};
using Row = std::vector<Cell>;

enum class RowStatus : std::uint8_t {
    row,
    end,             // no rows are left
    open_quote,      // a quoted cell never ends; the last cell is the one
    text_past_quote  // something stands behind a closing quote; the last cell is the one
};

// The separator that the first line has more of outside quotes: ',' or ';'.
[[nodiscard]] char detect_separator(std::string_view text);

class CsvReader {
  public:
    // Keeps a reference to the source.
    CsvReader(const SourceText& source, char separator);

    // The next row that is not blank. After a fault it goes on with the next line.
    [[nodiscard]] RowStatus next(Row& row);

  private:
    [[nodiscard]] bool at_end() const { return position_ == text_.size(); }
    [[nodiscard]] bool at_line_end() const;
    [[nodiscard]] RowStatus read_row(Row& row);
    void read_plain(Cell& cell);
    [[nodiscard]] RowStatus read_quoted(Cell& cell);
    void skip_blanks();
    void skip_line();
    void take_line_end();

    std::string_view text_;
    char separator_;
    std::size_t position_ = 0;
    std::size_t line_start_ = 0;
    std::uint64_t line_ = 1;
};

}  // namespace afletter::open_items
