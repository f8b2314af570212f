// How bad a rule may be when so many of its matches were wrong: the bound printed beside each
// count.
#pragma once

#include <cstdint>

namespace afletter::judging {

// The exact (Clopper-Pearson) upper bound of a share at 95 % confidence, one-sided: the share at
// which `wrong` errors or fewer in `trials` have a chance of 5 %. 1 when there were no trials.
[[nodiscard]] double upper_bound_95(std::uint64_t wrong, std::uint64_t trials);

}  // namespace afletter::judging
