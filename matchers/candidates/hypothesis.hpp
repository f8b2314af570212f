// One explanation of a line before it is weighed: the items it would pay, and the trail that led
// to them.
#pragma once

#include <afletter/model/money.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include "candidates/books.hpp"
#include "candidates/item_set.hpp"

namespace afletter::matching {

enum class Trail : std::uint8_t {
    number,      // a reference or document number in the line
    end_to_end,  // our EndToEndId
    batch,       // our PmtInfId or MsgId
    account,     // the payer's account is the party's
    name,        // the payer's name
    text,        // the party's name in the text, with the amount
    part,        // digits or tail of a document number
    repair,      // a reference one typing error away
    mandate,     // the mandate of a returned direct debit
    completion,  // items that nothing names, beside one that is named
    remainder,   // a batch that rejects were taken out of
    amount,      // the amount, and nothing else: a suggestion
};

class Trails {
  public:
    Trails() = default;
    explicit Trails(Trail trail) : bits_(bit(trail)) {}
    [[nodiscard]] bool has(Trail trail) const { return (bits_ & bit(trail)) != 0; }
    [[nodiscard]] bool any_but(Trail trail) const { return (bits_ & ~bit(trail)) != 0; }
    void add(Trails other) { bits_ |= other.bits_; }
    // Something that names the item itself, not only somebody who could pay it.
    [[nodiscard]] bool name_the_item() const {
        return has(Trail::number) || has(Trail::end_to_end) || has(Trail::batch);
    }

  private:
    static std::uint32_t bit(Trail trail) { return 1U << static_cast<unsigned>(trail); }
    std::uint32_t bits_ = 0;
};

struct Hypothesis {
    ItemSet items;  // ascending, never empty
    Trails trails;

    [[nodiscard]] bool holds(ItemIndex item) const {
        return std::ranges::binary_search(items, item);
    }
};

// What is open of the items together; empty when the currencies differ or the sum does not fit.
[[nodiscard]] std::optional<Money> open_sum(const Books& books, std::span<const ItemIndex> items);

}  // namespace afletter::matching
