// One return of an item in a round: the next round knows what it has left to give back.
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
    LineId line;
    std::string_view order;
    std::uint32_t decision = 0;
};

// Returns of one day may be of two orders, or the same twice.
bool is_before(const Reopening& one, const Reopening& other) {
    return one.booked < other.booked ||
           (!one.order.empty() && !other.order.empty() && one.order != other.order);
}

std::vector<Reopening> reopenings_of(const std::vector<Decision>& decisions,
                                     std::span<const Line> lines) {
    std::vector<Reopening> all;
    for (std::uint32_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].method != Method::returned) {
            continue;
        }
        for (const Allocation& allocation : decisions[i].candidates.front().allocations) {
            all.push_back({allocation.item_id, lines[i].booking_date, lines[i].id,
                           lines[i].detail.end_to_end_id, i});
        }
    }
    std::ranges::sort(all, {}, [](const Reopening& one) {
        return std::tuple(one.item_id, one.booked, one.line);
    });
    return all;
}

std::ptrdiff_t offset(std::size_t place) {
    return static_cast<std::ptrdiff_t>(place);
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
        const bool has_first =
            std::all_of(all.begin() + offset(begin + 1), all.begin() + offset(end),
                        [&](const Reopening& other) { return is_before(all[begin], other); });
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
