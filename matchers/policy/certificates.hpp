// The certificates that come with the program: which kinds of evidence may decide in a ledger that
// is new, proved on the project's own worlds.
#pragma once

#include <afletter/model/match_model.hpp>

#include <vector>

namespace afletter::matching {

// In order of stratum.
[[nodiscard]] std::vector<Certificate> shipped_certificates();

}  // namespace afletter::matching
