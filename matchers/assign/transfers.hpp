// Money between our own accounts: each transfer has a line on both, its legs, and neither pays an
// item. Pairs of legs are found before anything else is asked of the lines.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include "candidates/books.hpp"
#include "candidates/own_accounts.hpp"
#include "packed/packed_lines.hpp"
#include "policy/scales.hpp"

namespace afletter::matching {

enum class LegState : std::uint8_t {
    paired,     // with the one line that is its other leg
    missing,    // no line on the other account can be it
    ambiguous,  // several can
    declared,   // the statements of the other account do not come here
};

struct Leg {
    LegState state = LegState::missing;
    std::uint32_t other = 0;  // its other leg; only when paired
};

// For each line: whether it is a leg. A line that gives something back, or names something of the
// books, is none: it says more than a transfer does.
[[nodiscard]] std::vector<std::optional<Leg>> find_legs(const PackedLines& lines,
                                                        const OwnAccounts& accounts,
                                                        const Books& books);

// The match or the exception that a leg is.
[[nodiscard]] Decision decision_of_leg(const PackedLines& lines, std::uint32_t line, const Leg& leg,
                                       const OwnAccounts& accounts, const Scales& scales);

}  // namespace afletter::matching
