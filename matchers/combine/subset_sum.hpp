// Which subsets of some amounts are exactly a given sum: all of them are counted, none is guessed.
// Used by the sets of a party's items and by batches that rejects were taken out of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace afletter::matching {

struct SubsetSearch {
    std::vector<std::vector<std::uint32_t>> found;  // positions, ascending; at most `solutions_max`
    bool exhausted = true;  // false: given up before the end, so there may be more
};

struct SubsetLimits {
    std::size_t solutions_max = 2;  // a second one is enough to know that the first proves nothing
    std::size_t members_max = 12;
    std::size_t amounts_max = 40;
    std::size_t steps_max = 20'000;
};

// Branch and bound over amounts of either sign. More amounts than `amounts_max` are not searched.
[[nodiscard]] SubsetSearch subsets_with_sum(std::span<const std::int64_t> amounts, std::int64_t sum,
                                            const SubsetLimits& limits = {});

}  // namespace afletter::matching
