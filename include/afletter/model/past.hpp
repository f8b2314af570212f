// The ledger's past as its runs of `match` met it: what a replay needs to decide it all again.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/records.hpp>

#include <vector>

namespace afletter {

// A match that a person made or confirmed.
struct ConfirmedMatch {
    LineId line;
    std::vector<Allocation> allocations;  // by item_id
};

// One run of `match`, with what had come since the run before it.
struct PastRun {
    RunId run;
    std::vector<Line> lines;
    std::vector<OpenItem> items;            // new, or told anew by their source, as it has them
    std::vector<ConfirmedMatch> confirmed;  // by people, before this run
};

struct Past {
    std::vector<PastRun> runs;
    std::vector<ConfirmedMatch> confirmed;  // after the last run
    std::uint64_t matched = 0;              // by the program, as it is booked
};

}  // namespace afletter
