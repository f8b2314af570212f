// Sort once, then one flat table with linear probing.
#include "candidates/grouped_index.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <functional>

namespace afletter::matching {

namespace {

// Finaliser of MurmurHash3: every bit of the input moves every bit of the slot number.
std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53ULL;
    value ^= value >> 33U;
    return value;
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

std::uint64_t combined(std::uint64_t left, std::uint64_t right) {
    return mixed(left) ^ (right * 0x9e3779b97f4a7c15ULL);
}

void GroupedIndex::build() {
    std::ranges::sort(pending_);
    const auto repeated = std::ranges::unique(pending_);
    pending_.erase(repeated.begin(), repeated.end());
    slots_.assign(std::bit_ceil(pending_.size() * 2 + 1), Group{});
    values_.reserve(pending_.size());
    for (std::size_t i = 0; i < pending_.size();) {
        Group group{pending_[i].key, static_cast<std::uint32_t>(i), 0};
        for (; i < pending_.size() && pending_[i].key == group.key; ++i) {
            values_.push_back(pending_[i].value);
            ++group.size;
        }
        place(group);
    }
    pending_ = {};
}

void GroupedIndex::place(const Group& group) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = mixed(group.key) & mask;
    while (slots_[slot].size != 0) {
        slot = (slot + 1) & mask;
    }
    slots_[slot] = group;
}

std::span<const std::uint32_t> GroupedIndex::find_built(std::uint64_t key) const {
    if (slots_.empty()) {
        return {};
    }
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = mixed(key) & mask; slots_[slot].size != 0; slot = (slot + 1) & mask) {
        if (slots_[slot].key == key) {
            return std::span(values_).subspan(slots_[slot].begin, slots_[slot].size);
        }
    }
    return {};
}

std::span<const std::uint32_t> GroupedIndex::find(std::uint64_t key) const {
    if (!changed_.empty()) {
        if (const auto changed = changed_.find(key); changed != changed_.end()) {
            return changed->second;
        }
    }
    return find_built(key);
}

std::vector<std::uint32_t>& GroupedIndex::changed_values(std::uint64_t key) {
    const auto [entry, is_new] = changed_.try_emplace(key);
    if (is_new) {
        const auto built = find_built(key);
        entry->second.assign(built.begin(), built.end());
    }
    return entry->second;
}

void GroupedIndex::insert(std::uint64_t key, std::uint32_t value) {
    std::vector<std::uint32_t>& values = changed_values(key);
    const auto at = std::ranges::lower_bound(values, value);
    if (at == values.end() || *at != value) {
        values.insert(at, value);
    }
}

void GroupedIndex::remove(std::uint64_t key, std::uint32_t value) {
    std::erase(changed_values(key), value);
}

}  // namespace afletter::matching
