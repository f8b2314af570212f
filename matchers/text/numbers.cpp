// Scanning free text for numbers.
#include "text/numbers.hpp"

#include <afletter/ascii.hpp>
#include <afletter/model/identifiers.hpp>

#include <algorithm>

namespace afletter::matching {

namespace {

constexpr std::size_t words_max = 9;    // an IBAN of 34 characters in groups of four
constexpr std::size_t between_max = 3;  // " - "
constexpr std::size_t number_min = 4;   // shorter numbers are house numbers and days
constexpr std::size_t number_max = 35;  // Max35Text, the longest reference of ISO 20022
constexpr std::size_t digits_min = 6;   // fewer digits in groups are years, months, house numbers
constexpr std::size_t iban_min = 15;    // Norway

bool is_word_byte(char c) {
    return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_tie(char c) {
    return c == '-' || c == '.' || c == '_';
}

std::string_view text_of(std::string_view text, const Word& word) {
    return text.substr(word.begin, word.end - word.begin);
}

std::string_view between(std::string_view text, const Word& left, const Word& right) {
    return text.substr(left.end, right.begin - left.end);
}

// A dash or dot ties `word` to a neighbour that holds digits: 2026-01-17 is not 2026-01.
bool tied(std::string_view text, const Word& left, const Word& right, const Word& neighbour) {
    const std::string_view gap = between(text, left, right);
    return gap.size() == 1 && is_tie(gap.front()) && has_digit(text_of(text, neighbour));
}

int value_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}
bool is_month(std::string_view digits) {
    return digits.size() <= 2 && value_of(digits) >= 1 && value_of(digits) <= 12;
}
bool is_day(std::string_view digits) {
    return digits.size() <= 2 && value_of(digits) >= 1 && value_of(digits) <= 31;
}

// Day, month and year with one sign between them, either way round.
bool is_date(std::string_view text, const std::vector<Word>& words, std::size_t first) {
    if (first + 2 >= words.size()) {
        return false;
    }
    const std::string_view gap = between(text, words[first], words[first + 1]);
    const bool written_as_date = gap.size() == 1 && (gap == "-" || gap == "." || gap == "/") &&
                                 gap == between(text, words[first + 1], words[first + 2]);
    const bool digits =
        words[first].digits_only && words[first + 1].digits_only && words[first + 2].digits_only;
    if (!written_as_date || !digits) {
        return false;
    }
    const std::string_view a = text_of(text, words[first]);
    const std::string_view b = text_of(text, words[first + 1]);
    const std::string_view c = text_of(text, words[first + 2]);
    return is_month(b) &&
           ((is_day(a) && (is_year(c) || c.size() == 2)) || (is_year(a) && is_day(c)));
}

// 1.234,56: the word that holds the decimals, when `first` begins an amount.
std::size_t end_of_amount(std::string_view text, const std::vector<Word>& words,
                          std::size_t first) {
    for (std::size_t i = first; i + 1 < words.size() && words[i].digits_only; ++i) {
        const std::string_view gap = between(text, words[i], words[i + 1]);
        const std::size_t size = words[i + 1].end - words[i + 1].begin;
        if (gap == "," && words[i + 1].digits_only && size == 2) {
            return i + 1;
        }
        if (gap != "." || size != 3) {
            break;
        }
    }
    return words.size();
}

// The last word of an IBAN that begins with `first`.
std::size_t end_of_iban(std::string_view text, const std::vector<Word>& words, std::size_t first) {
    const std::string_view head = text_of(text, words[first]);
    if (head.size() < 4 || !is_letter(head[0]) || !is_letter(head[1]) || !is_digit(head[2]) ||
        !is_digit(head[3])) {
        return words.size();
    }
    for (std::size_t i = first; i < words.size() && i < first + words_max; ++i) {
        if (i > first && between(text, words[i - 1], words[i]) != " ") {
            break;
        }
        const std::string_view whole =
            text.substr(words[first].begin, words[i].end - words[first].begin);
        if (whole.size() >= iban_min && Iban::parse(whole)) {
            return i;
        }
    }
    return words.size();
}

// 06-12345678: a Dutch mobile telephone.
bool is_telephone(std::string_view text, const std::vector<Word>& words, std::size_t first) {
    constexpr std::size_t subscriber_digits = 8;
    return first + 1 < words.size() && text_of(text, words[first]) == "06" &&
           words[first + 1].digits_only && joins(between(text, words[first], words[first + 1])) &&
           words[first + 1].end - words[first + 1].begin == subscriber_digits;
}

void take(std::vector<bool>& taken, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
        taken[i] = true;
    }
}

// 2026, 2026 03, 12 2026, 2025-2026: periods, not numbers.
bool is_period(std::string_view text, const std::vector<Word>& words, const NumberSpan& span) {
    const std::string_view first = text_of(text, words[span.first]);
    const std::string_view last = text_of(text, words[span.last]);
    if (span.last == span.first) {
        return is_year(first);
    }
    return span.last == span.first + 1 && ((is_year(first) && (is_month(last) || is_year(last))) ||
                                           (is_month(first) && is_year(last)));
}

// The longest span from `first` on whose words are untaken and pass `continues`.
template <class Predicate>
NumberSpan longest_span(const std::vector<Word>& words, const std::vector<bool>& taken,
                        std::size_t first, Predicate continues) {
    NumberSpan span{first, first, {}};
    while (span.last + 1 < words.size() && !taken[span.last + 1] &&
           continues(words[span.last], words[span.last + 1])) {
        ++span.last;
    }
    return span;
}

}  // namespace

