// Several lines that claim one item: none of them may have it by itself, whichever came first.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>

#include <cstddef>
#include <span>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// A line that would settle this item, or names it and has its amount.
struct Claim {
    ItemIndex item = 0;
    std::uint32_t line = 0;  // position in the lines
};

// Takes back every match whose item another line claims; gives each claimant the obstacle.
void settle_contests(std::span<const Line> lines, std::vector<Claim> claims,
                     std::vector<Decision>& decisions);

}  // namespace afletter::matching
