// The slow twin of assign/joint.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "assign/joint.hpp"

namespace afletter::test {

// What weight_of_other_claims() says, to the last bit.
[[nodiscard]] std::vector<MilliNats> plain_weight_of_other_claims(
    const matching::Claims& claims, std::span<const std::int64_t> open);

}  // namespace afletter::test
