// The rules that stand between the best explanation and a booking. Each asks: would an auditor see
// a second way to read this line?
#include "policy/obstacles.hpp"

#include <algorithm>
#include <utility>

#include "combine/party_sets.hpp"
#include "policy/reasons.hpp"
#include "policy/weights.hpp"
#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

// An amount that more items share is mass billing: an item of the payer that is missing in the
// books, or one of somebody he pays for, has it as easily.
constexpr std::size_t telling_amount_max = 8;

bool holds(const Weighed& weighed, ItemIndex index) {
    return std::ranges::binary_search(weighed.hypothesis.items, index);
}

bool agrees_with_payer(const Inquiry& inquiry, PartyIndex party) {
    return pays_from_account_of(inquiry, party) || agreement(name_level(inquiry, party)) > 0;
}

// Named by something that a typing error does not turn into another item.
bool is_named_safely(const Inquiry& inquiry, const Weighed& weighed, ItemIndex index) {
    if (weighed.hypothesis.trails.has(Trail::batch) ||
        std::ranges::find(inquiry.by_end_to_end, index) != inquiry.by_end_to_end.end()) {
        return true;
    }
    return std::ranges::any_of(inquiry.naming.numbers, [&](const NamedNumber& number) {
        return is_checked_reference(number, inquiry.books.item(index));
    });
}

// Document numbers are dense and unprotected: account or name must say the same.
bool is_confirmed(const Inquiry& inquiry, const Weighed& weighed) {
    return std::ranges::all_of(weighed.hypothesis.items, [&](ItemIndex index) {
        return is_named_safely(inquiry, weighed, index) ||
               agrees_with_payer(inquiry, inquiry.books.item(index).party);
    });
}

// The line names an item that is settled: paid twice, or mistaken for another.
bool names_closed_item(const Weighing& weighing) {
    const Inquiry& inquiry = weighing.inquiry;
    const auto is_closed_item = [&](ItemIndex index) { return inquiry.books.item(index).closed; };
    const auto names_closed = [&](const NamedNumber& number) {
        return std::ranges::all_of(number.items, is_closed_item) ||
               std::ranges::any_of(number.items, [&](ItemIndex index) {
                   const BookItem& item = inquiry.books.item(index);
                   return item.closed && item.original == inquiry.line.amount &&
                          (is_checked_reference(number, item) ||
                           agrees_with_payer(inquiry, item.party));
               });
    };
    return weighing.search.batch_is_closed ||
           std::ranges::any_of(inquiry.by_end_to_end, is_closed_item) ||
           std::ranges::any_of(inquiry.naming.numbers, names_closed);
}

bool has_other_currency(const Inquiry& inquiry, const Weighed& leader) {
    return std::ranges::any_of(leader.hypothesis.items, [&](ItemIndex index) {
        return inquiry.books.item(index).settling.currency() != inquiry.line.amount.currency();
    });
}

bool has_closed_item(const Inquiry& inquiry, const Weighed& leader) {
    return std::ranges::any_of(leader.hypothesis.items,
                               [&](ItemIndex index) { return inquiry.books.item(index).closed; });
}

// Whether another explanation of the same amount is as good as the leader.
bool is_rival(const Inquiry& inquiry, const Weighed& leader, const Weighed& other) {
    const Trails& trails = other.hypothesis.trails;
    if (!other.is_exact()) {
        return false;
    }
    if (leader.hypothesis.trails.name_the_item()) {
        return trails.name_the_item() && is_confirmed(inquiry, other);
    }
    return !leader.hypothesis.trails.has(Trail::account) || trails.has(Trail::account) ||
           trails.name_the_item();
}

// Items that this amount could be about if the payer paid for himself: by account where the books
// know it, else by name.
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

// The payer owes the same amount under another number, known by then, that one typing error turns
// into the one named.
bool has_neighbour_number(const Inquiry& inquiry, const Weighed& leader) {
    const auto has_neighbour = [&](ItemIndex index) {
        const BookItem& named = inquiry.books.item(index);
        return std::ranges::any_of(payers_items(inquiry, named.settling), [&](ItemIndex candidate) {
            const BookItem& item = inquiry.books.item(candidate);
            return !holds(leader, candidate) && !item.closed &&
                   item.source->issue_date <= inquiry.line.booking_date &&
                   (differ_by_one(item.document, named.document) ||
                    differ_by_one(item.reference, named.reference));
        });
    };
    return std::ranges::any_of(leader.hypothesis.items, [&](ItemIndex index) {
        return !is_named_safely(inquiry, leader, index) && has_neighbour(index);
    });
}

