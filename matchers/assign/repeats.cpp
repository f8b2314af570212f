// Lines sorted by what they claim, how much, and when.
#include "assign/repeats.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "text/names.hpp"

namespace afletter::matching {

namespace {

struct Claimant {
    ItemIndex item = 0;
    std::int64_t amount = 0;
    Date booked;
    std::uint32_t line = 0;
};

// Of the best explanation of each line, its first item: equal payments have it in common.
std::vector<Claimant> claimants(std::span<const Line* const> lines, const Claims& claims) {
    std::vector<Claimant> found;
    for (std::uint32_t line = 0; line < claims.line_count(); ++line) {
        const std::uint32_t best = claims.first_option(line);
        if (best == claims.end_option(line) || claims.uses(best).empty()) {
            continue;
        }
        const Use& use = claims.uses(best).front();
        found.push_back({.item = use.item,
                         .amount = use.amount,
                         .booked = lines[line]->booking_date,
                         .line = line});
    }
    std::ranges::sort(found, {}, [](const Claimant& claimant) {
        return std::tuple(claimant.item, claimant.amount, claimant.booked, claimant.line);
    });
    return found;
}

bool is_same_payer(const Line& left, const Line& right) {
    const Counterparty& one = left.detail.counterparty;
    const Counterparty& other = right.detail.counterparty;
    if (one.iban && other.iban) {
        return *one.iban == *other.iban;
    }
    const NameKey name = name_key(one.name);
    return !name.is_empty() && name == name_key(other.name);
}

}  // namespace

std::vector<bool> repeated_later(std::span<const Line* const> lines, const Claims& claims,
                                 std::span<const std::int64_t> open) {
    std::vector<bool> later(claims.line_count(), false);
    const std::vector<Claimant> all = claimants(lines, claims);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::int64_t left = open[all[i].item] - all[i].amount;
        for (std::size_t j = i; j-- > 0 && all[j].item == all[i].item &&
                                all[j].amount == all[i].amount && left >= 0;) {
            const bool earlier = all[j].booked < all[i].booked;
            if (earlier && is_same_payer(*lines[all[j].line], *lines[all[i].line])) {
                left -= all[j].amount;
            }
        }
        later[all[i].line] = left < 0 && i > 0 && all[i - 1].item == all[i].item;
    }
    return later;
}

}  // namespace afletter::matching
