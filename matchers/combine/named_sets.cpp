// The product of the choices that each number leaves.
#include "combine/named_sets.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace afletter::matching {

namespace {

using ItemSet = std::vector<ItemIndex>;

// The open items of one number, by party.
std::vector<ItemSet> choices_of(const NamedNumber& number, const Books& books) {
    std::map<PartyIndex, ItemSet> by_party;
    for (const ItemIndex index : number.items) {
        if (!books.item(index).closed) {
            by_party[books.item(index).party].push_back(index);
        }
    }
    std::vector<ItemSet> choices;
    choices.reserve(by_party.size());
    for (auto& [party, items] : by_party) {
        choices.push_back(std::move(items));
    }
    return choices;
}

ItemSet united(const ItemSet& left, const ItemSet& right) {
    ItemSet both;
    std::ranges::set_union(left, right, std::back_inserter(both));
    return both;
}

}  // namespace

NamedSets named_sets(const Naming& naming, const Books& books, std::size_t sets_max) {
    std::vector<ItemSet> sets{ItemSet{}};
    for (const NamedNumber& number : naming.numbers) {
        const std::vector<ItemSet> choices = choices_of(number, books);
        if (choices.empty()) {
            continue;  // settled already: policy/obstacles sees to that
        }
        if (sets.size() * choices.size() > sets_max) {
            return {.sets = {}, .too_many = true};
        }
        std::vector<ItemSet> longer;
        for (const ItemSet& set : sets) {
            for (const ItemSet& choice : choices) {
                longer.push_back(united(set, choice));
            }
        }
        sets = std::move(longer);
    }
    std::erase_if(sets, [](const ItemSet& set) { return set.empty(); });
    return {.sets = std::move(sets), .too_many = false};
}

}  // namespace afletter::matching
