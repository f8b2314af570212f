// Sets of one party's open items that are the amount exactly, though nothing names them: the rival
// explanations of "this account, this amount". Suggestions at most, never a match.
#pragma once

#include <afletter/model/money.hpp>

#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// Runs of two and more in the order of issue (people pay "everything since March"), and pairs.
[[nodiscard]] std::vector<std::vector<ItemIndex>> exact_party_sets(const Books& books,
                                                                   std::vector<ItemIndex> open,
                                                                   const Money& amount);

// Whether the amount could be an instalment of the item: a whole fraction of it, up to a twelfth,
// give or take the cents that instalments are rounded by.
[[nodiscard]] bool is_instalment(const BookItem& item, const Money& amount);

}  // namespace afletter::matching
