// A small table of shapes; a ledger has a handful, a careless one some thousands.
#include "candidates/number_masks.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace afletter::matching {

namespace {

// Kinds that a number may pass by chance, the strongest first: it takes several references of one
// shape, all of which pass, to know them. Ten in a row pass a check of one digit by chance once in
// ten thousand million times.
constexpr std::array learnt_kinds{ReferenceKind::ogm,        ReferenceKind::ocr_with_length,
                                  ReferenceKind::kid_mod_11, ReferenceKind::qr_reference,
                                  ReferenceKind::viite,      ReferenceKind::kid_mod_10};
constexpr std::uint32_t references_to_learn_from = 10;
constexpr std::uint16_t all_kinds = (1U << learnt_kinds.size()) - 1;

std::size_t letters_before_digits(std::string_view canonical) {
    return static_cast<std::size_t>(std::ranges::find_if(canonical, is_digit) - canonical.begin());
}

}  // namespace

NumberMasks::NumberMasks() : masks_(64) {}

NumberMasks::Mask* NumberMasks::learn(ShapeKey shape, std::uint8_t use) {
    if (shape == 0) {
        return nullptr;
    }
    if (masks_[place_of(shape)].shape == 0 && ++count_ * 2 > masks_.size()) {
        grow();
    }
    Mask& mask = masks_[place_of(shape)];
    mask.shape = shape;
    mask.uses |= use;
    return &mask;
}

void NumberMasks::grow() {
    const std::vector<Mask> before(std::move(masks_));
    masks_.assign(before.size() * 2, Mask{});
    for (const Mask& mask : before) {
        if (mask.shape != 0) {
            masks_[place_of(mask.shape)] = mask;
        }
    }
}

void NumberMasks::learn_document(ItemKind kind, std::string_view canonical) {
    letters_max_ = std::max(letters_max_, letters_before_digits(canonical));
    learn(shape_key(canonical), use_of(kind));
}

void NumberMasks::learn_short_form(std::string_view canonical) {
    learn(shape_key(canonical), short_form);
}

void NumberMasks::learn_reference(std::string_view canonical) {
    letters_max_ = std::max(letters_max_, letters_before_digits(canonical));
    Mask* const mask = learn(shape_key(canonical), reference);
    if (mask == nullptr) {
        return;
    }
    mask->kinds = mask->references++ == 0 ? all_kinds : mask->kinds;
    for (std::size_t i = 0; i < learnt_kinds.size() && mask->kinds != 0; ++i) {
        const auto bit = static_cast<std::uint16_t>(1U << i);
        if ((mask->kinds & bit) != 0 && check(learnt_kinds[i], canonical) != Verdict::ok) {
            mask->kinds = static_cast<std::uint16_t>(mask->kinds & ~bit);
        }
    }
}

ReferenceKind NumberMasks::kind_of_reference(std::string_view canonical) const {
    for (const ReferenceKind kind :
         {ReferenceKind::creditor_reference, ReferenceKind::payment_reference}) {
        if (check(kind, canonical) == Verdict::ok) {
            return kind;
        }
    }
    const Mask& mask = masks_[place_of(shape_key(canonical))];
    if (mask.references < references_to_learn_from) {
        return ReferenceKind::document;
    }
    for (std::size_t i = 0; i < learnt_kinds.size(); ++i) {
        if ((mask.kinds & (1U << i)) != 0) {
            return learnt_kinds[i];
        }
    }
    return ReferenceKind::document;
}

}  // namespace afletter::matching
