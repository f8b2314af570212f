// One loop, one condition each.
#include "reference_books.hpp"

#include <algorithm>

#include "text/names.hpp"
#include "text/numbers.hpp"

namespace afletter::test {

using matching::ItemIndex;

namespace {

bool was_ever(const OpenItem& item, const Money& amount) {
    const std::int64_t sign = item.kind == ItemKind::receivable ? 1 : -1;
    const std::int64_t whole = sign * item.amount.minor_units();
    const std::int64_t open = sign * item.open_amount.minor_units();
    const std::int64_t wanted = amount.minor_units();
    return wanted != 0 && item.amount.currency() == amount.currency() &&
           (whole == wanted || open == wanted || whole - open == wanted);
}

}  // namespace

template <class Predicate>
std::vector<ItemIndex> ReferenceBooks::all_that(Predicate fits) const {
    std::vector<ItemIndex> found;
    for (ItemIndex i = 0; i < items.size(); ++i) {
        if (fits(items[i])) {
            found.push_back(i);
        }
    }
    return found;
}

std::vector<ItemIndex> ReferenceBooks::with_number(std::string_view number) const {
    return all_that([number](const OpenItem& item) {
        return matching::canonical_number(item.reference) == number ||
               matching::canonical_number(item.document_number) == number;
    });
}

std::vector<ItemIndex> ReferenceBooks::with_end_to_end_id(std::string_view id) const {
    return all_that([id](const OpenItem& item) { return item.end_to_end_id == id; });
}

std::vector<ItemIndex> ReferenceBooks::with_batch(std::string_view id) const {
    return all_that([id](const OpenItem& item) { return item.batch_id == id; });
}

std::vector<ItemIndex> ReferenceBooks::with_iban(std::string_view iban) const {
    const auto is_this = [iban](const Iban& known) { return known.text() == iban; };
    return all_that([&](const OpenItem& item) {
        return std::ranges::any_of(items, [&](const OpenItem& other) {
            return other.party_id == item.party_id &&
                   std::ranges::any_of(other.party_ibans, is_this);
        });
    });
}

std::vector<ItemIndex> ReferenceBooks::of_party_with_amount(std::string_view party_id,
                                                            const Money& amount) const {
    return all_that(
        [&](const OpenItem& item) { return item.party_id == party_id && was_ever(item, amount); });
}

std::vector<ItemIndex> ReferenceBooks::of_namesakes(std::string_view name,
                                                    const Money& amount) const {
    const matching::NameKey key = matching::name_key(name);
    return all_that([&](const OpenItem& item) {
        const matching::NameKey party = matching::name_key(item.party_name);
        const auto words = party.words();
        const bool shares_a_word = std::ranges::any_of(key.words(), [&](std::string_view word) {
            return std::ranges::find(words, word) != words.end();
        });
        return shares_a_word && matching::agreement(compare_names(key, party)) > 0 &&
               was_ever(item, amount);
    });
}

}  // namespace afletter::test
