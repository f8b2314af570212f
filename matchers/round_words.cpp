// A round's decisions in words: by the draft where nothing but the claims of others came after it,
// else by hearing the line once more.
#include <algorithm>
#include <utility>

#include "evidence/candidate.hpp"
#include "hearing.hpp"
#include "policy/calibrations.hpp"
#include "policy/reasons.hpp"
#include "policy/returns.hpp"
#include "policy/vetoes.hpp"
#include "round.hpp"

namespace afletter::matching {

namespace {

void explain_suspension(Decision& decision, const Inquiry& inquiry,
                        const std::vector<Weighed>& weighed) {
    if (const Suspension* stopped =
            weighed.empty() ? nullptr : suspension_of(inquiry, weighed.front())) {
        decision.suspension = *stopped;
    }
}

// Whether those that are not at hand stay behind those that are shown.
bool stay_behind(const Rest& rest, std::span<const Weighed> shown) {
    return !rest.best || std::ranges::all_of(shown, [&rest](const Weighed& one) {
        return one.score + one.claims > *rest.best;
    });
}

}  // namespace

Decision Round::decision_of(std::size_t place) const {
    const Line line = lines_.unpack(waiting_[place]);
    const bool is_first = chosen_[place] == 0 || chosen_[place] == none;
    const bool may_have_draft = is_first && repeats_[place] == Repeat::none && !together_[place] &&
                                !exceeded_[place] && !drafts_.of(place).empty();
    auto decision = may_have_draft ? decision_by_draft(line, place) : std::nullopt;
    return decision ? std::move(*decision) : decision_by_hearing(line, place);
}

std::optional<Decision> Round::decision_by_draft(const Line& line, std::size_t place) const {
    Draft draft = unpacked_draft(drafts_.of(place), line, books_);
    if (!is_matched(place) && draft.funnel.sure > 0) {
        return std::nullopt;  // people are told what else there is
    }
    std::vector<Weighed>& weighed = draft.weighed;
    const std::size_t shown = std::min(policy_.candidates_shown, weighed.size());
    let_compete(weighed, others_of(place), scales_, shown, draft.rest);
    const Weighed* const best = weighed.empty() ? nullptr : &weighed.front();
    if ((best != nullptr && best->rank != 0) ||
        !stay_behind(draft.rest, std::span(weighed).first(shown))) {
        return std::nullopt;
    }
    const Inquiry inquiry =
        numbers_inquiry(line, books_, policy_.rules,
                        draft.naming ? std::move(*draft.naming) : read_numbers(line, books_));
    Decision decision = begin_decision(line, inquiry, draft.funnel, weighed);
    if (best != nullptr) {
        explain_best(decision, draft.stratum);
    }
    if (is_matched(place)) {
        explain_match(decision, draft.stratum, *best);
        return decision;
    }
    decision.obstacles =
        obstacles_on(draft.grounds, best, scales_.certificate_of(certified_as(draft.stratum)));
    if (decision.obstacles.empty()) {
        return std::nullopt;
    }
    explain_suspension(decision, inquiry, weighed);
    explain_left(decision, place);
    return decision;
}

Decision Round::decision_by_hearing(const Line& line, std::size_t place) const {
    // Of a line that is left, people are told what else there is.
    Hearing hearing(line, books_, policy_, scales_,
                    is_matched(place) ? Depth::until_sure : Depth::everywhere);
    hearing.hear(others_of(place), policy_.candidates_shown);
    const std::vector<Weighed>& weighed = hearing.weighed;
    Decision decision =
        begin_decision(line, hearing.inquiry, hearing.search.funnel, hearing.weighed);
    decision.obstacles = obstacles_at(hearing.weighing(), place);
    const bool is_return = hearing.inquiry.is_return;
    const Stratum stratum =
        is_return || weighed.empty() ? Stratum() : stratum_of(hearing.inquiry, weighed.front());
    if (is_return && !weighed.empty()) {
        decision.stratum = return_stratum_of(weighed.front());
    } else if (!weighed.empty()) {
        explain_best(decision, stratum);
    }
    explain_suspension(decision, hearing.inquiry, weighed);
    if (!decision.obstacles.empty()) {
        explain_left(decision, place);
    } else if (is_return) {  // it opens what it names by our own number
        decision.method = Method::returned;
        decision.certificate = Basis::identity;
    } else {
        explain_match(decision, stratum, weighed.front());
    }
    return decision;
}

Decision Round::begin_decision(const Line& line, const Inquiry& inquiry, const SearchFunnel& funnel,
                               const std::vector<Weighed>& weighed) const {
    Decision decision;
    decision.line = line.id;
    decision.model = scales_.version();
    decision.funnel = funnel;
    const std::size_t shown = std::min(weighed.size(), policy_.candidates_shown);
    decision.candidates.reserve(shown);
    for (const Weighed& one : std::span(weighed).first(shown)) {
        decision.candidates.push_back(to_candidate(inquiry, one, scales_));
    }
    return decision;
}

// The kind of evidence that speaks for the best explanation, and from when on it decides.
void Round::explain_best(Decision& decision, const Stratum& stratum) const {
    decision.stratum = name_of(stratum);
    if (const Certificate* certificate = scales_.certificate_of(certified_as(stratum))) {
        decision.threshold_bp = certificate->threshold_bp;
    }
}

void Round::explain_left(Decision& decision, std::size_t place) const {
    decision.reason =
        reason_for(decision.obstacles, decision.candidates, repeats_[place] != Repeat::none);
    calibrate(decision.candidates, scales_.calibration());
}

// What is let go, the configuration decides.
void Round::explain_match(Decision& decision, const Stratum& stratum, const Weighed& best) const {
    decision.method = method_of(stratum);
    decision.certificate = stratum.extent == Extent::tolerated
                               ? Basis::configured
                               : scales_.certificate_of(stratum)->basis;
    if (best.findings.is(Feature::amount, Level::rounded)) {
        decision.reason = ExceptionReason::overpaid;
    }
}

}  // namespace afletter::matching
