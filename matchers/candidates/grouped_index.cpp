// Sorted by key, with a directory by the key's first bits, and a filter that answers most questions
// about keys that are not there from little memory.
#include "candidates/grouped_index.hpp"

#include <algorithm>
#include <bit>
#include <functional>

#include <tbb/parallel_sort.h>

namespace afletter::matching {

namespace {

// Finaliser of MurmurHash3: every bit of the input moves every bit of the output, and no two inputs
// come out the same.
std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53ULL;
    value ^= value >> 33U;
    return value;
}

// Powers of two: 4 to 8 keys for each part of the directory, 4 to 8 bits of filter for each key.
unsigned bits_for_directory(std::size_t keys) {
    return std::clamp(static_cast<unsigned>(std::bit_width(keys / 8)), 1U, 28U);
}
unsigned bits_for_filter(std::size_t keys) {
    return std::clamp(static_cast<unsigned>(std::bit_width(keys) + 2), 6U, 31U);
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

std::uint64_t combined(std::uint64_t left, std::uint64_t right) {
    return mixed(left) ^ (right * 0x9e3779b97f4a7c15ULL);
}

void GroupedIndex::add(std::uint64_t key, std::uint32_t value) {
    pending_.push_back({mixed(key), value});
}

void GroupedIndex::build() {
    tbb::parallel_sort(pending_.begin(), pending_.end());
    const auto repeated = std::ranges::unique(pending_);
    pending_.erase(repeated.begin(), repeated.end());
    std::size_t groups = 0;
    for (std::size_t i = 0; i < pending_.size(); ++i) {
        groups += i == 0 || pending_[i].key != pending_[i - 1].key ? 1U : 0U;
    }
    keys_.reserve(groups);
    begins_.reserve(groups + 1);
    values_.reserve(pending_.size());
    for (const Entry& entry : pending_) {
        if (keys_.empty() || keys_.back() != entry.key) {
            keys_.push_back(entry.key);
            begins_.push_back(static_cast<std::uint32_t>(values_.size()));
        }
        values_.push_back(entry.value);
    }
    begins_.push_back(static_cast<std::uint32_t>(values_.size()));
    counts_.resize(groups);
    std::transform(begins_.begin() + 1, begins_.end(), begins_.begin(), counts_.begin(),
                   std::minus<>());
    pending_ = {};
    file_groups();
}

void GroupedIndex::file_groups() {
    directory_bits_ = bits_for_directory(keys_.size());
    filter_bits_ = bits_for_filter(keys_.size());
    directory_.assign((std::size_t{1} << directory_bits_) + 1, 0);
    filter_.assign((std::size_t{1} << filter_bits_) / 64, 0);
    for (const std::uint64_t key : keys_) {
        const std::uint64_t bit = key >> (64U - filter_bits_);
        filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
        ++directory_[(key >> (64U - directory_bits_)) + 1];
    }
    for (std::size_t i = 1; i < directory_.size(); ++i) {
        directory_[i] += directory_[i - 1];
    }
}

std::size_t GroupedIndex::group_of(std::uint64_t mixed_key) const {
    if (keys_.empty()) {
        return none;
    }
    const std::uint64_t bit = mixed_key >> (64U - filter_bits_);
    if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) {
        return none;
    }
    const std::uint64_t part = mixed_key >> (64U - directory_bits_);
    const auto end = keys_.begin() + directory_[part + 1];
    const auto found = std::find(keys_.begin() + directory_[part], end, mixed_key);
    return found == end ? none : static_cast<std::size_t>(found - keys_.begin());
}

std::vector<std::uint32_t>* GroupedIndex::outgrown(std::uint64_t mixed_key) {
    const auto found = outgrown_.find(mixed_key);
    return found == outgrown_.end() ? nullptr : &found->second;
}

std::span<const std::uint32_t> GroupedIndex::find(std::uint64_t key) const {
    const std::uint64_t mixed_key = mixed(key);
    if (!outgrown_.empty()) {
        if (const auto found = outgrown_.find(mixed_key); found != outgrown_.end()) {
            return found->second;
        }
    }
    const std::size_t group = group_of(mixed_key);
    return group == none ? std::span<const std::uint32_t>() : values_of(group);
}

void GroupedIndex::insert(std::uint64_t key, std::uint32_t value) {
    const std::uint64_t mixed_key = mixed(key);
    std::vector<std::uint32_t>* values = outgrown(mixed_key);
    if (values == nullptr) {
        const std::size_t group = group_of(mixed_key);
        const auto known = group == none ? std::span<const std::uint32_t>() : values_of(group);
        if (std::ranges::binary_search(known, value)) {
            return;
        }
        if (group != none && begins_[group] + known.size() < begins_[group + 1]) {
            const auto begin = values_.begin() + begins_[group];
            const auto end = begin + static_cast<std::ptrdiff_t>(known.size());
            const auto at = std::lower_bound(begin, end, value);
            std::copy_backward(at, end, end + 1);
            *at = value;
            ++counts_[group];
            return;
        }
        values = &outgrown_[mixed_key];
        values->assign(known.begin(), known.end());
    }
    const auto at = std::ranges::lower_bound(*values, value);
    if (at == values->end() || *at != value) {
        values->insert(at, value);
    }
}

void GroupedIndex::remove(std::uint64_t key, std::uint32_t value) {
    const std::uint64_t mixed_key = mixed(key);
    if (std::vector<std::uint32_t>* const values = outgrown(mixed_key)) {
        std::erase(*values, value);
        return;
    }
    const std::size_t group = group_of(mixed_key);
    if (group == none) {
        return;
    }
    const auto begin = values_.begin() + begins_[group];
    const auto end = begin + counts_[group];
    counts_[group] = static_cast<std::uint32_t>(std::remove(begin, end, value) - begin);
}

}  // namespace afletter::matching
