// Looks up every number of a line's fields and free text in the books.
#include "candidates/naming.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "candidates/number_finder.hpp"
#include "candidates/returns.hpp"
#include "candidates/typed_numbers.hpp"
#include "text/number_text.hpp"
#include "text/numbers.hpp"
#include "text/other_numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t digits_min = 6;          // fewer are years, amounts and house numbers
constexpr std::size_t common_reference = 16;   // digits of the betalingskenmerk of assessments
constexpr std::size_t shortest_reference = 9;  // of a betalingskenmerk with a check digit

bool passes_check(std::string_view canonical) {
    return check(ReferenceKind::creditor_reference, canonical) == Verdict::ok ||
           (canonical.size() >= shortest_reference &&
            check(ReferenceKind::payment_reference, canonical) == Verdict::ok);
}

std::size_t digit_count(std::string_view canonical) {
    return static_cast<std::size_t>(std::ranges::count_if(canonical, is_digit));
}

class NumberReader {
  public:
    NumberReader(const Line& line, const Books& books)
        : line_(line),
          books_(books),
          types_(books.types()),
          filter_([this](std::string_view canonical, std::vector<ItemIndex>& items) {
              keep_relevant(canonical, items);
          }) {}

    Naming read() {
        read_structured();
        read_field(line_.customer_reference, NumberField::customer_reference);
        read_field(line_.detail.end_to_end_id, NumberField::end_to_end_id);
        const bool has_own_text = !line_.detail.remittance.empty();
        read_text(line_.detail.remittance, NumberField::remittance, Look::for_all);
        // The text of a booking speaks for all its details; of one detail it proves nothing.
        if (line_.detail_index == 0 || !has_own_text) {
            read_text(line_.description, NumberField::description,
                      has_own_text ? Look::for_known : Look::for_all);
        }
        std::ranges::sort(naming_.numbers, {}, &NamedNumber::canonical);
        std::ranges::sort(naming_.partial, {}, &NamedNumber::canonical);
        std::ranges::stable_sort(naming_.repaired, {}, &RepairedNumber::canonical);
        const auto repeated = std::ranges::unique(naming_.repaired, {}, &RepairedNumber::canonical);
        naming_.repaired.erase(repeated.begin(), repeated.end());
        return std::move(naming_);
    }

  private:
    enum class Look : std::uint8_t {
        for_known,  // numbers of the books
        for_all,    // and numbers that are not: what the payer wrote counts against him too
    };

    // What the bank gives as structured reference may be one, or any text at all.
    void read_structured() {
        const std::string& written = line_.detail.structured_reference;
        const std::string canonical = canonical_number(written);
        if (!has_digit(canonical) ||
            name_whole(canonical, written, NumberField::structured_reference) ||
            read_text(written, NumberField::structured_reference, Look::for_known)) {
            return;
        }
        if (passes_check(canonical) || types_.read(Names::item, written)) {
            naming_.unknown.push_back({canonical, written});
        } else {
            naming_.damaged = written;
        }
        repair(canonical, written);
    }

    // A field of the message counts when the whole of it is a reference with check digits.
    void read_field(const std::string& written, NumberField field) {
        const std::string canonical = canonical_number(written);
        if (passes_check(canonical) || types_.is_checked(written)) {
            name_whole(canonical, written, field);
        }
    }

    // Names what the text holds of the books; false when that is no whole number and no party.
    bool read_text(std::string_view written, NumberField field, Look look) {
        const NumberText text(written);
        if (!text.has_digits()) {
            return false;
        }
        WordMarks marks(text);
        mark_other_numbers(text, marks);
        std::vector<KnownNumber> known = find_whole_numbers(text, books_, filter_);
        keep_what_is_meant(text, books_, marks, known);
        for (KnownNumber& number : known) {
            marks.mark(number.span.first, number.span.last);
            name(text, number, field, naming_.numbers);
        }
        read_printed_references(text, look, marks);
        const bool names_party = read_typed_numbers(text, look, marks);
        read_short_forms(text, field, marks);
        if (look == Look::for_all) {
            for (const NumberSpan& span : leftover_numbers(text, marks)) {
                note_if_unknown(text.canonical(span), text.written(span));
            }
        }
        return !known.empty() || names_party;
    }

