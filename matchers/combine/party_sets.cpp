// Counting the ways to reach an amount.
#include "combine/party_sets.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>

#include "candidates/hypothesis.hpp"
#include "combine/subset_sum.hpp"

namespace afletter::matching {

namespace {

constexpr std::int64_t instalments_max = 12;
constexpr std::size_t sets_shown = 8;
constexpr std::size_t batch_max = 64;
constexpr std::size_t completion_max = 3;
constexpr std::size_t rejects_max = 3;

using Items = std::vector<ItemIndex>;

std::vector<std::int64_t> amounts_of(const Books& books, const Items& items) {
    std::vector<std::int64_t> amounts;
    amounts.reserve(items.size());
    for (const ItemIndex item : items) {
        amounts.push_back(books.item(item).settling.minor_units());
    }
    return amounts;
}

Items at(const Items& items, const std::vector<std::uint32_t>& places) {
    Items chosen;
    chosen.reserve(places.size());
    for (const std::uint32_t place : places) {
        chosen.push_back(items[place]);
    }
    std::ranges::sort(chosen);
    return chosen;
}

// The one subset of these items that sums to the amount; empty when there is none, or not one.
Items sole_subset(const Books& books, const Items& items, std::int64_t sum,
                  const SubsetLimits& limits) {
    const SubsetSearch search = subsets_with_sum(amounts_of(books, items), sum, limits);
    return search.exhausted && search.found.size() == 1 ? at(items, search.found.front()) : Items();
}

bool is_whole_fraction(const Money& whole, const Money& part) {
    if (whole.is_negative() != part.is_negative() || part.is_zero()) {
        return false;
    }
    const std::int64_t total = std::abs(whole.minor_units());
    const std::int64_t paid = std::abs(part.minor_units());
    for (std::int64_t count = 2; count <= instalments_max; ++count) {
        // total / count, so that nothing overflows; rounding leaves less than one unit each.
        if (total / count - paid <= 1 && paid - total / count <= 1) {
            return true;
        }
    }
    return false;
}

std::optional<std::int64_t> what_is_missing(const Books& books, const Items& items,
                                            const Money& amount) {
    const auto sum = open_sum(books, items);
    const auto rest = sum ? checked_subtract(amount, *sum)
                          : Result<Money, MoneyError>(tl::unexpect, MoneyError::currency_mismatch);
    return rest ? std::optional(rest->minor_units()) : std::nullopt;
}

}  // namespace

PartySets exact_party_sets(const Books& books, const Items& open, const Money& amount) {
    const SubsetSearch search = subsets_with_sum(amounts_of(books, open), amount.minor_units(),
                                                 {.solutions_max = sets_shown});
    PartySets sets{.sets = {}, .complete = search.exhausted, .ways = search.found.size()};
    for (const auto& places : search.found) {
        if (places.size() > 1) {
            sets.sets.push_back(at(open, places));
        }
    }
    return sets;
}

Items sole_completion(const Books& books, const Items& named, const Money& amount) {
    const PartyIndex party = books.item(named.front()).party;
    const bool of_one_party =
        std::ranges::all_of(named, [&](ItemIndex item) { return books.item(item).party == party; });
    const auto missing = what_is_missing(books, named, amount);
    if (!of_one_party || !missing || *missing == 0) {
        return {};
    }
    Items others;
    std::ranges::copy_if(books.open_items_of(party), std::back_inserter(others),
                         [&](ItemIndex item) {
                             return !std::ranges::binary_search(named, item) &&
                                    books.item(item).settling.currency() == amount.currency();
                         });
    return sole_subset(books, others, *missing, {.members_max = completion_max});
}

Items sole_remainder(const Books& books, const Items& batch, const Money& amount) {
    const auto missing = what_is_missing(books, batch, amount);
    if (!missing || *missing == 0) {
        return {};
    }
    const Items rejects =
        sole_subset(books, batch, -*missing,
                    {.members_max = rejects_max, .amounts_max = batch_max, .steps_max = 200'000});
    Items rest;
    if (!rejects.empty()) {
        std::ranges::set_difference(batch, rejects, std::back_inserter(rest));
    }
    return rest;
}

bool is_instalment(const BookItem& item, const Money& amount) {
    return !item.closed && item.settling.currency() == amount.currency() &&
           std::abs(amount.minor_units()) < std::abs(item.settling.minor_units()) &&
           (is_whole_fraction(item.settling, amount) || is_whole_fraction(item.original, amount));
}

}  // namespace afletter::matching
