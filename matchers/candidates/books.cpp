// Reading the items into the indexes, and asking them.
#include "candidates/books.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t number_min = 4;  // a shorter number names nothing
constexpr std::size_t word_start = 4;  // letters that a word cut off has left

std::vector<const OpenItem*> in_order_of_id(std::span<const OpenItem> items) {
    std::vector<const OpenItem*> ordered;
    ordered.reserve(items.size());
    for (const OpenItem& item : items) {
        ordered.push_back(&item);
    }
    std::ranges::sort(ordered, {},
                      [](const OpenItem* item) -> std::string_view { return item->item_id; });
    const auto twice = std::ranges::adjacent_find(
        ordered, {}, [](const OpenItem* item) -> std::string_view { return item->item_id; });
    AFLETTER_ASSERT(twice == ordered.end());  // the ledger keeps item ids unique
    return ordered;
}

Money as_bank_amount(ItemKind kind, const Money& amount) {
    if (kind == ItemKind::receivable) {
        return amount;
    }
    const auto outgoing = negated(amount);
    AFLETTER_ASSERT(outgoing.has_value());  // readers refuse the one amount without a counterpart
    return *outgoing;
}

bool is_checked(const std::string& reference) {
    constexpr std::size_t unchecked_length = 7;  // a betalingskenmerk of 7 digits has no check
    return CreditorReference::parse(reference).has_value() ||
           (reference.size() != unchecked_length && PaymentReference::parse(reference));
}

// What the number is as one of a configured type; where it is of none, what it was.
struct ReadNumber {
    std::string canonical;
    TypeIndex type = 0;
    bool checked = false;
};
ReadNumber read_number(const ReferenceTypes& types, const std::string& printed) {
    if (auto typed = types.read(Names::item, printed)) {
        return {std::move(typed->canonical), typed->type, typed->checked};
    }
    return {.canonical = canonical_number(printed)};
}

BookItem book_item(const OpenItem& source, PartyIndex party, const ReferenceTypes& types) {
    ReadNumber reference = read_number(types, source.reference);
    ReadNumber document = read_number(types, source.document_number);
    BookItem item{.source = &source,
                  .party = party,
                  .closed = is_closed(source),
                  .reference_checked = reference.checked,
                  .document_checked = document.checked,
                  .reference_type = reference.type,
                  .document_type = document.type,
                  .settling = settling_amount(source),
                  .opening = settling_amount(source),
                  .original = as_bank_amount(source.kind, source.amount),
                  .reference = std::move(reference.canonical),
                  .document = std::move(document.canonical)};
    for (std::string* number : {&item.reference, &item.document}) {
        if (number->size() < number_min || !has_digit(*number)) {
            number->clear();
        }
    }
    if (item.reference_type == 0) {
        item.reference_checked = is_checked(item.reference);
    }
    return item;
}

// What has been paid of an item; empty when nothing has.
std::optional<Money> paid_part(const BookItem& item) {
    const auto paid = checked_subtract(item.original, item.settling);
    return paid && !paid->is_zero() ? std::optional<Money>(*paid) : std::nullopt;
}

// What the item is, was, and was paid, each once: the amounts it can be found by.
std::vector<Money> amounts_of(const BookItem& item) {
    std::vector<Money> amounts{item.original};
    const auto add = [&amounts](const Money& amount) {
        if (std::ranges::find(amounts, amount) == amounts.end()) {
            amounts.push_back(amount);
        }
    };
    for (const Money& balance : item.source->earlier_balances) {
        add(as_bank_amount(item.source->kind, balance));
    }
    if (!item.opening.is_zero()) {
        add(item.opening);
    }
    if (!item.closed) {
        add(item.settling);
    }
    if (const auto paid = paid_part(item)) {
        add(*paid);
    }
    return amounts;
}

std::uint64_t hash_of_amount(const Money& amount) {
    return combined(static_cast<std::uint64_t>(amount.minor_units()),
                    hash_of(amount.currency().code()));
}

template <class Value>
void add_once(std::vector<Value>& values, const Value& value) {
    if (std::ranges::find(values, value) == values.end()) {
        values.push_back(value);
    }
}

// What the index offers, less the collisions.
template <class Predicate>
std::vector<ItemIndex> compared(std::span<const ItemIndex> offered, Predicate same) {
    std::vector<ItemIndex> found;
    std::ranges::copy_if(offered, std::back_inserter(found), same);
    return found;
}

}  // namespace

Books::Books(std::span<const OpenItem> items, std::span<const SettledOrder> orders,
             std::span<const ReferenceFormat> formats)
    : types_(formats) {
    items_.reserve(items.size());
    for (const OpenItem* source : in_order_of_id(items)) {
        add_item(*source);
    }
    collect_parties();
    for (ItemIndex i = 0; i < items_.size(); ++i) {
        index(i);
    }
    numbers_.build(items_);
    for (GroupedIndex* built :
         {&by_end_to_end_, &by_mandate_, &by_batch_, &by_iban_, &by_word_start_, &by_party_amount_,
          &by_word_amount_, &by_amount_}) {
        built->build();
    }
    habits_.build();
    for (DayCounts& days : issue_days_) {
        days.build();
    }
    for (const SettledOrder& order : orders) {
        add_order(order);
    }
}

