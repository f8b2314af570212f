// A text taken apart for numbers: its words, what stands between them, and its letters and digits
// alone, in one row. Every number that may be meant is a piece of that row. First step of naming.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/shape.hpp"
#include "text/small_buffer.hpp"

namespace afletter::matching {

// A run of letters and digits; bytes outside ASCII, but for the euro sign, count as letters.
// Without initial values: a buffer of them would be written for every text.
struct Word {
    std::uint32_t begin;     // in the text
    std::uint32_t end;       // in the text
    std::uint32_t plain_at;  // its first letter or digit in NumberText::plain()
    std::uint32_t plain_size;
    std::uint64_t shape_bits;     // of the last 64 of those
    std::uint32_t lead_letters;   // ASCII letters before its first digit, with nothing between
    std::uint32_t trail_letters;  // behind its last digit
    bool has_digit;
    bool digits_only;
    bool joined;  // what stands before it may stand inside of a number
    bool tied;    // a dash, dot or underscore ties it to the word before
};

// Neighbouring words read as one number, first to last, less the letters glued to either end.
struct NumberSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t lead = 0;   // letters left away of the first word: "factuur12345"
    std::uint32_t trail = 0;  // and of the last

    [[nodiscard]] bool overlaps(const NumberSpan& other) const {
        return first <= other.last && other.first <= last;
    }
};

// Whether these letters, in upper case, are a word that numbers get glued to: any of five letters
// and more, and some shorter ones. Other letters are part of the number: F2026, INV2026, and the
// bank in an IBAN.
[[nodiscard]] bool is_glued_before(std::string_view letters);
[[nodiscard]] bool is_glued_behind(std::string_view letters);

class NumberText {
  public:
    static constexpr std::size_t words_max = 9;    // of one number: an IBAN in groups of four
    static constexpr std::size_t number_min = 4;   // shorter ones are house numbers and days
    static constexpr std::size_t number_max = 35;  // Max35Text, the longest of ISO 20022
    static constexpr std::size_t prefix_letters_max = 3;  // of a number glued to a word: "nrRF18"

    explicit NumberText(std::string_view text);

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view plain() const { return {plain_.data(), plain_size_}; }
    [[nodiscard]] std::span<const Word> words() const { return {words_.data(), word_count_}; }
    [[nodiscard]] bool has_digits() const { return has_digits_; }

    [[nodiscard]] std::string_view written(const Word& word) const {
        return text_.substr(word.begin, word.end - word.begin);
    }
    // As the bank has it, less the letters left away.
    [[nodiscard]] std::string_view written(const NumberSpan& span) const;
    // The letters and digits of the span, in upper case.
    [[nodiscard]] std::string_view canonical(const NumberSpan& span) const {
        const Word* const words = words_.data();
        const std::size_t begin = words[span.first].plain_at + span.lead;
        const std::size_t end = words[span.last].plain_at + words[span.last].plain_size;
        return plain().substr(begin, end - span.trail - begin);
    }
    [[nodiscard]] std::size_t begin_of(const NumberSpan& span) const {
        return words_.data()[span.first].begin + span.lead;
    }
    // What stands between two neighbouring words.
    [[nodiscard]] std::string_view between(std::size_t left, std::size_t right) const {
        const Word* const words = words_.data();
        return text_.substr(words[left].end, words[right].begin - words[left].end);
    }
    // Whether no dash or dot ties the span to further digits.
    [[nodiscard]] bool stands_free(const NumberSpan& span) const;

    // Calls visit(span, canonical) for every span of number_min to number_max characters that
    // begins with at most `letters_max` letters, whose shape passes wanted(shape), and that stands
    // free. Spans begin and end at words, or beside letters that are a word by themselves.
    template <class Wanted, class Visit>
    void for_each_span(std::size_t letters_max, Wanted wanted, Visit visit) const;

  private:
    static constexpr std::size_t usual_text = 512;

