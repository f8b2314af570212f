// Aligned columns whose cells are wrapped rather than cut: an explanation leaves nothing out.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "story/marked_text.hpp"
#include "text_table.hpp"

namespace afletter::rendering {

class WrappedTable {
  public:
    struct Column {
        std::string title;
        Alignment alignment = Alignment::left;
    };
    explicit WrappedTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add(std::vector<MarkedText> cells) { rows_.push_back(std::move(cells)); }
    // Columns are as wide as their cells; where that is too wide, the widest give way, whole words
    // as long as there are any.
    void write(std::ostream& out, std::size_t width, bool color) const;

  private:
    [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
    void write_row(std::ostream& out, const std::vector<MarkedText>& cells,
                   const std::vector<std::size_t>& widths, bool color) const;

    std::vector<Column> columns_;
    std::vector<std::vector<MarkedText>> rows_;
};

}  // namespace afletter::rendering
