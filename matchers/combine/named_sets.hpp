// One payment for several items: every set that the numbers of a line can mean. A number that
// several parties have means one of them; a number that one party has on several items means all.
#pragma once

#include <cstddef>
#include <vector>

#include "candidates/books.hpp"
#include "candidates/naming.hpp"

namespace afletter::matching {

struct NamedSets {
    std::vector<std::vector<ItemIndex>> sets;  // of open items, each ascending
    bool too_many = false;                     // more than `sets_max`; `sets` is then empty
};
[[nodiscard]] NamedSets named_sets(const Naming& naming, const Books& books, std::size_t sets_max);

}  // namespace afletter::matching
