// Small worlds made at random, thick with namesakes, equal amounts and near numbers, and what each
// line in truth pays.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "world.hpp"

namespace afletter::test {

// A line and the items it pays, ids joined by '+'; empty when it pays nothing of the books.
struct TrueLine {
    Line line;
    std::string pays;
};

struct RandomWorld {
    std::vector<OpenItem> items;
    std::vector<TrueLine> payments;

    [[nodiscard]] std::vector<Line> lines() const;
};
[[nodiscard]] RandomWorld make_random_world(std::uint32_t seed);

}  // namespace afletter::test
