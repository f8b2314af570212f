// When what a line names is beyond doubt, so that nobody needs to look further.
#pragma once

#include <span>

#include "candidates/hypothesis.hpp"
#include "candidates/inquiry.hpp"

namespace afletter::matching {

// Whether all numbers in the line, or its order, name one open item and nothing else, its amount is
// what the line pays, and the payer is the item's party: by his account; or, where the books do not
// know his account and the number has check digits or the order is ours, by his name. Any other
// explanation would be hundreds of thousands of times less likely.
[[nodiscard]] bool is_sure(const Inquiry& inquiry, std::span<const Hypothesis> hypotheses);

}  // namespace afletter::matching
