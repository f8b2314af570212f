// Words and numbers in free text: where they begin and end, what they look like without the signs
// people put between. Knows nothing of the books; candidates/naming looks up what is found here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::matching {

// Upper-case letters and digits; everything else is taken for punctuation.
[[nodiscard]] std::string canonical_number(std::string_view text);
// "F2026-01" -> "A999999": which characters are letters, which digits.
[[nodiscard]] std::string shape_of(std::string_view canonical);
[[nodiscard]] std::size_t longest_digit_run(std::string_view text);
[[nodiscard]] bool has_digit(std::string_view text);

// One digit or letter wrong, lost, gained, or two neighbours swapped.
[[nodiscard]] bool differ_by_one(std::string_view left, std::string_view right);

// A run of letters and digits; bytes outside ASCII count as letters.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool digits_only = false;
};
[[nodiscard]] std::vector<Word> words_in(std::string_view text);

// One or more neighbouring words, first to last, read as one number.
struct NumberSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string canonical;
};
// Whether a number may be written with this between two of its words: "5000 0567.8901-2345".
[[nodiscard]] bool joins(std::string_view between);
// Whether the span stands free: no dash or dot ties it to further digits.
[[nodiscard]] bool stands_free(std::string_view text, const std::vector<Word>& words,
                               const NumberSpan& span);
// Every span that could be a number: has a digit and four characters or more, stands free.
[[nodiscard]] std::vector<NumberSpan> number_spans(std::string_view text,
                                                   const std::vector<Word>& words);

// Where a reference with check digits is written, right or wrong: from RF and two digits on, or
// four groups of four digits. No number inside of it means anything by itself.
[[nodiscard]] std::vector<NumberSpan> printed_references(std::string_view text,
                                                         const std::vector<Word>& words);

// Marks as taken the words, of those not taken yet, that make up a date, an amount with decimals,
// an IBAN or a telephone number: numbers of something else than a document.
void take_other_numbers(std::string_view text, const std::vector<Word>& words,
                        std::vector<bool>& taken);
// Spans of untaken words that look like a number of a document: written without blanks, or six
// digits and more in groups.
[[nodiscard]] std::vector<NumberSpan> leftover_numbers(std::string_view text,
                                                       const std::vector<Word>& words,
                                                       const std::vector<bool>& taken);

}  // namespace afletter::matching