    void add_word(std::size_t begin, std::size_t end);
    // A span while words are added to it.
    struct Stretch {
        NumberSpan span;
        std::size_t begin = 0;  // in plain()
        std::size_t size = 0;
        ShapeKey shape = empty_shape;
        std::size_t letters = 0;  // before the first digit
        bool has_digit = false;
    };
    [[nodiscard]] static Stretch starting_at(std::size_t first, std::uint32_t lead) {
        const auto word = static_cast<std::uint32_t>(first);
        return {.span = {.first = word, .last = word, .lead = lead}};
    }
    [[nodiscard]] bool grow(Stretch& stretch, std::size_t last) const;
    template <class Wanted, class Visit>
    void offer(const Stretch& stretch, std::uint32_t trail, Wanted& wanted, Visit& visit) const;
    template <class Wanted, class Visit>
    void extend(Stretch stretch, std::size_t letters_max, Wanted& wanted, Visit& visit) const;
    [[nodiscard]] std::string_view trail_of(const Word& word) const {
        return plain().substr(word.plain_at + word.plain_size - word.trail_letters,
                              word.trail_letters);
    }

    std::string_view text_;
    SmallBuffer<char, usual_text> plain_;
    SmallBuffer<Word, usual_text / 2 + 1> words_;
    std::size_t plain_size_ = 0;
    std::size_t word_count_ = 0;
    bool has_digits_ = false;
};

template <class Wanted, class Visit>
void NumberText::for_each_span(std::size_t letters_max, Wanted wanted, Visit visit) const {
    for (std::size_t first = 0; first < word_count_; ++first) {
        const Word& word = words_.data()[first];
        extend(starting_at(first, 0), letters_max, wanted, visit);
        if (word.lead_letters < 2 || !word.has_digit) {
            continue;
        }
        for (std::uint32_t kept = 0; kept <= prefix_letters_max; ++kept) {
            if (kept < word.lead_letters &&
                is_glued_before(plain().substr(word.plain_at, word.lead_letters - kept))) {
                extend(starting_at(first, word.lead_letters - kept), letters_max, wanted, visit);
            }
        }
    }
}

// One more word; false where no number can go on with it.
inline bool NumberText::grow(Stretch& stretch, std::size_t last) const {
    const Word& word = words_.data()[last];
    const bool is_first = last == stretch.span.first;
    if (!is_first && !word.joined) {
        return false;
    }
    const std::uint32_t lead = is_first ? stretch.span.lead : 0;
    stretch.shape = extended_shape(stretch.shape, word.shape_bits, word.plain_size - lead);
    stretch.letters += stretch.has_digit ? 0 : word.lead_letters - lead;
    stretch.has_digit = stretch.has_digit || word.has_digit;
    stretch.size = word.plain_at + word.plain_size - stretch.begin;
    stretch.span.last = static_cast<std::uint32_t>(last);
    return true;
}

template <class Wanted, class Visit>
void NumberText::offer(const Stretch& stretch, std::uint32_t trail, Wanted& wanted,
                       Visit& visit) const {
    const std::size_t size = stretch.size - trail;
    if (size > number_max || size < number_min) {
        return;
    }
    const std::string_view number = plain().substr(stretch.begin, size);
    NumberSpan span = stretch.span;
    span.trail = trail;
    if (wanted(trail == 0 ? stretch.shape : shape_key(number)) && stands_free(span)) {
        visit(span, number);
    }
}

template <class Wanted, class Visit>
void NumberText::extend(Stretch stretch, std::size_t letters_max, Wanted& wanted,
                        Visit& visit) const {
    const std::size_t first = stretch.span.first;
    const std::size_t end = std::min(word_count_, first + words_max);
    stretch.begin = words_.data()[first].plain_at + stretch.span.lead;
    for (std::size_t last = first; last < end; ++last) {
        if (!grow(stretch, last) || stretch.letters > letters_max) {
            return;
        }
        offer(stretch, 0, wanted, visit);
        const Word& word = words_.data()[last];
        if (word.trail_letters > 0 && word.has_digit && is_glued_behind(trail_of(word))) {
            offer(stretch, word.trail_letters, wanted, visit);
        }
        if (stretch.size > number_max) {
            return;
        }
    }
}

}  // namespace afletter::matching
