// Sorted by hash, with a directory by the hash's first bits: hashes are even, so each part of the
// directory holds about as many.
#include "candidates/compact_index.hpp"

#include <algorithm>
#include <bit>

namespace afletter::matching {

namespace {

// Powers of two: 8 to 16 keys for each begin, 4 to 8 bits for each key.
unsigned bits_for_begins(std::size_t keys) {
    return std::clamp(static_cast<unsigned>(std::bit_width(keys / 16)), 1U, 28U);
}
unsigned bits_for_filter(std::size_t keys) {
    return std::clamp(static_cast<unsigned>(std::bit_width(keys) + 2), 6U, 31U);
}

}  // namespace

// std::hash leaves its best bits low; this moves every bit into the tag.
std::uint32_t CompactIndex::tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>((hash * 0x9e3779b97f4a7c15ULL) >> 32U);
}

void CompactIndex::build(std::size_t group_max) {
    std::ranges::sort(entries_);
    const auto repeated = std::ranges::unique(entries_);
    entries_.erase(repeated.begin(), repeated.end());
    if (group_max > 0) {
        drop_large_groups(group_max);
    }
    entries_.shrink_to_fit();
    begin_bits_ = bits_for_begins(entries_.size());
    bit_count_ = bits_for_filter(entries_.size());
    begins_.assign((std::size_t{1} << begin_bits_) + 1, 0);
    bits_.assign((std::size_t{1} << bit_count_) / 64, 0);
    for (const std::uint64_t entry : entries_) {
        const auto tag = static_cast<std::uint32_t>(entry >> 32U);
        const std::uint32_t bit = tag >> (32U - bit_count_);
        bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
        ++begins_[(tag >> (32U - begin_bits_)) + 1];
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) {
        begins_[i] += begins_[i - 1];
    }
}

void CompactIndex::drop_large_groups(std::size_t group_max) {
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < entries_.size();) {
        const std::uint64_t tag = entries_[begin] >> 32U;
        std::size_t end = begin;
        while (end < entries_.size() && entries_[end] >> 32U == tag) {
            ++end;
        }
        if (end - begin > group_max) {
            entries_[kept++] = tag << 32U | too_many;
        } else {
            kept = static_cast<std::size_t>(
                std::copy(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
                          entries_.begin() + static_cast<std::ptrdiff_t>(end),
                          entries_.begin() + static_cast<std::ptrdiff_t>(kept)) -
                entries_.begin());
        }
        begin = end;
    }
    entries_.resize(kept);
}

CompactIndex::Offer CompactIndex::find(std::uint64_t hash) const {
    const std::uint32_t tag = tag_of(hash);
    if (entries_.empty() || !may_hold(tag)) {
        return Offer({});
    }
    const std::uint32_t part = tag >> (32U - begin_bits_);
    const auto begin = entries_.begin() + begins_[part];
    const auto end = entries_.begin() + begins_[part + 1];
    const std::uint64_t first = std::uint64_t{tag} << 32U;
    const auto from = std::lower_bound(begin, end, first);
    const auto to = std::upper_bound(from, end, first | 0xffffffffU);
    return Offer(std::span(from, to));
}

std::size_t CompactIndex::bytes() const {
    return entries_.capacity() * sizeof(std::uint64_t) +
           begins_.capacity() * sizeof(std::uint32_t) + bits_.capacity() * sizeof(std::uint64_t);
}

}  // namespace afletter::matching
