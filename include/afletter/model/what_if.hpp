// What another configuration would have made of the past: the back-test's answer.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>

#include <optional>
#include <string>
#include <vector>

namespace afletter {

// How the two replays differ about a line.
enum class WhatIfChange : std::uint8_t {
    gained,       // would be matched, and was not
    lost,         // was matched, and would not be
    moved,        // would be matched to other items, or with other amounts
    contradicts,  // would be matched to other items than a person has confirmed
};
[[nodiscard]] std::string_view name_of(WhatIfChange change);

// What a replay makes of a line: its match, or why there is none.
struct Replayed {
    std::vector<Allocation> allocations;  // empty: left to a person
    std::string stratum;
    int confidence_bp = 0;
    std::optional<ExceptionReason> reason;
};

struct WhatIfRow {
    WhatIfChange change = WhatIfChange::gained;
    Line line;
    Replayed now;                       // with the configuration that holds
    Replayed then;                      // with the other one
    std::vector<Allocation> confirmed;  // by a person; empty when nobody did
};

struct WhatIfReport {
    std::uint64_t runs = 0;              // of the past, made again
    std::uint64_t lines = 0;             // that they had before them
    std::uint64_t booked = 0;            // matches of the program, as the ledger has them
    std::uint64_t now = 0;               // matches of the replay with the configuration that holds
    std::uint64_t then = 0;              // with the other one
    std::uint64_t confirmed = 0;         // matches of people
    std::uint64_t contradicted_now = 0;  // of those, by the replay with the one that holds
    std::string model_now;
    std::string model_then;
    std::vector<WhatIfRow> rows;  // by kind of change, then booking date and line id
};

}  // namespace afletter
