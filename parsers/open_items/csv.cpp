// Reads RFC 4180, with either separator and any line end.
#include "open_items/csv.hpp"

#include <algorithm>

namespace afletter::open_items {

namespace {

bool is_line_end(char character) {
    return character == '\n' || character == '\r';
}
bool is_blank(char character) {
    return character == ' ' || character == '\t';
}

void trim(std::string& text) {
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    text.erase(end == std::string::npos ? 0 : end + 1);
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool is_blank_row(const Row& row) {
    return row.size() == 1 && row.front().text.empty();
}

}  // namespace

char detect_separator(std::string_view text) {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool is_quoted = false;
    for (const char character : text) {
        if (is_line_end(character) && !is_quoted) {
            break;
        }
        is_quoted = is_quoted != (character == '"');
        commas += character == ',' && !is_quoted ? 1 : 0;
        semicolons += character == ';' && !is_quoted ? 1 : 0;
    }
    return semicolons > commas ? ';' : ',';
}

CsvReader::CsvReader(const SourceText& source, char separator)
    : text_(source.text), separator_(separator) {}

RowStatus CsvReader::next(Row& row) {
    while (!at_end()) {
        const RowStatus status = read_row(row);
        if (status != RowStatus::row) {
            skip_line();
        }
        take_line_end();
        if (status != RowStatus::row || !is_blank_row(row)) {
            return status;
        }
    }
    return RowStatus::end;
}

RowStatus CsvReader::read_row(Row& row) {
    row.clear();
    for (;;) {
        skip_blanks();
        Cell& cell = row.emplace_back(Cell{"", line_, position_ - line_start_ + 1, position_});
        if (!at_end() && text_[position_] == '"') {
            const RowStatus status = read_quoted(cell);
            if (status != RowStatus::row) {
                return status;
            }
        } else {
            read_plain(cell);
        }
        trim(cell.text);
        if (at_end() || at_line_end()) {
            return RowStatus::row;
        }
        ++position_;  // the separator
    }
}

void CsvReader::read_plain(Cell& cell) {
    const std::size_t start = position_;
    while (!at_end() && !at_line_end() && text_[position_] != separator_) {
        ++position_;
    }
    cell.text = text_.substr(start, position_ - start);
}

RowStatus CsvReader::read_quoted(Cell& cell) {
    ++position_;
    while (!at_end()) {
        if (at_line_end()) {
            const std::size_t start = position_;
            take_line_end();
            cell.text.append(text_.substr(start, position_ - start));
            continue;
        }
        const char character = text_[position_++];
        const bool is_doubled = character == '"' && !at_end() && text_[position_] == '"';
        if (character == '"' && !is_doubled) {
            skip_blanks();
            const bool ends = at_end() || at_line_end() || text_[position_] == separator_;
            return ends ? RowStatus::row : RowStatus::text_past_quote;
        }
        position_ += is_doubled ? 1U : 0U;
        cell.text.push_back(character);
    }
    return RowStatus::open_quote;
}

bool CsvReader::at_line_end() const {
    return !at_end() && is_line_end(text_[position_]);
}

void CsvReader::skip_blanks() {
    while (!at_end() && is_blank(text_[position_])) {
        ++position_;
    }
}

void CsvReader::skip_line() {
    while (!at_end() && !at_line_end()) {
        ++position_;
    }
}

// LF, CR LF or CR.
void CsvReader::take_line_end() {
    if (at_end()) {
        return;
    }
    position_ += text_.substr(position_).starts_with("\r\n") ? 2U : 1U;
    ++line_;
    line_start_ = position_;
}

}  // namespace afletter::open_items
