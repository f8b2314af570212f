// A row of cells -> OpenItem.
#pragma once

#include <afletter/model/open_item.hpp>

#include <optional>

#include "open_items/cell_findings.hpp"
#include "open_items/columns.hpp"
#include "open_items/csv.hpp"

namespace afletter::open_items {

// How a file writes numbers and dates: a semicolon file comes from a Dutch spreadsheet and may
// have 1234,56 and 31-01-2026 as well as the machine's forms.
enum class Dialect : std::uint8_t { machine, dutch };

class ItemReader {
  public:
    ItemReader(const Columns& columns, Dialect dialect, CellFindings& findings);

    // Reports every fault of the row; absent when one is an error.
    [[nodiscard]] std::optional<OpenItem> read(const Row& row);

  private:
    // The text of a cell; empty when the file has no such column.
    [[nodiscard]] std::string text(Column column) const;
    [[nodiscard]] bool is_given(Column column) const;
    void refuse(Column column, std::string code, std::string expected, std::string hint = "");

    void read_item_id();
    [[nodiscard]] std::optional<ItemKind> read_kind();
    [[nodiscard]] std::optional<Currency> read_currency();
    [[nodiscard]] std::optional<Money> read_amount(Column column, Currency currency);
    [[nodiscard]] std::optional<Money> read_open_amount(const Money& amount);
    [[nodiscard]] std::optional<Date> read_date(Column column);
    [[nodiscard]] std::vector<Iban> read_ibans();

    const Columns& columns_;
    Dialect dialect_;
    CellFindings& findings_;
    const Row* row_ = nullptr;  // being read
    bool has_errors_ = false;   // in that row
};

}  // namespace afletter::open_items
