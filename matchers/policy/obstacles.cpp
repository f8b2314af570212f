// The rules that stand between the best explanation and a booking. Each asks: would an auditor see
// a second way to read this line?
#include "policy/obstacles.hpp"

#include <algorithm>
#include <utility>

#include "policy/payer.hpp"
#include "policy/reasons.hpp"
#include "policy/returns.hpp"
#include "policy/strata.hpp"
#include "policy/vetoes.hpp"

namespace afletter::matching {

namespace {

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

constexpr MilliNats wanted_by_others = 500;  // what a claim takes off that is worth telling

// Where the item paid is missing in the books (a few in a hundred), another of the same party and
// amount stands in for it in one of a hundred cases: below one in 10,000 together.
constexpr std::uint32_t twins_max_per_million = 10'000;
// Ten times as many where more than payer and amount must agree: a reference but for one character,
// or the rest of a sum.
constexpr std::uint32_t twins_with_more_max_per_million = 100'000;

class Judge {
  public:
    Judge(const Weighing& weighing, std::vector<Obstacle>& obstacles)
        : inquiry_(weighing.inquiry),
          search_(weighing.search),
          weighed_(weighing.weighed),
          leader_(weighing.weighed.front()),
          stratum_(stratum_of(weighing.inquiry, leader_)),
          obstacles_(obstacles) {}

    void judge() {
        judge_amount();
        judge_rivals();
        judge_payer();
        judge_numbers();
        if (is_unnamed()) {
            judge_unnamed();
        }
    }

  private:
    void forbid(bool when, Obstacle obstacle) {
        if (when) {
            add_obstacle(obstacles_, obstacle);
        }
    }

    // Nothing but the payer, or whom he names, leads to the items.
    [[nodiscard]] bool is_unnamed() const {
        return stratum_.identity == Identity::account || stratum_.identity == Identity::text ||
               stratum_.identity == Identity::name || stratum_.identity == Identity::amount;
    }
    // Named by an order of ours, which no payer writes.
    [[nodiscard]] bool is_ours() const { return stratum_.identity <= Identity::remainder; }
    // The amount is not what is open, and yet may be right.
    [[nodiscard]] bool is_not_whole() const {
        return stratum_.extent == Extent::instalment || stratum_.extent == Extent::together ||
               stratum_.extent == Extent::earlier || stratum_.extent == Extent::part ||
               stratum_.extent == Extent::rounded || stratum_.extent == Extent::tolerated ||
               stratum_.extent == Extent::over;
    }

    void judge_amount() {
        if (has_other_currency(inquiry_, leader_)) {
            return forbid(true, Obstacle::currency_not_equal);
        }
        const Trails& trails = leader_.hypothesis.trails;
        const bool named_itself = leader_.is_exact() && leader_.covers_what_is_named &&
                                  (trails.has(Trail::number) || trails.has(Trail::end_to_end));
        if (search_.batch_sum_differs && !named_itself &&
            stratum_.identity != Identity::remainder &&
            stratum_.identity != Identity::counted_remainder) {
            return forbid(true, Obstacle::batch_sum_differs);
        }
        forbid(!named_itself && leader_.findings.is(Feature::count, Level::differs),
               Obstacle::batch_count_differs);
        const bool fits = stratum_.extent == Extent::open || may_be_tolerated(stratum_) ||
                          (is_not_whole() && is_certifiable(stratum_));
        forbid(!has_closed_item(inquiry_, leader_) && (!fits || !leader_.covers_what_is_named),
               Obstacle::amount_not_equal);
    }

    void judge_rivals() {
        const bool is_named = leader_.hypothesis.trails.name_the_item();
        const bool too_many =
            search_.too_many_named || (!is_named && search_.too_many_of_account) ||
            (stratum_.identity == Identity::name && search_.too_many_namesakes) ||
            (stratum_.identity == Identity::end_to_end && inquiry_.by_end_to_end.size() > 1);
        const bool rivals = std::any_of(weighed_.begin() + 1, weighed_.end(),
                                        [this](const Weighed& other) { return is_rival(other); });
        forbid(too_many || rivals, Obstacle::another_fits_as_well);
    }

    // Whether another explanation of the same amount is as good as the leader.
    [[nodiscard]] bool is_rival(const Weighed& other) const {
        if (stratum_.extent == Extent::tolerated) {
            return is_exact_rival(other);
        }
        if (!other.is_exact()) {
            return false;
        }
        const Trails& trails = other.hypothesis.trails;
        switch (stratum_.identity) {
            case Identity::end_to_end:
            case Identity::payments:
            case Identity::gross:
            case Identity::counted:
            case Identity::batch:
            case Identity::reference:
            case Identity::document:
                if (is_not_whole()) {  // what the payer owes to the cent may be what he meant
                    return is_payers_as_surely(inquiry_, other.hypothesis, leader_);
                }
                return trails.name_the_item() && is_confirmed(inquiry_, other.hypothesis);
            case Identity::repair:
            case Identity::part:
                return trails.name_the_item() || trails.has(Trail::repair) ||
                       trails.has(Trail::part);
            case Identity::counted_remainder:
            case Identity::remainder:
            case Identity::completion:
            case Identity::account:
                if (is_not_whole()) {
                    return true;
                }
                return trails.has(Trail::account) || trails.name_the_item();
            case Identity::text:
            case Identity::name:
            case Identity::amount:
                return true;
        }
        return true;
    }

