// The marks of a return: a reason, the reversal indicator, or a transaction code that says so. And
// the other side of it: what stands there to be given back.
#include "candidates/returns.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace afletter::matching {

bool has_return_code(const Line& line) {
    // ISO 20022 sub-families: returned transfer, unpaid direct debit; SWIFT type RTI: returned
    // item.
    constexpr std::array<std::string_view, 3> codes{"RRTN", "UPDD", "RTI"};
    return std::ranges::any_of(
        codes, [&line](std::string_view code) { return line.transaction_code.ends_with(code); });
}

bool is_return(const Line& line) {
    return !line.detail.return_reason.empty() || line.reversal || has_return_code(line);
}

std::optional<Money> settled_of(const Inquiry& inquiry, ItemIndex index) {
    const BookItem& item = inquiry.books.item(index);
    if (!inquiry.settled_order.empty()) {
        const auto share = std::ranges::find(inquiry.settled_order, index, &ItemShare::item);
        return share == inquiry.settled_order.end() ? Money(0, item.original.currency())
                                                    : share->amount;
    }
    const auto settled = checked_subtract(item.original, item.settling);
    return settled ? std::optional(*settled) : std::nullopt;
}

std::optional<Money> settled_sum(const Inquiry& inquiry, std::span<const ItemIndex> items) {
    Money sum(0, inquiry.books.item(items.front()).original.currency());
    for (const ItemIndex index : items) {
        const auto settled = settled_of(inquiry, index);
        const auto next = settled ? checked_add(sum, *settled) : fail(MoneyError::overflow);
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    return sum;
}

std::vector<ItemIndex> wholly_returned(const Inquiry& inquiry, std::span<const ItemIndex> items) {
    std::vector<ItemIndex> settled;
    std::ranges::copy_if(items, std::back_inserter(settled), [&](ItemIndex index) {
        const auto part = settled_of(inquiry, index);
        return !part || !part->is_zero();
    });
    if (settled.empty()) {
        return settled;
    }
    const auto sum = settled_sum(inquiry, settled);
    const auto given_back = negated(inquiry.line.amount);
    if (!sum || !given_back || *sum != *given_back) {
        settled.clear();
    }
    return settled;
}

}  // namespace afletter::matching