std::string canonical_number(std::string_view text) {
    std::string canonical;
    for (const char c : text) {
        if (is_digit(c) || is_letter(c)) {
            canonical += to_upper(c);
        }
    }
    return canonical;
}

std::string shape_of(std::string_view canonical) {
    std::string shape(canonical);
    std::ranges::transform(shape, shape.begin(), [](char c) { return is_digit(c) ? '9' : 'A'; });
    return shape;
}

std::size_t longest_digit_run(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = is_digit(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

bool differ_by_one(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) {
        std::swap(left, right);
    }
    const auto [l, r] = std::ranges::mismatch(left, right);
    const auto at = static_cast<std::size_t>(l - left.begin());
    if (left.size() + 1 == right.size()) {
        return left.substr(at) == right.substr(at + 1);
    }
    if (left.size() != right.size() || at == left.size()) {
        return false;
    }
    const bool swapped = at + 1 < left.size() && left[at] == right[at + 1] &&
                         left[at + 1] == right[at] && left.substr(at + 2) == right.substr(at + 2);
    return swapped || left.substr(at + 1) == right.substr(at + 1);
}

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_word_byte(text[i])) {
            ++i;
            continue;
        }
        Word word{i, i, true};
        while (word.end < text.size() && is_word_byte(text[word.end])) {
            word.digits_only = word.digits_only && is_digit(text[word.end]);
            ++word.end;
        }
        words.push_back(word);
        i = word.end;
    }
    return words;
}

bool joins(std::string_view gap) {
    return gap.size() <= between_max &&
           std::ranges::all_of(gap, [](char c) { return is_tie(c) || c == ' ' || c == '/'; });
}

bool stands_free(std::string_view text, const std::vector<Word>& words, const NumberSpan& span) {
    const bool tied_before = span.first > 0 && tied(text, words[span.first - 1], words[span.first],
                                                    words[span.first - 1]);
    const bool tied_after =
        span.last + 1 < words.size() &&
        tied(text, words[span.last], words[span.last + 1], words[span.last + 1]);
    return !tied_before && !tied_after;
}

