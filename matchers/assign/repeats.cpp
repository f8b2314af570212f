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

// What one line's equals leave of its item: those of earlier days, and those of its own too.
Repeat repeat_of(std::size_t at, std::span<const Claimant> equals,
                 std::span<const Line* const> lines, std::int64_t open) {
    const Claimant& own = equals[at];
    std::int64_t left_by_earlier = open - own.amount;
    std::int64_t left_by_then = left_by_earlier;
    for (std::size_t i = 0; i < equals.size(); ++i) {
        if (i == at || !is_same_payer(*lines[equals[i].line], *lines[own.line])) {
            continue;
        }
        left_by_earlier -= equals[i].booked < own.booked ? own.amount : 0;
        left_by_then -= equals[i].booked <= own.booked ? own.amount : 0;
    }
    if (left_by_earlier < 0) {
        return Repeat::later;
    }
    return left_by_then < 0 ? Repeat::same_day : Repeat::none;
}

}  // namespace

std::vector<Repeat> find_repeats(std::span<const Line* const> lines, const Claims& claims,
                                 std::span<const std::int64_t> open) {
    std::vector<Repeat> repeats(claims.line_count(), Repeat::none);
    const std::vector<Claimant> all = claimants(lines, claims);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].item == all[begin].item &&
               all[end].amount == all[begin].amount) {
            ++end;
        }
        const std::span equals = std::span(all).subspan(begin, end - begin);
        for (std::size_t at = 0; equals.size() > 1 && at < equals.size(); ++at) {
            repeats[equals[at].line] = repeat_of(at, equals, lines, open[equals[at].item]);
        }
        begin = end;
    }
    return repeats;
}

}  // namespace afletter::matching
