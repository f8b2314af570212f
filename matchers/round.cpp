// First every line alone, then all claims together, then those lines again that others contest.
#include "round.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "assign/capacity.hpp"
#include "assign/together.hpp"
#include "hearing.hpp"
#include "policy/allocation.hpp"
#include "policy/reasons.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t lines_at_a_time = 256;        // of one thread
constexpr std::size_t lines_in_memory = 1U << 14U;  // with their openings

// The log odds that a line which fits its best explanation so well is not for something else.
MilliNats most_claimed(const Weighed& best) {
    constexpr MilliNats known_part = 7'500;  // one in 1,800 is
    constexpr MilliNats misfit = 3'000;      // one in 20, whatever it names
    switch (best.findings.at(Feature::amount).value_or(Level::differs)) {
        case Level::equal:
            return Claims::score_max;
        case Level::part:
        case Level::earlier:
        case Level::rounded:
        case Level::tolerated:
            return known_part;
        default:
            return misfit;
    }
}

}  // namespace

Round::Round(const Books& books, const PackedLines& lines, std::vector<std::uint32_t> waiting,
             const MatchPolicy& policy, const Scales& scales)
    : books_(books), lines_(lines), waiting_(std::move(waiting)), policy_(policy), scales_(scales) {
    for (const BookItem& item : books_.items()) {
        open_.push_back(std::abs(item.settling.minor_units()));
    }
}

void Round::judge(const Tell& tell, const MatchSteps& steps, const Before* before) {
    before_ = before;
    steps(MatchStep::hear);
    find_kept();
    hear_all(tell);
    steps(MatchStep::together);
    weigh_together();
    steps(MatchStep::contested);
    judge_contested(tell);
    take_back_excess();
    before_ = nullptr;
    kept_ = {};
}

void Round::hear_all(const Tell& tell) {
    std::vector<Opening> openings;
    for (std::size_t begin = 0; begin < waiting_.size(); begin += lines_in_memory) {
        const std::size_t end = std::min(begin + lines_in_memory, waiting_.size());
        openings.assign(end - begin, {});
        const tbb::blocked_range<std::size_t> all(begin, end, lines_at_a_time);
        tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
            for (std::size_t place = share.begin(); place != share.end(); ++place) {
                openings[place - begin] = opening_of(place);
            }
            tell(share.size());
        });
        for (std::size_t place = begin; place < end; ++place) {
            add_opening(static_cast<std::uint32_t>(place), std::move(openings[place - begin]));
        }
    }
    heard_ = chosen_;
}

void Round::add_opening(std::uint32_t place, Opening opening) {
    std::size_t begin = 0;
    for (const Option& option : opening.options) {
        claims_.add_option(option.score,
                           std::span(opening.uses).subspan(begin, option.uses_end - begin));
        begin = option.uses_end;
    }
    claims_.end_line(opening.most);
    for (const ItemIndex item : opening.reopened) {
        reopenings_.push_back({.item = item, .line = waiting_[place], .place = place});
    }
    chosen_.push_back(opening.chosen);
    standings_.push_back(opening.standing);
    drafts_.add(opening.draft);
    if (opening.has_reads) {
        reads_.add(opening.reads);
    } else {
        reads_.add_none();
    }
}

// In the first round nearly all lines that would be matched are: what they have read is let go. A
// return is heard in every round.
Round::Opening Round::opening_of(std::size_t place) const {
    if (kept_[place] != none) {
        return heard_before(place);
    }
    ReadLog log;
    Opening opening = hear(place);
    opening.has_reads = opening.chosen == none || (before_ != nullptr && opening.chosen != reopens);
    if (opening.has_reads) {
        opening.reads = log.take();
    }
    return opening;
}

Round::Opening Round::hear(std::size_t place) const {
    const Line line = lines_.unpack(waiting_[place]);
    Hearing hearing(line, books_, policy_, scales_, Depth::until_sure);
    if (hearing.inquiry.is_return) {
        return hear_return(hearing);
    }
    Opening opening = claims_of(hearing);
    const std::size_t claimed = opening.options.size();
    const std::vector<Weighed>& weighed = hearing.weighed;
    hearing.hear({}, 1);
    const Weighed* const best = weighed.empty() ? nullptr : &weighed.front();
    const Stratum stratum = best == nullptr ? Stratum() : stratum_of(hearing.inquiry, *best);
    const Certificate* const certificate = scales_.certificate_of(certified_as(stratum));
    const Grounds grounds = grounds_of(hearing.weighing());
    const std::vector<Obstacle> obstacles = obstacles_on(grounds, best, certificate);
    if (claimed > 0) {
        opening.standing = standing_of(weighed, claimed, obstacles, certificate);
        opening.chosen = obstacles.empty() ? 0 : none;
    }
    if (opening.chosen == 0 || hearing.search.funnel.sure == 0) {
        opening.draft =
            packed_draft(stratum, grounds, hearing, std::max(claimed, policy_.candidates_shown));
    }
    return opening;
}

Round::Opening Round::claims_of(const Hearing& hearing) {
    Opening opening;
    const std::size_t claimed = count_worth_claiming(hearing.weighed);
    opening.options.reserve(claimed);
    opening.uses.reserve(claimed);
    for (const Weighed& one : std::span(hearing.weighed).first(claimed)) {
        for (const Share& share : shares_of(hearing.inquiry, one.hypothesis)) {
            opening.uses.push_back({share.item, std::abs(share.amount)});
        }
        opening.options.push_back({.score = one.score, .uses_end = opening.uses.size()});
    }
    if (claimed > 0) {
        opening.most = most_claimed(hearing.weighed.front());
    }
    return opening;
}

