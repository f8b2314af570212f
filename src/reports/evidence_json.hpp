// Candidates as JSON: the same object in `exceptions` and `explain`.
#pragma once

#include <functional>

#include "json_writer.hpp"

namespace afletter::rendering {

// Adds members to the object of a piece of evidence.
using EvidenceDetail = std::function<void(JsonWriter&, const Evidence&)>;

// "candidates": [{"items": […], "allocations": {…}, "confidence": …, "prior": …, "evidence": […]}]
void write_candidates(JsonWriter& json, const std::vector<Candidate>& candidates,
                      const EvidenceDetail& detail = {});
// The members of one of them.
void write_candidate_members(JsonWriter& json, const Candidate& candidate,
                             const EvidenceDetail& detail = {});

}  // namespace afletter::rendering
