// Every long word of the line that is an item's number must be exactly one item's; failing that,
// the known party's items whose sum or amount is the line's.
#include <algorithm>
#include <cstdlib>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

constexpr std::size_t word_size_min = 6;

// None when one word is the number of several.
std::optional<Places> items_named(const View& view, const Shelf& shelf) {
    Places named;
    for (const std::string& written : view.words) {
        const std::string_view word = without_punctuation_around(written);
        if (word.size() < word_size_min) {
            continue;
        }
        const Places items = open_ones(view, shelf, shelf.by_printed_number.find(word));
        if (items.size() > 1) {
            return std::nullopt;
        }
        if (items.size() == 1 && !contains(named, items.front())) {
            named.push_back(items.front());
        }
    }
    return named;
}

bool are_of_party(const Shelf& shelf, const Places& items, std::optional<std::uint32_t> party) {
    return !party || std::ranges::all_of(items, [&](std::uint32_t place) {
        return shelf.item(place).party == *party;
    });
}

Proposal by_party(const View& view, const Shelf& shelf, std::uint32_t party) {
    const Places open = open_ones(view, shelf, shelf.items_of(party));
    std::int64_t sum = 0;
    Places earlier;
    for (const std::uint32_t place : open) {
        sum += shelf.item(place).left;
        if (shelf.item(place).issued < view.day) {
            earlier.push_back(place);
        }
    }
    if (!open.empty() && sum == view.cents) {
        return in_turn(view, shelf, open);
    }
    auto only = only_equal(view, shelf, open);
    only = only ? only : only_equal(view, shelf, earlier);
    return only ? whole_line(view, *only) : Proposal();
}

}  // namespace

Proposal unique_word(const View& view, const Shelf& shelf) {
    const Places ordered = open_ones(view, shelf, view.ordered_by_us);
    if (ordered.size() == 1) {
        return in_turn(view, shelf, ordered);
    }
    const auto party = party_of(view);
    const auto named = items_named(view, shelf);
    if (named && !named->empty() && are_of_party(shelf, *named, party)) {
        return in_turn(view, shelf, *named);
    }
    return party ? by_party(view, shelf, *party) : Proposal();
}

}  // namespace afletter::judging
