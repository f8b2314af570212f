// The hash index under every look-up of candidates: from a 64-bit key to the numbers filed under
// it. Keys of different things may collide, so an index may offer too much, never too little:
// whoever asks compares what is offered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "packed/large_memory.hpp"

namespace afletter::matching {

[[nodiscard]] std::uint64_t hash_of(std::string_view text);
[[nodiscard]] std::uint64_t combined(std::uint64_t left, std::uint64_t right);

class GroupedIndex {
  public:
    void reserve(std::size_t entries) { pending_.reserve(entries); }
    void add(std::uint64_t key, std::uint32_t value);
    // Call once, after the last add(); values of one key come out ascending, each once.
    void build();
    [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t key) const;

    // After build(), for the few keys that change; as if it had been built so.
    void insert(std::uint64_t key, std::uint32_t value);
    void remove(std::uint64_t key, std::uint32_t value);

  private:
    struct Entry {
        std::uint64_t key;
        std::uint32_t value;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void file_groups();
    // The place of the key's group, or none.
    [[nodiscard]] std::size_t group_of(std::uint64_t mixed_key) const;
    [[nodiscard]] std::span<const std::uint32_t> values_of(std::size_t group) const {
        return {values_.data() + begins_[group], counts_[group]};
    }
    // The values of a key that has outgrown its group; null when it has not.
    [[nodiscard]] std::vector<std::uint32_t>* outgrown(std::uint64_t mixed_key);

    std::vector<Entry> pending_;  // by mixed key
    // By group, in the order of their mixed keys:
    LargeVector<std::uint64_t> keys_;
    LargeVector<std::uint32_t> begins_;  // in values_; one more than there are groups
    LargeVector<std::uint32_t> counts_;  // of values; fewer than there is room for after remove()
    LargeVector<std::uint32_t> values_;
    // Mixed keys are even, so each beginning of a key has about as many of them.
    LargeVector<std::uint32_t> directory_;  // of the groups whose keys begin with some bits
    LargeVector<std::uint64_t> filter_;     // which beginnings there are, by more bits
    unsigned directory_bits_ = 1;
    unsigned filter_bits_ = 6;
    // All values of keys that are new or have more values than their group has room for.
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> outgrown_;
};

}  // namespace afletter::matching