std::vector<NumberSpan> number_spans(std::string_view text, const std::vector<Word>& words) {
    std::vector<std::string> parts;
    parts.reserve(words.size());
    for (const Word& word : words) {
        parts.push_back(canonical_number(text_of(text, word)));
    }
    std::vector<NumberSpan> spans;
    for (std::size_t first = 0; first < words.size(); ++first) {
        NumberSpan span{first, first, parts[first]};
        for (;;) {
            if (span.canonical.size() >= number_min && has_digit(span.canonical) &&
                stands_free(text, words, span)) {
                spans.push_back(span);
            }
            ++span.last;
            if (span.last == words.size() || span.last == first + words_max ||
                !joins(between(text, words[span.last - 1], words[span.last])) ||
                span.canonical.size() + parts[span.last].size() > number_max) {
                break;
            }
            span.canonical += parts[span.last];
        }
    }
    return spans;
}

std::vector<NumberSpan> printed_references(std::string_view text, const std::vector<Word>& words) {
    constexpr std::size_t creditor_reference_max = 25;  // ISO 11649
    constexpr std::size_t groups = 4;                   // of a betalingskenmerk of 16 digits
    std::vector<NumberSpan> printed;
    for (const NumberSpan& span : number_spans(text, words)) {
        const std::string_view head = text_of(text, words[span.first]);
        const bool creditor = head.size() >= 4 && (head[0] == 'R' || head[0] == 'r') &&
                              (head[1] == 'F' || head[1] == 'f') && is_digit(head[2]) &&
                              is_digit(head[3]) && span.canonical.size() <= creditor_reference_max;
        const bool in_fours =
            span.last + 1 == span.first + groups &&
            std::all_of(words.begin() + static_cast<std::ptrdiff_t>(span.first),
                        words.begin() + static_cast<std::ptrdiff_t>(span.last) + 1,
                        [](const Word& word) {
                            return word.digits_only && word.end - word.begin == groups;
                        });
        if (creditor || in_fours) {
            printed.push_back(span);
        }
    }
    return printed;
}

void take_other_numbers(std::string_view text, const std::vector<Word>& words,
                        std::vector<bool>& taken) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (taken[i]) {
            continue;
        }
        if (is_date(text, words, i)) {
            take(taken, i, i + 2);
        } else if (is_telephone(text, words, i)) {
            take(taken, i, i + 1);
        } else if (const std::size_t amount = end_of_amount(text, words, i);
                   amount < words.size()) {
            take(taken, i, amount);
        } else if (const std::size_t iban = end_of_iban(text, words, i); iban < words.size()) {
            take(taken, i, iban);
        }
    }
}

std::vector<NumberSpan> leftover_numbers(std::string_view text, const std::vector<Word>& words,
                                         const std::vector<bool>& taken) {
    const auto tied_together = [text](const Word& left, const Word& right) {
        const std::string_view gap = between(text, left, right);
        return gap.size() == 1 && is_tie(gap.front());
    };
    const auto digit_groups = [text](const Word& left, const Word& right) {
        const std::string_view gap = between(text, left, right);
        return left.digits_only && right.digits_only && gap != "/" && joins(gap);
    };
    std::vector<NumberSpan> spans;
    const auto keep = [&](NumberSpan span, std::size_t digits) {
        span.canonical = canonical_number(
            text.substr(words[span.first].begin, words[span.last].end - words[span.first].begin));
        if (span.canonical.size() >= number_min && longest_digit_run(span.canonical) >= digits &&
            !is_period(text, words, span)) {
            spans.push_back(std::move(span));
        }
    };
    std::size_t tied_until = 0;
    std::size_t grouped_until = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (taken[i]) {
            continue;
        }
        if (i >= tied_until) {
            const NumberSpan span = longest_span(words, taken, i, tied_together);
            tied_until = span.last + 1;
            keep(span, 1);
        }
        if (i >= grouped_until && words[i].digits_only) {
            const NumberSpan span = longest_span(words, taken, i, digit_groups);
            grouped_until = span.last + 1;
            if (span.last > span.first && span.last >= tied_until) {  // longer than what is tied
                keep(span, digits_min);
            }
        }
    }
    return spans;
}

}  // namespace afletter::matching
