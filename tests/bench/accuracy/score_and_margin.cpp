// Weights for reference, date and payee among items of the amount; matched from 75 of 100 points on
// when the next is at least 25 behind.
#include <algorithm>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

constexpr double reference_weight = 70;
constexpr double date_weight = 20;
constexpr double payee_weight = 10;
constexpr double score_min = 75;
constexpr double margin_min = 25;

// One within a month of the bill, and nothing after five.
double nearness(const View& view, const ShelfItem& item) {
    const auto days = static_cast<double>((view.day - item.issued).count());
    return days < 0 ? 0 : std::clamp((150 - days) / 120, 0.0, 1.0);
}

double likeness(const View& view, std::uint32_t party) {
    if (contains(view.parties_by_account, party) || contains(view.parties_by_name, party)) {
        return 1;
    }
    return contains(view.parties_by_similar_name, party) ? 0.8 : 0;
}

double score_of(const View& view, const Shelf& shelf, std::uint32_t place) {
    const ShelfItem& item = shelf.item(place);
    const bool is_named = contains(view.named_in_field, place) ||
                          contains(view.named_as_printed, place) ||
                          contains(view.ordered_by_us, place);
    return (is_named ? reference_weight : 0) + date_weight * nearness(view, item) +
           payee_weight * likeness(view, item.party);
}

}  // namespace

// An item that is not named has 30 points at most, too few to be matched or to be in the way.
Proposal score_and_margin(const View& view, const Shelf& shelf) {
    Places named = view.named_in_field;
    for (const Places* more : {&view.named_as_printed, &view.ordered_by_us}) {
        std::ranges::copy_if(*more, std::back_inserter(named),
                             [&](std::uint32_t place) { return !contains(named, place); });
    }
    double best = 0;
    double second = 0;
    std::uint32_t first = 0;
    for (const std::uint32_t place : open_ones(view, shelf, named)) {
        if (shelf.item(place).left != view.cents) {
            continue;
        }
        const double score = score_of(view, shelf, place);
        if (score > best) {
            second = best;
            best = score;
            first = place;
        } else {
            second = std::max(second, score);
        }
    }
    return best >= score_min && best - second >= margin_min ? whole_line(view, first) : Proposal();
}

}  // namespace afletter::judging
