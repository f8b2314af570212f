// What the audit sample found of a kind of evidence, which keeps it from being booked by itself
// until a person clears it.
#pragma once

#include <cstdint>
#include <string>

namespace afletter {

struct Suspension {
    std::string stratum;      // "document/open/name"; empty: every kind
    std::uint64_t lines = 0;  // answered by people since the test began
    std::uint64_t wrong = 0;  // of those, matched otherwise than people did
    friend bool operator==(const Suspension&, const Suspension&) = default;
};

}  // namespace afletter
