// Step by step.
#include "reference/gradient_descent.hpp"

namespace afletter::reference {

std::vector<double> descend(
    const std::function<double(std::span<const double>, std::vector<double>&)>& function,
    std::vector<double> point, double length, std::size_t steps) {
    std::vector<double> gradient;
    for (std::size_t step = 0; step < steps; ++step) {
        function(point, gradient);
        for (std::size_t i = 0; i < point.size(); ++i) {
            point[i] -= length * gradient[i];
        }
    }
    return point;
}

}  // namespace afletter::reference
