// Asking the books, and changing them.
#include "candidates/books.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <iterator>

namespace afletter::matching {

namespace {

// What the index offers, less the collisions.
template <class Predicate>
std::vector<ItemIndex> compared(std::span<const ItemIndex> offered, Predicate same) {
    std::vector<ItemIndex> found;
    std::ranges::copy_if(offered, std::back_inserter(found), same);
    return found;
}

}  // namespace

ItemIndex Books::index_of(std::string_view item_id) const {
    const auto item = std::ranges::lower_bound(
        items_, item_id, {}, [](const BookItem& known) { return known.source.item_id(); });
    AFLETTER_ASSERT(item != items_.end() && item->source.item_id() == item_id);
    return static_cast<ItemIndex>(item - items_.begin());
}

void Books::settle(ItemIndex index, const Money& share) {
    BookItem& item = items_[index];
    const auto left = checked_subtract(item.settling, share);
    AFLETTER_ASSERT(left.has_value());
    const std::vector<Money> before = amounts_of(item);
    const bool was_closed = std::exchange(item.closed, left->is_zero());
    item.settling = *left;
    if (was_closed && !item.closed) {
        parties_.open(item.party, index);
    } else if (!was_closed && item.closed) {
        parties_.close(item.party, index);
    }
    change_amounts(index, before);
    changes_.add(BooksPart::party(item.party));
}

void Books::change_amounts(ItemIndex index, std::span<const Money> before) {
    const std::vector<Money> after = amounts_of(items_[index]);
    const PartyIndex party = items_[index].party;
    const auto change = [&](const Money& amount, auto file) {
        const std::uint64_t hash = hash_of_amount(amount);
        changes_.add(BooksPart::amount(hash));
        file(by_amount_, hash);
        if (is_large(party)) {
            file(by_party_amount_, combined(party, hash));
        }
        for_each_word(index, hash, [&](std::uint64_t key) { file(by_word_amount_, key); });
    };
    for (const Money& amount : before) {
        if (std::ranges::find(after, amount) == after.end()) {
            change(amount,
                   [index](GroupedIndex& from, std::uint64_t key) { from.remove(key, index); });
        }
    }
    for (const Money& amount : after) {
        if (std::ranges::find(before, amount) == before.end()) {
            change(amount,
                   [index](GroupedIndex& into, std::uint64_t key) { into.insert(key, index); });
        }
    }
}

void Books::add_order(const SettledOrder& order) {
    changes_.add(BooksPart::order(hash_of(order.end_to_end_id)));
    std::vector<ItemShare>& shares = settled_orders_[order.end_to_end_id];
    const ItemIndex item = index_of(order.item_id);
    const auto at = std::ranges::lower_bound(shares, item, {}, &ItemShare::item);
    if (at == shares.end() || at->item != item) {
        shares.insert(at, {item, order.amount});
        return;
    }
    const auto sum = checked_add(at->amount, order.amount);
    AFLETTER_ASSERT(sum.has_value());  // of one item, in its currency
    at->amount = *sum;
}

std::vector<ItemShare> Books::settled_under(const std::string& end_to_end_id) const {
    ReadLog::note(BooksPart::order(hash_of(end_to_end_id)));
    const auto found = settled_orders_.find(end_to_end_id);
    return found == settled_orders_.end() ? std::vector<ItemShare>() : found->second;
}

std::vector<ItemIndex> Books::with_number(std::string_view canonical) const {
    return numbers_.find(canonical, items_);
}

std::vector<ItemIndex> Books::with_end_to_end_id(std::string_view id) const {
    return compared(by_end_to_end_.find(hash_of(id)),
                    [&](ItemIndex i) { return items_[i].source.end_to_end_id() == id; });
}

std::vector<ItemIndex> Books::with_mandate(std::string_view id) const {
    return compared(by_mandate_.find(hash_of(id)),
                    [&](ItemIndex i) { return items_[i].source.mandate_id() == id; });
}

std::vector<ItemIndex> Books::with_batch(std::string_view id) const {
    return compared(by_batch_.find(hash_of(id)),
                    [&](ItemIndex i) { return items_[i].source.batch_id() == id; });
}

std::vector<PartyIndex> Books::with_iban(std::string_view iban) const {
    return compared(by_iban_.find(hash_of(iban)), [&](PartyIndex i) {
        const auto ibans = parties_.at(i).ibans;
        return std::ranges::find(ibans, iban) != ibans.end();
    });
}

void Books::learn_account(std::string_view iban, PartyIndex party) {
    const auto known = parties_.at(party).ibans;
    if (std::ranges::find(known, iban) == known.end() &&
        learnt_accounts_.add(hash_of(iban), party)) {
        changes_.add(BooksPart::account(hash_of(iban)));
    }
}

void Books::learn_account(const KnownPayer& payer) {
    const auto item = std::ranges::lower_bound(
        items_, payer.item_id, {}, [](const BookItem& known) { return known.source.item_id(); });
    if (item == items_.end() || item->source.item_id() != payer.item_id) {
        return;
    }
    NameKey name = name_key(payer.name);
    weigh(name);
    if (std::ranges::any_of(parties_.at(item->party).names, [&name](const NameKey& known) {
            return compare_names(name, known) == Level::equal;
        })) {
        learn_account(payer.iban, item->party);
    }
}

std::vector<PartyIndex> Books::with_learnt_iban(std::string_view iban) const {
    ReadLog::note(BooksPart::account(hash_of(iban)));
    const auto parties = learnt_accounts_.of(hash_of(iban));
    return {parties.begin(), parties.end()};
}

std::vector<PartyIndex> Books::with_party_number(const std::string& canonical) const {
    const auto found = party_numbers_.find(canonical);
    return found == party_numbers_.end() ? std::vector<PartyIndex>() : found->second;
}

std::vector<ItemIndex> Books::of_party_with_amount(PartyIndex party, const Money& amount) const {
    ReadLog::note(BooksPart::party(party));  // which changes with each of its items
    const auto offered = is_large(party)
                             ? by_party_amount_.find(combined(party, hash_of_amount(amount)))
                             : parties_.at(party).items;
    return compared(offered, [&](ItemIndex i) {
        return items_[i].party == party && is_amount_of(items_[i], amount);
    });
}

std::span<const ItemIndex> Books::with_word_and_amount(std::string_view word,
                                                       const Money& amount) const {
    ReadLog::note(BooksPart::amount(hash_of_amount(amount)));
    return by_word_amount_.find(combined(hash_of(word), hash_of_amount(amount)));
}

bool Books::has_amount(ItemIndex index, const Money& amount) const {
    return is_amount_of(item(index), amount);
}

bool Books::is_amount_of(const BookItem& item, const Money& amount) {
    if (item.original == amount || (!item.closed && item.settling == amount) ||
        (item.opening() == amount && !amount.is_zero()) || paid_part(item) == amount) {
        return true;
    }
    bool was_open = false;
    item.source.for_each_earlier_balance(
        [&](const Money& balance) { was_open = was_open || balance == amount; });
    return was_open;
}

std::uint32_t Books::twins_per_million(PartyIndex party, const Money& amount) const {
    return habits_.twins_per_million(hash_of_amount(amount), parties_.at(party).items.size());
}

std::span<const PartyIndex> Books::named_like(std::string_view word) const {
    return by_word_start_.find(hash_of(word.substr(0, word_start_size)));
}

std::span<const ItemIndex> Books::with_amount(const Money& amount) const {
    ReadLog::note(BooksPart::amount(hash_of_amount(amount)));
    return by_amount_.find(hash_of_amount(amount));
}

}  // namespace afletter::matching
