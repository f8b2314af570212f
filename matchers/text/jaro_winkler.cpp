// Jaro-Winkler in whole numbers, and the set of bigrams that spares most comparisons.
#include <algorithm>
#include <bit>
#include <string>
#include <tuple>

#include "text/letter_places.hpp"
#include "text/similarity.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t letters_max = 4096;

// Letters that are the same and not far apart, and how many of them stand in another order.
struct Common {
    std::uint64_t letters = 0;
    std::uint64_t displaced = 0;
};

// How far apart two equal letters may stand, so that they still are the same letter.
std::size_t reach_of(std::string_view shorter, std::string_view longer) {
    return std::max(std::max(shorter.size(), longer.size()) / 2, std::size_t{1}) - 1;
}

std::uint64_t lowest_bits(std::size_t count) {
    return count >= word_bits ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// At most 64 letters each.
Common common_in_one_word(std::string_view shorter, std::string_view longer) {
    const std::size_t reach = reach_of(shorter, longer);
    const LetterPlaces places(shorter, longer);
    std::uint64_t taken_of_shorter = 0;
    std::uint64_t taken_of_longer = 0;
    for (std::size_t i = 0; i < longer.size(); ++i) {
        const std::uint64_t window =
            lowest_bits(i + reach + 1) & ~(i > reach ? lowest_bits(i - reach) : 0);
        const std::uint64_t free = places.of(longer[i]) & window & ~taken_of_shorter;
        taken_of_shorter |= free & (~free + 1);  // the first of them
        taken_of_longer |= static_cast<std::uint64_t>(free != 0) << i;
    }
    Common common{static_cast<std::uint64_t>(std::popcount(taken_of_shorter)), 0};
    while (taken_of_shorter != 0) {
        const auto s = static_cast<std::size_t>(std::countr_zero(taken_of_shorter));
        const auto l = static_cast<std::size_t>(std::countr_zero(taken_of_longer));
        common.displaced += static_cast<std::uint64_t>(shorter[s] != longer[l]);
        taken_of_shorter &= taken_of_shorter - 1;
        taken_of_longer &= taken_of_longer - 1;
    }
    return common;
}

// The same letter by letter, for longer strings.
Common common_letters(std::string_view shorter, std::string_view longer) {
    const std::size_t reach = reach_of(shorter, longer);
    std::string taken(shorter.size(), '\0');
    std::string of_longer;
    for (std::size_t i = 0; i < longer.size(); ++i) {
        const std::size_t end = std::min(i + reach + 1, shorter.size());
        for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
            if (taken[j] == '\0' && shorter[j] == longer[i]) {
                taken[j] = '\1';
                of_longer += longer[i];
                break;
            }
        }
    }
    Common common{of_longer.size(), 0};
    std::size_t next = 0;
    for (std::size_t j = 0; j < shorter.size(); ++j) {
        if (taken[j] != '\0') {
            common.displaced += static_cast<std::uint64_t>(shorter[j] != of_longer[next++]);
        }
    }
    return common;
}

// A share, kept as a fraction until it is rounded once.
struct Fraction {
    std::uint64_t above = 0;
    std::uint64_t below = 1;
};

// The mean of three shares: common letters in each string, and those of them in the same order.
Fraction jaro(const Common& common, std::uint64_t left_size, std::uint64_t right_size) {
    const std::uint64_t in_order = common.letters - common.displaced / 2;
    return {.above = common.letters * common.letters * (left_size + right_size) +
                     in_order * left_size * right_size,
            .below = 3 * common.letters * left_size * right_size};
}

}  // namespace

std::uint32_t jaro_winkler(std::string_view left, std::string_view right) {
    constexpr std::uint64_t whole = 10'000;
    constexpr std::uint64_t prefix_max = 4;
    left = left.substr(0, letters_max);
    right = right.substr(0, letters_max);
    // Which letter is taken first depends on the order of the two, so that is fixed.
    const bool swap = std::tuple(right.size(), right) < std::tuple(left.size(), left);
    const std::string_view shorter = swap ? right : left;
    const std::string_view longer = swap ? left : right;
    if (shorter == longer) {
        return static_cast<std::uint32_t>(whole);
    }
    const Common common = longer.size() <= word_bits ? common_in_one_word(shorter, longer)
                                                     : common_letters(shorter, longer);
    if (common.letters == 0) {
        return 0;
    }
    Fraction share = jaro(common, shorter.size(), longer.size());
    if (share.above * 10 > share.below * 7) {
        const auto equal = static_cast<std::uint64_t>(std::ranges::mismatch(shorter, longer).in1 -
                                                      shorter.begin());
        const std::uint64_t prefix = std::min(equal, prefix_max);
        share = {share.above * (10 - prefix) + share.below * prefix, share.below * 10};
    }
    return static_cast<std::uint32_t>((share.above * whole + share.below / 2) / share.below);
}

Bigrams bigrams_of(std::string_view word) {
    // Any odd numbers do that send the pairs of letters a-z to all the bits about equally often.
    constexpr std::uint32_t first_times = 29;
    constexpr std::uint32_t second_times = 7;
    Bigrams bigrams = 0;
    std::uint32_t before = 0;
    for (const char c : word) {
        const auto letter = static_cast<std::uint32_t>(static_cast<unsigned char>(c));
        bigrams |= Bigrams{1} << ((before * first_times + letter * second_times) % word_bits);
        before = letter;
    }
    return bigrams;
}

std::size_t distance_min(Bigrams left, Bigrams right) {
    const int missing = std::max(std::popcount(left & ~right), std::popcount(right & ~left));
    return static_cast<std::size_t>((missing + pairs_of_an_edit - 1) / pairs_of_an_edit);
}

}  // namespace afletter::matching
