// The open and closed items, read once and indexed for all lines: what match() searches in.
// Items are numbered in the order of their ids, so nothing depends on the order they came in.
#pragma once

#include <afletter/model/open_item.hpp>
#include <afletter/model/settled_order.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "candidates/amount_habits.hpp"
#include "candidates/grouped_index.hpp"
#include "candidates/number_index.hpp"
#include "text/names.hpp"

namespace afletter::matching {

using PartyIndex = std::uint32_t;

// An item with what every line would otherwise work out again.
struct BookItem {
    const OpenItem* source = nullptr;
    PartyIndex party = 0;
    bool closed = false;
    bool reference_checked = false;  // `reference` has check digits, and they are right
    Money settling;                  // what is open, as a bank amount
    Money original;                  // what it was, as a bank amount
    std::string reference;           // canonical; empty when there is none
    std::string document;            // canonical; empty when there is none, or too short to tell
};

struct Party {
    std::vector<NameKey> names;
    std::vector<std::string_view> ibans;
    std::vector<ItemIndex> items;
    std::vector<ItemIndex> open_items;
};

// What one order of ours has settled of an item, as a bank amount.
struct OrderShare {
    ItemIndex item = 0;
    Money amount;
};

class Books {
  public:
    explicit Books(std::span<const OpenItem> items, std::span<const SettledOrder> orders = {});

    [[nodiscard]] const BookItem& item(ItemIndex index) const { return items_[index]; }
    [[nodiscard]] std::size_t item_count() const { return items_.size(); }
    [[nodiscard]] const Party& party(PartyIndex index) const { return parties_[index]; }
    [[nodiscard]] const Party& party_of(ItemIndex index) const {
        return parties_[items_[index].party];
    }

    // What is open of it, in minor units without sign.
    [[nodiscard]] std::int64_t open_amount_of(std::string_view item_id) const;
    [[nodiscard]] std::span<const BookItem> items() const { return items_; }
    [[nodiscard]] const NumberIndex& numbers() const { return numbers_; }

    // Exact, by the canonical reference or document number.
    [[nodiscard]] std::vector<ItemIndex> with_number(std::string_view canonical) const;
    [[nodiscard]] std::vector<ItemIndex> with_end_to_end_id(std::string_view id) const;
    // What earlier lines that name this order have settled; by item.
    [[nodiscard]] std::vector<OrderShare> settled_under(const std::string& end_to_end_id) const;
    [[nodiscard]] std::vector<ItemIndex> with_mandate(std::string_view id) const;
    [[nodiscard]] std::vector<ItemIndex> with_batch(std::string_view id) const;
    [[nodiscard]] std::vector<PartyIndex> with_iban(std::string_view iban) const;
    // Items that are, were, or were in part paid by this amount: open balance, original amount and
    // what has been paid of it.
    [[nodiscard]] std::vector<ItemIndex> of_party_with_amount(PartyIndex party,
                                                              const Money& amount) const;
    // The same over all parties that have this word in their name. Not compared: see GroupedIndex.
    [[nodiscard]] std::span<const ItemIndex> with_word_and_amount(std::string_view word,
                                                                  const Money& amount) const;
    [[nodiscard]] bool has_amount(ItemIndex index, const Money& amount) const;
    // False only if no name of the item's party can be similar to this one.
    [[nodiscard]] bool may_be_named(ItemIndex index, const NameKey& name) const;
    // How many items of all parties have this amount: thousands in mass billing.
    [[nodiscard]] std::size_t count_with_amount(const Money& amount) const;

    // See AmountHabits.
    [[nodiscard]] std::uint32_t twins_per_million(PartyIndex party, const Money& amount) const;

    // Whether the document numbers of this kind of item ever look like this.
    [[nodiscard]] bool has_shape(ItemKind kind, const std::string& shape) const;
    // Open items that money in this direction would settle.
    [[nodiscard]] std::uint32_t open_count(bool outgoing) const { return open_counts_[outgoing]; }

  private:
    [[nodiscard]] ItemIndex index_of(std::string_view item_id) const;
    void add_item(const OpenItem& source);
    PartyIndex party_index_of(const OpenItem& source);
    void index(ItemIndex index);
    void index_amount(ItemIndex index, const Money& amount);
    void collect_parties();

    // Letters of a party's names: of all its words and initials, and those its names share.
    struct NameLetters {
        std::uint32_t any = 0;
        std::uint32_t shared = 0;
    };
    [[nodiscard]] static NameLetters letters_of(const Party& party);

    std::vector<BookItem> items_;
    std::vector<NameLetters> name_letters_;  // by item, together: they are looked at most often
    std::vector<Party> parties_;
    std::unordered_map<std::string, PartyIndex> party_indexes_;
    NumberIndex numbers_;
    GroupedIndex by_end_to_end_;
    GroupedIndex by_mandate_;
    GroupedIndex by_batch_;
    GroupedIndex by_iban_;
    GroupedIndex by_party_amount_;
    GroupedIndex by_word_amount_;
    GroupedIndex by_amount_;
    AmountHabits habits_;
    std::unordered_map<std::string, std::vector<OrderShare>> settled_orders_;
    std::array<std::uint32_t, 2> open_counts_{};  // incoming, outgoing
};

}  // namespace afletter::matching
