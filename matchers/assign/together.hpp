// One item, paid by several lines: amounts that mean nothing alone, and together are what is open.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "assign/joint.hpp"

namespace afletter::matching {

// For each line of `claims`: whether its best explanation is a part of one item, and the lines of
// which that is so are together all of the item, to the cent.
[[nodiscard]] std::vector<bool> paid_together(const Claims& claims,
                                              std::span<const std::int64_t> open);

}  // namespace afletter::matching
