// The first few items of an explanation, or accounts of the general ledger in their place.
#include "story/items.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace afletter::rendering {

std::string few_items_of(const Candidate& candidate) {
    constexpr std::size_t shown_max = 5;
    const std::size_t count = candidate.allocations.size();
    std::string items;
    for (std::size_t i = 0; i < std::min(shown_max, count); ++i) {
        const Allocation& part = candidate.allocations[i];
        items.append(i == 0 ? "" : "+");
        items.append(part.item_id.empty() ? part.gl_account : part.item_id);
    }
    return count <= shown_max ? items : items + fmt::format("+... ({})", count);
}

}  // namespace afletter::rendering
