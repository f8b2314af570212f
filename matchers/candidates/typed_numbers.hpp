// Finds in a text the numbers of configured types that are not an item's in the books: numbers of
// parties, and references whose items are missing. Beside number_finder; asked by naming.
#pragma once

#include <vector>

#include "candidates/books.hpp"
#include "text/number_text.hpp"
#include "text/other_numbers.hpp"

namespace afletter::matching {

// A piece of a text that is the number of a party.
struct PartyNumber {
    NumberSpan span;
    TypeIndex type = 0;
    std::vector<PartyIndex> parties;
};

// Among the unmarked words; of overlapping numbers the longest.
[[nodiscard]] std::vector<PartyNumber> find_party_numbers(const NumberText& text,
                                                          const Books& books,
                                                          const WordMarks& marks);

// References that pass their check; the same way. Those that the books hold are marked by then.
[[nodiscard]] std::vector<NumberSpan> find_missing_references(const NumberText& text,
                                                              const Books& books,
                                                              const WordMarks& marks);

}  // namespace afletter::matching
