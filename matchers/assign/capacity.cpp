// Allocations of all matches, by item.
#include "assign/capacity.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>

#include "policy/reasons.hpp"

namespace afletter::matching {

namespace {

struct Settled {
    std::string_view item_id;
    std::uint32_t decision = 0;
    std::int64_t amount = 0;
};

std::vector<Settled> settled_by_item(const std::vector<Decision>& decisions) {
    std::vector<Settled> all;
    for (std::uint32_t i = 0; i < decisions.size(); ++i) {
        if (!decisions[i].is_match()) {
            continue;
        }
        for (const Allocation& allocation : decisions[i].candidates.front().allocations) {
            all.push_back({allocation.item_id, i, std::abs(allocation.amount.minor_units())});
        }
    }
    std::ranges::sort(all, {}, [](const Settled& settled) {
        return std::tuple(settled.item_id, settled.decision);
    });
    return all;
}

void take_back(Decision& decision) {
    decision.method.reset();
    decision.certificate = Basis::none;
    add_obstacle(decision.obstacles, Obstacle::item_claimed_twice);
    decision.reason = reason_for(decision.obstacles, decision.candidates);
}

}  // namespace

void take_back_excess(std::vector<Decision>& decisions, const Books& books) {
    const std::vector<Settled> all = settled_by_item(decisions);
    std::vector<std::uint32_t> excess;
    for (std::size_t begin = 0; begin < all.size();) {
        std::int64_t left = books.open_amount_of(all[begin].item_id);
        std::size_t end = begin;
        while (end < all.size() && all[end].item_id == all[begin].item_id) {
            left -= all[end++].amount;
        }
        for (std::size_t i = begin; left < 0 && i < end; ++i) {
            excess.push_back(all[i].decision);
        }
        begin = end;
    }
    for (const std::uint32_t decision : excess) {
        take_back(decisions[decision]);
    }
}

}  // namespace afletter::matching
