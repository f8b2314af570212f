// `explain --versus`: one more explanation beside those that a decision holds, weighed afterwards
// by the same evidence and weights.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include "candidates/books.hpp"
#include "candidates/inquiry.hpp"
#include "candidates/search.hpp"
#include "evidence/candidate.hpp"
#include "evidence/weighing.hpp"
#include "policy/scales.hpp"

namespace afletter {

namespace {

using namespace matching;

ItemIndex index_of(const Books& books, std::string_view item_id) {
    const auto found = std::ranges::find(
        books.items(), item_id,
        [](const BookItem& item) -> std::string_view { return item.source.item_id(); });
    AFLETTER_ASSERT(found != books.items().end());
    return static_cast<ItemIndex>(found - books.items().begin());
}

// The explanation that this one item was paid, with the trails that lead to it: none, when the line
// has nothing in common with it.
Hypothesis alone(const Search& search, ItemIndex item) {
    const ItemSet items(std::span(&item, 1));
    const auto found = std::ranges::find(search.hypotheses, items, &Hypothesis::items);
    return found != search.hypotheses.end() ? *found : Hypothesis{.items = items, .trails = {}};
}

// Of the hand-set weights: a fitted model stays near them.
MilliNats weight_of(Feature feature, Level level) {
    static const MatchModel model = shipped_model();
    static const Scales scales(model);
    return scales.weight_of(feature, level);
}

void replace(Weighed& weighed, Feature feature, Level level) {
    if (const auto before = weighed.findings.at(feature)) {
        weighed.score -= weight_of(feature, *before);
    }
    weighed.findings.set(feature, level);
    weighed.score += weight_of(feature, level);
}

// Whether the run knew whose the payer's account is: it says so of every candidate.
bool knew_account(const Decision& decision) {
    return std::ranges::any_of(decision.candidates, [](const Candidate& candidate) {
        return std::ranges::any_of(candidate.evidence, [](const Evidence& evidence) {
            return evidence.feature == Feature::account &&
                   (evidence.level == Level::equal || evidence.level == Level::other);
        });
    });
}

const Evidence* evidence_of(const Candidate& candidate, Feature feature) {
    const auto found = std::ranges::find(candidate.evidence, feature, &Evidence::feature);
    return found == candidate.evidence.end() ? nullptr : &*found;
}

// Whether the run knew that the account has paid for the party of this name.
bool knew_payer(const Decision& decision, std::string_view party) {
    return std::ranges::any_of(decision.candidates, [party](const Candidate& candidate) {
        const Evidence* const account = evidence_of(candidate, Feature::account);
        const Evidence* const name = evidence_of(candidate, Feature::name);
        return account != nullptr && account->level == Level::learnt && name != nullptr &&
               name->ledger_text == party;
    });
}

// An account that is not this party's belongs to another, if the run knew it. A household's account
// is waived where the name is the party's, as it was then.
void correct_account(Weighed& weighed, const Decision& decision, std::string_view party) {
    const bool is_unknown = weighed.findings.is(Feature::account, Level::differs) ||
                            weighed.findings.is(Feature::account, Level::absent);
    if (is_unknown && knew_payer(decision, party)) {
        replace(weighed, Feature::account, Level::learnt);
    } else if (is_unknown && knew_account(decision) &&
               !weighed.findings.is(Feature::name, Level::equal)) {
        replace(weighed, Feature::account, Level::other);
    }
}

// A handful of items cannot say how rare an amount is: the run that decided had counted it.
void correct_rarity(Weighed& weighed, const SearchFunnel& funnel) {
    const auto level = weighed.findings.at(Feature::rarity);
    if (!level) {
        return;
    }
    if (funnel.items > 0) {
        return replace(weighed, Feature::rarity, rarity_level(funnel.by_amount, funnel.items));
    }
    weighed.score -= weight_of(Feature::rarity, *level);  // no run has counted yet
    weighed.findings.set(Feature::rarity, std::nullopt);
}

// Nor how rare a name is: that is what the run has said of this name, if it has said anything.
void correct_namesakes(Weighed& weighed, const Decision& decision, std::string_view party) {
    const auto level = weighed.findings.at(Feature::namesakes);
    if (!level) {
        return;
    }
    weighed.score -= weight_of(Feature::namesakes, *level);
    weighed.findings.set(Feature::namesakes, std::nullopt);
    for (const Candidate& candidate : decision.candidates) {
        const Evidence* const name = evidence_of(candidate, Feature::name);
        const Evidence* const said = evidence_of(candidate, Feature::namesakes);
        if (name != nullptr && name->ledger_text == party && said != nullptr) {
            weighed.findings.set(Feature::namesakes, said->level);
            weighed.score += weight_of(Feature::namesakes, said->level);
            return;
        }
    }
}

// -ln(1 + the odds of the decision's candidates), each against none of these.
MilliNats competition_of(const Decision& decision) {
    constexpr double milli = 1000.0;
    double odds = 0;
    for (const Candidate& candidate : decision.candidates) {
        MilliNats score = candidate.prior;
        for (const Evidence& evidence : candidate.evidence) {
            score += evidence.feature == Feature::competition ? 0 : evidence.weight;
        }
        odds += std::exp(static_cast<double>(score) / milli);
    }
    return -std::llround(std::log1p(odds) * milli);
}

void compete_with(const Decision& decision, Weighed& weighed) {
    weighed.competition = competition_of(decision);
    weighed.findings.set(Feature::competition,
                         decision.candidates.empty() ? Level::alone : Level::rivals);
    weighed.confidence_bp = confidence_bp_of(weighed.log_odds());
}

}  // namespace

LateCandidate weigh_against(const Line& line, std::span<const OpenItem> items,
                            std::string_view item_id, const Decision& decision,
                            const MatchRules& rules) {
    const Books books(items, {}, rules.references);
    const Inquiry inquiry = open_inquiry(line, books, rules);
    const ItemIndex item = index_of(books, item_id);
    Hypothesis hypothesis = alone(find_candidates(inquiry, {}, Depth::everywhere), item);
    // Whether the amount alone leads somewhere depends on all books: the run asked them.
    const bool is_suggested = hypothesis.trails.has(Trail::amount) &&
                              decision.funnel.by_name + decision.funnel.by_amount_alone > 0;
    const bool is_led_to = is_suggested || hypothesis.trails.any_but(Trail::amount);
    const MatchModel model = shipped_model();
    const Scales scales(model);
    Weighed weighed = std::move(weigh(inquiry, {std::move(hypothesis)}, scales).front());
    const std::string party(books.item(item).source.party_name());
    correct_account(weighed, decision, party);
    correct_rarity(weighed, decision.funnel);
    correct_namesakes(weighed, decision, party);
    compete_with(decision, weighed);
    Candidate candidate = to_candidate(inquiry, weighed, scales);
    for (Evidence& evidence : candidate.evidence) {
        if (evidence.feature == Feature::rarity) {
            evidence.ledger_text = std::to_string(decision.funnel.by_amount);
        }
    }
    return {.candidate = std::move(candidate), .is_led_to = is_led_to};
}

}  // namespace afletter
