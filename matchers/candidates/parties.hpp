// Whose items the books hold: each party with its names, accounts and items, side by side in
// memory. Part of Books, which tells it what is open.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "packed/packed_items.hpp"
#include "text/names.hpp"
#include "text/token_counts.hpp"

namespace afletter::matching {

using ItemIndex = std::uint32_t;
using PartyIndex = std::uint32_t;

// What does not change of a party.
struct Party {
    std::span<const NameKey> names;  // each once
    std::span<const std::string_view> ibans;
    std::span<const ItemIndex> items;  // ascending
};

class Parties {
  public:
    // The party of each item, in their order: who has the same id; without an id, the same name.
    // Without both, the item is its own. Parties are numbered as they are met.
    [[nodiscard]] static std::vector<PartyIndex> of_items(std::span<const PackedItem> items);

    Parties() = default;
    // `of_items` as above; all items are taken to be closed until Books opens them.
    Parties(std::span<const PackedItem> items, std::span<const PartyIndex> of_items);

    [[nodiscard]] std::size_t size() const { return open_counts_.size(); }
    [[nodiscard]] Party at(PartyIndex index) const {
        return {.names = part_of<NameKey>(names_, name_begins_, index),
                .ibans = part_of<std::string_view>(ibans_, iban_begins_, index),
                .items = part_of<ItemIndex>(items_, item_begins_, index)};
    }
    // Ascending.
    [[nodiscard]] std::span<const ItemIndex> open_items_of(PartyIndex index) const {
        return {open_items_.data() + item_begins_[index], open_counts_[index]};
    }
    void open(PartyIndex party, ItemIndex item);
    void close(PartyIndex party, ItemIndex item);

    // How common the words of all names are.
    [[nodiscard]] const TokenCounts& name_counts() const { return name_counts_; }

  private:
    template <class Value, class Values>
    static std::span<const Value> part_of(const Values& values,
                                          const std::vector<std::uint32_t>& begins,
                                          PartyIndex index) {
        return std::span(values).subspan(begins[index], begins[index + 1] - begins[index]);
    }
    void collect_items(std::span<const PartyIndex> of_items);
    void collect_ibans(std::span<const PackedItem> items);
    void collect_names(std::span<const PackedItem> items);
    void weigh_names();

    // By party, one behind the other; where each begins, and the end.
    LargeVector<ItemIndex> items_;
    std::vector<std::uint32_t> item_begins_;
    LargeVector<std::string_view> ibans_;
    std::vector<std::uint32_t> iban_begins_;
    LargeVector<NameKey> names_;
    std::vector<std::uint32_t> name_begins_;
    // Of each party, from where its items begin, as many as are open.
    LargeVector<ItemIndex> open_items_;
    std::vector<std::uint32_t> open_counts_;
    TokenCounts name_counts_;
};

}  // namespace afletter::matching