void Books::add_item(const OpenItem& source) {
    items_.push_back(book_item(source, party_index_of(source), types_));
    const BookItem& item = items_.back();
    if (!item.closed) {
        ++open_counts_[item.settling.is_negative()];
        issue_days_[item.settling.is_negative()].add(source.issue_date);
    }
}

// Without an id the name is the party; without both, the item is its own.
PartyIndex Books::party_index_of(const OpenItem& source) {
    std::string key = "item " + source.item_id;
    if (!source.party_id.empty()) {
        key = "id " + source.party_id;
    } else if (!source.party_name.empty()) {
        key = "name " + source.party_name;
    }
    const auto next = static_cast<PartyIndex>(party_indexes_.size());
    return party_indexes_.try_emplace(std::move(key), next).first->second;
}

void Books::collect_parties() {
    parties_.resize(party_indexes_.size());
    open_items_.resize(party_indexes_.size());
    for (ItemIndex i = 0; i < items_.size(); ++i) {
        Party& party = parties_[items_[i].party];
        party.items.push_back(i);
        if (!items_[i].closed) {
            open_items_[items_[i].party].push_back(i);
        }
        for (const Iban& iban : items_[i].source->party_ibans) {
            add_once<std::string_view>(party.ibans, iban.text());
        }
        const bool named_before =
            party.items.size() > 1 &&
            items_[party.items.front()].source->party_name == items_[i].source->party_name;
        if (!named_before) {
            add_once(party.names, name_key(items_[i].source->party_name));
        }
    }
    for (PartyIndex i = 0; i < parties_.size(); ++i) {
        for (const std::string_view iban : parties_[i].ibans) {
            by_iban_.add(hash_of(iban), i);
        }
        for (const NameKey& name : parties_[i].names) {
            for (const std::string_view word : name.words) {
                by_word_start_.add(hash_of(word.substr(0, word_start)), i);
            }
        }
    }
    party_indexes_ = {};
    collect_party_numbers();
    weigh_names();
}

void Books::collect_party_numbers() {
    for (PartyIndex i = 0; types_.any_of(Names::party) && i < parties_.size(); ++i) {
        const std::string& printed = items_[parties_[i].items.front()].source->party_id;
        if (const auto typed = types_.read(Names::party, printed)) {
            party_numbers_[typed->canonical].push_back(i);
        }
    }
}

void Books::weigh_names() {
    for (const Party& party : parties_) {
        for (const NameKey& name : party.names) {
            name_counts_.add(name.tokens);
        }
    }
    for (Party& party : parties_) {
        std::ranges::for_each(party.names, [this](NameKey& name) { weigh(name); });
    }
}

void Books::index(ItemIndex index) {
    const BookItem& item = items_[index];
    const auto file = [index](GroupedIndex& into, std::string_view text) {
        if (!text.empty()) {
            into.add(hash_of(text), index);
        }
    };
    file(by_end_to_end_, item.source->end_to_end_id);
    file(by_mandate_, item.source->mandate_id);
    file(by_batch_, item.source->batch_id);
    habits_.add(hash_of_amount(item.original), item.party);
    for (const Money& amount : amounts_of(item)) {
        with_amount_keys(index, amount,
                         [index](GroupedIndex& into, std::uint64_t key) { into.add(key, index); });
    }
}

template <class File>
void Books::with_amount_keys(ItemIndex index, const Money& amount, const File& file) {
    const std::uint64_t hash = hash_of_amount(amount);
    file(by_amount_, hash);
    file(by_party_amount_, combined(items_[index].party, hash));
    for (const NameKey& name : party_of(index).names) {
        for (const std::string& word : name.words) {
            file(by_word_amount_, combined(hash_of(word), hash));
        }
    }
}

ItemIndex Books::index_of(std::string_view item_id) const {
    const auto item = std::ranges::lower_bound(
        items_, item_id, {},
        [](const BookItem& known) -> std::string_view { return known.source->item_id; });
    AFLETTER_ASSERT(item != items_.end() && item->source->item_id == item_id);
    return static_cast<ItemIndex>(item - items_.begin());
}

void Books::settle(std::string_view item_id, const Money& share) {
    const ItemIndex index = index_of(item_id);
    BookItem& item = items_[index];
    const auto left = checked_subtract(item.settling, share);
    AFLETTER_ASSERT(left.has_value());
    const std::vector<Money> before = amounts_of(item);
    std::vector<ItemIndex>& open = open_items_[item.party];
    std::erase(open, index);
    item.settling = *left;
    item.closed = left->is_zero();
    if (!item.closed) {
        open.insert(std::ranges::lower_bound(open, index), index);
    }
    change_amounts(index, before);
    changes_.add(BooksPart::item(index));
    changes_.add(BooksPart::party(item.party));
}

