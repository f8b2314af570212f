// The columns of the open-items CSV, and where a file has them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "open_items/cell_findings.hpp"
#include "open_items/csv.hpp"

namespace afletter::open_items {

enum class Column : std::uint8_t {
    item_id,
    kind,
    party_id,
    party_name,
    party_iban,
    document_number,
    reference,
    issue_date,
    due_date,
    currency,
    amount,
    open_amount,
    description,
    mandate_id,
    end_to_end_id,
    batch_id,
    gl_account,
    taakveld,
    cost_centre,
};
inline constexpr std::size_t column_count = 19;
[[nodiscard]] std::string_view name_of(Column column);

class Columns {
  public:
    // Reads the header row. Reports names that are unknown, missing or there twice. Absent when
    // the rows cannot be read without what is missing.
    [[nodiscard]] static std::optional<Columns> read(const Row& header, CellFindings& findings);

    [[nodiscard]] std::size_t count() const { return count_; }
    // The row's cell of that column; null when the file does not have the column.
    [[nodiscard]] const Cell* find(const Row& row, Column column) const;

  private:
    std::array<std::optional<std::size_t>, column_count> positions_;
    std::size_t count_ = 0;
};

}  // namespace afletter::open_items
