// A booking of the bank's that the bank itself took back: the entry and its reversal. Neither pays
// an item. Pairs are found before anything else is asked of the lines, as transfers are.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include "assign/transfers.hpp"
#include "candidates/books.hpp"
#include "packed/packed_lines.hpp"
#include "policy/scales.hpp"

namespace afletter::matching {

struct Reversal {
    std::uint32_t other = 0;    // the reversal of the entry, or the entry that it takes back
    bool by_reference = false;  // the bank's own; else all that they say is the same
};

// For each line: whether it is one of a pair, of which each has nothing else that it could belong
// to. Legs of transfers are none, nor what names an item of the books, nor a payment that another
// bank or its payer sent back.
[[nodiscard]] std::vector<std::optional<Reversal>> find_reversals(
    const PackedLines& lines, const std::vector<std::optional<Leg>>& legs, const Books& books);

[[nodiscard]] Decision decision_of_reversal(const PackedLines& lines, std::uint32_t line,
                                            const Reversal& reversal, const Scales& scales);

}  // namespace afletter::matching
