// Looks up every number of a line's fields and free text in the books.
#include "candidates/naming.hpp"

#include <afletter/model/identifiers.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "candidates/repair.hpp"
#include "candidates/returns.hpp"
#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t digits_min = 6;          // fewer are years, amounts and house numbers
constexpr std::size_t common_reference = 16;   // digits of the betalingskenmerk of assessments
constexpr std::size_t shortest_reference = 9;  // of a betalingskenmerk with a check digit

bool passes_check(const std::string& canonical) {
    return CreditorReference::parse(canonical) ||
           (canonical.size() >= shortest_reference && PaymentReference::parse(canonical));
}

class NumberReader {
  public:
    NumberReader(const Line& line, const Books& books) : line_(line), books_(books) {}

    Naming read() {
        read_structured();
        read_field(line_.customer_reference);
        read_field(line_.detail.end_to_end_id);
        const bool has_own_text = !line_.detail.remittance.empty();
        read_text(line_.detail.remittance, Look::for_all);
        // The text of a booking speaks for all its details; of one detail it proves nothing.
        if (line_.detail_index == 0 || !has_own_text) {
            read_text(line_.description, has_own_text ? Look::for_known : Look::for_all);
        }
        std::ranges::sort(naming_.numbers, {}, &NamedNumber::canonical);
        std::ranges::sort(naming_.repaired);
        const auto repeated = std::ranges::unique(naming_.repaired);
        naming_.repaired.erase(repeated.begin(), repeated.end());
        return std::move(naming_);
    }

  private:
    // What the bank gives as structured reference may be one, or any text at all.
    void read_structured() {
        const std::string& written = line_.detail.structured_reference;
        const std::string canonical = canonical_number(written);
        if (!has_digit(canonical) || name(canonical, written) ||
            read_text(written, Look::for_known)) {
            return;
        }
        if (passes_check(canonical)) {
            naming_.unknown.push_back({canonical, written});
        } else {
            naming_.damaged = written;
        }
        repair(canonical);
    }

    // A field of the message counts when the whole of it is a reference with check digits.
    void read_field(const std::string& written) {
        const std::string canonical = canonical_number(written);
        if (passes_check(canonical)) {
            name(canonical, written);
        }
    }

    enum class Look : std::uint8_t {
        for_known,  // numbers of the books
        for_all,    // and numbers that are not: what the payer wrote counts against him too
    };

    // Names what the text holds of the books; false when that is nothing.
    bool read_text(std::string_view text, Look look) {
        const std::vector<Word> words = words_in(text);
        std::vector<bool> taken(words.size(), false);
        const std::vector<NumberSpan> spans = known_spans(text, words);
        for (const NumberSpan& span : spans) {
            name(span.canonical, written_as(text, words, span));
            std::fill(taken.begin() + static_cast<std::ptrdiff_t>(span.first),
                      taken.begin() + static_cast<std::ptrdiff_t>(span.last) + 1, true);
        }
        if (look == Look::for_all) {
            note_printed_references(text, words, taken);
            take_other_numbers(text, words, taken);
            for (const NumberSpan& span : leftover_numbers(text, words, taken)) {
                if (is_unknown(span.canonical)) {
                    note_unknown(span.canonical, written_as(text, words, span));
                }
            }
        }
        return !spans.empty();
    }

    // Of overlapping numbers the longest is meant: 2026-0012 is not 2026 and 0012. A printed
    // reference is one number or none: what stands inside of a mistyped one was not meant at all.
    std::vector<NumberSpan> known_spans(std::string_view text,
                                        const std::vector<Word>& words) const {
        std::vector<NumberSpan> spans = number_spans(text, words);
        std::erase_if(spans, [this](const NumberSpan& span) {
            return relevant_items(span.canonical).empty();
        });
        if (spans.empty()) {
            return spans;
        }
        const std::vector<NumberSpan> printed = printed_references(text, words);
        std::vector<NumberSpan> meant;
        std::ranges::copy_if(spans, std::back_inserter(meant), [&](const NumberSpan& span) {
            const auto is_longer = [&span](const NumberSpan& other) {
                return other.canonical.size() > span.canonical.size() && other.first <= span.last &&
                       span.first <= other.last;
            };
            const auto is_inside = [&](const NumberSpan& whole) {
                return whole.first < span.first && is_longer(whole) &&
                       std::ranges::none_of(
                           spans,
                           [&whole](const NumberSpan& known) {
                               return known.first == whole.first;
                           });
            };
            return std::ranges::none_of(spans, is_longer) &&
                   std::ranges::none_of(printed, is_inside);
        });
        return meant;
    }

