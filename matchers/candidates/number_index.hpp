// The numbers of the books, whole and as people shorten them, looked up by what a text holds. Part
// of Books; candidates/number_finder asks it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "candidates/compact_index.hpp"
#include "candidates/number_masks.hpp"
#include "candidates/parties.hpp"

namespace afletter::matching {

struct BookItem;

// What is written of a number.
enum class NumberForm : std::uint8_t {
    whole,
    digits,  // without the letters it begins with: 2026-001234 of F2026-001234
    tail,    // the last running number, with or without leading zeros: 001234, 1234
};

// The short forms of a document number as printed; empty where it has none. The tail is what
// stands behind the last sign between, or behind a year: no leading zeros.
struct ShortForms {
    std::string digits;
    std::string tail;
    std::size_t tail_size_max = 0;  // with its leading zeros
};
[[nodiscard]] ShortForms short_forms_of(std::string_view printed);

class NumberIndex {
  public:
    // Items that share a short form beyond this many are not told apart by it.
    static constexpr std::size_t short_form_items_max = 64;

    void build(std::span<const BookItem> items);

    [[nodiscard]] const NumberMasks& masks() const { return masks_; }

    // Items that carry this canonical number, ascending. `items` is what was built from.
    [[nodiscard]] std::vector<ItemIndex> find(std::string_view canonical,
                                              std::span<const BookItem> items) const;
    [[nodiscard]] bool holds(std::string_view canonical, std::span<const BookItem> items) const;

    // Items of which these digits are a short form.
    struct Shortened {
        std::vector<ItemIndex> items;
        bool too_many = false;
    };
    [[nodiscard]] Shortened find_short(NumberForm form, std::string_view digits,
                                       std::span<const BookItem> items) const;

    // Memory beyond the items' own text.
    [[nodiscard]] std::size_t bytes() const { return whole_.bytes() + short_.bytes(); }

  private:
    void file_short_forms(const BookItem& item, ItemIndex index);

    NumberMasks masks_;
    CompactIndex whole_;
    CompactIndex short_;
};

}  // namespace afletter::matching
