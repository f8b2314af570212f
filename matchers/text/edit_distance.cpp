// Edit distances by bit-parallel columns. A column of the distance table is kept as the differences
// between neighbouring rows: where they are +1 and where they are -1, one bit each.
#include <algorithm>
#include <array>
#include <vector>

#include "text/letter_places.hpp"
#include "text/similarity.hpp"

namespace afletter::matching {

namespace {

enum class Edits : std::uint8_t { plain, with_swaps };

// Sixty-four rows of the column that was computed last.
struct Block {
    std::uint64_t up = ~std::uint64_t{0};  // the row is one more than the row before it
    std::uint64_t down = 0;                // one less
    std::uint64_t diagonal = 0;            // equal to the row before in the column before
    std::uint64_t equal = 0;               // the row's letter is the column's
};

// What goes from one block into the next one of the same column.
struct Carry {
    std::uint64_t up = 1;    // the last row is one more than in the column before
    std::uint64_t down = 0;  // one less
    std::uint64_t swap = 0;  // the first half of a swap ends in the last row
};

// The next column. `places` says in which rows its letter stands; the result is the difference to
// the column before in the row `last`, which is not yet shifted out: +1, 0 or -1.
template <Edits edits>
int advance(Block& block, std::uint64_t places, Carry& carry, std::uint64_t last) {
    std::uint64_t swapped = 0;
    if constexpr (edits == Edits::with_swaps) {
        const std::uint64_t begun = ~block.diagonal & places;
        swapped = ((begun << 1U) | carry.swap) & block.equal;
        carry.swap = begun >> (word_bits - 1);
        block.equal = places;
    }
    const std::uint64_t reached = places | carry.down;
    block.diagonal =
        (((reached & block.up) + block.up) ^ block.up) | reached | block.down | swapped;
    std::uint64_t more = block.down | ~(block.diagonal | block.up);
    std::uint64_t less = block.diagonal & block.up;
    const int difference =
        static_cast<int>((more & last) != 0) - static_cast<int>((less & last) != 0);
    const Carry next{more >> (word_bits - 1), less >> (word_bits - 1), carry.swap};
    more = (more << 1U) | carry.up;
    less = (less << 1U) | carry.down;
    block.up = less | ~(block.diagonal | more);
    block.down = more & block.diagonal;
    carry = next;
    return difference;
}

// Distance of a pattern of at most 64 letters; once it must be above `distance_max`, anything
// above it.
template <Edits edits>
std::size_t distance_in_one_word(std::string_view pattern, std::string_view text,
                                 std::size_t distance_max) {
    const LetterPlaces places(pattern, text);
    const std::uint64_t last = std::uint64_t{1} << (pattern.size() - 1);
    Block block;
    std::size_t distance = pattern.size();
    std::size_t columns_left = text.size();
    for (const char c : text) {
        Carry carry;
        const int difference = advance<edits>(block, places.of(c), carry, last);
        distance = difference < 0 ? distance - 1 : distance + static_cast<std::size_t>(difference);
        --columns_left;
        if (distance > distance_max + columns_left) {
            break;  // every column left can take away one
        }
    }
    return distance;
}

template <Edits edits>
std::size_t distance_in_blocks(std::string_view pattern, std::string_view text) {
    const std::size_t blocks_count = (pattern.size() + word_bits - 1) / word_bits;
    std::vector<std::array<std::uint64_t, 256>> places(blocks_count);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        places[i / word_bits][static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1}
                                                                         << (i % word_bits);
    }
    const std::uint64_t last = std::uint64_t{1} << ((pattern.size() - 1) % word_bits);
    std::vector<Block> blocks(blocks_count);
    std::size_t distance = pattern.size();
    for (const char c : text) {
        Carry carry;
        int difference = 0;
        for (std::size_t i = 0; i < blocks_count; ++i) {
            difference =
                advance<edits>(blocks[i], places[i][static_cast<unsigned char>(c)], carry, last);
        }
        distance = difference < 0 ? distance - 1 : distance + static_cast<std::size_t>(difference);
    }
    return distance;
}

template <Edits edits>
std::size_t distance(std::string_view left, std::string_view right, std::size_t distance_max) {
    // What both begin and end with is no edit, and a mistyped word is little more than that.
    const auto [l, r] = std::ranges::mismatch(left, right);
    left.remove_prefix(static_cast<std::size_t>(l - left.begin()));
    right.remove_prefix(static_cast<std::size_t>(r - right.begin()));
    while (!left.empty() && !right.empty() && left.back() == right.back()) {
        left.remove_suffix(1);
        right.remove_suffix(1);
    }
    if (left.size() > right.size()) {
        std::swap(left, right);
    }
    if (left.empty()) {
        return right.size();
    }
    return left.size() <= word_bits ? distance_in_one_word<edits>(left, right, distance_max)
                                    : distance_in_blocks<edits>(left, right);
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
    return distance<Edits::plain>(left, right, left.size() + right.size());
}

std::size_t typing_distance(std::string_view left, std::string_view right) {
    return distance<Edits::with_swaps>(left, right, left.size() + right.size());
}

bool within(std::string_view left, std::string_view right, std::size_t distance_max) {
    const auto [shorter, longer] = std::minmax({left.size(), right.size()});
    return longer - shorter <= distance_max &&
           distance<Edits::with_swaps>(left, right, distance_max) <= distance_max;
}

}  // namespace afletter::matching
