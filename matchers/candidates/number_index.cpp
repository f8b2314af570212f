// Filing and finding; everything offered is compared with the items' own text.
#include "candidates/number_index.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>

#include "candidates/books.hpp"
#include "candidates/grouped_index.hpp"
#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t year_size = 4;
constexpr std::size_t tail_digits_min = 3;  // behind a year that nothing parts from it

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string_view without_zeros(std::string_view digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

std::string_view without_letters_before(std::string_view canonical) {
    return canonical.substr(std::min(
        static_cast<std::size_t>(std::ranges::find_if(canonical, is_digit) - canonical.begin()),
        canonical.size()));
}

bool begins_with_year(std::string_view digits) {
    return digits.starts_with("19") || digits.starts_with("20");
}

// The digits at the end that belong together.
std::string_view running_number(std::string_view printed, std::string_view digits) {
    std::size_t size = 0;
    while (size < printed.size() && is_digit(printed[printed.size() - 1 - size])) {
        ++size;
    }
    const std::string_view last = printed.substr(printed.size() - size);
    if (last == digits && last.size() >= year_size + tail_digits_min && begins_with_year(last)) {
        return last.substr(year_size);
    }
    return last;
}

std::uint64_t hash_of_short(NumberForm form, std::string_view digits) {
    return combined(static_cast<std::uint64_t>(form), hash_of(digits));
}

bool carries(const BookItem& item, std::string_view canonical) {
    return item.reference == canonical || item.document == canonical;
}

}  // namespace

ShortForms short_forms_of(std::string_view printed) {
    ShortForms forms;
    const std::string canonical = canonical_number(printed);
    const std::string_view digits = without_letters_before(canonical);
    if (digits.size() < canonical.size() && all_digits(digits)) {
        forms.digits = digits;
    }
    const std::string_view last = running_number(printed, digits);
    if (last.size() < canonical.size() && last != forms.digits) {
        forms.tail = without_zeros(last);
        forms.tail_size_max = forms.tail.empty() ? 0 : last.size();
    }
    return forms;
}

void NumberIndex::build(std::span<const BookItem> items) {
    constexpr std::size_t numbers_of_item = 2;
    whole_.reserve(items.size() * numbers_of_item);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const BookItem& item = items[i];
        const auto index = static_cast<ItemIndex>(i);
        if (!item.reference.empty()) {
            masks_.learn_reference(item.reference);
            whole_.add(hash_of(item.reference), index);
        }
        if (!item.document.empty()) {
            masks_.learn_document(item.kind, item.document);
            whole_.add(hash_of(item.document), index);
            file_short_forms(item, index);
        }
    }
    whole_.build();
    short_.build(short_form_items_max);
}

void NumberIndex::file_short_forms(const BookItem& item, ItemIndex index) {
    const ShortForms forms = short_forms_of(item.source.document_number());
    if (!forms.digits.empty()) {
        masks_.learn_short_form(forms.digits);
        short_.add(hash_of_short(NumberForm::digits, forms.digits), index);
    }
    if (!forms.tail.empty()) {
        short_.add(hash_of_short(NumberForm::tail, forms.tail), index);
    }
}

std::vector<ItemIndex> NumberIndex::find(std::string_view canonical,
                                         std::span<const BookItem> items) const {
    std::vector<ItemIndex> found;
    const CompactIndex::Offer offer = whole_.find(hash_of(canonical));
    for (std::size_t i = 0; i < offer.size(); ++i) {
        if (carries(items[offer[i]], canonical)) {
            found.push_back(offer[i]);
        }
    }
    return found;
}

bool NumberIndex::holds(std::string_view canonical, std::span<const BookItem> items) const {
    const CompactIndex::Offer offer = whole_.find(hash_of(canonical));
    for (std::size_t i = 0; i < offer.size(); ++i) {
        if (carries(items[offer[i]], canonical)) {
            return true;
        }
    }
    return false;
}

NumberIndex::Shortened NumberIndex::find_short(NumberForm form, std::string_view digits,
                                               std::span<const BookItem> items) const {
    const std::string_view key = form == NumberForm::tail ? without_zeros(digits) : digits;
    const CompactIndex::Offer offer = short_.find(hash_of_short(form, key));
    Shortened found;
    for (std::size_t i = 0; i < offer.size(); ++i) {
        if (offer[i] == CompactIndex::too_many) {
            found.too_many = true;
            break;
        }
        const ShortForms forms = short_forms_of(items[offer[i]].source.document_number());
        const bool is_tail = forms.tail == key && digits.size() <= forms.tail_size_max;
        if (form == NumberForm::tail ? is_tail : forms.digits == key) {
            found.items.push_back(offer[i]);
        }
    }
    return found;
}

}  // namespace afletter::matching
