// The slow twin of the minimiser: short steps straight downhill, many of them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace afletter::reference {

// Where `steps` steps of this length along the gradient lead.
[[nodiscard]] std::vector<double> descend(
    const std::function<double(std::span<const double>, std::vector<double>&)>& function,
    std::vector<double> point, double length, std::size_t steps);

}  // namespace afletter::reference
