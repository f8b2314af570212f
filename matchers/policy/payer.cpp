// The payer by his account where the books know it, else by his name.
#include "policy/payer.hpp"

#include <algorithm>

#include "combine/party_sets.hpp"
#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

bool is_named_safely(const Inquiry& inquiry, const Hypothesis& hypothesis, ItemIndex index) {
    if (hypothesis.trails.has(Trail::batch) || hypothesis.trails.has(Trail::remainder) ||
        std::ranges::find(inquiry.by_end_to_end, index) != inquiry.by_end_to_end.end()) {
        return true;
    }
    return std::ranges::any_of(inquiry.naming.numbers, [&](const NamedNumber& number) {
        return is_checked_reference(number, inquiry.books.item(index));
    });
}

// Items that this amount could be about if the payer paid for himself.
std::vector<ItemIndex> payers_items(const Inquiry& inquiry, const Money& amount) {
    if (inquiry.payer.parties.empty()) {
        return namesake_items(inquiry, amount).items;
    }
    std::vector<ItemIndex> items;
    for (const PartyIndex party : inquiry.payer.parties) {
        const auto more = inquiry.books.of_party_with_amount(party, amount);
        items.insert(items.end(), more.begin(), more.end());
    }
    return items;
}

// Somebody whose name fits the payer better than that of the item's party owes this very amount.
bool has_better_namesake(const Inquiry& inquiry, const Weighed& leader, const BookItem& item) {
    const int agrees = agreement(name_level(inquiry, item.party));
    const NamesakeItems namesakes = namesake_items(inquiry, item.settling);
    return (agrees == 0 && namesakes.too_many) ||
           std::ranges::any_of(namesakes.items, [&](ItemIndex own) {
               return !leader.hypothesis.holds(own) &&
                      agreement(name_level(inquiry, inquiry.books.item(own).party)) > agrees;
           });
}

// Of two dates of issue, the one that a payment of this day rather belongs to.
bool is_closer_in_time(const Inquiry& inquiry, const BookItem& item, const BookItem& other) {
    constexpr std::chrono::days clearly(20);
    const auto distance = [&](const BookItem& from) {
        const auto days = std::chrono::sys_days(inquiry.line.booking_date) -
                          std::chrono::sys_days(from.issue_date);
        return days < std::chrono::days(0) ? -days : days;
    };
    return distance(item) + clearly < distance(other);
}

// Those who have the payer's account, and those of the items.
std::vector<PartyIndex> parties_of(const Inquiry& inquiry, const Weighed& leader) {
    std::vector<PartyIndex> parties = inquiry.payer.parties;
    for (const ItemIndex index : leader.hypothesis.items) {
        parties.push_back(inquiry.books.item(index).party);
    }
    return parties;
}

// How surely the payer owes all of these: his account before his name.
int sureness(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    constexpr int by_account = 3;
    int least = by_account;
    for (const ItemIndex index : hypothesis.items) {
        const PartyIndex party = inquiry.books.item(index).party;
        if (!pays_from_account_of(inquiry, party)) {
            least = std::min(least, agreement(name_level(inquiry, party)));
        }
    }
    return least;
}

}  // namespace

bool agrees_with_payer(const Inquiry& inquiry, PartyIndex party) {
    return pays_from_account_of(inquiry, party) || agreement(name_level(inquiry, party)) > 0;
}

bool is_payers(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    return std::ranges::all_of(hypothesis.items, [&](ItemIndex index) {
        return agrees_with_payer(inquiry, inquiry.books.item(index).party);
    });
}

bool is_payers_as_surely(const Inquiry& inquiry, const Hypothesis& hypothesis,
                         const Weighed& leader) {
    const int sure = sureness(inquiry, leader.hypothesis);
    return is_payers(inquiry, hypothesis) && sureness(inquiry, hypothesis) >= sure;
}

bool is_confirmed(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    return std::ranges::all_of(hypothesis.items, [&](ItemIndex index) {
        const PartyIndex party = inquiry.books.item(index).party;
        return is_named_safely(inquiry, hypothesis, index) || agrees_with_payer(inquiry, party) ||
               text_level(inquiry, party) == Level::equal;
    });
}

bool is_protected(const Inquiry& inquiry, const Weighed& weighed) {
    return std::ranges::all_of(weighed.hypothesis.items, [&](ItemIndex index) {
        return is_named_safely(inquiry, weighed.hypothesis, index);
    });
}

bool payer_has_another(const Inquiry& inquiry, const Weighed& leader) {
    return std::ranges::any_of(leader.hypothesis.items, [&](ItemIndex named) {
        const BookItem& item = inquiry.books.item(named);
        if (pays_from_account_of(inquiry, item.party)) {
            return !leader.hypothesis.trails.name_the_item() &&
                   has_better_namesake(inquiry, leader, item);
        }
        const int agrees = agreement(name_level(inquiry, item.party));
        const auto is_payers_own = [&](ItemIndex own) {
            const PartyIndex party = inquiry.books.item(own).party;
            return !leader.hypothesis.holds(own) && pays_from_account_of(inquiry, party) &&
                   agreement(name_level(inquiry, party)) >= agrees;
        };
        return std::ranges::any_of(payers_items(inquiry, item.settling), is_payers_own) ||
               has_better_namesake(inquiry, leader, item);
    });
}

bool payer_owes_under_neighbour(const Inquiry& inquiry, const Weighed& leader) {
    const Trails& trails = leader.hypothesis.trails;
    if (!trails.has(Trail::number) && !trails.has(Trail::part)) {
        return false;
    }
    const auto owes_neighbour = [&](ItemIndex index) {
        const BookItem& named = inquiry.books.item(index);
        if (is_named_safely(inquiry, leader.hypothesis, index) &&
            agrees_with_payer(inquiry, named.party)) {
            return false;
        }
        return std::ranges::any_of(payers_items(inquiry, named.settling), [&](ItemIndex candidate) {
            const BookItem& item = inquiry.books.item(candidate);
            const bool is_of_past = item.party == named.party &&
                                    (item.closed || is_closer_in_time(inquiry, named, item));
            if (leader.hypothesis.holds(candidate) || is_of_past ||
                item.issue_date > inquiry.line.booking_date) {
                return false;
            }
            return differ_by_one(item.document, named.document) ||
                   differ_by_one(item.reference, named.reference);
        });
    };
    return std::ranges::any_of(leader.hypothesis.items, owes_neighbour);
}

bool is_all_that_is_open(const Inquiry& inquiry, const Weighed& leader) {
    return std::ranges::all_of(parties_of(inquiry, leader), [&](PartyIndex party) {
        return std::ranges::all_of(inquiry.books.open_items_of(party),
                                   [&](ItemIndex index) { return leader.hypothesis.holds(index); });
    });
}

bool has_sibling_of_amount(const Inquiry& inquiry, const Weighed& leader) {
    const Money& amount = inquiry.line.amount;
    return std::ranges::any_of(parties_of(inquiry, leader), [&](PartyIndex party) {
        const auto is_other = [&](ItemIndex index) { return !leader.hypothesis.holds(index); };
        return std::ranges::any_of(inquiry.books.of_party_with_amount(party, amount), is_other) ||
               std::ranges::any_of(inquiry.books.open_items_of(party), [&](ItemIndex index) {
                   return is_other(index) && is_instalment(inquiry.books.item(index), amount);
               });
    });
}

}  // namespace afletter::matching
