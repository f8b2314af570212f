// Adding up in one place: prior, findings, competition.
#include "evidence/weighing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "policy/scales.hpp"
#include "text/small_buffer.hpp"

namespace afletter::matching {

namespace {

constexpr double milli = 1000.0;
constexpr std::size_t weighed_usual = 64;

void set_amount(Findings& findings, const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const Level amount = amount_level(inquiry, hypothesis);
    findings.set(Feature::amount, amount);
    if (amount == Level::equal || amount == Level::part) {
        findings.set(Feature::rarity, rarity_level(inquiry));
    }
}

bool is_payers_account(const Findings& findings) {
    return findings.is(Feature::account, Level::equal) ||
           findings.is(Feature::account, Level::learnt);
}

// One item that the line names, paid by its own party: whoever else the text names says nothing.
bool is_payers_own(const Inquiry& inquiry, const Hypothesis& hypothesis, const Findings& findings) {
    const bool by_order_or_check = findings.is(Feature::reference, Level::equal) ||
                                   findings.is(Feature::end_to_end, Level::equal);
    return hypothesis.items.size() == 1 &&
           (hypothesis.trails.has(Trail::number) || hypothesis.trails.has(Trail::end_to_end)) &&
           (is_payers_account(findings) || (inquiry.payer.parties.empty() && by_order_or_check &&
                                            findings.is(Feature::name, Level::equal)));
}

Findings findings_of(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    Findings findings;
    findings.set(Feature::reference, reference_level(inquiry, hypothesis));
    findings.set(Feature::end_to_end, end_to_end_level(inquiry, hypothesis));
    findings.set(Feature::batch, batch_level(inquiry, hypothesis));
    findings.set(Feature::count, count_level(inquiry, hypothesis));
    findings.set(Feature::document, document_level(inquiry, hypothesis));
    findings.set(Feature::number_part, number_part_level(inquiry, hypothesis));
    if (inquiry.is_return) {
        findings.set(Feature::settled, settled_level(inquiry, hypothesis));
    } else {
        set_amount(findings, inquiry, hypothesis);
    }
    findings.set(Feature::account, account_level(inquiry, hypothesis));
    findings.set(Feature::name, name_level(inquiry, hypothesis));
    // One who pays from his account has his name: it says no more.
    if (agreement(findings.at(Feature::name).value()) > 0 && !is_payers_account(findings)) {
        findings.set(Feature::namesakes, namesakes_level(inquiry, hypothesis));
    }
    if (!inquiry.naming.parties.empty() || !is_payers_own(inquiry, hypothesis, findings)) {
        findings.set(Feature::text, text_level(inquiry, hypothesis));
    }
    findings.set(Feature::date, date_level(inquiry, hypothesis));
    findings.set(Feature::shape, shape_level(inquiry, hypothesis));
    return findings;
}

MilliNats score_of(const Findings& findings, const Scales& scales) {
    MilliNats score = scales.prior();
    for (std::size_t i = 0; i < feature_count; ++i) {
        const auto feature = static_cast<Feature>(i);
        if (const auto level = findings.at(feature)) {
            score += scales.weight_of(feature, *level);
        }
    }
    return score;
}

void put_best_first(std::vector<Weighed>& weighed) {
    const auto is_better = [](const Weighed& left, const Weighed& right) {
        const MilliNats one = left.score + left.claims;
        const MilliNats other = right.score + right.claims;
        return one != other ? one > other : left.hypothesis.items < right.hypothesis.items;
    };
    if (!std::ranges::is_sorted(weighed, is_better)) {
        std::ranges::sort(weighed, is_better);
    }
}

// With "none of these" at odds 1, score less ln(1 + the others' odds) is the log odds of this one
// against all the rest: its share of a softmax over all explanations. `weighed` is sorted, so the
// odds are always added up in the same order.
void weigh_competition(std::vector<Weighed>& weighed, std::size_t told, const Rest& rest) {
    const Level company = weighed.size() > 1 || rest.best ? Level::rivals : Level::alone;
    SmallBuffer<double, weighed_usual> odds(weighed.size());
    for (std::size_t i = 0; i < weighed.size(); ++i) {
        odds.data()[i] = odds_of(weighed[i].score + weighed[i].claims);
    }
    for (std::size_t i = 0; i < std::min(told, weighed.size()); ++i) {
        double others = 0;
        for (std::size_t j = 0; j < weighed.size(); ++j) {
            others += j == i ? 0 : odds.data()[j];
        }
        others += rest.odds;
        weighed[i].competition = -std::llround(std::log1p(others) * milli);
        weighed[i].findings.set(Feature::competition, company);
        weighed[i].confidence_bp = confidence_bp_of(weighed[i].log_odds());
    }
}

}  // namespace

std::vector<Weighed> weigh(const Inquiry& inquiry, std::vector<Hypothesis> hypotheses,
                           const Scales& scales) {
    std::vector<Weighed> weighed;
    weighed.reserve(hypotheses.size());
    for (Hypothesis& hypothesis : hypotheses) {
        const Findings findings = findings_of(inquiry, hypothesis);
        const bool covers = covers_what_is_named(inquiry, hypothesis);
        weighed.push_back({.hypothesis = std::move(hypothesis),
                           .findings = findings,
                           .score = score_of(findings, scales),
                           .covers_what_is_named = covers});
    }
    put_best_first(weighed);
    for (std::uint32_t rank = 0; rank < weighed.size(); ++rank) {
        weighed[rank].rank = rank;
    }
    return weighed;
}

void let_compete(std::vector<Weighed>& weighed, const OtherLines& others, const Scales& scales,
                 std::size_t told, const Rest& rest) {
    for (std::size_t i = 0; i < others.claims.size(); ++i) {
        weighed[i].claims = others.claims[i];
        if (others.claims[i] != 0) {
            weighed[i].findings.set(Feature::claims, Level::rivals);
        }
    }
    if (others.is_together) {
        Weighed& best = weighed.front();
        best.score += scales.weight_of(Feature::amount, Level::together) -
                      scales.weight_of(Feature::amount, best.findings.at(Feature::amount).value());
        best.findings.set(Feature::amount, Level::together);
    }
    if (others.is_repeated) {
        weighed.front().findings.set(Feature::sequence, Level::later);
        weighed.front().score += scales.weight_of(Feature::sequence, Level::later);
    }
    put_best_first(weighed);
    weigh_competition(weighed, told, rest);
}

double odds_of(MilliNats score) {
    constexpr MilliNats least = -30'000;
    return score < least ? 0.0 : std::exp(static_cast<double>(score) / milli);
}

bool is_worth_claiming(MilliNats score, MilliNats best) {
    constexpr MilliNats hopeless = -7'000;  // below one in a thousand
    constexpr MilliNats far_behind = 12'000;
    return score >= hopeless && score >= best - far_behind;
}

std::size_t count_worth_claiming(const std::vector<Weighed>& weighed) {
    const auto is_hopeless = [&](const Weighed& one) {
        return !is_worth_claiming(one.score, weighed.front().score);
    };
    return static_cast<std::size_t>(std::ranges::find_if(weighed, is_hopeless) - weighed.begin());
}

}  // namespace afletter::matching
