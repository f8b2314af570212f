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

Decision Round::decision_of(std::size_t place) const {
    const Line line = lines_.unpack(waiting_[place]);
    const bool may_have_draft =
        chosen_[place] == 0 && repeats_[place] == Repeat::none && !together_[place];
    return may_have_draft && !drafts_.of(place).empty() ? decision_by_draft(line, place)
                                                        : decision_by_hearing(line, place);
}

Decision Round::decision_by_draft(const Line& line, std::size_t place) const {
    Draft draft = unpacked_draft(drafts_.of(place), line, books_);
    let_compete(draft.weighed, others_of(place), scales_, policy_.candidates_shown);
    if (draft.weighed.front().rank != 0) {
        return decision_by_hearing(line, place);
    }
    const Inquiry inquiry =
        numbers_inquiry(line, books_, policy_.rules,
                        draft.naming ? std::move(*draft.naming) : read_numbers(line, books_));
    Decision decision = begin_decision(line, inquiry, draft.funnel, draft.weighed);
    explain_best(decision, draft.stratum);
    explain_match(decision, draft.stratum, draft.weighed.front());
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
    if (const Suspension* stopped =
            weighed.empty() ? nullptr : suspension_of(hearing.inquiry, weighed.front())) {
        decision.suspension = *stopped;
    }
    if (!decision.obstacles.empty()) {
        decision.reason =
            reason_for(decision.obstacles, decision.candidates, repeats_[place] != Repeat::none);
        calibrate(decision.candidates, scales_.calibration());
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
