// Which lines give back what was booked before, and what of an item may be given back. A return
// opens again what it returns, so it is never matched as if it were a payment.
#pragma once

#include <afletter/model/line.hpp>

#include <optional>
#include <span>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

[[nodiscard]] bool is_return(const Line& line);

// What has been settled of it, by us or by the source, as a bank amount; empty when it does not
// fit.
[[nodiscard]] std::optional<Money> settled_of(const BookItem& item);
// Of all of them together; empty when the currencies differ or the sum does not fit.
[[nodiscard]] std::optional<Money> settled_sum(const Books& books,
                                               std::span<const ItemIndex> items);

// Those of which something was settled, if the line gives back exactly that; else none.
[[nodiscard]] std::vector<ItemIndex> wholly_returned(const Books& books,
                                                     std::span<const ItemIndex> items,
                                                     const Money& returned);

}  // namespace afletter::matching
