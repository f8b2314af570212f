// A row is as many lines as its longest cell; a cell with marks has carets below its own lines.
#include "story/wrapped_table.hpp"

#include <algorithm>
#include <numeric>

#include "utf8.hpp"

namespace afletter::rendering {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t indent = 2;
constexpr std::size_t column_min = 10;

// The longest word: a column narrower than that breaks numbers in two.
std::size_t longest_word(const MarkedText& text) {
    std::size_t longest = 0;
    std::size_t length = 0;
    for (const Letter& letter : text) {
        length = letter.text == " " ? 0 : length + 1;
        longest = std::max(longest, length);
    }
    return longest;
}

// Takes what is too much from the widest columns, none below its own least width.
void narrow(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least,
            std::size_t excess) {
    for (; excess > 0; --excess) {
        std::size_t widest = widths.size();
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const bool may_give = widths[column] > least[column];
            if (may_give && (widest == widths.size() || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        if (widest == widths.size()) {
            return;
        }
        --widths[widest];
    }
}

struct CellLine {
    std::string text;
    std::size_t width = 0;  // in letters, without what sets the colour
};

// The lines of one cell, each with its carets below where it has marks.
std::vector<CellLine> lines_of(const MarkedText& cell, std::size_t width, bool color) {
    std::vector<CellLine> lines;
    for (const MarkedText& part : wrapped(cell, width)) {
        lines.push_back({shown(part, color), part.size()});
        if (has_marks(part)) {
            std::string carets = carets_below(part);
            const std::size_t caret_width = carets.size();
            lines.push_back({std::move(carets), caret_width});
        }
    }
    return lines;
}

}  // namespace

std::vector<std::size_t> WrappedTable::widths(std::size_t width) const {
    std::vector<std::size_t> widths;
    std::vector<std::size_t> whole_words;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        widths.push_back(width_of(columns_[column].title));
        whole_words.push_back(longest_word(letters_of(columns_[column].title)));
        for (const auto& row : rows_) {
            widths.back() = std::max(widths.back(), row[column].size());
            whole_words.back() = std::max(whole_words.back(), longest_word(row[column]));
        }
    }
    const std::size_t between = indent + (gap * (widths.size() - 1));
    const auto excess = [&] {
        const std::size_t all = std::accumulate(widths.begin(), widths.end(), between);
        return all - std::min(all, width);
    };
    narrow(widths, whole_words, excess());
    narrow(widths, std::vector<std::size_t>(widths.size(), column_min), excess());
    return widths;
}

void WrappedTable::write_row(std::ostream& out, const std::vector<MarkedText>& cells,
                             const std::vector<std::size_t>& widths, bool color) const {
    std::vector<std::vector<CellLine>> lines;
    std::size_t height = 0;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        lines.push_back(lines_of(cells[column], widths[column], color));
        height = std::max(height, lines.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
        std::string text;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const CellLine& cell = k < lines[column].size() ? lines[column][k] : CellLine();
            const std::string blanks(widths[column] - cell.width, ' ');
            const bool right = columns_[column].alignment == Alignment::right;
            text.append(column == 0 ? indent : gap, ' ');
            text += right ? blanks + cell.text : cell.text + blanks;
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    }
}

void WrappedTable::write(std::ostream& out, std::size_t width, bool color) const {
    const std::vector<std::size_t> columns = widths(width);
    std::vector<MarkedText> titles;
    std::vector<MarkedText> rules;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        titles.push_back(letters_of(columns_[i].title));
        rules.push_back(letters_of(std::string(columns[i], '-')));
    }
    write_row(out, titles, columns, color);
    write_row(out, rules, columns, color);
    for (const auto& row : rows_) {
        write_row(out, row, columns, color);
    }
}

}  // namespace afletter::rendering
