// Whether one token of a name can answer one of another's, and how well. First half of
// text/name_alignment, which then chooses among what is found here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/name_alignment.hpp"
#include "text/word_likeness.hpp"

namespace afletter::matching {

// A possible pair, and what choosing it is worth.
struct Answer {
    AlignedTokens tokens;
    std::uint16_t left_mask;  // bit i is token i
    std::uint16_t right_mask;
    std::uint64_t weight;  // of its tokens
    std::uint64_t worth;   // the part of that which is answered
};

// The possible pairs of two names; beyond the first 48 they are left out, which takes names that
// repeat themselves on purpose.
class Answers {
  public:
    [[nodiscard]] std::span<const Answer> all() const { return {answers_.data(), count_}; }
    void add(const Answer& answer) {
        if (count_ < answers_.size()) {
            answers_[count_++] = answer;
        }
    }

  private:
    std::array<Answer, 48> answers_;
    std::size_t count_ = 0;
};

// False only if neither a surname or brand of one can answer one of the other, nor two words can.
// Nearly every pair of unlike names is refused here, on two words of bits a token.
[[nodiscard]] bool may_agree(const NameTokens& left, const NameTokens& right);

// Whether a word may be some tokens of the other name written in one.
[[nodiscard]] bool is_written_in_parts(const Side& word, const NameTokens& other);

void find_answers(const NameTokens& left, const NameTokens& right, Answers& answers);

// What the tokens [first, first + count) weigh together.
[[nodiscard]] std::uint64_t weight_of(const NameTokens& name, std::size_t first, std::size_t count);

}  // namespace afletter::matching
