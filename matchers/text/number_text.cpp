// One pass over the text; nothing is looked at twice.
#include "text/number_text.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>

namespace afletter::matching {

namespace {

constexpr std::size_t between_max = 4;  // " -\r\n"
constexpr std::string_view euro_sign = "\xE2\x82\xAC";

constexpr std::size_t word_letters_min = 5;
constexpr auto words_before_numbers = std::to_array<std::string_view>(
    {"NR", "NO", "REF", "FACT", "FAC", "NOTA", "KENM", "RG", "RE", "RNR", "KNR", "INVNR", "OGM"});
constexpr auto words_behind_numbers = std::to_array<std::string_view>(
    {"DD", "VAN", "VOM", "EN", "UND", "EUR", "PER", "VOOR", "DANK", "INZ", "TNV", "NAAM", "OZB"});

bool is_word_byte(char c) {
    return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_tie(char c) {
    return c == '-' || c == '.' || c == '_';
}

bool joins(std::string_view gap) {
    const auto may_stand_inside = [](char c) {
        return is_tie(c) || c == ' ' || c == '/' || c == '\n' || c == '\r' || c == '\t';
    };
    return gap.size() <= between_max && std::ranges::all_of(gap, may_stand_inside);
}

// What the word's next character makes of the letters it begins and ends with.
void count_letters(Word& word, char c, bool& only_letters) {
    if (is_digit(c)) {
        word.has_digit = only_letters = true;
        word.trail_letters = 0;
        return;
    }
    word.digits_only = false;
    if (!is_letter(c)) {
        only_letters = false;
        word.lead_letters = word.has_digit ? word.lead_letters : 0;
        word.trail_letters = 0;
    } else if (only_letters) {
        word.lead_letters += word.has_digit ? 0U : 1U;
        ++word.trail_letters;
    }
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool is_glued_before(std::string_view letters) {
    return letters.size() >= word_letters_min || holds(words_before_numbers, letters);
}

bool is_glued_behind(std::string_view letters) {
    return letters.size() >= word_letters_min || holds(words_behind_numbers, letters);
}

NumberText::NumberText(std::string_view text)
    : text_(text), plain_(text.size()), words_(text.size() / 2 + 1) {
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i).starts_with(euro_sign)) {
            i += euro_sign.size();
            continue;
        }
        if (!is_word_byte(text[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && is_word_byte(text[i]) && !text.substr(i).starts_with(euro_sign)) {
            ++i;
        }
        add_word(begin, i);
    }
}

void NumberText::add_word(std::size_t begin, std::size_t end) {
    Word word{.begin = static_cast<std::uint32_t>(begin),
              .end = static_cast<std::uint32_t>(end),
              .plain_at = static_cast<std::uint32_t>(plain_size_)};
    word.digits_only = true;
    bool only_letters = true;  // since the word's begin, or since its last digit; of ASCII
    for (const char c : text_.substr(begin, end - begin)) {
        count_letters(word, c, only_letters);
        if (is_digit(c) || is_letter(c)) {
            plain_.data()[plain_size_++] = to_upper(c);
            word.shape_bits = word.shape_bits << 1U | (is_digit(c) ? 0U : 1U);
        }
    }
    word.plain_size = static_cast<std::uint32_t>(plain_size_) - word.plain_at;
    if (word_count_ > 0) {
        const std::size_t before = words_.data()[word_count_ - 1].end;
        const std::string_view gap = text_.substr(before, begin - before);
        word.joined = joins(gap);
        word.tied = gap.size() == 1 && is_tie(gap.front());
    }
    has_digits_ = has_digits_ || word.has_digit;
    words_.data()[word_count_++] = word;
}

std::string_view NumberText::written(const NumberSpan& span) const {
    const std::size_t begin = begin_of(span);
    return text_.substr(begin, words_.data()[span.last].end - span.trail - begin);
}

bool NumberText::stands_free(const NumberSpan& span) const {
    const Word* const words = words_.data();
    const bool tied_before = span.lead == 0 && span.first > 0 && words[span.first].tied &&
                             words[span.first - 1].has_digit;
    const bool tied_behind = span.trail == 0 && span.last + 1 < word_count_ &&
                             words[span.last + 1].tied && words[span.last + 1].has_digit;
    return !tied_before && !tied_behind;
}

}  // namespace afletter::matching
