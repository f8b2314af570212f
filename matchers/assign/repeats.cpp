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
    std::uint32_t place = 0;
};

// Of the best explanation of each line, its first item: equal payments have it in common.
std::vector<Claimant> claimants(const Claims& claims) {
    std::vector<Claimant> found;
    for (std::uint32_t place = 0; place < claims.line_count(); ++place) {
        const std::uint32_t best = claims.first_option(place);
        if (best != claims.end_option(place) && !claims.uses(best).empty()) {
            const Use& use = claims.uses(best).front();
            found.push_back({.item = use.item, .amount = use.amount, .place = place});
        }
    }
    std::ranges::sort(found, {}, [](const Claimant& claimant) {
        return std::tuple(claimant.item, claimant.amount, claimant.place);
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
Repeat repeat_of(std::size_t at, std::span<const Line> equals, std::int64_t amount,
                 std::int64_t open) {
    const Line& own = equals[at];
    std::int64_t left_by_earlier = open - amount;
    std::int64_t left_by_then = left_by_earlier;
    for (std::size_t i = 0; i < equals.size(); ++i) {
        if (i == at || !is_same_payer(equals[i], own)) {
            continue;
        }
        left_by_earlier -= equals[i].booking_date < own.booking_date ? amount : 0;
        left_by_then -= equals[i].booking_date <= own.booking_date ? amount : 0;
    }
    if (left_by_earlier < 0) {
        return Repeat::later;
    }
    return left_by_then < 0 ? Repeat::same_day : Repeat::none;
}

}  // namespace

std::vector<Repeat> find_repeats(const PackedLines& lines, std::span<const std::uint32_t> waiting,
                                 const Claims& claims, std::span<const std::int64_t> open) {
    std::vector<Repeat> repeats(claims.line_count(), Repeat::none);
    const std::vector<Claimant> all = claimants(claims);
    std::vector<Line> equals;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].item == all[begin].item &&
               all[end].amount == all[begin].amount) {
            ++end;
        }
        equals.clear();
        for (std::size_t i = begin; end - begin > 1 && i < end; ++i) {
            equals.push_back(lines.unpack(waiting[all[i].place]));
        }
        for (std::size_t i = 0; i < equals.size(); ++i) {
            const Claimant& own = all[begin + i];
            repeats[own.place] = repeat_of(i, equals, own.amount, open[own.item]);
        }
        begin = end;
    }
    return repeats;
}

}  // namespace afletter::matching
