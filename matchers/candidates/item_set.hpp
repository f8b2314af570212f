// The items of one explanation, side by side. Nearly always one to three, which lie in the set
// itself: a line looks at dozens of explanations, and none of them asks for memory.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <span>
#include <vector>

#include "candidates/parties.hpp"

namespace afletter::matching {

class ItemSet {
  public:
    ItemSet() = default;
    explicit ItemSet(std::span<const ItemIndex> items) : size_(items.size()) {
        if (size_ <= few_.size()) {
            std::ranges::copy(items, few_.begin());
        } else {
            many_.assign(items.begin(), items.end());
        }
    }

    [[nodiscard]] const ItemIndex* data() const {
        return size_ <= few_.size() ? few_.data() : many_.data();
    }
    [[nodiscard]] ItemIndex* data() { return size_ <= few_.size() ? few_.data() : many_.data(); }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const ItemIndex* begin() const { return data(); }
    [[nodiscard]] const ItemIndex* end() const { return data() + size_; }
    [[nodiscard]] ItemIndex* begin() { return data(); }
    [[nodiscard]] ItemIndex* end() { return data() + size_; }
    [[nodiscard]] ItemIndex front() const { return *data(); }

    // By item, then the shorter first.
    friend bool operator==(const ItemSet& left, const ItemSet& right) {
        return std::ranges::equal(left, right);
    }
    friend std::strong_ordering operator<=>(const ItemSet& left, const ItemSet& right) {
        return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(),
                                                      right.end());
    }

  private:
    std::size_t size_ = 0;
    std::array<ItemIndex, 4> few_{};
    std::vector<ItemIndex> many_;
};

}  // namespace afletter::matching
