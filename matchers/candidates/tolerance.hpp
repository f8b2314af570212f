// A difference that the configuration lets go: the item is settled whole, and what the line is
// short of it or over is booked to an account. Asked by evidence/amount and policy/allocation.
#pragma once

#include "candidates/hypothesis.hpp"
#include "candidates/inquiry.hpp"

namespace afletter::matching {

// Whether the line names this one item, a receivable, and pays what is open of it but for such a
// difference, short or over; and its amount means nothing else of the item, as an instalment or a
// balance from before costs does.
[[nodiscard]] bool is_within_tolerance(const Inquiry& inquiry, const Hypothesis& hypothesis);

}  // namespace afletter::matching
