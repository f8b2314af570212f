// The audit sample as the ledger keeps it: matches that were drawn, what people answered without
// knowing the match, and the alarms that followed.
#pragma once

#include <afletter/model/date.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/records.hpp>
#include <afletter/model/suspension.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace afletter {

// Which automatic matches are drawn: by the line's id and this seed alone, so that neither order
// nor threads nor who runs the program have a say.
struct AuditDraw {
    int basis_points = 0;  // of the matches, in ten-thousandths; 0: none
    std::uint64_t seed = 0;
};

// A drawn line as a person sees it: nothing says which item it was matched to.
struct SampledLine {
    LineRecord line;
    // Those that were weighed and all else of their parties, by item id; at most sampled_items_max.
    std::vector<OpenItem> items;
};
inline constexpr std::size_t sampled_items_max = 20;

struct SampleAnswer {
    std::int64_t place = 0;  // in the order in which answers were given, from 1
    std::string stratum;     // that the line was matched by
    bool agrees = false;     // the same set of items
};

// Raised once, and cleared once or not yet.
struct SampleAlarm {
    Suspension suspension;
    Instant raised_at;
    bool is_cleared = false;
    std::string cleared_by;  // this and what follows only when it was
    Instant cleared_at;
    std::string reason;
    std::int64_t cleared_after = 0;  // the answers later than this one count from then on
};

enum class SampleVerdict : std::uint8_t { not_yet_known, fine, alarm };

// The test of one kind of evidence, or of all together.
struct SampleTest {
    std::string stratum;  // empty: all
    SampleVerdict verdict = SampleVerdict::not_yet_known;
    std::uint64_t lines = 0;  // answered since the test began anew
    std::uint64_t wrong = 0;
};

struct SampleStatus {
    std::vector<SampleTest> tests;    // all together first, then by stratum
    std::vector<SampleAlarm> alarms;  // in the order in which they were raised
    std::uint64_t waiting = 0;        // drawn, and not answered yet
};

}  // namespace afletter