// Account and amount alone: the amount must be unique among all that this account could be about,
// open or closed, whole or as an instalment.
bool has_sibling_of_amount(const Inquiry& inquiry, const Weighed& leader) {
    const Money& amount = inquiry.line.amount;
    return std::ranges::any_of(inquiry.payer.parties, [&](PartyIndex party) {
        const auto is_other = [&](ItemIndex index) { return !holds(leader, index); };
        return std::ranges::any_of(inquiry.books.of_party_with_amount(party, amount), is_other) ||
               std::ranges::any_of(inquiry.books.party(party).open_items, [&](ItemIndex index) {
                   return is_other(index) && is_instalment(inquiry.books.item(index), amount);
               });
    });
}

// The text names somebody else who owes this amount: "for my mother A. Bakker".
bool text_names_another(const Inquiry& inquiry, const Weighed& leader) {
    const Money& amount = inquiry.line.amount;
    const NameKey text = name_key(inquiry.line.detail.remittance);
    return std::ranges::any_of(text.words, [&](const std::string& word) {
        return std::ranges::any_of(
            inquiry.books.with_word_and_amount(word, amount), [&](ItemIndex index) {
                return !holds(leader, index) && inquiry.books.has_amount(index, amount);
            });
    });
}

bool another_fits(const Weighing& weighing, std::optional<Method> method) {
    const auto& [inquiry, search, weighed] = weighing;
    const Weighed& leader = weighed.front();
    const bool is_named = leader.hypothesis.trails.name_the_item();
    if (search.too_many_named || (!is_named && search.too_many_of_account)) {
        return true;
    }
    if (!leader.is_exact()) {
        return false;
    }
    if (!method && search.too_many_namesakes) {
        return true;
    }
    if (method == Method::end_to_end && inquiry.by_end_to_end.size() > 1) {
        return true;
    }
    if (method == Method::iban_amount &&
        (has_sibling_of_amount(inquiry, leader) || text_names_another(inquiry, leader))) {
        return true;
    }
    return std::any_of(weighed.begin() + 1, weighed.end(),
                       [&](const Weighed& other) { return is_rival(inquiry, leader, other); }) ||
           (is_named && has_neighbour_number(inquiry, leader));
}

// Somebody whose name fits the payer better than that of the item's party owes this very amount.
bool has_better_namesake(const Inquiry& inquiry, const Weighed& leader, const BookItem& item) {
    const int agrees = agreement(name_level(inquiry, item.party));
    const NamesakeItems namesakes = namesake_items(inquiry, item.settling);
    return (agrees == 0 && namesakes.too_many) ||
           std::ranges::any_of(namesakes.items, [&](ItemIndex own) {
               return !holds(leader, own) &&
                      agreement(name_level(inquiry, inquiry.books.item(own).party)) > agrees;
           });
}

// The payer has an item of his own of this very amount, and is more surely its payer than that of
// the item named: somebody may have mistyped a number, or paid the wrong bill.
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
            return !holds(leader, own) && pays_from_account_of(inquiry, party) &&
                   agreement(name_level(inquiry, party)) >= agrees;
        };
        return std::ranges::any_of(payers_items(inquiry, item.settling), is_payers_own) ||
               has_better_namesake(inquiry, leader, item);
    });
}

// What speaks against the leader, whoever it is.
void judge_amount(const Weighing& weighing, const Weighed& leader,
                  std::vector<Obstacle>& obstacles) {
    const Inquiry& inquiry = weighing.inquiry;
    const Trails& trails = leader.hypothesis.trails;
    const bool named_itself = leader.is_exact() && leader.covers_what_is_named &&
                              (trails.has(Trail::number) || trails.has(Trail::end_to_end));
    if (has_other_currency(inquiry, leader)) {
        add_obstacle(obstacles, Obstacle::currency_not_equal);
    } else if (weighing.search.batch_sum_differs && !named_itself) {
        add_obstacle(obstacles, Obstacle::batch_sum_differs);
    } else if (!has_closed_item(inquiry, leader) &&
               (!leader.is_exact() || !leader.covers_what_is_named)) {
        add_obstacle(obstacles, Obstacle::amount_not_equal);
    }
}

