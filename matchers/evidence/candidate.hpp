// A weighed explanation in the words of the vocabulary: what a decision keeps and `explain` shows.
#pragma once

#include <afletter/model/decision.hpp>

#include "candidates/inquiry.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

[[nodiscard]] Candidate to_candidate(const Inquiry& inquiry, const Weighed& weighed,
                                     const Scales& scales);

}  // namespace afletter::matching
