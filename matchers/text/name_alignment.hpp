// Two names laid beside each other token by token: how alike they are, and which token answers
// which. Finer than compare_names(); party resolution weighs it, and explanations show it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/names.hpp"

namespace afletter::matching {

// From nothing to the most.
enum class Grade : std::uint8_t {
    unknown,    // one of them says nothing that distinguishes: "de heer", "Stichting Beheer", "Jan"
    different,  // no surname or brand agrees
    conflict,   // it does, but the rest contradicts: J. Jansen and P. Jansen
    partial,    // it does, and one says more than the other: Jansen, Jansen-Bakker
    variant,    // every token is answered, not all in the same letters: J. Jansen, Jan Janssen
    same        // every token is answered in the same letters
};

// How a token answers another, the best first.
enum class TokenMatch : std::uint8_t {
    equal,
    other_reading,  // Müller, Mueller; Meijer, Meyer
    wildcard,       // Müller, M?ller
    glued,          // Van der Berg, VANDERBERG; J Jansen, JJANSEN
    typing_error,   // Oosterhuis, Oosterhius
    cut_off,        // the beginning of a word, where the bank's field ended or a dot stands
    called,         // Cornelis, Kees
    initial         // Jan, J
};

// Tokens of NameTokens::tokens: more than one on a side only if they are glued on the other.
struct AlignedTokens {
    std::uint8_t left = 0;
    std::uint8_t left_count = 1;
    std::uint8_t right = 0;
    std::uint8_t right_count = 1;
    TokenMatch how = TokenMatch::equal;

    friend bool operator==(const AlignedTokens&, const AlignedTokens&) = default;
};

class NameAlignment {
  public:
    Grade grade = Grade::unknown;
    // The share of both names' weight that is answered, in ten-thousandths. For putting pairs of
    // one grade in order; it decides nothing by itself. Where no surname or brand agrees, it is 0
    // and there are no pairs.
    std::uint32_t similarity = 0;
    // What the answered surnames, brands and first names weigh, in milli-nats: little for Jansen,
    // much for Oosterhuis, once TokenCounts has weighed the names.
    std::uint32_t agreed_weight = 0;

    // By the place of the left token.
    [[nodiscard]] std::span<const AlignedTokens> pairs() const { return {pairs_.data(), count_}; }
    [[nodiscard]] std::span<AlignedTokens> pairs() { return {pairs_.data(), count_}; }
    void add(const AlignedTokens& pair) { pairs_[count_++] = pair; }

  private:
    std::array<AlignedTokens, NameTokens::tokens_max> pairs_{};
    std::uint8_t count_ = 0;
};

// Two legal forms are two bodies, whatever else they have in common; so are a person and his B.V.
[[nodiscard]] bool are_two_bodies(const NameTokens& left, const NameTokens& right);

// Equal words answer each other; of the rest, the heaviest set of pairs in which no token answers
// twice. The same from either side: align_names(b, a) is align_names(a, b), left and right
// exchanged.
[[nodiscard]] NameAlignment align_names(const NameTokens& left, const NameTokens& right);
[[nodiscard]] inline NameAlignment align_names(const NameKey& left, const NameKey& right) {
    return align_names(left.tokens, right.tokens);
}

}  // namespace afletter::matching