void judge_payer(const Inquiry& inquiry, const Weighed& leader, std::optional<Method> method,
                 std::vector<Obstacle>& obstacles) {
    if (leader.findings.is(Feature::account, Level::other)) {
        add_obstacle(obstacles, Obstacle::account_of_another);
    }
    if (leader.is_exact() && payer_has_another(inquiry, leader)) {
        add_obstacle(obstacles, Obstacle::account_has_another);
    }
    const bool name_contradicts =
        method == Method::iban_amount && leader.findings.is(Feature::name, Level::differs);
    if (name_contradicts ||
        (leader.hypothesis.trails.has(Trail::number) && !is_confirmed(inquiry, leader))) {
        add_obstacle(obstacles, Obstacle::name_not_confirmed);
    }
}

void judge_strength(const Inquiry& inquiry, const Weighed& leader, std::optional<Method> method,
                    std::vector<Obstacle>& obstacles) {
    if (method == Method::iban_amount && unexplained_number(inquiry, leader.hypothesis)) {
        add_obstacle(obstacles, Obstacle::unknown_number_in_text);
    }
    if (method == Method::iban_amount &&
        inquiry.books.count_with_amount(inquiry.line.amount) > telling_amount_max) {
        add_obstacle(obstacles, Obstacle::only_weak_evidence);
    }
    if (method == Method::iban_amount && leader.findings.is(Feature::date, Level::below)) {
        add_obstacle(obstacles, Obstacle::paid_before_issue);
    }
    if (!method || (obstacles.empty() && leader.confidence_bp < automatic_confidence_bp)) {
        add_obstacle(obstacles, Obstacle::only_weak_evidence);
    }
}

}  // namespace

std::optional<Method> method_of(const Inquiry& inquiry, const Weighed& leader) {
    const Trails& trails = leader.hypothesis.trails;
    if (leader.hypothesis.items.size() > 1) {
        if (trails.has(Trail::number)) {
            return Method::combination;
        }
        return trails.has(Trail::batch) ? std::optional(Method::batch) : std::nullopt;
    }
    const ItemIndex item = leader.hypothesis.items.front();
    if (trails.has(Trail::number) &&
        std::ranges::any_of(inquiry.naming.numbers, [&](const NamedNumber& number) {
            return is_checked_reference(number, inquiry.books.item(item));
        })) {
        return Method::reference;
    }
    if (trails.has(Trail::end_to_end)) {
        return Method::end_to_end;
    }
    if (trails.has(Trail::batch)) {
        return Method::batch;
    }
    if (trails.has(Trail::number)) {
        return Method::document;
    }
    return trails.has(Trail::account) ? std::optional(Method::iban_amount) : std::nullopt;
}

std::vector<Obstacle> obstacles_of(const Weighing& weighing) {
    const auto& [inquiry, search, weighed] = weighing;
    if (inquiry.is_return) {
        return {Obstacle::is_a_return};
    }
    std::vector<Obstacle> obstacles;
    if (names_closed_item(weighing)) {
        add_obstacle(obstacles, Obstacle::item_closed);
    }
    if (!inquiry.naming.damaged.empty()) {
        add_obstacle(obstacles, Obstacle::check_digits_wrong);
    }
    if (weighed.empty()) {
        const bool too_many =
            search.too_many_named || search.too_many_of_account || search.too_many_namesakes;
        if (search.batch_sum_differs) {
            add_obstacle(obstacles, Obstacle::batch_sum_differs);
        }
        add_obstacle(obstacles,
                     too_many ? Obstacle::another_fits_as_well : Obstacle::no_item_found);
        return obstacles;
    }
    const Weighed& leader = weighed.front();
    const std::optional<Method> method = method_of(inquiry, leader);
    judge_amount(weighing, leader, obstacles);
    if (another_fits(weighing, method)) {
        add_obstacle(obstacles, Obstacle::another_fits_as_well);
    }
    judge_payer(inquiry, leader, method, obstacles);
    judge_strength(inquiry, leader, method, obstacles);
    return obstacles;
}

}  // namespace afletter::matching