    // Numbers of parties, and references of a configured type that the books do not hold: those
    // that pass their check were not mistyped.
    bool read_typed_numbers(const NumberText& text, Look look, WordMarks& marks) {
        if (types_.is_empty()) {
            return false;
        }
        const std::vector<PartyNumber> parties = find_party_numbers(text, books_, marks);
        for (const PartyNumber& party : parties) {
            marks.mark(party.span.first, party.span.last);
            naming_.parties.push_back({.written = std::string(text.written(party.span)),
                                       .type = party.type,
                                       .parties = party.parties});
        }
        for (const NumberSpan& span : find_missing_references(text, books_, marks)) {
            marks.mark(span.first, span.last);
            if (look == Look::for_all) {
                naming_.unknown.push_back(
                    {std::string(text.canonical(span)), std::string(text.written(span))});
            }
        }
        return !parties.empty();
    }

    // References that the books do not hold. Where one ends is not certain: more words may follow
    // than belong to it, so each length is tried for a repair, and the longest is told.
    void read_printed_references(const NumberText& text, Look look, WordMarks& marks) {
        const std::vector<NumberSpan> printed = printed_references(text);
        for (std::size_t i = 0; i < printed.size(); ++i) {
            const NumberSpan& span = printed[i];
            if (marks.has(span.first)) {
                continue;
            }
            const std::string_view written = text.written(span);
            if (look == Look::for_all && repair(text.canonical(span), written) &&
                naming_.damaged.empty()) {
                naming_.damaged = written;
            }
            const bool longest = i + 1 == printed.size() || printed[i + 1].first != span.first;
            if (longest) {
                if (look == Look::for_all) {
                    naming_.unknown.push_back(
                        {std::string(text.canonical(span)), std::string(written)});
                }
                marks.mark(span.first, span.last);
            }
        }
    }

    void read_short_forms(const NumberText& text, NumberField field, const WordMarks& marks) {
        for (KnownNumber& number : find_short_numbers(text, books_, marks, filter_)) {
            const std::string_view canonical = text.canonical(number.span);
            if (is_other_field(canonical)) {
                continue;
            }
            if (number.items.empty()) {
                naming_.common.push_back(
                    {std::string(canonical), std::string(text.written(number.span))});
            } else {
                name(text, number, field, naming_.partial);
            }
        }
    }

    void note_if_unknown(std::string_view canonical, std::string_view written) {
        const bool looks_like_ours =
            books_.numbers().masks().has_document(kind(), shape_key(canonical));
        if ((!looks_like_ours && longest_digit_run(canonical) < digits_min) ||
            is_other_field(canonical)) {
            return;
        }
        naming_.unknown.push_back({std::string(canonical), std::string(written)});
        const std::size_t size = canonical.size();
        const bool may_be_reference =
            (size + 1 >= common_reference && size <= common_reference + 1) ||
            types_.is_nearly_checked(written);
        if (may_be_reference || (looks_like_ours && digit_count(canonical) >= digits_min)) {
            const bool is_repaired = repair(canonical, written);
            if (may_be_reference && is_repaired && naming_.damaged.empty()) {
                naming_.damaged = written;
            }
        }
    }

    // Numbers that banks repeat in the text. Not the EndToEndId: payers write invoice numbers
    // there.
    bool is_other_field(std::string_view canonical) const {
        const TransactionDetail& detail = line_.detail;
        const auto holds = [&canonical](std::string_view field) {
            return field.size() >= canonical.size() &&
                   canonical_number(field).find(canonical) != std::string::npos;
        };
        return holds(text_if_known(detail.counterparty.iban)) ||
               holds(detail.counterparty.account) || holds(detail.mandate_id) ||
               holds(detail.creditor_id) || holds(detail.bank_reference) ||
               holds(detail.batch_id) ||
               (holds(detail.end_to_end_id) &&
                !books_.with_end_to_end_id(detail.end_to_end_id).empty());
    }

    // Lists what the number may have been; whether that was a reference with check digits.
    bool repair(std::string_view canonical, std::string_view written) {
        bool any_checked = false;
        if (types_.is_checked(written)) {
            return any_checked;  // it was not mistyped: its item is missing
        }
        for (Neighbour& neighbour : neighbours_of_any(canonical, written)) {
            keep_relevant(neighbour.canonical, neighbour.items);
            if (neighbour.items.empty()) {
                continue;
            }
            const bool checked = std::ranges::all_of(neighbour.items, [&](ItemIndex index) {
                return is_checked(index, neighbour.canonical);
            });
            any_checked = any_checked || checked;
            naming_.repaired.push_back({.written = std::string(written),
                                        .canonical = std::move(neighbour.canonical),
                                        .error = neighbour.error,
                                        .checked = checked,
                                        .items = std::move(neighbour.items)});
        }
        return any_checked;
    }

