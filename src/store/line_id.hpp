// A line's id: 60 bits of a digest of what the line says, and of how often the same was said
// before, so that two real payments that are alike are two lines. The same in any ledger.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/model/records.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace afletter {

// What makes a line this line: account, dates, amount, parties, references and texts.
[[nodiscard]] Sha256 identity_of(const Line& line, std::string_view account);
// The id of the n-th line with this identity, from 1.
[[nodiscard]] LineId line_id_of(const Sha256& identity, std::int64_t occurrence);

// Ids that begin with what a person typed; both ends included.
struct LineIdRange {
    LineId first;
    LineId last;
};
// Any case; O is read as 0, I and L as 1 (Crockford). "E-", as exception ids begin, is left out.
[[nodiscard]] std::optional<LineIdRange> parse_line_id_beginning(std::string_view text);

}  // namespace afletter
