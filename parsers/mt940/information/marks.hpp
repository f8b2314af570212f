// Goes through a text of field 86 from mark to mark: line ends, the slashes around keywords, the
// marks before numbered subfields. Four blocks at a time, for a call of memchr() for each mark
// would cost more than the text between two of them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "mt940/blocks.hpp"

namespace afletter::mt940 {

// A kind of marks says which places of a block hold one.
struct OneCharacter {
    Block character;

    [[nodiscard]] BlockMask in(Block block) const { return block == character; }
};

inline constexpr std::size_t marks_step = 4 * block_size;

template <class Kind>
std::uint64_t marks_in(const char* at, Kind kind) {
    return places_of(kind.in(block_at(at)));
}

// Of less than a block.
template <class Kind>
std::uint64_t marks_in_short_text(std::string_view text, Kind kind) {
    std::array<char, block_size> bytes{};
    std::memcpy(bytes.data(), text.data(), text.size());
    const std::uint64_t all = (std::uint64_t{1} << text.size()) - 1;
    return marks_in(bytes.data(), kind) & all;
}

// A bit for each mark among the 64 characters from `start` on, lowest first: of whole blocks, and
// of the block that ends with the text what they leave.
template <class Kind>
std::uint64_t marks_from(std::string_view text, std::size_t start, Kind kind) {
    const char* const first = text.data() + start;
    const std::size_t size = text.size() - start;
    if (size >= marks_step) {
        return marks_in(first, kind) | marks_in(first + block_size, kind) << block_size |
               marks_in(first + 2 * block_size, kind) << 2 * block_size |
               marks_in(first + 3 * block_size, kind) << 3 * block_size;
    }
    std::uint64_t found = 0;
    std::size_t at = 0;
    for (; at + block_size <= size; at += block_size) {
        found |= marks_in(first + at, kind) << at;
    }
    if (at == size) {
        return found;
    }
    const std::uint64_t last =
        text.size() < block_size
            ? marks_in_short_text({first, size}, kind)
            : marks_in(first + size - block_size, kind) >> (block_size - (size - at));
    return found | last << at;
}

template <class Kind>
class MarksOf {
  public:
    MarksOf(std::string_view text, Kind kind, std::size_t start = 0)
        : text_(text), kind_(kind), start_(start) {
        look();
    }

    // Where the next one stands; the size of the text when there is none.
    [[nodiscard]] std::size_t next() {
        while (found_ == 0) {
            if (text_.size() - start_ <= marks_step) {
                return text_.size();
            }
            start_ += marks_step;
            look();
        }
        const auto place = static_cast<std::size_t>(std::countr_zero(found_));
        found_ &= found_ - 1;
        return start_ + place;
    }

  private:
    void look() { found_ = marks_from(text_, start_, kind_); }

    std::string_view text_;
    Kind kind_;
    std::size_t start_;        // of the 64 characters that were looked at last
    std::uint64_t found_ = 0;  // a bit for each mark among them that was not given yet
};

class Marks : public MarksOf<OneCharacter> {
  public:
    Marks(std::string_view text, char mark, std::size_t start = 0)
        : MarksOf(text, {block_of(mark)}, start) {}
};

}  // namespace afletter::mt940
