// The party's name in the free text: "for my mother A. Bakker", "inz. mw. De Vries".
#include <algorithm>

#include "evidence/weighing.hpp"

namespace afletter::matching {

std::optional<Level> text_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const Level named = text_level(inquiry, inquiry.books.item(hypothesis.items.front()).party);
    if (named != Level::absent) {
        return named;
    }
    const auto is_fully_named = [&](ItemIndex index) {
        return !hypothesis.holds(index) &&
               text_level(inquiry, inquiry.books.item(index).party) == Level::equal;
    };
    return std::ranges::any_of(inquiry.text.items, is_fully_named) ? std::optional(Level::other)
                                                                   : std::nullopt;
}

}  // namespace afletter::matching
