// Counted by day, then added up in order of days.
#include "candidates/day_counts.hpp"

#include <algorithm>

namespace afletter::matching {

void DayCounts::add(Date day) {
    ++on_[std::chrono::sys_days(day).time_since_epoch().count()];
}

void DayCounts::build() {
    for (const auto& [day, count] : on_) {
        until_.push_back({std::chrono::sys_days(std::chrono::days(day)), count});
    }
    std::ranges::sort(until_, {}, &Until::day);
    std::uint32_t before = 0;
    for (Until& until : until_) {
        before = until.count += before;
    }
    on_ = {};
}

std::uint32_t DayCounts::count_until(Date day) const {
    const auto later =
        std::ranges::upper_bound(until_, std::chrono::sys_days(day), {}, &Until::day);
    return later == until_.begin() ? 0 : std::prev(later)->count;
}

}  // namespace afletter::matching
