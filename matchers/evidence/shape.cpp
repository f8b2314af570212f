// How the items of an explanation belong together. People pay one bill, or everything that is open,
// or everything since March; an arbitrary choice is rare (2 % of payments of several items).
#include <algorithm>
#include <tuple>

#include "evidence/weighing.hpp"

namespace afletter::matching {

namespace {

// The open items of a party in its currency, in the order in which they were issued.
std::vector<ItemIndex> in_order_of_issue(const Books& books, PartyIndex party) {
    const auto open = books.open_items_of(party);
    std::vector<ItemIndex> items(open.begin(), open.end());
    std::ranges::sort(items, {}, [&books](ItemIndex index) {
        const BookItem& item = books.item(index);
        return std::tuple(item.issue_date, item.document, index);
    });
    return items;
}

bool is_run(const Books& books, const Hypothesis& hypothesis) {
    const auto order = in_order_of_issue(books, books.item(hypothesis.items.front()).party);
    const auto is_member = [&](ItemIndex index) { return hypothesis.holds(index); };
    const auto first = std::ranges::find_if(order, is_member);
    const auto end = std::find_if_not(first, order.end(), is_member);
    return static_cast<std::size_t>(end - first) == hypothesis.items.size();
}

}  // namespace

Level shape_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const Books& books = inquiry.books;
    if (hypothesis.items.size() == 1) {
        return Level::one;
    }
    const Trails& trails = hypothesis.trails;
    if (trails.name_the_item()) {
        return Level::equal;  // those that are named, no more and no less
    }
    const PartyIndex party = books.item(hypothesis.items.front()).party;
    const bool of_one_party = std::ranges::all_of(
        hypothesis.items, [&](ItemIndex index) { return books.item(index).party == party; });
    if (!of_one_party) {
        return Level::subset;
    }
    if (hypothesis.items.size() == books.open_items_of(party).size()) {
        return Level::all;
    }
    return is_run(books, hypothesis) ? Level::run : Level::subset;
}

}  // namespace afletter::matching
