// Where the bank's text and the ledger's differ: the digit that was mistyped, the two that changed
// places, the part of a name that only one of them has.
#pragma once

#include <afletter/model/decision.hpp>

#include "story/marked_text.hpp"

namespace afletter::rendering {

struct MarkedPair {
    MarkedText bank;
    MarkedText ledger;
};
// Both texts of the evidence. Texts that have little in common are left without marks, as are
// lists, and texts that the matcher took for equal: there every letter would be marked, or none
// says anything.
[[nodiscard]] MarkedPair marked_pair(const Evidence& evidence);

}  // namespace afletter::rendering