void Books::change_amounts(ItemIndex index, std::span<const Money> before) {
    const std::vector<Money> after = amounts_of(items_[index]);
    for (const Money& amount : before) {
        if (std::ranges::find(after, amount) == after.end()) {
            changes_.add(BooksPart::amount(hash_of_amount(amount)));
            with_amount_keys(index, amount, [index](GroupedIndex& from, std::uint64_t key) {
                from.remove(key, index);
            });
        }
    }
    for (const Money& amount : after) {
        if (std::ranges::find(before, amount) == before.end()) {
            changes_.add(BooksPart::amount(hash_of_amount(amount)));
            with_amount_keys(index, amount, [index](GroupedIndex& into, std::uint64_t key) {
                into.insert(key, index);
            });
        }
    }
}

void Books::add_order(const SettledOrder& order) {
    changes_.add(BooksPart::order(hash_of(order.end_to_end_id)));
    std::vector<OrderShare>& shares = settled_orders_[order.end_to_end_id];
    const ItemIndex item = index_of(order.item_id);
    const auto at = std::ranges::lower_bound(shares, item, {}, &OrderShare::item);
    if (at == shares.end() || at->item != item) {
        shares.insert(at, {item, order.amount});
        return;
    }
    const auto sum = checked_add(at->amount, order.amount);
    AFLETTER_ASSERT(sum.has_value());  // of one item, in its currency
    at->amount = *sum;
}

std::vector<OrderShare> Books::settled_under(const std::string& end_to_end_id) const {
    ReadLog::note(BooksPart::order(hash_of(end_to_end_id)));
    const auto found = settled_orders_.find(end_to_end_id);
    return found == settled_orders_.end() ? std::vector<OrderShare>() : found->second;
}

std::vector<ItemIndex> Books::with_number(std::string_view canonical) const {
    return numbers_.find(canonical, items_);
}

std::vector<ItemIndex> Books::with_end_to_end_id(std::string_view id) const {
    return compared(by_end_to_end_.find(hash_of(id)),
                    [&](ItemIndex i) { return items_[i].source->end_to_end_id == id; });
}

std::vector<ItemIndex> Books::with_mandate(std::string_view id) const {
    return compared(by_mandate_.find(hash_of(id)),
                    [&](ItemIndex i) { return items_[i].source->mandate_id == id; });
}

std::vector<ItemIndex> Books::with_batch(std::string_view id) const {
    return compared(by_batch_.find(hash_of(id)),
                    [&](ItemIndex i) { return items_[i].source->batch_id == id; });
}

std::vector<PartyIndex> Books::with_iban(std::string_view iban) const {
    return compared(by_iban_.find(hash_of(iban)), [&](PartyIndex i) {
        return std::ranges::find(parties_[i].ibans, iban) != parties_[i].ibans.end();
    });
}

std::vector<PartyIndex> Books::with_party_number(const std::string& canonical) const {
    const auto found = party_numbers_.find(canonical);
    return found == party_numbers_.end() ? std::vector<PartyIndex>() : found->second;
}

std::vector<ItemIndex> Books::of_party_with_amount(PartyIndex party, const Money& amount) const {
    ReadLog::note(BooksPart::party(party));  // which changes with each of its items
    return compared(by_party_amount_.find(combined(party, hash_of_amount(amount))),
                    [&](ItemIndex i) { return items_[i].party == party && has_amount(i, amount); });
}

std::span<const ItemIndex> Books::with_word_and_amount(std::string_view word,
                                                       const Money& amount) const {
    ReadLog::note(BooksPart::amount(hash_of_amount(amount)));
    return by_word_amount_.find(combined(hash_of(word), hash_of_amount(amount)));
}

bool Books::has_amount(ItemIndex index, const Money& amount) const {
    const BookItem& item = this->item(index);
    const auto was_open = [&](const Money& balance) {
        return as_bank_amount(item.source->kind, balance) == amount;
    };
    return item.original == amount || (!item.closed && item.settling == amount) ||
           (item.opening == amount && !amount.is_zero()) || paid_part(item) == amount ||
           std::ranges::any_of(item.source->earlier_balances, was_open);
}

std::uint32_t Books::twins_per_million(PartyIndex party, const Money& amount) const {
    return habits_.twins_per_million(hash_of_amount(amount), parties_[party].items.size());
}

std::span<const PartyIndex> Books::named_like(std::string_view word) const {
    return by_word_start_.find(hash_of(word.substr(0, word_start)));
}

std::span<const ItemIndex> Books::with_amount(const Money& amount) const {
    ReadLog::note(BooksPart::amount(hash_of_amount(amount)));
    return by_amount_.find(hash_of_amount(amount));
}

}  // namespace afletter::matching
