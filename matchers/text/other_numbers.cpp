// Each kind of number is told by how it is written; what is written like nothing may be a document.
#include "text/other_numbers.hpp"

#include <afletter/ascii.hpp>
#include <afletter/model/identifiers.hpp>
#include <afletter/model/references.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t digits_min = 6;  // fewer digits in groups are years, months, house numbers
constexpr std::size_t iban_min = 15;   // Norway
constexpr std::size_t iban_max = 34;

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

// The last word of what begins with a word, if anything does.
using End = std::optional<std::size_t>;

class OtherNumberReader {
  public:
    explicit OtherNumberReader(const NumberText& text) : text_(text), words_(text.words()) {}

    [[nodiscard]] End end_of_any(std::size_t first) const {
        if (!words_[first].has_digit) {
            return std::nullopt;
        }
        if (!words_[first].digits_only) {
            return end_of_iban(first);
        }
        End end = end_of_date(first);
        for (const auto next :
             {&OtherNumberReader::end_of_telephone, &OtherNumberReader::end_of_amount}) {
            end = end ? end : (this->*next)(first);
        }
        return end;
    }

  private:
    [[nodiscard]] std::string_view word(std::size_t index) const {
        return text_.written(words_[index]);
    }
    [[nodiscard]] bool is_digits(std::size_t index) const {
        return index < words_.size() && words_[index].digits_only;
    }
    [[nodiscard]] bool follows(std::size_t index, std::string_view gap) const {
        return index > 0 && text_.between(index - 1, index) == gap;
    }
    // What stands directly before a word, at most so many characters.
    [[nodiscard]] std::string_view before(std::size_t index, std::size_t size) const {
        const std::size_t end = words_[index].begin;
        const std::size_t begin = end - std::min(size, end);
        return text_.text().substr(begin, end - begin);
    }

    // Day, month and year with one sign between them, either way round.
    [[nodiscard]] End end_of_date(std::size_t first) const {
        if (!is_digits(first + 1) || !is_digits(first + 2)) {
            return std::nullopt;
        }
        const std::string_view gap = text_.between(first, first + 1);
        const bool written_as_date =
            (gap == "-" || gap == "." || gap == "/") && follows(first + 2, gap);
        const std::string_view a = word(first);
        const std::string_view b = word(first + 1);
        const std::string_view c = word(first + 2);
        const bool is_date =
            written_as_date && is_month(b) &&
            ((is_day(a) && (is_year(c) || c.size() == 2)) || (is_year(a) && is_day(c)));
        return is_date ? End(first + 2) : std::nullopt;
    }

