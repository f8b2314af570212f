// The two tails of the binomial distribution, summed term by term, and bisection for the share at
// which the lower one has its chance.
#include <afletter/assert.hpp>
#include <afletter/learning.hpp>

#include <cmath>

namespace afletter {

namespace {

// P(exactly `hits` of `trials`) at this share.
double chance_of(double hits, double trials, double share) {
    return std::exp(std::lgamma(trials + 1) - std::lgamma(hits + 1) -
                    std::lgamma(trials - hits + 1) + hits * std::log(share) +
                    (trials - hits) * std::log1p(-share));
}

// P(at most `wrong` of `trials`) at this share; terms from the last, which is the largest where the
// bound is sought, until they no longer count.
double chance_of_at_most(std::uint64_t wrong, std::uint64_t trials, double share) {
    const auto all = static_cast<double>(trials);
    double term = chance_of(static_cast<double>(wrong), all, share);
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

double upper_bound(std::uint64_t wrong, std::uint64_t trials, double chance) {
    if (wrong >= trials) {
        return 1;
    }
    double low = static_cast<double>(wrong) / static_cast<double>(trials);
    double high = 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (chance_of_at_most(wrong, trials, middle) > chance ? low : high) = middle;
    }
    return high;
}

double chance_of_at_least(std::uint64_t wrong, std::uint64_t trials, double share) {
    const auto all = static_cast<double>(trials);
    const auto hits = static_cast<double>(wrong);
    AFLETTER_ASSERT(wrong <= trials && hits >= all * share);  // beyond it the terms grow less
    double term = chance_of(hits, all, share);
    double sum = 0;
    for (std::uint64_t at = wrong; at <= trials && term >= sum * 1e-17; ++at) {
        const auto place = static_cast<double>(at);
        sum += term;
        term *= (all - place) / (place + 1) * share / (1 - share);
    }
    return sum;
}

double upper_bound_95(std::uint64_t wrong, std::uint64_t trials) {
    return upper_bound(wrong, trials, 0.05);
}

}  // namespace afletter
