// Aligned columns for a terminal.
#include "text_table.hpp"

#include <afletter/reports.hpp>

#include <algorithm>

#include "utf8.hpp"

namespace afletter::rendering {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t last_column_min = 10;

}  // namespace

void TextTable::add(std::vector<std::string> cells) {
    for (std::string& cell : cells) {
        cell = printable(cell);
    }
    cells.resize(headings_.size());
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
    std::vector<std::size_t> widths;
    std::size_t before_last = 0;
    for (std::size_t column = 0; column < headings_.size(); ++column) {
        std::size_t widest = width_of(headings_[column].title);
        for (const auto& row : rows_) {
            widest = std::max(widest, width_of(row[column]));
        }
        widths.push_back(std::min(widest, headings_[column].width_max));
        before_last += column + 1 < headings_.size() ? widths.back() + gap : 0;
    }
    if (!widths.empty() && before_last + widths.back() > width) {
        const std::size_t left = width > before_last ? width - before_last : 0;
        widths.back() = std::min(widths.back(), std::max(last_column_min, left));
    }
    return widths;
}

void TextTable::write_row(std::ostream& out, const std::vector<std::string>& cells,
                          const std::vector<std::size_t>& widths) const {
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string cell = shortened(cells[column], widths[column]);
        const std::string blanks(widths[column] - width_of(cell), ' ');
        line += (column == 0 ? "" : std::string(gap, ' '));
        line += headings_[column].alignment == Alignment::right ? blanks + cell : cell + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
}

void TextTable::write(std::ostream& out, std::size_t width) const {
    const std::vector<std::size_t> columns = widths(width);
    std::vector<std::string> titles;
    std::vector<std::string> rules;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        titles.push_back(headings_[i].title);
        rules.emplace_back(columns[i], '-');
    }
    write_row(out, titles, columns);
    write_row(out, rules, columns);
    for (const auto& row : rows_) {
        write_row(out, row, columns);
    }
}

}  // namespace afletter::rendering
