// What the numbers of the books look like, learnt from them: the shapes of document numbers and
// references, and which check digits the references of a shape have. Only text that looks like
// this is looked up at all.
#pragma once

#include <afletter/model/open_item.hpp>
#include <afletter/model/references.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/shape.hpp"

namespace afletter::matching {

class NumberMasks {
  public:
    NumberMasks();

    // Canonical numbers; longer ones than a shape may be are never found in text.
    void learn_document(ItemKind kind, std::string_view canonical);
    void learn_reference(std::string_view canonical);
    void learn_short_form(std::string_view canonical);

    // Whether a number of the books, or a short form of one, ever looks like this.
    [[nodiscard]] bool has_number(ShapeKey shape) const { return has(shape, any_number); }
    [[nodiscard]] bool has_short_form(ShapeKey shape) const { return has(shape, short_form); }
    [[nodiscard]] bool has_document(ItemKind kind, ShapeKey shape) const {
        return has(shape, use_of(kind));
    }
    // The most letters that any number begins with.
    [[nodiscard]] std::size_t letters_max() const { return letters_max_; }
    // The kind of a reference of the books: by its own check digits, or by those that all the
    // references of its shape have.
    [[nodiscard]] ReferenceKind kind_of_reference(std::string_view canonical) const;

  private:
    static constexpr std::uint8_t receivable_document = 1;
    static constexpr std::uint8_t payable_document = 2;
    static constexpr std::uint8_t reference = 4;
    static constexpr std::uint8_t short_form = 8;
    static constexpr std::uint8_t any_number = receivable_document | payable_document | reference;

    struct Mask {
        ShapeKey shape = 0;            // 0: the slot is free
        std::uint32_t references = 0;  // how many were learnt
        std::uint16_t kinds = 0;       // a bit for each that all of them pass
        std::uint8_t uses = 0;
    };

    static std::uint8_t use_of(ItemKind kind) {
        return kind == ItemKind::payable ? payable_document : receivable_document;
    }
    static std::size_t slot_of(ShapeKey shape, std::size_t slots) {
        return static_cast<std::size_t>((shape * 0x9e3779b97f4a7c15ULL) >> 32U) & (slots - 1);
    }
    // Where the shape is, or would be.
    [[nodiscard]] std::size_t place_of(ShapeKey shape) const {
        std::size_t slot = slot_of(shape, masks_.size());
        while (masks_[slot].shape != shape && masks_[slot].shape != 0) {
            slot = (slot + 1) & (masks_.size() - 1);
        }
        return slot;
    }
    [[nodiscard]] bool has(ShapeKey shape, std::uint8_t uses) const {
        return (masks_[place_of(shape)].uses & uses) != 0;
    }
    Mask* learn(ShapeKey shape, std::uint8_t use);
    void grow();

    std::vector<Mask> masks_;  // open addressing, a power of two, at most half full
    std::size_t count_ = 0;
    std::size_t letters_max_ = 0;
};

}  // namespace afletter::matching
