// How alike two short strings of bytes are, by algorithms that work on a word of bits at a time.
// Used on the folded words of names; each has its slow twin in tests/reference/similarity.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afletter::matching {

// How many bytes must be put in, left out or replaced to make one string the other.
// Myers 1999 in the form of Hyyrö 2001: a column of 64 differences in a handful of operations.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);

// The same where swapping two neighbours is one edit, and no piece is edited twice ("optimal
// string alignment"): the slips of a typing hand. Hyyrö 2003.
[[nodiscard]] std::size_t typing_distance(std::string_view left, std::string_view right);

// Whether the typing distance is at most `distance_max`; gives up as soon as it cannot be.
[[nodiscard]] bool within(std::string_view left, std::string_view right, std::size_t distance_max);

// Jaro's similarity with Winkler's bonus for a common beginning, in ten-thousandths: 0 to 10000,
// rounded half up. The bonus (a tenth of what is missing for each of at most four letters) is
// given above 7000 only, as Winkler did. Of longer strings the first 4096 bytes count.
[[nodiscard]] std::uint32_t jaro_winkler(std::string_view left, std::string_view right);

// The pairs of neighbouring letters of a word, its beginning counted as a letter, each as one of
// 64 bits. A filter: two pairs may share a bit, so it never says "unlike" of what is alike.
using Bigrams = std::uint64_t;
[[nodiscard]] Bigrams bigrams_of(std::string_view word);
// One edit takes away three pairs at most: so the typing distance of two words with these bigrams
// is not less than this.
constexpr int pairs_of_an_edit = 3;
[[nodiscard]] std::size_t distance_min(Bigrams left, Bigrams right);

}  // namespace afletter::matching
