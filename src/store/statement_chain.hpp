// The order of an account's statements: each begins with the balance that the one before it ended
// with. Dates alone do not tell, for a bank may send several statements on one day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sqlite/database.hpp"

namespace afletter {

struct ChainLink {
    std::int64_t statement = 0;
    std::string closing_date;
    std::string sequence;
    std::int64_t opening_minor = 0;
    std::int64_t closing_minor = 0;
};

// The columns id, closing_date, sequence, opening_minor and closing_minor of a statement.
[[nodiscard]] ChainLink take_chain_link(sqlite::Rows& rows);

// By closing date; within a day so that openings follow closings as far as they can.
[[nodiscard]] std::vector<ChainLink> in_chain_order(std::vector<ChainLink> links);

}  // namespace afletter
