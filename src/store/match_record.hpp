// A match with its line and its allocations, as lists and stories show it.
#pragma once

#include <afletter/model/records.hpp>

#include <string>
#include <vector>

#include "sqlite/database.hpp"

namespace afletter {

// The allocations come from a query of their own.
class MatchReader {
  public:
    explicit MatchReader(sqlite::Database& database);

    // SELECT ... FROM ..., for a WHERE to follow; then take().
    [[nodiscard]] static std::string select();
    [[nodiscard]] MatchRecord take(sqlite::Rows& rows);

  private:
    std::vector<Allocation> allocations_of(MatchId match);

    sqlite::Statement allocations_;
};

}  // namespace afletter
