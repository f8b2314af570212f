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
            if (text_.size() - start_ <= step) {
                return text_.size();
            }
            start_ += step;
            look();
        }
        const auto place = static_cast<std::size_t>(std::countr_zero(found_));
        found_ &= found_ - 1;
        return start_ + place;
    }

  private:
    static constexpr std::size_t step = 4 * block_size;

    void look() {
        const std::size_t size = text_.size() - start_;
        const char* const first = text_.data() + start_;
        if (size >= step) {
            found_ = in_block(first) | in_block(first + block_size) << block_size |
                     in_block(first + 2 * block_size) << 2 * block_size |
                     in_block(first + 3 * block_size) << 3 * block_size;
        } else {
            look_at_end(first, size);
        }
    }
    // Whole blocks, and of the block that ends with the text what they leave.
    void look_at_end(const char* first, std::size_t size) {
        std::size_t at = 0;
        found_ = 0;
        for (; at + block_size <= size; at += block_size) {
            found_ |= in_block(first + at) << at;
        }
        if (at < size) {
            const std::size_t left = size - at;
            found_ |= (text_.size() < block_size
                           ? in_short_text()
                           : in_block(first + size - block_size) >> (block_size - left))
                      << at;
        }
    }
    [[nodiscard]] std::uint64_t in_block(const char* at) const {
        return places_of(kind_.in(block_at(at)));
    }
    [[nodiscard]] std::uint64_t in_short_text() const {
        std::array<char, block_size> bytes{};
        std::memcpy(bytes.data(), text_.data(), text_.size());
        const std::uint64_t all = (std::uint64_t{1} << text_.size()) - 1;
        return (in_block(bytes.data()) & all) >> start_;
    }

    std::string_view text_;
    Kind kind_;
    std::size_t start_;        // of the step
    std::uint64_t found_ = 0;  // a bit for each mark in the step that was not given yet
};

class Marks : public MarksOf<OneCharacter> {
  public:
    Marks(std::string_view text, char mark, std::size_t start = 0)
        : MarksOf(text, {block_of(mark)}, start) {}
};

}  // namespace afletter::mt940
