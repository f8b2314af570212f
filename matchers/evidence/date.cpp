// Money that was booked before an item existed pays something else, or comes early.
#include <algorithm>

#include "evidence/weighing.hpp"

namespace afletter::matching {

Level date_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const bool before_issue = std::ranges::any_of(hypothesis.items, [&](ItemIndex index) {
        return inquiry.line.booking_date < inquiry.books.item(index).issue_date;
    });
    return before_issue ? Level::below : Level::equal;
}

}  // namespace afletter::matching
