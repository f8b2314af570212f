// The numbers of a stored explanation, read for `verify` by a reader of its own: it shares nothing
// with what weighed the candidates, nor with the encoding that wrote them down.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace afletter::verify {

// What one candidate says of itself.
struct StoredCandidate {
    std::int64_t sum = 0;  // prior and weights, added up
    std::int64_t log_odds = 0;
    std::int64_t confidence_bp = 0;
    std::optional<std::int64_t> calibrated_bp = {};
};

// The candidates in their order; empty when the text is no JSON of this form.
[[nodiscard]] std::optional<std::vector<StoredCandidate>> read_candidates(std::string_view json);

}  // namespace afletter::verify
