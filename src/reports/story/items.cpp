// The first few items of an explanation, or accounts of the general ledger in their place.
#include "story/items.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace afletter::rendering {

std::string few_items_of(const Candidate& candidate) {
    constexpr std::size_t shown_max = 5;
    const bool has_items = std::ranges::any_of(
        candidate.allocations, [](const Allocation& one) { return !one.item_id.empty(); });
    std::size_t count = 0;
    std::string items;
    for (const Allocation& allocation : candidate.allocations) {
        const std::string& name = has_items ? allocation.item_id : allocation.gl_account;
        if (!name.empty() && count++ < shown_max) {
            items.append(items.empty() ? "" : "+").append(name);
        }
    }
    return count <= shown_max ? items : items + fmt::format("+... ({})", count);
}

}  // namespace afletter::rendering
