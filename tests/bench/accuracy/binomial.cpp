// The binomial tail summed term by term, and bisection for the share at which it is 5 %.
#include "bench/accuracy/binomial.hpp"

#include <cmath>

namespace afletter::judging {

namespace {

// P(at most `wrong` of `trials`) at this share; terms from the last, which is the largest where the
// bound is sought, until they no longer count.
double tail(std::uint64_t wrong, std::uint64_t trials, double share) {
    const auto all = static_cast<double>(trials);
    const auto hits = static_cast<double>(wrong);
    double term =
        std::exp(std::lgamma(all + 1) - std::lgamma(hits + 1) - std::lgamma(all - hits + 1) +
                 hits * std::log(share) + (all - hits) * std::log1p(-share));
    double sum = 0;
    for (std::uint64_t at = wrong;; --at) {
        sum += term;
        if (at == 0 || term < sum * 1e-17) {
            return sum;
        }
        const auto place = static_cast<double>(at);
        term *= place / (all - place + 1) * (1 - share) / share;
    }
}

}  // namespace

double upper_bound_95(std::uint64_t wrong, std::uint64_t trials) {
    if (wrong >= trials) {
        return 1;
    }
    double low = static_cast<double>(wrong) / static_cast<double>(trials);
    double high = 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (tail(wrong, trials, middle) > 0.05 ? low : high) = middle;
    }
    return high;
}

}  // namespace afletter::judging
