// What a mistyped number may have been: the numbers of the books at distance one from it, probed in
// the exact index. A repaired number decides nothing by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// What the payer did to the number of the books.
enum class TypingError : std::uint8_t {
    substitution,  // one character is another
    swap,          // two neighbours changed places
    loss,          // one character is missing
    gain,          // one character is too many
};

struct Neighbour {
    std::string canonical;  // as in the books
    TypingError error = TypingError::substitution;
    std::vector<ItemIndex> items;
};

// Numbers of the books one typing error away from this one, by canonical form, each once. For a
// number that the books hold itself: what it could have been meant for. Some 10 probes for each
// character; only shapes that the books have are tried.
[[nodiscard]] std::vector<Neighbour> neighbours_of(std::string_view canonical, const Books& books);

}  // namespace afletter::matching
