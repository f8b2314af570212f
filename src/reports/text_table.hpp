// Aligned columns for a terminal.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace afletter::rendering {

enum class Alignment : std::uint8_t { left, right };

class TextTable {
  public:
    struct Heading {
        std::string title;
        Alignment alignment = Alignment::left;
        std::size_t width_max = 40;  // longer cells are shortened
    };
    explicit TextTable(std::vector<Heading> headings) : headings_(std::move(headings)) {}

    // Cells are made printable here.
    void add(std::vector<std::string> cells);
    // Widths follow the cells; what does not fit in `width` is taken from the last column.
    void write(std::ostream& out, std::size_t width) const;

  private:
    [[nodiscard]] std::vector<std::size_t> widths(std::size_t width) const;
    void write_row(std::ostream& out, const std::vector<std::string>& cells,
                   const std::vector<std::size_t>& widths) const;

    std::vector<Heading> headings_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace afletter::rendering
