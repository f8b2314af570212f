// The slow twin of pooling adjacent violators: the min-max formula, over all stretches around each
// place.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "learning/isotonic.hpp"

namespace afletter::reference {

// A mean as a fraction, not reduced.
struct Mean {
    std::int64_t sum = 0;
    std::int64_t count = 1;
};

// The fitted mean of each observation: the greatest, over where a stretch may begin, of the least,
// over where it may end, of the stretch's mean.
[[nodiscard]] std::vector<Mean> isotonic_means(std::span<const matching::Pooled> observations);

}  // namespace afletter::reference
