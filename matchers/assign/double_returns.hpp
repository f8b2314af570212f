// The same return once more: what one return has opened again cannot be opened by another.
#pragma once

#include <cstdint>
#include <vector>

#include "candidates/books.hpp"
#include "packed/packed_lines.hpp"

namespace afletter::matching {

// An item that a return would open again.
struct Reopening {
    ItemIndex item = 0;
    std::uint32_t line = 0;   // of the packed lines
    std::uint32_t place = 0;  // whatever the caller knows the return by
};

// The places of returns that cannot be booked beside the others: of returns of one item, the one
// that was booked before all others keeps it; of one day only if they are of different orders.
[[nodiscard]] std::vector<std::uint32_t> double_returns(std::vector<Reopening> reopenings,
                                                        const PackedLines& lines);

}  // namespace afletter::matching
