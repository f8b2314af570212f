// The party's number or name in the free text: "for my mother A. Bakker", "inz. mw. De Vries".
#include <algorithm>

#include "evidence/weighing.hpp"

namespace afletter::matching {

std::optional<Level> text_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const Level named = text_level(inquiry, inquiry.books.item(hypothesis.items.front()).party);
    if (named != Level::absent) {
        return named;
    }
    if (names_another_party(inquiry, hypothesis)) {
        return Level::other;
    }
    const auto is_fully_named = [&](ItemIndex index) {
        return !hypothesis.holds(index) &&
               text_level(inquiry, inquiry.books.item(index).party) == Level::equal;
    };
    return std::ranges::any_of(text_of(inquiry).items, is_fully_named) ? std::optional(Level::other)
                                                                       : std::nullopt;
}

const DebtorNumber* party_number_of(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const std::vector<DebtorNumber>& named = inquiry.naming.parties;
    const auto is_of_items = [&](const DebtorNumber& one) {
        return std::ranges::any_of(hypothesis.items, [&](ItemIndex index) {
            const PartyIndex party = inquiry.books.item(index).party;
            return std::ranges::find(one.parties, party) != one.parties.end();
        });
    };
    const auto found = std::ranges::find_if(named, is_of_items);
    if (found != named.end()) {
        return &*found;
    }
    return named.empty() ? nullptr : &named.front();
}

bool names_another_party(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    return !inquiry.naming.parties.empty() &&
           std::ranges::none_of(hypothesis.items, [&](ItemIndex index) {
               return names_number_of(inquiry, inquiry.books.item(index).party);
           });
}

}  // namespace afletter::matching
