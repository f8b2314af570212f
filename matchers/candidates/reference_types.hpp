// The kinds of references that the configuration describes, as books and texts ask for them: which
// of them a number is of, and what may be one.
#pragma once

#include <afletter/model/reference_type.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/shape.hpp"

namespace afletter::matching {

// Its place in the configuration, from 1; 0: of no configured type.
using TypeIndex = std::uint16_t;

// A number as its type has it.
struct TypedNumber {
    std::string canonical;  // in upper case, as the normaliser leaves it
    TypeIndex type = 0;
    bool checked = false;  // has check digits that tell, and they are right
};

class ReferenceTypes {
  public:
    // Shorter numbers are so dense that a check digit tells little: they count as documents.
    static constexpr std::size_t checked_size_min = 9;

    explicit ReferenceTypes(std::span<const ReferenceFormat> formats = {});

    [[nodiscard]] bool is_empty() const { return formats_.empty(); }
    [[nodiscard]] bool any_of(Names names) const;

    // Of the first type whose check it passes; else of the first without a check that it fits.
    [[nodiscard]] std::optional<TypedNumber> read(Names names, std::string_view written) const;
    // The same number as its type has it; empty where it is of none, or written just so.
    [[nodiscard]] std::string canonical(Names names, std::string_view written) const;
    // Whether it is an item's, by check digits that tell.
    [[nodiscard]] bool is_checked(std::string_view written) const;
    // Whether it has the length, or one more or less, of an item's with check digits that tell.
    [[nodiscard]] bool is_nearly_checked(std::string_view written) const;
    // What the types of items leave of the number where that is not all of it, each once.
    [[nodiscard]] std::vector<std::string> other_forms(std::string_view written) const;

    // Whether a number of this shape may be of a type, in one of the forms that it is written in.
    [[nodiscard]] bool may_be(Names names, ShapeKey shape) const;
    // The most letters that one begins with.
    [[nodiscard]] std::size_t letters_max() const { return letters_max_; }
    // What the configuration calls it; empty for 0.
    [[nodiscard]] std::string_view name_of(TypeIndex type) const;

  private:
    // Shapes that agree in the bits that matter.
    struct Pattern {
        Names names = Names::item;
        ShapeKey shape = 0;
        ShapeKey matters = 0;
    };
    void add_patterns(const ReferenceFormat& format);

    std::span<const ReferenceFormat> formats_;
    std::vector<Pattern> patterns_;
    std::size_t letters_max_ = 0;
};

}  // namespace afletter::matching
