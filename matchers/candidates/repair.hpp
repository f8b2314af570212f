// What a mistyped reference may have been: its neighbours at distance one, probed in the exact
// index. Only ever a suggestion: a repaired reference decides nothing.
#pragma once

#include <string_view>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// Items whose reference with check digits differs from this by one character wrong, lost, gained,
// or by two neighbours swapped. Ascending.
[[nodiscard]] std::vector<ItemIndex> items_one_error_away(std::string_view canonical,
                                                          const Books& books);

}  // namespace afletter::matching
