// Entries sorted by amount and party; a party's items of one amount stand together.
#include "candidates/amount_habits.hpp"

#include <algorithm>
#include <bit>

namespace afletter::matching {

namespace {

constexpr std::uint32_t enough = 500;  // items, to speak for their amount alone
constexpr std::uint64_t million = 1'000'000;

}  // namespace

std::size_t AmountHabits::pool_of(std::size_t items) {
    return static_cast<std::size_t>(std::bit_width(items));
}

std::size_t AmountHabits::size_class(std::size_t party_size) {
    constexpr std::size_t smallest = 2;  // items: as much as one can say of a party
    const auto doubled =
        static_cast<std::size_t>(std::bit_width((std::max(party_size, smallest) - 1) / smallest));
    return std::min(doubled, sizes - 1);
}

void AmountHabits::build() {
    for (const Entry& entry : pending_) {
        if (entry.party >= party_sizes_.size()) {
            party_sizes_.resize(entry.party + 1, 0);
        }
        ++party_sizes_[entry.party];
    }
    std::ranges::sort(pending_);
    for (std::size_t begin = 0; begin < pending_.size();) {
        std::size_t end = begin;
        while (end < pending_.size() && pending_[end].amount_hash == pending_[begin].amount_hash) {
            ++end;
        }
        keep(begin, end);
        begin = end;
    }
    pending_ = {};
    party_sizes_ = {};
}

// Without one of two twins the amount and the party would have an item less: it stands in for
// those.
void AmountHabits::keep(std::size_t begin, std::size_t end) {
    const std::size_t items = end - begin;
    Amount amount{.hash = pending_[begin].amount_hash, .items = static_cast<std::uint32_t>(items)};
    for (std::size_t first = begin; first < end;) {
        const std::uint32_t party = pending_[first].party;
        std::size_t next = first;
        while (next < end && pending_[next].party == party) {
            ++next;
        }
        if (next - first == 1) {
            ++amount.counts[size_class(party_sizes_[party])].alone;
        } else if (next - first == 2) {
            amount.counts[size_class(party_sizes_[party] - 1)].twins += 2;
        }
        first = next;
    }
    for (std::size_t size = 0; size < sizes; ++size) {
        pools_[pool_of(items)][size].alone += amount.counts[size].alone;
        pools_[pool_of(items - 1)][size].twins += amount.counts[size].twins;
    }
    amounts_.push_back(amount);
}

std::uint32_t AmountHabits::twins_per_million(std::uint64_t amount_hash,
                                              std::size_t party_size) const {
    const auto amount = std::ranges::lower_bound(amounts_, amount_hash, {}, &Amount::hash);
    const std::size_t size = size_class(party_size);
    Counts counts;
    if (amount != amounts_.end() && amount->hash == amount_hash) {
        counts = amount->counts[size].alone < enough ? pools_[pool_of(amount->items)][size]
                                                     : amount->counts[size];
    }
    // One more than were seen, for what was not.
    const std::uint64_t rate = (counts.twins + 1) * million / (counts.alone + 1);
    return static_cast<std::uint32_t>(std::min(rate, million));
}

}  // namespace afletter::matching
