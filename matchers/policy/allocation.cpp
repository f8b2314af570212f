// One walk over the items in order; each takes what it can of what is left.
#include "policy/allocation.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "candidates/returns.hpp"
#include "candidates/tolerance.hpp"

namespace afletter::matching {

namespace {

// What the line has left for an item: all of it where they have the same direction, else nothing.
std::int64_t share_of(std::int64_t open, std::int64_t left) {
    if (open == 0 || left == 0 || (open < 0) != (left < 0)) {
        return 0;
    }
    return std::abs(open) < std::abs(left) ? open : left;
}

// Of what comes back: what was settled of the item, the other way.
std::int64_t returned_share(const Inquiry& inquiry, ItemIndex item, std::int64_t left) {
    const auto settled = settled_of(inquiry, item);
    return settled ? share_of(-settled->minor_units(), left) : 0;
}

ItemSet in_allocation_order(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const Money& amount = inquiry.line.amount;
    ItemSet order = hypothesis.items;
    std::ranges::sort(order, {}, [&](ItemIndex index) {
        const BookItem& item = inquiry.books.item(index);
        const bool adds = item.settling.is_negative() != amount.is_negative();
        return std::tuple(!adds, item.due_date, index);
    });
    return order;
}

}  // namespace

std::vector<Share> shares_of(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    if (is_within_tolerance(inquiry, hypothesis)) {
        const ItemIndex item = hypothesis.items.front();
        return {{item, inquiry.books.item(item).settling.minor_units()}};
    }
    const Money& amount = inquiry.line.amount;
    const bool several = hypothesis.items.size() > 1;
    std::int64_t left = amount.minor_units();
    std::vector<Share> shares;
    shares.reserve(hypothesis.items.size());
    for (const ItemIndex index : in_allocation_order(inquiry, hypothesis)) {
        const BookItem& item = inquiry.books.item(index);
        std::int64_t share = 0;
        if (inquiry.is_return) {
            share = several ? returned_share(inquiry, index, left) : left;
        } else if (!item.closed && item.settling.currency() == amount.currency()) {
            const std::int64_t open = item.settling.minor_units();
            const bool credit = several && (open < 0) != (amount.minor_units() < 0);
            share = credit ? open : share_of(open, left);
        }
        left -= share;
        shares.push_back({index, share});
    }
    std::ranges::sort(shares, {}, &Share::item);
    return shares;
}

}  // namespace afletter::matching
