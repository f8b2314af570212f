// The least value of a smooth convex function, by L-BFGS (Nocedal 1980): steps along the gradient,
// bent by the curvature that the last steps met.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace afletter::matching {

// The value at a point, and its gradient there.
using SmoothFunction = std::function<double(std::span<const double>, std::vector<double>&)>;

struct Minimum {
    std::vector<double> point;
    double value = 0;
    std::size_t steps = 0;
    bool is_found = false;  // the gradient is nearly nothing
};
[[nodiscard]] Minimum minimise(const SmoothFunction& function, std::vector<double> start);

}  // namespace afletter::matching
