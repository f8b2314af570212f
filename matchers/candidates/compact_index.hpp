// The index under the numbers of the books: from a hash to the items filed under it, in 9 bytes a
// key. Hashes of different things may collide: whoever asks compares what is offered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "packed/large_memory.hpp"

namespace afletter::matching {

class CompactIndex {
  public:
    // What one key offers, ascending.
    class Offer {
      public:
        explicit Offer(std::span<const std::uint64_t> entries) : entries_(entries) {}
        [[nodiscard]] std::size_t size() const { return entries_.size(); }
        [[nodiscard]] bool empty() const { return entries_.empty(); }
        [[nodiscard]] std::uint32_t operator[](std::size_t i) const {
            return static_cast<std::uint32_t>(entries_[i]);
        }

      private:
        std::span<const std::uint64_t> entries_;
    };
    static constexpr std::uint32_t too_many = 0xffffffff;

    void reserve(std::size_t keys) { entries_.reserve(keys); }
    void add(std::uint64_t hash, std::uint32_t value) {
        entries_.push_back(std::uint64_t{tag_of(hash)} << 32U | value);
    }
    // Call once, after the last add(). A key with more values than `group_max` keeps none of them,
    // but `too_many` in their place; 0: no limit.
    void build(std::size_t group_max = 0);

    [[nodiscard]] Offer find(std::uint64_t hash) const;
    [[nodiscard]] std::size_t bytes() const;

  private:
    static std::uint32_t tag_of(std::uint64_t hash);
    void drop_large_groups(std::size_t group_max);
    // False where no key begins with these bits: answers most questions from little memory.
    [[nodiscard]] bool may_hold(std::uint32_t tag) const {
        const std::uint32_t bit = tag >> (32U - bit_count_);
        return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
    }

    LargeVector<std::uint64_t> entries_;  // tag and value, ascending
    LargeVector<std::uint32_t> begins_;   // of the tags that begin with some bits
    LargeVector<std::uint64_t> bits_;     // which beginnings of tags there are
    unsigned begin_bits_ = 1;
    unsigned bit_count_ = 6;
};

}  // namespace afletter::matching