    // References that the books do not hold. Where one ends is not certain: more words may follow
    // than belong to it, so each length is tried for a repair, and the longest is told.
    void note_printed_references(std::string_view text, const std::vector<Word>& words,
                                 std::vector<bool>& taken) {
        const std::vector<NumberSpan> printed = printed_references(text, words);
        for (std::size_t i = 0; i < printed.size(); ++i) {
            const NumberSpan& span = printed[i];
            if (taken[span.first]) {
                continue;
            }
            const bool longest = i + 1 == printed.size() || printed[i + 1].first != span.first;
            if (repair(span.canonical) && naming_.damaged.empty()) {
                naming_.damaged = written_as(text, words, span);
            }
            if (longest) {
                naming_.unknown.push_back(
                    {span.canonical, std::string(written_as(text, words, span))});
                std::fill(taken.begin() + static_cast<std::ptrdiff_t>(span.first),
                          taken.begin() + static_cast<std::ptrdiff_t>(span.last) + 1, true);
            }
        }
    }

    bool is_unknown(const std::string& canonical) const {
        const bool looks_like_ours = books_.has_shape(kind(), shape_of(canonical));
        return (looks_like_ours || longest_digit_run(canonical) >= digits_min) &&
               !is_other_field(canonical);
    }

    void note_unknown(const std::string& canonical, std::string_view written) {
        naming_.unknown.push_back({canonical, std::string(written)});
        const std::size_t size = canonical.size();
        const bool may_be_reference = size + 1 >= common_reference && size <= common_reference + 1;
        if (may_be_reference && repair(canonical) && naming_.damaged.empty()) {
            naming_.damaged = written;
        }
    }

    // Numbers that banks repeat in the text. Not the EndToEndId: payers write invoice numbers
    // there.
    bool is_other_field(const std::string& canonical) const {
        const TransactionDetail& detail = line_.detail;
        const auto holds = [&canonical](std::string_view field) {
            return canonical_number(field).find(canonical) != std::string::npos;
        };
        return holds(text_if_known(detail.counterparty.iban)) ||
               holds(detail.counterparty.account) || holds(detail.mandate_id) ||
               holds(detail.creditor_id) || holds(detail.bank_reference) ||
               holds(detail.batch_id) ||
               (holds(detail.end_to_end_id) &&
                !books_.with_end_to_end_id(detail.end_to_end_id).empty());
    }

    bool repair(const std::string& canonical) {
        const std::vector<ItemIndex> items = items_one_error_away(canonical, books_);
        naming_.repaired.insert(naming_.repaired.end(), items.begin(), items.end());
        return !items.empty();
    }

    // Adds a number of the books; false when it is none.
    bool name(const std::string& canonical, std::string_view written) {
        std::vector<ItemIndex> items = relevant_items(canonical);
        if (items.empty()) {
            return false;
        }
        if (std::ranges::find(naming_.numbers, canonical, &NamedNumber::canonical) ==
            naming_.numbers.end()) {
            naming_.numbers.push_back({canonical, std::string(written), std::move(items)});
        }
        return true;
    }

    // A supplier's document number may look like one of ours. What a document number names must be
    // something that money in this direction could be about.
    std::vector<ItemIndex> relevant_items(const std::string& canonical) const {
        std::vector<ItemIndex> items = books_.with_number(canonical);
        std::erase_if(items, [&](ItemIndex index) {
            const BookItem& item = books_.item(index);
            const bool same_direction = item.original.is_negative() == line_.amount.is_negative();
            const bool by_reference = item.reference_checked && item.reference == canonical;
            return !by_reference && !same_direction && item.source->kind != kind() &&
                   !is_return(line_);
        });
        return items;
    }

    ItemKind kind() const {
        return line_.amount.is_negative() ? ItemKind::payable : ItemKind::receivable;
    }

    static std::string_view written_as(std::string_view text, const std::vector<Word>& words,
                                       const NumberSpan& span) {
        const std::size_t begin = words[span.first].begin;
        return text.substr(begin, words[span.last].end - begin);
    }

    const Line& line_;
    const Books& books_;
    Naming naming_;
};

}  // namespace

Naming read_numbers(const Line& line, const Books& books) {
    return NumberReader(line, books).read();
}

bool is_checked_reference(const NamedNumber& number, const BookItem& item) {
    return item.reference_checked && item.reference == number.canonical;
}

}  // namespace afletter::matching
