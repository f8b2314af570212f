// The last guard: no item is settled for more than is open of it, whatever the weights say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// What one match takes of one item, in minor units without sign.
struct Settlement {
    ItemIndex item = 0;
    std::uint32_t match = 0;
    std::int64_t amount = 0;
};

// Every match of an item whose matches together exceed it. `open` is what each item has left.
[[nodiscard]] std::vector<std::uint32_t> matches_in_excess(std::vector<Settlement> settlements,
                                                           std::span<const std::int64_t> open);

}  // namespace afletter::matching
