// An open-addressing table over words that lie one after the other, and a logarithm of whole
// numbers.
#include "text/token_counts.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <bit>
#include <functional>

#include "text/plain_names.hpp"

namespace afletter::matching {

namespace {

constexpr unsigned fraction_bits = 24;

// The binary logarithm of `value`, above 0, with 24 bits behind the point: each squaring of the
// mantissa yields one more of them.
std::uint64_t log2_fixed(std::uint64_t value) {
    constexpr unsigned mantissa_bits = 31;
    const auto exponent = static_cast<unsigned>(std::bit_width(value)) - 1;
    std::uint64_t mantissa = exponent > mantissa_bits ? value >> (exponent - mantissa_bits)
                                                      : value << (mantissa_bits - exponent);
    std::uint64_t log = exponent;
    for (unsigned i = 0; i < fraction_bits; ++i) {
        mantissa = (mantissa * mantissa) >> mantissa_bits;
        const std::uint64_t bit = mantissa >> (mantissa_bits + 1);
        mantissa >>= bit;
        log = (log << 1U) | bit;
    }
    return log;
}

bool is_counted(const NameToken& token) {
    return is_distinctive(token.kind) || token.kind == TokenKind::generic;
}

}  // namespace

std::uint32_t log_ratio_millinats(std::uint64_t whole, std::uint64_t part) {
    AFLETTER_ASSERT(part > 0 && part <= whole);
    constexpr std::uint64_t micronats_of_a_bit = 693'147;  // a million times ln 2
    constexpr std::uint64_t half = std::uint64_t{500} << fraction_bits;
    const std::uint64_t bits = log2_fixed(whole) - log2_fixed(part);
    return static_cast<std::uint32_t>(((bits * micronats_of_a_bit + half) >> fraction_bits) / 1000);
}

std::size_t TokenCounts::slot_of(std::string_view word, std::uint64_t hash) const {
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
        const Entry& entry = entries_[slots_[slot] - 1];
        if (entry.hash == hash &&
            std::string_view(letters_).substr(entry.begin, entry.size) == word) {
            break;
        }
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

void TokenCounts::grow() {
    constexpr std::size_t slots_min = 1024;
    slots_.assign(std::max(slots_.size() * 2, slots_min), 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t slot = entries_[i].hash & (slots_.size() - 1);
        while (slots_[slot] != 0) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void TokenCounts::count_word(std::string_view word) {
    if (slots_.size() < 2 * (entries_.size() + 1)) {
        grow();
    }
    const std::uint64_t hash = std::hash<std::string_view>{}(word);
    const std::size_t slot = slot_of(word, hash);
    if (slots_[slot] == 0) {
        entries_.push_back({hash, static_cast<std::uint32_t>(letters_.size()), 0,
                            static_cast<std::uint8_t>(word.size())});
        letters_ += word;
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    }
    ++entries_[slots_[slot] - 1].count;
}

void TokenCounts::add(const NameTokens& name) {
    for (const NameToken& token : name.tokens) {
        if (is_counted(token)) {
            count_word(name.text(token));
        }
    }
    ++names_count_;
}

const TokenCounts::Entry* TokenCounts::find(std::string_view word) const {
    if (slots_.empty()) {
        return nullptr;
    }
    const std::uint32_t id = slots_[slot_of(word, std::hash<std::string_view>{}(word))];
    return id == 0 ? nullptr : &entries_[id - 1];
}

std::uint32_t TokenCounts::rarity_of(const Entry* entry) const {
    const std::uint64_t names = std::max(names_count_, std::size_t{1});
    return log_ratio_millinats(names, entry == nullptr ? 1 : entry->count);
}

std::uint32_t TokenCounts::id_of(std::string_view word) const {
    const Entry* entry = find(word);
    return entry == nullptr ? 0 : static_cast<std::uint32_t>(entry - entries_.data()) + 1;
}

std::uint32_t TokenCounts::count(std::string_view word) const {
    const Entry* entry = find(word);
    return entry == nullptr ? 0 : entry->count;
}

std::uint32_t TokenCounts::rarity(std::string_view word) const {
    return rarity_of(find(word));
}

void TokenCounts::weigh(NameTokens& name) const {
    constexpr std::uint32_t trades_share = 4;
    for (NameToken& token : name.tokens) {
        if (!is_counted(token)) {
            continue;
        }
        const Entry* entry = find(name.text(token));
        const std::uint32_t rarity = rarity_of(entry);
        token.id = entry == nullptr ? 0 : static_cast<std::uint32_t>(entry - entries_.data()) + 1;
        token.weight = token.kind == TokenKind::generic ? rarity / trades_share : rarity;
    }
    tell_whether_plain(name);
}

}  // namespace afletter::matching
