// The same payment once more: lines that claim what equal payments of the same payer claim too. The
// one that was booked first settles the item; the others are doubles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "assign/joint.hpp"
#include "packed/packed_lines.hpp"

namespace afletter::matching {

enum class Repeat : std::uint8_t {
    none,
    same_day,  // nobody can tell which of them is the double
    later,     // what it claims has been taken by then
};

// For each line of `claims`, which are the `waiting` ones of `lines`: whether equal payments claim
// its best explanation, and leave nothing of it.
[[nodiscard]] std::vector<Repeat> find_repeats(const PackedLines& lines,
                                               std::span<const std::uint32_t> waiting,
                                               const Claims& claims,
                                               std::span<const std::int64_t> open);

}  // namespace afletter::matching
