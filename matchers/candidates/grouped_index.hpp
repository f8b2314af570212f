// The hash index under every look-up of candidates: from a 64-bit key to the numbers filed under
// it. Keys of different things may collide, so an index may offer too much, never too little:
// whoever asks compares what is offered.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace afletter::matching {

[[nodiscard]] std::uint64_t hash_of(std::string_view text);
[[nodiscard]] std::uint64_t combined(std::uint64_t left, std::uint64_t right);

class GroupedIndex {
  public:
    void add(std::uint64_t key, std::uint32_t value) { pending_.push_back({key, value}); }
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
    struct Group {
        std::uint64_t key = 0;
        std::uint32_t begin = 0;
        std::uint32_t size = 0;  // 0: the slot is free
    };
    void place(const Group& group);
    [[nodiscard]] std::span<const std::uint32_t> find_built(std::uint64_t key) const;
    std::vector<std::uint32_t>& changed_values(std::uint64_t key);

    std::vector<Entry> pending_;
    std::vector<std::uint32_t> values_;
    std::vector<Group> slots_;  // open addressing, a power of two, at most half full
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> changed_;  // all values of a key
};

}  // namespace afletter::matching
