// How many items were issued by a day: one number for each day that any was. Part of Books, for the
// search funnel of an explanation.
#pragma once

#include <afletter/model/date.hpp>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace afletter::matching {

class DayCounts {
  public:
    void add(Date day);
    // After the last day, before the first question.
    void build();
    [[nodiscard]] std::uint32_t count_until(Date day) const;

  private:
    struct Until {
        std::chrono::sys_days day;
        std::uint32_t count = 0;  // of this day and all before it
    };
    std::unordered_map<std::int64_t, std::uint32_t> on_;  // by day since 1970
    std::vector<Until> until_;                            // ascending
};

}  // namespace afletter::matching
