// Goes through a text of field 86 from mark to mark: line ends, the slashes around keywords, the
// marks before numbered subfields. A block at a time, for a call of memchr() for each mark would
// cost more than the text between two of them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mt940/blocks.hpp"

namespace afletter::mt940 {

class Marks {
  public:
    Marks(std::string_view text, char mark, std::size_t start = 0)
        : Marks(text, mark, mark, start) {}
    // Two kinds of marks.
    Marks(std::string_view text, char mark, char other_mark, std::size_t start)
        : text_(text),
          mark_(block_of(mark)),
          other_mark_(block_of(other_mark)),
          block_start_(start) {
        look();
    }

    // Where the next one stands; the size of the text when there is none.
    [[nodiscard]] std::size_t next() {
        while (found_ == 0) {
            if (text_.size() - block_start_ <= block_size) {
                return text_.size();
            }
            block_start_ += block_size;
            look();
        }
        const auto place = static_cast<std::size_t>(std::countr_zero(found_));
        found_ &= found_ - 1;
        return block_start_ + place;
    }

  private:
    void look() {
        const std::size_t size = text_.size() - block_start_;
        if (size >= block_size) {
            found_ = places_in(block_at(text_.data() + block_start_));
        } else {
            look_at_end(size);
        }
    }
    // Less than a block: where a whole one ends there, the places before are shifted out.
    void look_at_end(std::size_t size) {
        found_ = 0;
        if (text_.size() >= block_size) {
            found_ = places_in(block_at(text_.data() + text_.size() - block_size)) >>
                     (block_size - size);
            return;
        }
        for (std::size_t i = 0; i < size; ++i) {
            const auto c = static_cast<unsigned char>(text_[block_start_ + i]);
            found_ |= (c == mark_[0] || c == other_mark_[0] ? 1U : 0U) << i;
        }
    }
    [[nodiscard]] std::uint32_t places_in(Block block) const {
        return places_of((block == mark_) | (block == other_mark_));
    }

    std::string_view text_;
    Block mark_;
    Block other_mark_;
    std::size_t block_start_;
    std::uint32_t found_ = 0;  // a bit for each mark in the block that was not given yet
};

}  // namespace afletter::mt940
