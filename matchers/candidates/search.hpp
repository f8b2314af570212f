// From a line to the explanations worth weighing: a union of index look-ups, never a walk over the
// books.
#pragma once

#include <afletter/matchers.hpp>

#include <cstdint>
#include <vector>

#include "candidates/hypothesis.hpp"
#include "candidates/inquiry.hpp"

namespace afletter::matching {

struct Search {
    std::vector<Hypothesis> hypotheses;  // each set of items once
    SearchFunnel funnel;
    // Look-ups that offered more than may be weighed. None of what they offered is in the list, so
    // that order cannot choose among it.
    bool too_many_named = false;
    bool too_many_of_account = false;
    bool too_many_namesakes = false;
    bool ways_not_counted = false;   // an account with too many items, or ways, to know them all
    std::size_t ways = 0;            // in which items of the payer's account make the amount
    bool batch_is_closed = false;    // our batch, with nothing left open
    bool batch_sum_differs = false;  // our batch, with another sum open
};

// Where to stop looking.
enum class Depth : std::uint8_t {
    until_sure,  // when what the line names is beyond doubt: see is_sure()
    everywhere,  // to tell what else there is
};
[[nodiscard]] Search find_candidates(const Inquiry& inquiry, const MatchPolicy& policy,
                                     Depth depth);

}  // namespace afletter::matching
