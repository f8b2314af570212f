// Runs the rules of others, and holds what several of them need.
#include "bench/accuracy/rivals.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace afletter::judging {

namespace {

std::function<Rule(std::span<const View>, const Shelf&)> plain(Proposal (*rule)(const View&,
                                                                                const Shelf&)) {
    return [rule](std::span<const View>, const Shelf&) { return Rule(rule); };
}

// The score below which nothing is matched.
double best_threshold(const simulator::Books& books, const std::vector<Proposal>& proposals) {
    std::vector<std::pair<double, bool>> scored;
    for (std::size_t line = 0; line < proposals.size(); ++line) {
        if (!proposals[line].shares.empty()) {
            scored.emplace_back(proposals[line].score,
                                proposals[line].shares == books.truths[line].shares);
        }
    }
    std::ranges::sort(scored, std::greater<>());
    double threshold = 2;
    std::int64_t worth = 0;
    std::int64_t best = 0;
    for (std::size_t place = 0; place < scored.size(); ++place) {
        worth += scored[place].second ? 1 : -10;
        const bool is_last =
            place + 1 == scored.size() || scored[place + 1].first < scored[place].first;
        if (is_last && worth > best) {
            best = worth;
            threshold = scored[place].first;
        }
    }
    return threshold;
}

std::vector<std::size_t> by_booking_date(std::span<const View> views) {
    std::vector<std::size_t> order(views.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t line) { return views[line].day; });
    return order;
}

}  // namespace

const std::vector<Rival>& rivals() {
    static const std::vector<Rival> all{
        {.name = "word match", .make = plain(word_match)},
        {.name = "unique word", .make = plain(unique_word)},
        {.name = "ranking query", .make = plain(ranking_query)},
        {.name = "ranking query, reference alone", .make = plain(reference_alone)},
        {.name = "confidence table", .make = plain(confidence_table)},
        {.name = "confidence table, no document", .make = plain(confidence_table_without_document)},
        {.name = "first hit", .make = plain(first_hit)},
        {.name = "score and margin", .make = plain(score_and_margin)},
        {.name = "pairwise Fellegi-Sunter", .has_threshold = true, .make = fellegi_sunter},
        {.name = "normalised Fellegi-Sunter",
         .has_threshold = true,
         .make = normalised_fellegi_sunter},
    };
    return all;
}

std::vector<Answer> answers_of(const Rival& rival, const simulator::Books& books,
                               std::span<const View> views, const Shelf& shelf) {
    Shelf left = shelf;
    const Rule rule = rival.make(views, shelf);
    std::vector<Proposal> proposals(views.size());
    for (const std::size_t line : by_booking_date(views)) {
        Proposal& proposal = proposals[line];
        proposal = rule(views[line], left);
        std::ranges::sort(proposal.shares, {}, &simulator::TrueShare::item);
        if (!rival.has_threshold) {
            left.settle(proposal.shares);
        }
    }
    const double threshold = rival.has_threshold ? best_threshold(books, proposals) : 0;
    std::vector<Answer> answers(views.size());
    for (std::size_t line = 0; line < views.size(); ++line) {
        if (proposals[line].score >= threshold) {
            answers[line].match = std::move(proposals[line].shares);
        }
    }
    return answers;
}

Proposal whole_line(const View& view, std::uint32_t item) {
    return {.shares = {{.item = item, .cents = view.cents}}};
}

Proposal in_turn(const View& view, const Shelf& shelf, const Places& items) {
    Proposal proposal;
    std::int64_t rest = view.cents;
    for (const std::uint32_t place : items) {
        const std::int64_t left = shelf.item(place).left;
        const std::int64_t now = std::abs(left) < std::abs(rest) ? left : rest;
        if (now != 0) {
            proposal.shares.push_back({.item = place, .cents = now});
            rest -= now;
        }
    }
    return proposal;
}

Places open_ones(const View& view, const Shelf& shelf, std::span<const std::uint32_t> items) {
    Places open;
    std::ranges::copy_if(items, std::back_inserter(open),
                         [&](std::uint32_t place) { return shelf.is_open_for(place, view.cents); });
    return open;
}

std::optional<std::uint32_t> party_of(const View& view) {
    if (view.parties_by_account.size() == 1) {
        return view.parties_by_account.front();
    }
    if (view.parties_by_account.empty() && view.parties_by_name.size() == 1) {
        return view.parties_by_name.front();
    }
    return std::nullopt;
}

bool contains(std::span<const std::uint32_t> places, std::uint32_t place) {
    return std::ranges::find(places, place) != places.end();
}

std::optional<std::uint32_t> only_equal(const View& view, const Shelf& shelf, const Places& items) {
    std::optional<std::uint32_t> only;
    for (const std::uint32_t place : items) {
        if (shelf.item(place).left == view.cents) {
            if (only) {
                return std::nullopt;
            }
            only = place;
        }
    }
    return only;
}

}  // namespace afletter::judging
