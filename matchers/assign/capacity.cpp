// Settlements sorted by item, and added up.
#include "assign/capacity.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace afletter::matching {

std::vector<std::uint32_t> matches_in_excess(std::vector<Settlement> settlements,
                                             std::span<const std::int64_t> open) {
    std::ranges::sort(settlements, {}, [](const Settlement& settlement) {
        return std::tuple(settlement.item, settlement.match);
    });
    std::vector<std::uint32_t> excess;
    for (std::size_t begin = 0; begin < settlements.size();) {
        std::int64_t left = open[settlements[begin].item];
        std::size_t end = begin;
        while (end < settlements.size() && settlements[end].item == settlements[begin].item) {
            left -= settlements[end++].amount;
        }
        for (std::size_t i = begin; left < 0 && i < end; ++i) {
            excess.push_back(settlements[i].match);
        }
        begin = end;
    }
    return excess;
}

}  // namespace afletter::matching
