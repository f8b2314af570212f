// The program's own matching core, asked as the pipeline asks it.
#pragma once

#include <afletter/matchers.hpp>

#include <string_view>
#include <vector>

#include "bench/accuracy/judge.hpp"
#include "simulator/books.hpp"

namespace afletter::judging {

// The kind of evidence on which a match was made; errors are counted for each by itself.
[[nodiscard]] const std::string& stratum_of(const Decision& decision);

// One decision for each line of the books, in their order; in rounds, as a run makes them.
[[nodiscard]] std::vector<Decision> decide(const simulator::Books& books, MatchPolicy policy);

[[nodiscard]] Shares shares_of(const simulator::Books& books, const Candidate& candidate);
[[nodiscard]] std::vector<Answer> answers_of(const simulator::Books& books,
                                             const std::vector<Decision>& decisions);

}  // namespace afletter::judging
