// Each return gives back all that was settled of its items, so one item has room for one return.
#include "assign/double_returns.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "policy/reasons.hpp"

namespace afletter::matching {

namespace {

struct Reopening {
    std::string_view item_id;
    Date booked;
    std::uint32_t decision = 0;
};

std::vector<Reopening> reopenings_of(const std::vector<Decision>& decisions,
                                     std::span<const Line> lines) {
    std::vector<Reopening> all;
    for (std::uint32_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].method != Method::returned) {
            continue;
        }
        for (const Allocation& allocation : decisions[i].candidates.front().allocations) {
            all.push_back({allocation.item_id, lines[i].booking_date, i});
        }
    }
    std::ranges::sort(all, {}, [](const Reopening& one) {
        return std::tuple(one.item_id, one.booked, one.decision);
    });
    return all;
}

void take_back(Decision& decision) {
    decision.method.reset();
    add_obstacle(decision.obstacles, Obstacle::is_a_return);
    add_obstacle(decision.obstacles, Obstacle::item_claimed_twice);
    decision.reason = reason_for(decision.obstacles, decision.candidates);
}

}  // namespace

void take_back_double_returns(std::vector<Decision>& decisions, std::span<const Line> lines) {
    const std::vector<Reopening> all = reopenings_of(decisions, lines);
    std::vector<std::uint32_t> doubles;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].item_id == all[begin].item_id) {
            ++end;
        }
        const bool has_first = end - begin == 1 || all[begin].booked < all[begin + 1].booked;
        for (std::size_t i = has_first ? begin + 1 : begin; i < end; ++i) {
            doubles.push_back(all[i].decision);
        }
        begin = end;
    }
    for (const std::uint32_t decision : doubles) {
        take_back(decisions[decision]);
    }
}

}  // namespace afletter::matching
