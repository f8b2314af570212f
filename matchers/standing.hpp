// How a line stood when it was heard alone: enough to judge it again by what the others claim,
// without hearing it anew, wherever claims change nothing but how sure its best explanation is.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "evidence/weighing.hpp"
#include "policy/scales.hpp"

namespace afletter::matching {

struct Standing {
    enum class Kind : std::uint8_t {
        unknown,    // a return, or a line that claims nothing
        forbidden,  // something forbids its best explanation, however sure it is
        open,       // matched when it is sure enough
    };
    float other_odds = 0;    // of what is not even claimed
    std::int32_t score = 0;  // of the best, in milli-nats
    std::uint16_t threshold_bp = 0;
    Kind kind = Kind::unknown;
};

// `weighed` best first, of which the first `claimed` are claimed, at least one; `certificate`: of
// the kind of evidence of the best, or null.
[[nodiscard]] Standing standing_of(const std::vector<Weighed>& weighed, std::size_t claimed,
                                   const std::vector<Obstacle>& obstacles,
                                   const Certificate* certificate);

// Whether the line is matched to its first explanation, given the scores of all that it claims,
// less what others take off. Empty: it must be heard again.
[[nodiscard]] std::optional<bool> is_matched_still(const Standing& standing,
                                                   std::span<const MilliNats> scores);

}  // namespace afletter::matching