    // A difference is let go only where nothing explains the amount as it is.
    [[nodiscard]] static bool is_exact_rival(const Weighed& other) {
        const Findings& findings = other.findings;
        const bool means_something = findings.is(Feature::amount, Level::part) ||
                                     findings.is(Feature::amount, Level::earlier) ||
                                     findings.is(Feature::amount, Level::rounded) ||
                                     findings.is(Feature::amount, Level::tolerated);
        return other.is_exact() || (means_something && other.hypothesis.trails.name_the_item());
    }

    void judge_payer() {
        const bool named = !is_unnamed();
        forbid(stratum_.proof == Proof::other &&
                   !(stratum_.identity == Identity::reference && stratum_.extent == Extent::open),
               Obstacle::account_of_another);
        // One known to be somebody else, who owes this very amount, may have copied a reference.
        forbid(leader_.is_exact() &&
                   (stratum_.proof == Proof::other || !is_protected(inquiry_, leader_)) &&
                   payer_has_another(inquiry_, leader_),
               Obstacle::account_has_another);
        forbid(named && !is_ours() && names_another_party(inquiry_, leader_.hypothesis),
               Obstacle::text_names_another);
        forbid(named && leader_.hypothesis.trails.has(Trail::number) &&
                   !is_confirmed(inquiry_, leader_.hypothesis),
               Obstacle::name_not_confirmed);
    }

    void judge_numbers() {
        forbid(payer_owes_under_neighbour(inquiry_, leader_), Obstacle::number_is_mistyped);
        const bool damaged = !inquiry_.naming.damaged.empty();
        // A reference that passes its check was not mistyped: its item is missing in the books.
        forbid(!damaged && stratum_.identity == Identity::repair, Obstacle::unknown_number_in_text);
        // Of two bills of one amount, the one that is missing may be what was meant.
        forbid(stratum_.identity == Identity::repair &&
                   !is_telling_amount(twins_with_more_max_per_million),
               Obstacle::amount_is_common);
        const bool is_repaired = stratum_.identity == Identity::repair && is_certifiable(stratum_);
        forbid(damaged && !is_repaired, Obstacle::check_digits_wrong);
        forbid((is_not_whole() || stratum_.identity == Identity::part) &&
                   leader_.findings.is(Feature::date, Level::below),
               Obstacle::paid_before_issue);
        const bool must_explain =
            is_unnamed() || is_not_whole() || stratum_.identity == Identity::completion;
        forbid(must_explain && unexplained_number(inquiry_, leader_.hypothesis),
               Obstacle::unknown_number_in_text);
    }

    // A short form that stands for another item of the payer's.
    [[nodiscard]] bool part_means_another() const {
        return std::ranges::any_of(inquiry_.naming.partial, [this](const NamedNumber& number) {
            return std::ranges::any_of(number.items, [this](ItemIndex index) {
                return !leader_.hypothesis.holds(index) &&
                       agrees_with_payer(inquiry_, inquiry_.books.item(index).party);
            });
        });
    }

    // Payer and amount alone: the amount must be unique among all that this payer could be about,
    // open or closed, whole or as an instalment, and must not be that of a bill which everybody
    // gets: he may be paying for somebody else.
    void judge_unnamed() {
        forbid(leader_.findings.is(Feature::name, Level::differs), Obstacle::name_not_confirmed);
        forbid(leader_.findings.is(Feature::text, Level::other), Obstacle::text_names_another);
        forbid(leader_.findings.is(Feature::date, Level::below), Obstacle::paid_before_issue);
        forbid(has_sibling_of_amount(inquiry_, leader_) || part_means_another(),
               Obstacle::another_fits_as_well);
        forbid(!is_telling_amount(twins_max_per_million), Obstacle::amount_is_common);
        // An instalment of the only bill there is; no bill of anybody has its amount.
        forbid(is_not_whole() && !is_all_that_is_open(inquiry_, leader_),
               Obstacle::another_fits_as_well);
        forbid(is_not_whole() && rarity_level(inquiry_) != Level::unique,
               Obstacle::amount_is_common);
        const bool several = leader_.hypothesis.items.size() > 1;
        forbid(several && (search_.ways_not_counted || search_.ways != 1),
               Obstacle::another_fits_as_well);
        // Where one of them is missing in the books, its twin would make up the sum as well.
        forbid(several && has_member_with_twins(), Obstacle::amount_is_common);
    }

    // Rare, or in these books not oftener than this twice with one party.
    [[nodiscard]] bool is_telling_amount(std::uint32_t twins_max) const {
        const Level rarity = rarity_level(inquiry_);
        const ItemSet& items = leader_.hypothesis.items;
        return rarity == Level::unique || rarity == Level::rare ||
               (items.size() == 1 && twins_of(items.front(), inquiry_.line.amount) <= twins_max);
    }

