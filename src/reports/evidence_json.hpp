// Candidates as JSON: the same object in `exceptions` and `explain`.
#pragma once

#include "json_writer.hpp"

namespace afletter::rendering {

// "candidates": [{"items": […], "allocations": {…}, "confidence": …, "prior": …, "evidence": […]}]
void write_candidates(JsonWriter& json, const std::vector<Candidate>& candidates);

}  // namespace afletter::rendering
