// One pass from left to right; each observation is pooled at most once.
#include "learning/isotonic.hpp"

namespace afletter::matching {

namespace {

bool is_below(const Pooled& one, const Pooled& next) {
    return one.sum * next.count < next.sum * one.count;
}

}  // namespace

std::vector<Pooled> isotonic(std::span<const Pooled> observations) {
    std::vector<Pooled> pools;
    for (const Pooled& observation : observations) {
        Pooled pool = observation;
        while (!pools.empty() && !is_below(pools.back(), pool)) {
            pool.begin = pools.back().begin;
            pool.sum += pools.back().sum;
            pool.count += pools.back().count;
            pools.pop_back();
        }
        pools.push_back(pool);
    }
    return pools;
}

}  // namespace afletter::matching
