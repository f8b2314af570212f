// The open and closed items, read once and indexed for all lines: what match() searches in.
// Items are numbered in the order of their ids, so nothing depends on the order they came in.
#pragma once

#include <afletter/model/known_payer.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/settled_order.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "candidates/amount_habits.hpp"
#include "candidates/day_counts.hpp"
#include "candidates/grouped_index.hpp"
#include "candidates/learnt_accounts.hpp"
#include "candidates/number_index.hpp"
#include "candidates/parties.hpp"
#include "candidates/read_log.hpp"
#include "candidates/reference_types.hpp"
#include "packed/packed_items.hpp"
#include "text/names.hpp"

namespace afletter::matching {

// An item with what every line would otherwise work out again.
struct BookItem {
    PackedItem source;
    PartyIndex party = 0;
    Date issue_date;
    Date due_date;  // of issue where the source has none
    ItemKind kind = ItemKind::receivable;
    bool closed = false;
    bool reference_checked = false;  // `reference` has check digits, and they are right
    bool document_checked = false;   // the same of `document`, which is of a configured type
    TypeIndex reference_type = 0;
    TypeIndex document_type = 0;
    Money settling;              // what is open, as a bank amount
    Money original;              // what it was, as a bank amount
    std::string_view reference;  // canonical; empty when there is none
    std::string_view document;   // canonical; empty when there is none, or too short to tell

    // What was open when the books were read, as a bank amount.
    [[nodiscard]] Money opening() const { return source.settling_amount(); }
    // Whether this is a number of the item that has check digits.
    [[nodiscard]] bool has_checked(std::string_view canonical) const {
        return (reference_checked && reference == canonical) ||
               (document_checked && document == canonical);
    }
};

// What a line, or all lines of one order of ours, have settled of an item, as a bank amount.
struct ItemShare {
    ItemIndex item = 0;
    Money amount;
};

// What may change between rounds is noted in the ReadLog of the thread that asks for it.
class Books {
  public:
    // `formats` must outlive the books.
    explicit Books(PackedItems items, std::span<const SettledOrder> orders = {},
                   std::span<const ReferenceFormat> formats = {});
    explicit Books(std::span<const OpenItem> items, std::span<const SettledOrder> orders = {},
                   std::span<const ReferenceFormat> formats = {});
    Books(const Books&) = delete;  // its items refer to its own bytes
    Books& operator=(const Books&) = delete;

    [[nodiscard]] const BookItem& item(ItemIndex index) const {
        ReadLog::note(BooksPart::party(items_[index].party));
        return items_[index];
    }
    // It must be there.
    [[nodiscard]] ItemIndex index_of(std::string_view item_id) const;
    [[nodiscard]] std::size_t item_count() const { return items_.size(); }
    [[nodiscard]] Party party(PartyIndex index) const { return parties_.at(index); }
    [[nodiscard]] PartyIndex party_index_of(ItemIndex index) const { return items_[index].party; }
    [[nodiscard]] Party party_of(ItemIndex index) const { return party(items_[index].party); }

    // Ascending.
    [[nodiscard]] std::span<const ItemIndex> open_items_of(PartyIndex index) const {
        ReadLog::note(BooksPart::party(index));
        return parties_.open_items_of(index);
    }

    // Books this part of a line, signed as the line, on the item: what is open of it becomes less,
    // or more again. As if the books had been read anew.
    void settle(ItemIndex index, const Money& share);
    // Remembers what a line has settled, or given back, under an order of ours.
    void add_order(const SettledOrder& order);
    // Remembers that this account has paid for the party, under its name.
    void learn_account(std::string_view iban, PartyIndex party);
    // The same of a line matched earlier; where its item is not in the books, or the name is not
    // the party's, nothing.
    void learn_account(const KnownPayer& payer);
    // What these have changed since this was last asked.
    [[nodiscard]] BooksChanges take_changes() { return std::exchange(changes_, {}); }

    // All of them, for what does not change of an item: reading it is not noted.
    [[nodiscard]] std::span<const BookItem> items() const { return items_; }
    [[nodiscard]] const NumberIndex& numbers() const { return numbers_; }
    [[nodiscard]] const ReferenceTypes& types() const { return types_; }

