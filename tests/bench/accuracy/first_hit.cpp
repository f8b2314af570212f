// Criteria one after the other; the first that finds an item decides, and nothing is asked that
// might contradict it.
#include <algorithm>
#include <cstdlib>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

// A reference anywhere; then a number of the party that has the account; then any number.
std::optional<std::uint32_t> item_hit(const View& view, const Shelf& shelf) {
    const Places by_reference = open_ones(view, shelf, view.named_by_reference);
    if (!by_reference.empty()) {
        return by_reference.front();
    }
    const Places by_document = open_ones(view, shelf, view.named_by_document);
    const auto of_account = std::ranges::find_if(by_document, [&](std::uint32_t place) {
        return contains(view.parties_by_account, shelf.item(place).party);
    });
    if (of_account != by_document.end()) {
        return *of_account;
    }
    return by_document.empty() ? std::nullopt : std::optional(by_document.front());
}

bool is_instalment(std::int64_t cents, std::int64_t left) {
    for (std::int64_t parts = 2; parts <= 12; ++parts) {
        if (left / parts == cents) {
            return true;
        }
    }
    return false;
}

// The oldest open items of the party, as many as make the amount.
Proposal oldest_of(const View& view, const Shelf& shelf, std::uint32_t party) {
    Places open = open_ones(view, shelf, shelf.items_of(party));
    std::ranges::stable_sort(open, {},
                             [&](std::uint32_t place) { return shelf.item(place).issued; });
    Places taken;
    std::int64_t sum = 0;
    for (const std::uint32_t place : open) {
        taken.push_back(place);
        sum += shelf.item(place).left;
        if (sum == view.cents) {
            return in_turn(view, shelf, taken);
        }
    }
    return {};
}

}  // namespace

Proposal first_hit(const View& view, const Shelf& shelf) {
    const auto hit = item_hit(view, shelf);
    if (!hit) {
        return {};
    }
    const std::int64_t left = shelf.item(*hit).left;
    if (left == view.cents || is_instalment(view.cents, left)) {
        return whole_line(view, *hit);
    }
    return oldest_of(view, shelf, shelf.item(*hit).party);
}

}  // namespace afletter::judging
