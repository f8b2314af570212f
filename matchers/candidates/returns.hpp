// Which lines give back what was booked before, and what of an item may be given back. A return
// opens again what it returns, so it is never matched as if it were a payment.
#pragma once

#include <afletter/model/line.hpp>

#include <optional>
#include <span>
#include <vector>

#include "candidates/inquiry.hpp"

namespace afletter::matching {

[[nodiscard]] bool is_return(const Line& line);
// The bank's code says that a payment or a debit came back.
[[nodiscard]] bool has_return_code(const Line& line);

// What the return may give back of the item, as a bank amount: what its order settled of it, where
// our own lines tell; else all that was settled, by us or by the source. Empty when it does not
// fit.
[[nodiscard]] std::optional<Money> settled_of(const Inquiry& inquiry, ItemIndex item);
// Of all of them together; empty when the currencies differ or the sum does not fit.
[[nodiscard]] std::optional<Money> settled_sum(const Inquiry& inquiry,
                                               std::span<const ItemIndex> items);

// Those of which something was settled, if the line gives back exactly that; else none.
[[nodiscard]] std::vector<ItemIndex> wholly_returned(const Inquiry& inquiry,
                                                     std::span<const ItemIndex> items);

}  // namespace afletter::matching