    // Exact, by the canonical reference or document number.
    [[nodiscard]] std::vector<ItemIndex> with_number(std::string_view canonical) const;
    [[nodiscard]] std::vector<ItemIndex> with_end_to_end_id(std::string_view id) const;
    // What earlier lines that name this order have settled; by item.
    [[nodiscard]] std::vector<ItemShare> settled_under(const std::string& end_to_end_id) const;
    [[nodiscard]] std::vector<ItemIndex> with_mandate(std::string_view id) const;
    [[nodiscard]] std::vector<ItemIndex> with_batch(std::string_view id) const;
    [[nodiscard]] std::vector<PartyIndex> with_iban(std::string_view iban) const;
    // Those whom it has paid for under their names; nobody's where there are so many that whoever
    // owns it pays for others.
    [[nodiscard]] std::vector<PartyIndex> with_learnt_iban(std::string_view iban) const;
    // By the canonical number of a type that names parties.
    [[nodiscard]] std::vector<PartyIndex> with_party_number(const std::string& canonical) const;
    // Items that are, were, or were in part paid by this amount: open balances, now and before,
    // original amount and what has been paid of it.
    [[nodiscard]] std::vector<ItemIndex> of_party_with_amount(PartyIndex party,
                                                              const Money& amount) const;
    // The same over all parties that have this word in their name. Not compared: see GroupedIndex.
    [[nodiscard]] std::span<const ItemIndex> with_word_and_amount(std::string_view word,
                                                                  const Money& amount) const;
    [[nodiscard]] bool has_amount(ItemIndex index, const Money& amount) const;
    // Parties of whose name a word begins as this one does. Not compared: see GroupedIndex.
    [[nodiscard]] std::span<const PartyIndex> named_like(std::string_view word) const;
    // Items of all parties that have this amount: thousands in mass billing. Not compared.
    [[nodiscard]] std::span<const ItemIndex> with_amount(const Money& amount) const;
    [[nodiscard]] std::size_t count_with_amount(const Money& amount) const {
        return with_amount(amount).size();
    }

    // Gives the name's tokens the weights that they have among the names of these books.
    void weigh(NameKey& name) const { parties_.name_counts().weigh(name.tokens); }

    // See AmountHabits.
    [[nodiscard]] std::uint32_t twins_per_million(PartyIndex party, const Money& amount) const;

    // Items that were open when the books were read and that money in this direction would settle;
    // and those of them issued by this day.
    [[nodiscard]] std::uint32_t open_count(bool outgoing) const { return open_counts_[outgoing]; }
    [[nodiscard]] std::uint32_t issued_count(bool outgoing, Date until) const {
        return issue_days_[outgoing].count_until(until);
    }

  private:
    static constexpr std::size_t word_start_size = 4;  // letters that a word cut off has left
    // Parties with more items have an index of their amounts; of the others all items are looked
    // at.
    static constexpr std::size_t large_party = 16;

    // Of has_amount(), without a note.
    [[nodiscard]] static bool is_amount_of(const BookItem& item, const Money& amount);
    [[nodiscard]] bool is_large(PartyIndex party) const {
        return parties_.at(party).items.size() > large_party;
    }

    // Reading; in candidates/books_reading.
    void add_items(std::span<const PackedItem> sources);
    void read_numbers();
    void collect_party_numbers();
    void build_indexes();
    void index_parties();
    // Calls file(key) for each key that an item with this amount has in by_word_amount_.
    template <class File>
    void for_each_word(ItemIndex index, std::uint64_t amount_hash, const File& file) const {
        for (const NameKey& name : party_of(index).names) {
            for (const std::string_view word : name.words()) {
                file(combined(hash_of(word), amount_hash));
            }
        }
    }
    void change_amounts(ItemIndex index, std::span<const Money> before);

    PackedItems packed_;
    ReferenceTypes types_;
    LargeVector<BookItem> items_;
    std::vector<std::string> numbers_text_;  // canonical numbers that are not as printed
    Parties parties_;
    BooksChanges changes_;
    std::unordered_map<std::string, std::vector<PartyIndex>> party_numbers_;
    NumberIndex numbers_;
    GroupedIndex by_end_to_end_;
    GroupedIndex by_mandate_;
    GroupedIndex by_batch_;
    GroupedIndex by_iban_;
    GroupedIndex by_word_start_;    // parties
    GroupedIndex by_party_amount_;  // of large parties
    GroupedIndex by_word_amount_;
    GroupedIndex by_amount_;
    AmountHabits habits_;
    std::unordered_map<std::string, std::vector<ItemShare>> settled_orders_;
    LearntAccounts learnt_accounts_;
    std::array<std::uint32_t, 2> open_counts_{};  // incoming, outgoing
    std::array<DayCounts, 2> issue_days_;         // of the same
};

// What the item is, was, and was paid, each once: the amounts it can be found by.
[[nodiscard]] std::vector<Money> amounts_of(const BookItem& item);
[[nodiscard]] std::uint64_t hash_of_amount(const Money& amount);
// What has been paid of an item; empty when nothing has.
[[nodiscard]] std::optional<Money> paid_part(const BookItem& item);

}  // namespace afletter::matching
