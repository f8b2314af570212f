// How often a party of these books has one amount twice. If the item that a line pays is missing in
// the books, that is how often another item of the same party stands in for it unnoticed: the risk
// of deciding by payer and amount alone, measured on the books themselves.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "candidates/grouped_index.hpp"

namespace afletter::matching {

class AmountHabits {
  public:
    // An item of this party with this original amount.
    void add(std::uint64_t amount_hash, std::uint32_t party) {
        pending_.push_back({amount_hash, party});
    }
    // Call once, after the last add().
    void build();

    // Of a million items that are the only one with this amount of a party with so many items, how
    // many would have a twin that is missing. Amounts with few items are pooled with those of about
    // as many.
    [[nodiscard]] std::uint32_t twins_per_million(std::uint64_t amount_hash,
                                                  std::size_t party_size) const;

  private:
    struct Entry {
        std::uint64_t amount_hash = 0;
        std::uint32_t party = 0;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    struct Counts {
        std::uint32_t alone = 0;  // the only one of their party
        std::uint32_t twins = 0;  // one of two
    };
    static constexpr std::size_t sizes = 4;  // of parties: up to 2 items, 4, 8, and more
    struct Amount {
        std::uint64_t hash = 0;
        std::uint32_t items = 0;
        std::array<Counts, sizes> counts{};
    };
    static std::size_t pool_of(std::size_t items);
    static std::size_t size_class(std::size_t party_size);
    void keep(std::size_t begin, std::size_t end);

    std::vector<Entry> pending_;
    std::vector<std::uint32_t> party_sizes_;
    std::vector<Amount> amounts_;  // by hash
    std::array<std::array<Counts, sizes>, 33> pools_{};
};

}  // namespace afletter::matching
