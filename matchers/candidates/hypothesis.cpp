// The open balance of a hypothesis.
#include "candidates/hypothesis.hpp"

namespace afletter::matching {

std::optional<Money> open_sum(const Books& books, std::span<const ItemIndex> items) {
    Money sum(0, books.item(items.front()).settling.currency());
    for (const ItemIndex index : items) {
        const BookItem& item = books.item(index);
        const Money open = item.closed ? Money(0, item.settling.currency()) : item.settling;
        const auto next = checked_add(sum, open);
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    return sum;
}

}  // namespace afletter::matching
