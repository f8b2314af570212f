// What a return gives back beside what was settled of the items. What is open says nothing of it.
#include "candidates/returns.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

Level settled_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const auto settled = settled_sum(inquiry, hypothesis.items);
    const auto given_back = negated(inquiry.line.amount);
    if (!settled || !given_back || settled->currency() != given_back->currency()) {
        return Level::differs;
    }
    if (settled->is_zero()) {
        return Level::absent;
    }
    return *settled == *given_back ? Level::equal : Level::differs;
}

}  // namespace afletter::matching
