// Each question is cheaper than the look-ups that it saves.
#include "candidates/sure.hpp"

#include <algorithm>

namespace afletter::matching {

namespace {

bool names_nothing_else(const Naming& naming) {
    return naming.partial.empty() && naming.common.empty() && naming.unknown.empty() &&
           naming.damaged.empty() && naming.repaired.empty() && naming.parties.empty();
}

bool is_named_by_all(const Inquiry& inquiry, ItemIndex item) {
    const auto is_it = [item](std::span<const ItemIndex> items) {
        return items.size() == 1 && items.front() == item;
    };
    return (inquiry.by_end_to_end.empty() || is_it(inquiry.by_end_to_end)) &&
           std::ranges::all_of(inquiry.naming.numbers, is_it, &NamedNumber::items);
}

bool is_named_by_order_or_check(const Inquiry& inquiry, ItemIndex item) {
    return !inquiry.by_end_to_end.empty() ||
           std::ranges::any_of(inquiry.naming.numbers, [&](const NamedNumber& number) {
               return is_checked_reference(number, inquiry.books.item(item));
           });
}

bool is_paid_by_its_party(const Inquiry& inquiry, ItemIndex item) {
    const PartyIndex party = inquiry.books.item(item).party;
    return pays_from_account_of(inquiry, party) ||
           (inquiry.payer.parties.empty() && is_named_by_order_or_check(inquiry, item) &&
            name_level(inquiry, party) == Level::equal);
}

}  // namespace

bool is_sure(const Inquiry& inquiry, std::span<const Hypothesis> hypotheses) {
    const bool may_be_batch =
        !inquiry.line.detail.batch_id.empty() && inquiry.by_end_to_end.empty();
    if (inquiry.is_return || hypotheses.size() != 1 || may_be_batch ||
        !names_nothing_else(inquiry.naming)) {
        return false;
    }
    const ItemSet& items = hypotheses.front().items;
    if (items.size() != 1) {
        return false;
    }
    const BookItem& item = inquiry.books.item(items.front());
    return !item.closed && item.settling == inquiry.line.amount &&
           is_named_by_all(inquiry, items.front()) && is_paid_by_its_party(inquiry, items.front());
}

}  // namespace afletter::matching
