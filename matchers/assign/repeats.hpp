// The same payment once more: lines that claim what an equal payment of the same payer, booked on
// an earlier day, has settled already. The first of them settles the item; the others are doubles.
#pragma once

#include <afletter/model/line.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include "assign/joint.hpp"

namespace afletter::matching {

// For each line of `claims`, in whose order `lines` are: whether its best explanation is taken by
// an equal payment of an earlier day. Two of one day are not told apart.
[[nodiscard]] std::vector<bool> repeated_later(std::span<const Line* const> lines,
                                               const Claims& claims,
                                               std::span<const std::int64_t> open);

}  // namespace afletter::matching
