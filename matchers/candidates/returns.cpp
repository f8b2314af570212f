// The marks of a return: a reason, the reversal indicator, or a transaction code that says so. And
// the other side of it: what stands there to be given back.
#include "candidates/returns.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace afletter::matching {

bool is_return(const Line& line) {
    // ISO 20022 sub-families: returned transfer, unpaid direct debit; SWIFT type RTI: returned
    // item.
    constexpr std::array<std::string_view, 3> codes{"RRTN", "UPDD", "RTI"};
    return !line.detail.return_reason.empty() || line.reversal ||
           std::ranges::any_of(codes, [&line](std::string_view code) {
               return line.transaction_code.ends_with(code);
           });
}

std::optional<Money> settled_of(const BookItem& item) {
    const auto settled = checked_subtract(item.original, item.settling);
    return settled ? std::optional(*settled) : std::nullopt;
}

std::optional<Money> settled_sum(const Books& books, std::span<const ItemIndex> items) {
    Money sum(0, books.item(items.front()).original.currency());
    for (const ItemIndex index : items) {
        const auto settled = settled_of(books.item(index));
        const auto next = settled ? checked_add(sum, *settled) : fail(MoneyError::overflow);
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    return sum;
}

std::vector<ItemIndex> wholly_returned(const Books& books, std::span<const ItemIndex> items,
                                       const Money& returned) {
    std::vector<ItemIndex> settled;
    std::ranges::copy_if(items, std::back_inserter(settled), [&](ItemIndex index) {
        const auto part = settled_of(books.item(index));
        return !part || !part->is_zero();
    });
    if (settled.empty()) {
        return settled;
    }
    const auto sum = settled_sum(books, settled);
    const auto given_back = negated(returned);
    if (!sum || !given_back || *sum != *given_back) {
        settled.clear();
    }
    return settled;
}

}  // namespace afletter::matching
