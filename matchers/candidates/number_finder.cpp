// Looks up only what has the shape of a number of the books.
#include "candidates/number_finder.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace afletter::matching {

namespace {

constexpr std::uint32_t telling_digits_min = 4;    // fewer are house numbers, unless announced
constexpr std::uint32_t announced_digits_min = 2;  // one digit is a term or a person
constexpr std::size_t announcing_gap_max = 2;      // "nr. 12", "factuur: 12"

constexpr auto announcing_words = std::to_array<std::string_view>({"FACTUUR",
                                                                   "FACTUURNR",
                                                                   "FACTUURNUMMER",
                                                                   "FACT",
                                                                   "FACTNR",
                                                                   "FAC",
                                                                   "NOTA",
                                                                   "NOTANR",
                                                                   "NOTANUMMER",
                                                                   "AANSLAG",
                                                                   "AANSLAGNR",
                                                                   "AANSLAGNUMMER",
                                                                   "NR",
                                                                   "NO",
                                                                   "NUMMER",
                                                                   "KENMERK",
                                                                   "KENM",
                                                                   "BETALINGSKENMERK",
                                                                   "REF",
                                                                   "REFERENTIE",
                                                                   "INVOICE",
                                                                   "INV",
                                                                   "INVOICENO",
                                                                   "RECHNUNG",
                                                                   "RECHNUNGSNR",
                                                                   "RG",
                                                                   "RGNR",
                                                                   "RNR",
                                                                   "RECHNUNGSNUMMER",
                                                                   "FACTURE"});
// Words of two letters that follow a number as well as a postcode's letters could.
constexpr auto short_words = std::to_array<std::string_view>({"EN", "OP", "DD", "IN", "OF", "NR"});

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string_view plain_of(const NumberText& text, const Word& word) {
    return text.plain().substr(word.plain_at, word.plain_size);
}

bool is_announced(const NumberText& text, const NumberSpan& span) {
    const std::span<const Word> words = text.words();
    if (span.lead > 0) {
        return holds(announcing_words, plain_of(text, words[span.first]).substr(0, span.lead));
    }
    return span.first > 0 &&
           text.between(span.first - 1, span.first).size() <= announcing_gap_max &&
           holds(announcing_words, plain_of(text, words[span.first - 1]));
}

// 1234 AB
bool is_postcode(const NumberText& text, const NumberSpan& span) {
    constexpr std::size_t digits = 4;
    const std::span<const Word> words = text.words();
    if (span.trail > 0 || span.last + 1 >= words.size() || text.canonical(span).size() != digits ||
        text.between(span.last, span.last + 1) != " ") {
        return false;
    }
    const std::string_view next = plain_of(text, words[span.last + 1]);
    return next.size() == 2 && is_letter(next[0]) && is_letter(next[1]) &&
           !holds(short_words, next);
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

std::size_t size_of(const NumberText& text, const KnownNumber& number) {
    return text.canonical(number.span).size();
}

// Only its signs tell a number from a date; what is in one piece was told by the words before it.
bool is_printed_so(const NumberText& text, const Books& books, const KnownNumber& number) {
    const auto equals = [written = text.written(number.span)](std::string_view printed) {
        return std::ranges::equal(written, printed, {}, to_upper, to_upper);
    };
    const bool is_in_pieces = number.span.first != number.span.last;
    return is_in_pieces && std::ranges::any_of(number.items, [&](ItemIndex index) {
               const PackedItem& item = books.item(index).source;
               return equals(item.document_number()) || equals(item.reference());
           });
}

void keep_longest(const NumberText& text, std::vector<KnownNumber>& numbers) {
    std::vector<bool> is_shorter(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        is_shorter[i] = std::ranges::any_of(numbers, [&](const KnownNumber& other) {
            return size_of(text, other) > size_of(text, numbers[i]) &&
                   other.span.overlaps(numbers[i].span);
        });
    }
    std::size_t at = 0;
    std::erase_if(numbers, [&](const KnownNumber&) { return is_shorter[at++]; });
}

class ShortNumberFinder {
  public:
    ShortNumberFinder(const NumberText& text, const Books& books, const WordMarks& taken,
                      const ItemFilter& filter)
        : text_(text), books_(books), taken_(taken), filter_(filter) {}

    std::vector<KnownNumber> find() {
        const NumberMasks& masks = books_.numbers().masks();
        text_.for_each_span(
            0, [&](ShapeKey shape) { return masks.has_short_form(shape); },
            [&](const NumberSpan& span, std::string_view) { look_up(span, NumberForm::digits); });
        const std::span<const Word> words = text_.words();
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if (words[i].digits_only) {
                look_up({.first = i, .last = i}, NumberForm::tail);
            } else if (words[i].has_digit && words[i].trail_letters == 0 &&
                       words[i].lead_letters > 0) {
                look_up({.first = i, .last = i, .lead = words[i].lead_letters}, NumberForm::tail);
            }
        }
        keep_longest(text_, found_);
        return std::move(found_);
    }

  private:
    void look_up(const NumberSpan& span, NumberForm form) {
        const std::string_view digits = text_.canonical(span);
        if (taken_.touches(span) || !all_digits(digits) || !is_worth_a_look(span, digits) ||
            !text_.stands_free(span) || is_period(text_, span)) {
            return;
        }
        NumberIndex::Shortened shortened =
            books_.numbers().find_short(form, digits, books_.items());
        filter_(digits, shortened.items);
        if (shortened.too_many || !shortened.items.empty()) {
            found_.push_back({span, form, std::move(shortened.items)});
        }
    }

    bool is_worth_a_look(const NumberSpan& span, std::string_view digits) const {
        if (is_announced(text_, span)) {
            return digits.size() >= announced_digits_min;
        }
        return span.lead == 0 && digits.size() >= telling_digits_min && !is_postcode(text_, span);
    }

    const NumberText& text_;
    const Books& books_;
    const WordMarks& taken_;
    const ItemFilter& filter_;
    std::vector<KnownNumber> found_;
};

}  // namespace

