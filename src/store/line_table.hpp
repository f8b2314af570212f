// Bank lines in the ledger: each written once under its id, and read back the same.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/model/records.hpp>

#include <optional>
#include <vector>

#include "encoding/field_bytes.hpp"
#include "posting.hpp"

namespace afletter {

// The columns that take_line() takes, of `line`.
extern const char* const line_columns;
[[nodiscard]] Line take_line(sqlite::Rows& rows);

// Where a line belongs: to a statement, as one of its own, or as a part of one of its lines.
struct LineOrigin {
    std::int64_t statement = 0;
    std::optional<std::int64_t> part_of = {};
    std::optional<std::int64_t> source_file = {};  // of a part
};

class LineTable {
  public:
    explicit LineTable(sqlite::Database& database);
    // Adds the line, and its columns to the digest of what it came with; answers the row's id.
    std::int64_t add(const Line& line, const LineOrigin& origin, const BankAccount& account,
                     FieldBytes& digest);
    // What makes each line of the statement that line; sorted.
    [[nodiscard]] std::vector<Sha256> identities_of(std::int64_t statement,
                                                    const BankAccount& account);
    // Booking date and amount of each entry of the statement, the same in every format; sorted.
    [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> bookings_of(
        std::int64_t statement);

  private:
    [[nodiscard]] bool is_taken(LineId id);
    [[nodiscard]] LineId free_id(const Sha256& identity);

    sqlite::Database& database_;
    sqlite::Statement insert_;
    sqlite::Statement select_id_;
    sqlite::Statement select_of_statement_;
    sqlite::Statement select_bookings_;
};

}  // namespace afletter
