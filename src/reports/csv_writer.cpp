// CSV cells and rows.
#include "csv_writer.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>

#include "utf8.hpp"

namespace afletter::rendering {

namespace {

constexpr std::size_t digits_a_spreadsheet_keeps = 15;

// What makes a spreadsheet read a cell as a formula, also in its full-width forms.
bool begins_a_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> beginnings{"=",  "+",  "-",  "@",  "\t", "\r",
                                                          "\n", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(beginnings,
                               [text](std::string_view start) { return text.starts_with(start); });
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string grouped_by_four(const std::string& digits) {
    std::string grouped;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0) {
            grouped += ' ';
        }
        grouped += digits[i];
    }
    return grouped;
}

std::string dutch_date(const std::string& iso) {
    return iso.size() == 10 ? iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4)
                            : iso;
}

std::string with_decimal_comma(std::string decimal) {
    std::ranges::replace(decimal, '.', ',');
    return decimal;
}

}  // namespace

std::string csv_text_cell(std::string_view text) {
    std::string value = valid_utf8(text);
    const bool formula = begins_a_formula(value);
    if (formula) {
        value.insert(0, "'");
    }
    if (!formula && value.find_first_of(",;\"\r\n\t") == std::string::npos) {
        return value;
    }
    std::string quoted = "\"";
    for (const char c : value) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + "\"";
}

CsvWriter::CsvWriter(std::ostream& out, CsvDialect dialect, std::span<const Column> columns)
    : out_(out), dialect_(dialect), columns_(columns) {}

void CsvWriter::heading() {
    const bool dutch = dialect_ == CsvDialect::excel_nl;
    out_ << (dutch ? "\xEF\xBB\xBF" : "");
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        out_ << (i == 0 ? "" : dutch ? ";" : ",") << (dutch ? columns_[i].dutch : columns_[i].key);
    }
    out_ << "\r\n";
}

void CsvWriter::row(const Row& row) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        out_ << (i == 0                             ? ""
                 : dialect_ == CsvDialect::excel_nl ? ";"
                                                    : ",")
             << cell(row[i], columns_[i].kind);
    }
    out_ << "\r\n";
}

std::string CsvWriter::cell(const std::string& value, CellKind kind) const {
    const bool dutch = dialect_ == CsvDialect::excel_nl;
    switch (kind) {
        case CellKind::amount:
        case CellKind::probability:
            return dutch ? with_decimal_comma(value) : value;
        case CellKind::count:
            return value;
        case CellKind::date:
            return dutch ? dutch_date(value) : value;
        case CellKind::reference:
            if (dutch && is_digits(value) && value.size() > digits_a_spreadsheet_keeps) {
                return grouped_by_four(value);
            }
            return csv_text_cell(value);
        case CellKind::text:
            return csv_text_cell(value);
    }
    return csv_text_cell(value);
}

}  // namespace afletter::rendering
