// Sets of one party's open items that are the amount exactly, though nothing names them: the rival
// explanations of "this account, this amount".
#pragma once

#include <afletter/model/money.hpp>

#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

struct PartySets {
    std::vector<std::vector<ItemIndex>> sets;  // of two items and more, each ascending
    bool complete = true;  // false: there may be more, for there were too many items or ways
    std::size_t ways = 0;  // to reach the amount, single items included, as far as counted
};
[[nodiscard]] PartySets exact_party_sets(const Books& books, const std::vector<ItemIndex>& open,
                                         const Money& amount);

// Items of the same party that make up what `named` leaves of the amount, where there is exactly
// one way: a credit note that was taken off, or a second bill that was paid along. Else empty.
[[nodiscard]] std::vector<ItemIndex> sole_completion(const Books& books,
                                                     const std::vector<ItemIndex>& named,
                                                     const Money& amount);

// What is left of a batch that rejects were taken out of, where there is exactly one way to leave
// this amount. Else empty.
[[nodiscard]] std::vector<ItemIndex> sole_remainder(const Books& books,
                                                    const std::vector<ItemIndex>& batch,
                                                    const Money& amount);

// Whether the amount could be an instalment of the item: a whole fraction of what is open of it or
// of what it was, up to a twelfth, give or take the cents that instalments are rounded by.
[[nodiscard]] bool is_instalment(const BookItem& item, const Money& amount);

}  // namespace afletter::matching
