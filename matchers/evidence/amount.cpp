// The line's amount beside what is open of the items together.
#include <cstdlib>

#include "evidence/weighing.hpp"

namespace afletter::matching {

namespace {

// A return is measured by what it gives back, not by what is open.
std::optional<Money> expected_amount(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    if (inquiry.is_return && hypothesis.items.size() == 1) {
        const auto given_back = negated(inquiry.books.item(hypothesis.items.front()).original);
        return given_back ? std::optional(*given_back) : std::nullopt;
    }
    return open_sum(inquiry.books, hypothesis.items);
}

}  // namespace

Level amount_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const Money& amount = inquiry.line.amount;
    const std::optional<Money> expected = expected_amount(inquiry, hypothesis);
    if (!expected || expected->currency() != amount.currency()) {
        return Level::differs;
    }
    if (expected->is_zero()) {
        return Level::above;  // nothing is open any more
    }
    if (*expected == amount) {
        return Level::equal;
    }
    if (expected->is_negative() != amount.is_negative()) {
        return Level::differs;
    }
    return std::abs(amount.minor_units()) < std::abs(expected->minor_units()) ? Level::below
                                                                              : Level::above;
}

}  // namespace afletter::matching
