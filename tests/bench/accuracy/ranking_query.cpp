// One point each for the same reference, amount, party and date, and for the number in the text.
// The first of the ranking is matched when nothing stands beside it and its number and amount
// agree. The other rule looks at nothing but the reference.
#include <algorithm>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

struct Ranked {
    std::uint32_t item = 0;
    int rank = 0;
    bool is_named = false;
    bool has_amount = false;
};

// By account if that is one party's, else the one of the most similar name.
std::optional<std::uint32_t> ranked_party(const View& view) {
    const auto party = party_of(view);
    if (party || view.parties_by_similar_name.size() != 1) {
        return party;
    }
    return view.parties_by_similar_name.front();
}

Ranked ranked(const View& view, const Shelf& shelf, std::uint32_t place,
              std::optional<std::uint32_t> party) {
    const ShelfItem& item = shelf.item(place);
    const bool in_field =
        contains(view.named_in_field, place) || contains(view.ordered_by_us, place);
    const bool in_text = contains(view.named_as_printed, place);
    const bool has_amount = item.left == view.cents;
    const int rank = 1 + (in_field ? 1 : 0) + (in_text ? 1 : 0) + (has_amount ? 1 : 0) +
                     (item.party == party ? 1 : 0) + (item.issued == view.day ? 1 : 0);
    return {.item = place, .rank = rank, .is_named = in_field || in_text, .has_amount = has_amount};
}

// An item with neither number nor party has a rank of three at most and is left out: it could only
// tie with the least of those that are matched, on the day it was issued.
std::vector<Ranked> ranking(const View& view, const Shelf& shelf) {
    const auto party = ranked_party(view);
    Places items = view.named_in_field;
    items.insert(items.end(), view.named_as_printed.begin(), view.named_as_printed.end());
    items.insert(items.end(), view.ordered_by_us.begin(), view.ordered_by_us.end());
    if (party) {
        const auto of_party = shelf.items_of(*party);
        items.insert(items.end(), of_party.begin(), of_party.end());
    }
    items = open_ones(view, shelf, items);
    std::ranges::sort(items);
    const auto rest = std::ranges::unique(items);
    items.erase(rest.begin(), rest.end());
    std::vector<Ranked> all;
    for (const std::uint32_t place : items) {
        all.push_back(ranked(view, shelf, place, party));
    }
    std::ranges::stable_sort(all, std::greater<>(), &Ranked::rank);
    return all;
}

}  // namespace

Proposal ranking_query(const View& view, const Shelf& shelf) {
    const std::vector<Ranked> all = ranking(view, shelf);
    const bool is_first_alone = all.size() == 1 || (all.size() > 1 && all[0].rank > all[1].rank);
    if (!is_first_alone || !all.front().is_named || !all.front().has_amount) {
        return {};
    }
    return whole_line(view, all.front().item);
}

Proposal reference_alone(const View& view, const Shelf& shelf) {
    Places named = view.named_in_field;
    named.insert(named.end(), view.ordered_by_us.begin(), view.ordered_by_us.end());
    return in_turn(view, shelf, open_ones(view, shelf, named));
}

}  // namespace afletter::judging
