// Which parts of an item are kept, and in what order.
#include "packed/packed_items.hpp"

#include <afletter/assert.hpp>

#include <algorithm>

#include <tbb/parallel_sort.h>

namespace afletter::matching {

namespace {

Money as_bank_amount(ItemKind kind, const Money& amount) {
    if (kind == ItemKind::receivable) {
        return amount;
    }
    const auto outgoing = negated(amount);
    AFLETTER_ASSERT(outgoing.has_value());  // readers refuse the one amount without a counterpart
    return *outgoing;
}

}  // namespace

void PackedItems::add(const OpenItem& item) {
    std::string& bytes = next_;
    bytes.clear();
    Packer packer(bytes);
    packer.value(PackedItem::Head{
        .original = as_bank_amount(item.kind, item.amount),
        .settling = settling_amount(item),
        .issue_date = item.issue_date,
        .due_date = item.due_date.value_or(item.issue_date),
        .kind = item.kind,
        .is_closed = is_closed(item),
        .ibans = static_cast<std::uint32_t>(item.party_ibans.size()),
        .earlier_balances = static_cast<std::uint32_t>(item.earlier_balances.size())});
    for (const std::string* text :
         {&item.item_id, &item.document_number, &item.reference, &item.party_id, &item.party_name,
          &item.end_to_end_id, &item.batch_id, &item.mandate_id}) {
        packer.text(*text);
    }
    for (const Iban& iban : item.party_ibans) {
        packer.text(iban.text());
    }
    for (const Money& balance : item.earlier_balances) {
        packer.value(as_bank_amount(item.kind, balance));
    }
    places_.push_back(chunks_.add(bytes));
}

std::vector<PackedItem> PackedItems::by_id() const {
    std::vector<PackedItem> items;
    items.reserve(places_.size());
    for (const Chunks::Place& place : places_) {
        items.emplace_back(chunks_.at(place));
    }
    const auto is_before = [](const PackedItem& left, const PackedItem& right) {
        return left.item_id() < right.item_id();
    };
    if (!std::ranges::is_sorted(items, is_before)) {
        tbb::parallel_sort(items.begin(), items.end(), is_before);
    }
    const auto twice = std::ranges::adjacent_find(items, {}, &PackedItem::item_id);
    AFLETTER_ASSERT(twice == items.end());  // the ledger keeps item ids unique
    return items;
}

}  // namespace afletter::matching
