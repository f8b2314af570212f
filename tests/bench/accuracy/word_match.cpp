// Any word of four digits or more that stands in an item's number proposes it; an item of exactly
// the amount wins, else the oldest are filled until the line is used up.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

// By how many words lead to them, then oldest first; of the party, when the line's is known.
Places candidates_of(const View& view, const Shelf& shelf) {
    const auto party = party_of(view);
    std::map<std::uint32_t, int> hits;
    for (const std::string& digits : view.digits) {
        for (const std::uint32_t place : shelf.by_digits.find(digits)) {
            if (shelf.is_open_for(place, view.cents) &&
                (!party || shelf.item(place).party == *party)) {
                ++hits[place];
            }
        }
    }
    Places candidates;
    for (const auto& [place, count] : hits) {
        candidates.push_back(place);
    }
    std::ranges::sort(candidates, {}, [&](std::uint32_t place) {
        return std::tuple(-hits[place], shelf.item(place).issued, place);
    });
    return candidates;
}

}  // namespace

Proposal word_match(const View& view, const Shelf& shelf) {
    const Places candidates = candidates_of(view, shelf);
    const auto equal = std::ranges::find_if(
        candidates, [&](std::uint32_t place) { return shelf.item(place).left == view.cents; });
    if (equal != candidates.end()) {
        return whole_line(view, *equal);
    }
    Proposal filled = in_turn(view, shelf, candidates);
    // What is short of the last item would have to be written off, and nothing may be.
    for (const simulator::TrueShare& share : filled.shares) {
        if (share.cents != shelf.item(static_cast<std::uint32_t>(share.item)).left) {
            return {};
        }
    }
    return filled;
}

}  // namespace afletter::judging
