// Isotonic regression by pooling adjacent violators, in whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace afletter::matching {

// Successive observations, added up. `count` is above 0, and the sum of all times the count of all
// fits in 63 bits, so that two means are compared exactly.
struct Pooled {
    std::size_t begin = 0;  // place of the first
    std::int64_t sum = 0;
    std::int64_t count = 0;
    friend bool operator==(const Pooled&, const Pooled&) = default;
};

// The ascending means nearest to those of the observations by weighted squares: neighbours whose
// means do not ascend are pooled until all do. In order of place; sums and counts are kept.
[[nodiscard]] std::vector<Pooled> isotonic(std::span<const Pooled> observations);

}  // namespace afletter::matching