    // Of the number as it is written, and as each configured type has it.
    [[nodiscard]] std::vector<Neighbour> neighbours_of_any(std::string_view canonical,
                                                           std::string_view written) const {
        std::vector<Neighbour> neighbours = neighbours_of(canonical, books_);
        for (const std::string& form : types_.other_forms(written)) {
            std::ranges::move(neighbours_of(form, books_), std::back_inserter(neighbours));
        }
        return neighbours;
    }

    // Adds a number that a whole field is; false when it is none of the books.
    bool name_whole(std::string_view plain, std::string_view written, NumberField field) {
        std::string canonical(plain);
        std::vector<ItemIndex> items = books_.with_number(canonical);
        if (items.empty()) {
            canonical = types_.canonical(Names::item, written);
            items = canonical.empty() ? items : books_.with_number(canonical);
        }
        keep_relevant(canonical, items);
        if (items.empty()) {
            return false;
        }
        add_once(naming_.numbers, {.canonical = std::move(canonical),
                                   .written = std::string(written),
                                   .items = std::move(items),
                                   .span = {field, 0, written.size()}});
        return true;
    }

    void name(const NumberText& text, KnownNumber& number, NumberField field,
              std::vector<NamedNumber>& into) {
        const std::string_view written = text.written(number.span);
        const std::size_t begin = text.begin_of(number.span);
        add_once(into,
                 {.canonical = number.canonical.empty() ? std::string(text.canonical(number.span))
                                                        : std::move(number.canonical),
                  .written = std::string(written),
                  .items = std::move(number.items),
                  .form = number.form,
                  .span = {field, begin, begin + written.size()}});
    }

    void add_once(std::vector<NamedNumber>& into, NamedNumber number) {
        if (std::ranges::find(into, number.canonical, &NamedNumber::canonical) != into.end()) {
            return;
        }
        const auto is_reference = [&](ItemIndex index) {
            return books_.item(index).reference == number.canonical;
        };
        if (number.form == NumberForm::whole && std::ranges::any_of(number.items, is_reference)) {
            number.kind = books_.numbers().masks().kind_of_reference(number.canonical);
            number.checked = number.kind != ReferenceKind::document;
        }
        number.checked = number.checked || std::ranges::any_of(number.items, [&](ItemIndex index) {
                             return is_checked(index, number.canonical);
                         });
        into.push_back(std::move(number));
    }

    bool is_checked(ItemIndex index, std::string_view canonical) const {
        return books_.item(index).has_checked(canonical);
    }

    // A supplier's document number may look like one of ours. What a document number names must be
    // something that money in this direction could be about.
    void keep_relevant(std::string_view canonical, std::vector<ItemIndex>& items) const {
        std::erase_if(items, [&](ItemIndex index) {
            const BookItem& item = books_.item(index);
            const bool same_direction = item.original.is_negative() == line_.amount.is_negative();
            return !is_checked(index, canonical) && !same_direction && item.kind != kind() &&
                   !is_return(line_);
        });
    }

    ItemKind kind() const {
        return line_.amount.is_negative() ? ItemKind::payable : ItemKind::receivable;
    }

    const Line& line_;
    const Books& books_;
    const ReferenceTypes& types_;
    const ItemFilter filter_;
    Naming naming_;
};

}  // namespace

Naming read_numbers(const Line& line, const Books& books) {
    return NumberReader(line, books).read();
}

bool is_checked_reference(const NamedNumber& number, const BookItem& item) {
    return item.has_checked(number.canonical);
}

std::vector<ItemIndex> items_repaired_by_check(const Naming& naming) {
    std::vector<ItemIndex> items;
    for (const RepairedNumber& number : naming.repaired) {
        if (number.checked) {
            items.insert(items.end(), number.items.begin(), number.items.end());
        }
    }
    std::ranges::sort(items);
    const auto repeated = std::ranges::unique(items);
    items.erase(repeated.begin(), repeated.end());
    return items;
}

}  // namespace afletter::matching
