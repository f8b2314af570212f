// The product of the choices that each number leaves.
#include "combine/named_sets.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace afletter::matching {

namespace {

using Items = std::vector<ItemIndex>;

// The open items of one number, by party.
std::vector<Items> choices_of(const NamedNumber& number, const Books& books) {
    Items open;
    std::ranges::copy_if(number.items, std::back_inserter(open),
                         [&](ItemIndex index) { return !books.item(index).closed; });
    const auto party_of = [&](ItemIndex index) { return books.item(index).party; };
    std::ranges::stable_sort(open, {}, party_of);
    std::vector<Items> choices;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (i == 0 || party_of(open[i]) != party_of(open[i - 1])) {
            choices.emplace_back();
        }
        choices.back().push_back(open[i]);
    }
    return choices;
}

Items united(const Items& left, const Items& right) {
    Items both;
    std::ranges::set_union(left, right, std::back_inserter(both));
    return both;
}

}  // namespace

NamedSets named_sets(const Naming& naming, const Books& books, std::size_t sets_max) {
    if (naming.numbers.empty()) {
        return {};
    }
    std::vector<Items> sets{Items{}};
    for (const NamedNumber& number : naming.numbers) {
        const std::vector<Items> choices = choices_of(number, books);
        if (choices.empty()) {
            continue;  // settled already: policy/obstacles sees to that
        }
        if (sets.size() * choices.size() > sets_max) {
            return {.sets = {}, .too_many = true};
        }
        std::vector<Items> longer;
        for (const Items& set : sets) {
            for (const Items& choice : choices) {
                longer.push_back(united(set, choice));
            }
        }
        sets = std::move(longer);
    }
    std::erase_if(sets, [](const Items& set) { return set.empty(); });
    return {.sets = std::move(sets), .too_many = false};
}

}  // namespace afletter::matching