Round::Opening Round::hear_return(Hearing& hearing) {
    Opening opening;
    hearing.hear({}, 1);
    if (obstacles_of(hearing.weighing()).empty()) {
        const ItemSet& items = hearing.weighed.front().hypothesis.items;
        opening.chosen = reopens;
        opening.reopened.assign(items.begin(), items.end());
    }
    return opening;
}

void Round::weigh_together() {
    repeats_ = find_repeats(lines_, waiting_, claims_, open_);
    for (std::size_t place = 0; place < waiting_.size(); ++place) {
        if (repeats_[place] == Repeat::later) {
            claims_.add_to_score(claims_.first_option(place),
                                 scales_.weight_of(Feature::sequence, Level::later));
        }
    }
    together_ = paid_together(claims_, open_);
    claim_weights_ = weight_of_other_claims(claims_, open_,
                                            before_ == nullptr ? KnownWeights() : known_weights());
    exceeded_.assign(waiting_.size(), false);
}

void Round::judge_contested(const Tell& tell) {
    std::vector<std::size_t> contested;
    for (std::size_t place = 0; place < waiting_.size(); ++place) {
        if (is_contested(place)) {
            contested.push_back(place);
        }
    }
    std::vector<Verdict> verdicts(contested.size());
    const tbb::blocked_range<std::size_t> all(0, contested.size(), lines_at_a_time);
    tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
        for (std::size_t i = share.begin(); i != share.end(); ++i) {
            auto known = quick_verdict(contested[i]);
            known = known ? std::move(known) : verdict_before(contested[i]);
            verdicts[i] = known ? std::move(*known) : verdict_on(contested[i]);
        }
        tell(share.size());
    });
    for (const Verdict& verdict : verdicts) {
        chosen_[verdict.place] = verdict.chosen;
        if (verdict.chosen == none && verdict.has_reads) {  // what is matched is judged no more
            verdicts_.places.push_back(verdict.place);
            verdicts_.reads.add(verdict.reads);
        }
    }
}

Round::Verdict Round::verdict_on(std::size_t place) const {
    ReadLog log;
    const Line line = lines_.unpack(waiting_[place]);
    Hearing hearing(line, books_, policy_, scales_, Depth::until_sure);
    hearing.hear(others_of(place), 1);
    const bool matched = obstacles_at(hearing.weighing(), place).empty();
    return {.place = static_cast<std::uint32_t>(place),
            .chosen = matched ? hearing.weighed.front().rank : none,
            .has_reads = true,
            .reads = log.take()};
}

std::optional<Round::Verdict> Round::quick_verdict(std::size_t place) const {
    if (repeats_[place] != Repeat::none || together_[place]) {
        return std::nullopt;
    }
    std::vector<MilliNats> scores;
    const OtherLines others = others_of(place);
    scores.reserve(others.claims.size());
    for (std::size_t i = 0; i < others.claims.size(); ++i) {
        scores.push_back(claims_.score(claims_.first_option(place) + i) + claims_.excess(place) +
                         others.claims[i]);
    }
    const auto matched = is_matched_still(standings_[place], scores);
    if (!matched) {
        return std::nullopt;
    }
    return Verdict{.place = static_cast<std::uint32_t>(place),
                   .chosen = *matched ? 0 : none,
                   .has_reads = false,
                   .reads = {}};
}

bool Round::is_contested(std::size_t place) const {
    const auto claims = others_of(place).claims;
    return repeats_[place] != Repeat::none || together_[place] ||
           std::ranges::any_of(claims, [](MilliNats weight) { return weight != 0; });
}

OtherLines Round::others_of(std::size_t place) const {
    const std::uint32_t first = claims_.first_option(place);
    return {.claims = std::span(claim_weights_).subspan(first, claims_.end_option(place) - first),
            .is_repeated = repeats_[place] == Repeat::later,
            .is_together = together_[place]};
}

std::vector<Obstacle> Round::obstacles_at(const Weighing& weighing, std::size_t place) const {
    std::vector<Obstacle> obstacles = obstacles_of(weighing);
    const bool is_return = weighing.inquiry.is_return;
    if (repeats_[place] != Repeat::none || exceeded_[place]) {
        add_obstacle(obstacles, Obstacle::item_claimed_twice);
    }
    if (is_return && exceeded_[place]) {
        add_obstacle(obstacles, Obstacle::is_a_return);
    }
    const std::uint32_t claimed = claims_.end_option(place) - claims_.first_option(place);
    if (obstacles.empty() && !is_return && weighing.weighed.front().rank >= claimed) {
        add_obstacle(obstacles, Obstacle::only_weak_evidence);  // not even worth a claim
    }
    return obstacles;
}

void Round::take_back_excess() {
    std::vector<Settlement> settlements;
    for (std::uint32_t place = 0; place < waiting_.size(); ++place) {
        if (is_matched(place) && chosen_[place] != reopens) {
            for (const Use& use : claims_.uses(claims_.first_option(place) + chosen_[place])) {
                settlements.push_back({.item = use.item, .match = place, .amount = use.amount});
            }
        }
    }
    take_back(matches_in_excess(std::move(settlements), open_));
    take_back(double_returns(std::move(reopenings_), lines_));
}

void Round::take_back(std::span<const std::uint32_t> places) {
    for (const std::uint32_t place : places) {
        exceeded_[place] = true;
        chosen_[place] = none;
    }
}

}  // namespace afletter::matching