    [[nodiscard]] bool has_member_with_twins() const {
        return std::ranges::any_of(leader_.hypothesis.items, [this](ItemIndex index) {
            return twins_of(index, inquiry_.books.item(index).settling) >
                   twins_with_more_max_per_million;
        });
    }

    // Of a million such items of this party, those that have a twin.
    [[nodiscard]] std::uint32_t twins_of(ItemIndex index, const Money& amount) const {
        return inquiry_.books.twins_per_million(inquiry_.books.item(index).party, amount);
    }

    const Inquiry& inquiry_;
    const Search& search_;
    const std::vector<Weighed>& weighed_;
    const Weighed& leader_;
    Stratum stratum_;
    std::vector<Obstacle>& obstacles_;
};

std::uint32_t bit_of(Obstacle obstacle) {
    return 1U << static_cast<unsigned>(obstacle);
}

std::uint32_t bits_of(const std::vector<Obstacle>& obstacles) {
    std::uint32_t bits = 0;
    for (const Obstacle obstacle : obstacles) {
        bits |= bit_of(obstacle);
    }
    return bits;
}

std::vector<Obstacle> obstacles_in(std::uint32_t bits) {
    std::vector<Obstacle> obstacles;
    for (unsigned i = 0; bits >> i != 0; ++i) {
        if ((bits >> i & 1U) != 0) {
            add_obstacle(obstacles, static_cast<Obstacle>(i));
        }
    }
    return obstacles;
}

std::vector<Obstacle> obstacles_without_candidates(const Search& search) {
    std::vector<Obstacle> obstacles;
    const bool too_many =
        search.too_many_named || search.too_many_of_account || search.too_many_namesakes;
    if (search.batch_sum_differs) {
        add_obstacle(obstacles, Obstacle::batch_sum_differs);
    }
    add_obstacle(obstacles, too_many ? Obstacle::another_fits_as_well : Obstacle::no_item_found);
    return obstacles;
}

std::vector<Obstacle> obstacles_of_payment(const Weighing& weighing) {
    const auto& [inquiry, search, weighed, scales] = weighing;
    std::vector<Obstacle> obstacles;
    if (names_closed_item(weighing)) {
        add_obstacle(obstacles, Obstacle::item_closed);
    }
    if (!weighed.empty()) {
        Judge(weighing, obstacles).judge();
        return obstacles;
    }
    if (!inquiry.naming.damaged.empty()) {
        add_obstacle(obstacles, Obstacle::check_digits_wrong);
    }
    for (const Obstacle obstacle : obstacles_without_candidates(search)) {
        add_obstacle(obstacles, obstacle);
    }
    return obstacles;
}

}  // namespace

Method method_of(const Stratum& stratum) {
    switch (stratum.identity) {
        case Identity::end_to_end:
            return stratum.several ? Method::combination : Method::end_to_end;
        case Identity::payments:
        case Identity::gross:
        case Identity::counted:
        case Identity::batch:
        case Identity::counted_remainder:
        case Identity::remainder:
            return Method::batch;
        case Identity::reference:
            return stratum.several ? Method::combination : Method::reference;
        case Identity::document:
            return stratum.several ? Method::combination : Method::document;
        case Identity::completion:
            return Method::combination;
        case Identity::account:
            return stratum.several ? Method::combination : Method::iban_amount;
        case Identity::part:
        case Identity::repair:
        case Identity::text:
        case Identity::name:
        case Identity::amount:
            break;
    }
    return Method::fuzzy;
}

Grounds grounds_of(const Weighing& weighing) {
    std::vector<Obstacle> vetoes;
    add_vetoes(weighing.inquiry, weighing.weighed, vetoes);
    return {.of_line = bits_of(obstacles_of_payment(weighing)), .vetoes = bits_of(vetoes)};
}

std::vector<Obstacle> obstacles_on(const Grounds& grounds, const Weighed* best,
                                   const Certificate* certificate) {
    std::uint32_t bits = grounds.of_line;
    if (best != nullptr) {
        const bool weak = certificate != nullptr && best->confidence_bp < certificate->threshold_bp;
        if (weak && best->claims < -wanted_by_others) {
            bits |= bit_of(Obstacle::item_claimed_twice);
        }
        if (certificate == nullptr || (bits == 0 && weak)) {
            bits |= bit_of(Obstacle::only_weak_evidence);
        }
    }
    return obstacles_in(bits | grounds.vetoes);
}

std::vector<Obstacle> obstacles_of(const Weighing& weighing) {
    const auto& [inquiry, search, weighed, scales] = weighing;
    if (inquiry.is_return) {
        std::vector<Obstacle> obstacles = obstacles_of_return(weighing);
        add_vetoes(inquiry, weighed, obstacles);
        return obstacles;
    }
    const Weighed* const best = weighed.empty() ? nullptr : &weighed.front();
    return obstacles_on(grounds_of(weighing), best,
                        best == nullptr
                            ? nullptr
                            : scales.certificate_of(certified_as(stratum_of(inquiry, *best))));
}

}  // namespace afletter::matching