    // The last of words of digits, blanks or dashes between, that have so many digits together.
    [[nodiscard]] End end_of_digits(std::size_t first, std::size_t digits) const {
        std::size_t found = 0;
        const auto continues = [&](std::size_t i) {
            return is_digits(i) && (i == first || follows(i, " ") || follows(i, "-"));
        };
        for (std::size_t i = first; continues(i); ++i) {
            found += words_[i].plain_size;
            if (found >= digits) {
                return found == digits ? End(i) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    // 06-12345678, 06 1234 5678, +31 6 12345678; any digits behind a word that says so.
    [[nodiscard]] End end_of_telephone(std::size_t first) const {
        constexpr std::size_t national = 10;
        constexpr auto announcing = std::to_array<std::string_view>(
            {"TEL", "TELEFOON", "TELNR", "MOBIEL", "MOB", "BEL", "TELEFON", "PHONE", "GSM"});
        const bool is_parted = word(first) == "06" && is_digits(first + 1);
        const bool is_announced =
            first > 0 && words_[first].joined &&
            std::ranges::find(announcing, text_.plain().substr(words_[first - 1].plain_at,
                                                               words_[first - 1].plain_size)) !=
                announcing.end();
        if (before(first, 1) == "+" && before(first, 2) != "++" && word(first).starts_with("31")) {
            return end_of_digits(first, national + 1);
        }
        const bool may_be = is_parted || (is_announced && word(first).starts_with('0'));
        return may_be ? end_of_digits(first, national) : std::nullopt;
    }

    // 1.234,56; 1234.56; EUR 1234. Seven digits in one piece before a comma are no amount.
    [[nodiscard]] End end_of_amount(std::size_t first) const {
        constexpr std::size_t whole_digits_max = 7;
        constexpr std::size_t decimals = 2;
        constexpr std::size_t thousands = 3;
        const auto has_size = [&](std::size_t index, std::size_t size) {
            return is_digits(index) && words_[index].plain_size == size;
        };
        std::size_t last = first;
        while (words_[first].plain_size <= thousands && has_size(last + 1, thousands) &&
               follows(last + 1, ".")) {
            ++last;
        }
        const bool is_tied = words_[first].tied && words_[first - 1].has_digit;
        if (has_size(last + 1, decimals) && words_[last].plain_size <= whole_digits_max &&
            (follows(last + 1, ",") ||
             (last == first && follows(last + 1, ".") && !is_tied &&
              text_.stands_free({.first = static_cast<std::uint32_t>(first),
                                 .last = static_cast<std::uint32_t>(last + 1)})))) {
            return last + 1;
        }
        return is_behind_currency(first) && words_[last].plain_size <= whole_digits_max
                   ? End(last)
                   : std::nullopt;
    }

    [[nodiscard]] bool is_behind_currency(std::size_t index) const {
        constexpr std::string_view euro_sign = "\xE2\x82\xAC";
        std::string_view gap = before(index, euro_sign.size() + 1);
        if (gap.ends_with(' ')) {
            gap.remove_suffix(1);
        }
        if (gap.ends_with(euro_sign)) {
            return true;
        }
        return follows(index, " ") && words_[index - 1].plain_size == 3 &&
               text_.plain().substr(words_[index - 1].plain_at, 3) == "EUR";
    }

    // From a country and two digits on; "IBAN" may be glued before it.
    [[nodiscard]] End end_of_iban(std::size_t first) const {
        constexpr std::string_view glued = "IBAN";
        std::size_t begin = words_[first].plain_at;
        if (text_.plain().substr(begin).starts_with(glued) &&
            words_[first].plain_size > glued.size() + 4) {
            begin += glued.size();
        }
        const std::string_view head = text_.plain().substr(begin, 4);
        if (head.size() < 4 || !is_letter(head[0]) || !is_letter(head[1]) || !is_digit(head[2]) ||
            !is_digit(head[3])) {
            return std::nullopt;
        }
        for (std::size_t i = first; i < words_.size() && (i == first || words_[i].joined); ++i) {
            const std::size_t size = words_[i].plain_at + words_[i].plain_size - begin;
            if (size > iban_max) {
                break;
            }
            if (size >= iban_min && is_iban(text_.plain().substr(begin, size), i > first)) {
                return i;
            }
        }
        return std::nullopt;
    }

    // One in groups is told even by its shape; in one piece its check must be right.
    static bool is_iban(std::string_view plain, bool in_groups) {
        const Verdict verdict = check(ReferenceKind::iban, plain);
        return verdict == Verdict::ok || (in_groups && verdict == Verdict::wrong_check);
    }

    const NumberText& text_;
    std::span<const Word> words_;
};

// Where RF and two digits begin the word, or stand behind a word glued to them.
std::optional<std::uint32_t> creditor_reference_in(const NumberText& text, const Word& word) {
    constexpr std::uint32_t letters = 2;
    if (word.lead_letters < letters || !word.has_digit) {
        return std::nullopt;
    }
    const std::uint32_t lead = word.lead_letters - letters;
    const std::string_view plain = text.plain().substr(word.plain_at, word.plain_size);
    const std::string_view head = plain.substr(lead);
    const bool begins = head.size() >= 4 && head.starts_with("RF") && is_digit(head[3]);
    return begins && (lead == 0 || is_glued_before(plain.substr(0, lead))) ? std::optional(lead)
                                                                           : std::nullopt;
}

// Whether words of digits of these sizes follow each other from `first` on.
bool has_groups(const NumberText& text, std::size_t first, std::span<const std::uint32_t> sizes) {
    const std::span<const Word> words = text.words();
    if (first + sizes.size() > words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Word& word = words[first + i];
        if (!word.digits_only || word.plain_size != sizes[i] || (i > 0 && !word.joined)) {
            return false;
        }
    }
    return true;
}

NumberSpan words_from(std::size_t first, std::size_t last) {
    return {.first = static_cast<std::uint32_t>(first), .last = static_cast<std::uint32_t>(last)};
}

void add_creditor_references(const NumberText& text, std::size_t first, std::uint32_t lead,
                             std::vector<NumberSpan>& printed) {
    constexpr std::size_t creditor_reference_max = 25;  // ISO 11649
    const std::span<const Word> words = text.words();
    for (std::size_t last = first; last < words.size(); ++last) {
        NumberSpan span = words_from(first, last);
        span.lead = lead;
        if ((last > first && !words[last].joined) || last - first >= NumberText::words_max ||
            text.canonical(span).size() > creditor_reference_max) {
            return;
        }
        if (text.stands_free(span)) {
            printed.push_back(span);
        }
    }
}

// Less the words glued to either end: "factuur12345" is 12345.
NumberSpan without_glued_words(const NumberText& text, NumberSpan span) {
    const Word& first = text.words()[span.first];
    const Word& last = text.words()[span.last];
    const std::string_view plain = text.plain();
    if (first.has_digit && first.lead_letters > 0 &&
        is_glued_before(plain.substr(first.plain_at, first.lead_letters))) {
        span.lead = first.lead_letters;
    }
    const std::size_t end = last.plain_at + last.plain_size;
    if (last.has_digit && last.trail_letters > 0 &&
        is_glued_behind(plain.substr(end - last.trail_letters, last.trail_letters))) {
        span.trail = last.trail_letters;
    }
    return span;
}

// The longest span from `first` on whose words are unmarked and pass `continues`.
template <class Predicate>
NumberSpan longest_span(std::span<const Word> words, const WordMarks& marks, std::size_t first,
                        Predicate continues) {
    std::size_t last = first;
    while (last + 1 < words.size() && !marks.has(last + 1) && continues(last + 1)) {
        ++last;
    }
    return words_from(first, last);
}

}  // namespace

WordMarks::WordMarks(const NumberText& text)
    : marks_(text.words().size()), size_(text.words().size()) {
    std::fill_n(marks_.data(), size_, 0U);
}

void WordMarks::mark(std::size_t first, std::size_t last) {
    std::fill(marks_.data() + first, marks_.data() + last + 1, ++groups_);
}

bool WordMarks::touches(const NumberSpan& span) const {
    return std::any_of(marks_.data() + span.first, marks_.data() + span.last + 1,
                       [](std::uint32_t group) { return group != 0; });
}

bool WordMarks::cuts(const NumberSpan& span) const {
    const std::uint32_t* const marks = marks_.data();
    const bool left =
        span.first > 0 && marks[span.first] != 0 && marks[span.first - 1] == marks[span.first];
    const bool right =
        span.last + 1 < size_ && marks[span.last] != 0 && marks[span.last + 1] == marks[span.last];
    return left || right;
}

bool WordMarks::is_exactly(const NumberSpan& span) const {
    const std::uint32_t* const marks = marks_.data();
    return marks[span.first] != 0 && marks[span.first] == marks[span.last] && !cuts(span);
}

bool WordMarks::exceeds(const NumberSpan& span) const {
    return touches(span) && !cuts(span) && !is_exactly(span);
}

void mark_other_numbers(const NumberText& text, WordMarks& marks) {
    const OtherNumberReader reader(text);
    for (std::size_t i = 0; i < text.words().size(); ++i) {
        if (const End end = reader.end_of_any(i)) {
            marks.mark(i, *end);
            i = *end;
        }
    }
}

bool is_period(const NumberText& text, const NumberSpan& span) {
    const std::string_view first = text.written(text.words()[span.first]);
    const std::string_view last = text.written(text.words()[span.last]);
    if (span.last == span.first) {
        return is_year(first);
    }
    return span.last == span.first + 1 && ((is_year(first) && (is_month(last) || is_year(last))) ||
                                           (is_month(first) && is_year(last)));
}

std::vector<NumberSpan> printed_references(const NumberText& text) {
    constexpr std::array<std::uint32_t, 4> payment_reference{4, 4, 4, 4};
    constexpr std::array<std::uint32_t, 3> ogm{3, 4, 5};
    std::vector<NumberSpan> printed;
    for (std::size_t i = 0; i < text.words().size(); ++i) {
        const Word& word = text.words()[i];
        if (const auto lead = creditor_reference_in(text, word)) {
            add_creditor_references(text, i, *lead, printed);
        } else if (word.digits_only && has_groups(text, i, payment_reference)) {
            printed.push_back(words_from(i, i + payment_reference.size() - 1));
        } else if (word.digits_only && has_groups(text, i, ogm)) {
            printed.push_back(words_from(i, i + ogm.size() - 1));
        }
    }
    std::erase_if(printed, [&](const NumberSpan& span) { return !text.stands_free(span); });
    return printed;
}

std::vector<NumberSpan> leftover_numbers(const NumberText& text, const WordMarks& marks) {
    const std::span<const Word> words = text.words();
    const auto continues_tied = [&](std::size_t next) { return words[next].tied; };
    const auto continues_group = [&](std::size_t next) {
        return words[next - 1].digits_only && words[next].digits_only && words[next].joined &&
               text.between(next - 1, next) != "/";
    };
    std::vector<NumberSpan> spans;
    const auto keep = [&](const NumberSpan& words_of_it, std::size_t digits) {
        const NumberSpan span = without_glued_words(text, words_of_it);
        const std::string_view canonical = text.canonical(span);
        if (canonical.size() >= NumberText::number_min && longest_digit_run(canonical) >= digits &&
            !is_period(text, span)) {
            spans.push_back(span);
        }
    };
    std::size_t tied_until = 0;
    std::size_t grouped_until = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (marks.has(i)) {
            continue;
        }
        if (i >= tied_until) {
            const NumberSpan span = longest_span(words, marks, i, continues_tied);
            tied_until = span.last + 1;
            keep(span, 1);
        }
        if (i >= grouped_until && words[i].digits_only) {
            const NumberSpan span = longest_span(words, marks, i, continues_group);
            grouped_until = span.last + 1;
            if (span.last > span.first && span.last >= tied_until) {  // longer than what is tied
                keep(span, digits_min);
            }
        }
    }
    return spans;
}

}  // namespace afletter::matching
