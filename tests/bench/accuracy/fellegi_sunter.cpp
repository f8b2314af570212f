// Pairs of a line and an item compared field by field; how often each answer is given by true and
// by false pairs is learnt from the pairs themselves by expectation and maximisation.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

constexpr std::size_t field_count = 5;
constexpr std::array<std::size_t, field_count> level_counts{4, 3, 4, 3, 3};
constexpr std::size_t pattern_count = std::size_t{4} * 3 * 4 * 3 * 3;
using Levels = std::array<std::size_t, field_count>;

std::size_t reference_level(const View& view, std::uint32_t place) {
    if (contains(view.named_in_field, place) || contains(view.ordered_by_us, place)) {
        return 0;
    }
    if (contains(view.named_by_reference, place) || contains(view.named_by_document, place)) {
        return 1;
    }
    const bool names_another = !view.named_by_reference.empty() || !view.named_by_document.empty();
    return names_another ? 3 : 2;
}

std::size_t amount_level(const View& view, const ShelfItem& item) {
    return item.left == view.cents ? 0 : std::abs(view.cents) < std::abs(item.left) ? 1 : 2;
}

std::size_t account_level(const View& view, const Shelf& shelf, std::uint32_t party) {
    if (contains(view.parties_by_account, party)) {
        return 0;
    }
    if (!view.parties_by_account.empty()) {
        return 3;
    }
    return shelf.has_account(party) ? 2 : 1;
}

std::size_t name_level(const View& view, std::uint32_t party) {
    return contains(view.parties_by_name, party)           ? 0
           : contains(view.parties_by_similar_name, party) ? 1
                                                           : 2;
}

std::size_t date_level(const View& view, const ShelfItem& item) {
    const auto days = (view.day - item.issued).count();
    return days < 0 ? 2 : days <= 45 ? 0 : 1;
}

Levels compare(const View& view, const Shelf& shelf, std::uint32_t place) {
    const ShelfItem& item = shelf.item(place);
    return {reference_level(view, place), amount_level(view, item),
            account_level(view, shelf, item.party), name_level(view, item.party),
            date_level(view, item)};
}

std::size_t number_of(const Levels& levels) {
    std::size_t number = 0;
    for (std::size_t field = 0; field < field_count; ++field) {
        number = number * level_counts[field] + levels[field];
    }
    return number;
}
Levels levels_of(std::size_t number) {
    Levels levels{};
    for (std::size_t field = field_count; field-- > 0;) {
        levels[field] = number % level_counts[field];
        number /= level_counts[field];
    }
    return levels;
}

constexpr std::size_t candidates_max = 64;
constexpr std::size_t same_amount_max = 8;

// Which pairs are looked at: named, of the account or a similar name, or of a rare amount.
Places candidates_of(const View& view, const Shelf& shelf) {
    Places items;
    const auto add = [&](std::span<const std::uint32_t> more) {
        for (const std::uint32_t place : more) {
            if (items.size() < candidates_max && shelf.is_open_for(place, view.cents) &&
                !contains(items, place)) {
                items.push_back(place);
            }
        }
    };
    add(view.named_in_field);
    add(view.ordered_by_us);
    add(view.named_by_reference);
    add(view.named_by_document);
    const auto of_amount = shelf.items_left_with(view.cents);
    if (of_amount.size() <= same_amount_max) {
        add(of_amount);
    }
    for (const Places* parties : {&view.parties_by_account, &view.parties_by_similar_name}) {
        for (const std::uint32_t party : *parties) {
            add(shelf.items_of(party));
        }
    }
    return items;
}

// P(level | true pair) and P(level | false pair) of each field, and the share of true pairs.
struct Model {
    using Table = std::array<std::array<double, 4>, field_count>;
    Table true_pairs{};
    Table false_pairs{};
    double share = 0.1;

    // For each field the first level agrees best; that is all that is known at the start.
    Model() {
        for (std::size_t field = 0; field < field_count; ++field) {
            const auto others = static_cast<double>(level_counts[field] - 1);
            for (std::size_t level = 0; level < level_counts[field]; ++level) {
                true_pairs[field][level] = level == 0 ? 0.8 : 0.2 / others;
                false_pairs[field][level] = level == 0 ? 0.2 : 0.8 / others;
            }
        }
    }
    [[nodiscard]] double odds(const Levels& levels) const {
        double odds = share / (1 - share);
        for (std::size_t field = 0; field < field_count; ++field) {
            odds *= true_pairs[field][levels[field]] / false_pairs[field][levels[field]];
        }
        return odds;
    }
};

using Counts = std::array<double, pattern_count>;

Model maximised(const Counts& counts, const Model& model) {
    constexpr double smoothing = 1e-6;  // a level never seen keeps a chance
    Model next;
    next.true_pairs = next.false_pairs = {};
    double all_true = 0;
    double all = 0;
    for (std::size_t pattern = 0; pattern < pattern_count; ++pattern) {
        const Levels levels = levels_of(pattern);
        const double odds = model.odds(levels);
        const double is_true = counts[pattern] * odds / (1 + odds);
        all += counts[pattern];
        all_true += is_true;
        for (std::size_t field = 0; field < field_count; ++field) {
            next.true_pairs[field][levels[field]] += is_true;
            next.false_pairs[field][levels[field]] += counts[pattern] - is_true;
        }
    }
    for (std::size_t field = 0; field < field_count; ++field) {
        for (std::size_t level = 0; level < level_counts[field]; ++level) {
            next.true_pairs[field][level] = next.true_pairs[field][level] / all_true + smoothing;
            next.false_pairs[field][level] =
                next.false_pairs[field][level] / (all - all_true) + smoothing;
        }
    }
    next.share = std::clamp(all_true / all, 1e-4, 1 - 1e-4);
    return next;
}

Model learnt(std::span<const View> views, const Shelf& shelf) {
    constexpr int rounds = 60;
    constexpr std::size_t lines_learnt_from = 20'000;
    Counts counts{};
    const std::size_t step = std::max<std::size_t>(1, views.size() / lines_learnt_from);
    for (std::size_t line = 0; line < views.size(); line += step) {
        for (const std::uint32_t place : candidates_of(views[line], shelf)) {
            ++counts[number_of(compare(views[line], shelf, place))];
        }
    }
    Model model;
    for (int round = 0; round < rounds; ++round) {
        model = maximised(counts, model);
    }
    return model;
}

// The best pair, by its own odds, or by its part of all odds and of none.
Rule best_pair(std::shared_ptr<const Model> model, bool normalise) {
    return [model = std::move(model), normalise](const View& view, const Shelf& shelf) {
        double best = 0;
        double sum = 1;
        std::optional<std::uint32_t> first;
        for (const std::uint32_t place : candidates_of(view, shelf)) {
            const double odds = model->odds(compare(view, shelf, place));
            sum += odds;
            if (odds > best) {
                best = odds;
                first = place;
            }
        }
        if (!first) {
            return Proposal();
        }
        Proposal proposal = in_turn(view, shelf, {*first});
        proposal.score = normalise ? best / sum : best / (1 + best);
        return proposal;
    };
}

}  // namespace

Rule fellegi_sunter(std::span<const View> views, const Shelf& shelf) {
    return best_pair(std::make_shared<const Model>(learnt(views, shelf)), false);
}

Rule normalised_fellegi_sunter(std::span<const View> views, const Shelf& shelf) {
    return best_pair(std::make_shared<const Model>(learnt(views, shelf)), true);
}

}  // namespace afletter::judging
