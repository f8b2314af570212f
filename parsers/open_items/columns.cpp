// Reads the header row.
#include "open_items/columns.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace afletter::open_items {

namespace {

struct ColumnName {
    std::string_view name;
    bool needed = false;
};
constexpr std::array<ColumnName, column_count> column_names = {{
    {"item_id", true},   {"kind", true},  {"party_id"},         {"party_name"},  {"party_iban"},
    {"document_number"}, {"reference"},   {"issue_date", true}, {"due_date"},    {"currency", true},
    {"amount", true},    {"open_amount"}, {"description"},      {"mandate_id"},  {"end_to_end_id"},
    {"batch_id"},        {"gl_account"},  {"taakveld"},         {"cost_centre"},
}};

std::optional<std::size_t> index_of(std::string_view name) {
    const auto* const found = std::ranges::find(column_names, name, &ColumnName::name);
    if (found == column_names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - column_names.begin());
}

constexpr std::size_t name_size_max = 40;

// Levenshtein: insertions, deletions and substitutions that make one name of the other.
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::array<std::size_t, name_size_max + 1> row;
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t substituted = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, row[j + 1] + 1, row[j] + 1});
        }
    }
    return row[right.size()];
}

std::string suggestion_for(std::string_view name) {
    if (name.size() > name_size_max) {
        return "";
    }
    const auto distance = [name](const ColumnName& column) {
        return edit_distance(name, column.name);
    };
    const ColumnName nearest = *std::ranges::min_element(column_names, {}, distance);
    const bool is_near = distance(nearest) <= 1 + nearest.name.size() / 4;
    return is_near ? fmt::format("Did you mean {}?", nearest.name)
                   : "Remove the column, or give it one of the names in docs/interfaces.md.";
}

}  // namespace

std::string_view name_of(Column column) {
    return column_names[static_cast<std::size_t>(column)].name;
}

std::optional<Columns> Columns::read(const Row& header, CellFindings& findings) {
    if (std::ranges::none_of(header,
                             [](const Cell& cell) { return index_of(cell.text).has_value(); })) {
        findings.add(Severity::error, "items.header", header.front(),
                     fmt::format("expected a header line with item_id, kind and so on, found {}",
                                 in_quotes(header.front().text)),
                     "Put the names of the columns into the first line.");
        return std::nullopt;
    }
    Columns columns;
    columns.count_ = header.size();
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::optional<std::size_t> index = index_of(header[i].text);
        if (!index) {
            findings.add(
                Severity::error, "items.column.unknown", header[i],
                fmt::format("expected the name of a column, found {}", in_quotes(header[i].text)),
                suggestion_for(header[i].text));
        } else if (columns.positions_[*index]) {
            findings.add(Severity::error, "items.column.duplicate", header[i],
                         fmt::format("expected every column once, found {} again", header[i].text),
                         "Remove one of the two.");
        } else {
            columns.positions_[*index] = i;
        }
    }
    bool has_all = true;
    for (std::size_t i = 0; i < column_count; ++i) {
        if (column_names[i].needed && !columns.positions_[i]) {
            has_all = false;
            findings.add(Severity::error, "items.column.missing", header.front(),
                         fmt::format("expected the column {}, found none", column_names[i].name),
                         "Every item needs it; let the administration export it as well.");
        }
    }
    return has_all ? std::optional(columns) : std::nullopt;
}

const Cell* Columns::find(const Row& row, Column column) const {
    const std::optional<std::size_t> position = positions_[static_cast<std::size_t>(column)];
    return position ? &row[*position] : nullptr;
}

}  // namespace afletter::open_items
