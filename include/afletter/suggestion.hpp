// "Did you mean ...?": the known word that a mistyped one is nearest to.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace afletter {

// The word of `known` with the fewest edits (change, insert, drop, swap of neighbours) from
// `word`; empty when that would take more than a third of its letters, or two words are as near.
[[nodiscard]] std::string closest(std::string_view word, std::span<const std::string> known);

}  // namespace afletter
