// A line with all that was found of it and weighed, for as long as it is looked at.
#pragma once

#include <afletter/matchers.hpp>

#include <utility>
#include <vector>

#include "candidates/inquiry.hpp"
#include "candidates/search.hpp"
#include "evidence/weighing.hpp"
#include "policy/obstacles.hpp"
#include "policy/scales.hpp"

namespace afletter::matching {

struct Hearing {
    Hearing(const Line& line, const Books& books, const MatchPolicy& policy, const Scales& given,
            Depth depth)
        : inquiry(open_inquiry(line, books, policy.rules)),
          search(find_candidates(inquiry, policy, depth)),
          weighed(weigh(inquiry, std::move(search.hypotheses), given)),
          scales(given) {}

    // See let_compete().
    void hear(const OtherLines& others, std::size_t told) {
        let_compete(weighed, others, scales, told);
    }
    [[nodiscard]] Weighing weighing() const { return {inquiry, search, weighed, scales}; }

    Inquiry inquiry;
    Search search;
    std::vector<Weighed> weighed;
    const Scales& scales;
};

}  // namespace afletter::matching