std::vector<KnownNumber> find_whole_numbers(const NumberText& text, const Books& books,
                                            const ItemFilter& filter) {
    std::vector<KnownNumber> found;
    const NumberIndex& numbers = books.numbers();
    const ReferenceTypes& types = books.types();
    text.for_each_span(
        std::max(numbers.masks().letters_max(), types.letters_max()),
        [&](ShapeKey shape) {
            return numbers.masks().has_number(shape) || types.may_be(Names::item, shape);
        },
        [&](const NumberSpan& span, std::string_view canonical) {
            std::vector<ItemIndex> items = numbers.find(canonical, books.items());
            std::string typed;
            if (items.empty()) {
                typed = types.canonical(Names::item, text.written(span));
                items =
                    typed.empty() ? std::vector<ItemIndex>() : numbers.find(typed, books.items());
            }
            if (items.empty()) {
                return;
            }
            filter(typed.empty() ? canonical : typed, items);
            if (!items.empty()) {
                found.push_back({span, NumberForm::whole, std::move(items), std::move(typed)});
            }
        });
    return found;
}

void keep_what_is_meant(const NumberText& text, const Books& books, const WordMarks& others,
                        std::vector<KnownNumber>& numbers) {
    std::erase_if(numbers, [&](const KnownNumber& number) {
        return others.touches(number.span) && !others.exceeds(number.span) &&
               !(others.is_exactly(number.span) && is_printed_so(text, books, number));
    });
    if (numbers.empty()) {
        return;
    }
    const std::vector<NumberSpan> printed = printed_references(text);
    const auto begins_known = [&](const NumberSpan& whole) {
        return std::ranges::any_of(numbers, [&whole](const KnownNumber& known) {
            return known.span.first == whole.first;
        });
    };
    std::vector<NumberSpan> unknown;
    std::ranges::remove_copy_if(printed, std::back_inserter(unknown), begins_known);
    keep_longest(text, numbers);
    std::erase_if(numbers, [&](const KnownNumber& number) {
        return std::ranges::any_of(unknown, [&](const NumberSpan& whole) {
            return whole.first < number.span.first && whole.overlaps(number.span) &&
                   text.canonical(whole).size() > size_of(text, number);
        });
    });
}

std::vector<KnownNumber> find_short_numbers(const NumberText& text, const Books& books,
                                            const WordMarks& taken, const ItemFilter& filter) {
    if (!text.has_digits()) {
        return {};
    }
    return ShortNumberFinder(text, books, taken, filter).find();
}

}  // namespace afletter::matching
