// The recipe: find and weigh the explanations of each line, let all lines say what they claim, then
// decide each line in the light of the others.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <numeric>
#include <thread>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include "assign/capacity.hpp"
#include "assign/joint.hpp"
#include "assign/repeats.hpp"
#include "assign/together.hpp"
#include "candidates/books.hpp"
#include "candidates/inquiry.hpp"
#include "candidates/search.hpp"
#include "evidence/candidate.hpp"
#include "evidence/weighing.hpp"
#include "policy/allocation.hpp"
#include "policy/obstacles.hpp"
#include "policy/reasons.hpp"
#include "policy/scales.hpp"
#include "policy/strata.hpp"

namespace afletter {

namespace {

using namespace matching;

constexpr std::size_t lines_at_a_time = 1024;

// Tells how far the lines are, from the caller's own thread only.
class ProgressTeller {
  public:
    explicit ProgressTeller(const MatchProgress& progress) : progress_(progress) {}

    void add(std::size_t lines) {
        const std::size_t done = done_.fetch_add(lines, std::memory_order_relaxed) + lines;
        if (progress_ && std::this_thread::get_id() == caller_) {
            progress_(done);
        }
    }

  private:
    const MatchProgress& progress_;
    std::thread::id caller_ = std::this_thread::get_id();
    std::atomic<std::size_t> done_ = 0;
};

class Matching {
  public:
    Matching(std::span<const Line> lines, std::span<const OpenItem> items,
             const MatchPolicy& policy, const MatchProgress& progress)
        : books_(items), policy_(policy), scales_(policy.model), progress_(progress) {
        places_.resize(lines.size());
        std::iota(places_.begin(), places_.end(), std::size_t{0});
        std::ranges::stable_sort(places_, {}, [&](std::size_t place) { return lines[place].id; });
        for (const std::size_t place : places_) {
            lines_.push_back(&lines[place]);
        }
        for (ItemIndex item = 0; item < books_.item_count(); ++item) {
            open_.push_back(std::abs(books_.item(item).settling.minor_units()));
        }
    }

    std::vector<Decision> run() {
        gather_claims();
        repeats_ = find_repeats(lines_, claims_, open_);
        for (std::size_t line = 0; line < lines_.size(); ++line) {
            if (repeats_[line] == Repeat::later) {
                claims_.add_to_score(claims_.first_option(line),
                                     scales_.weight_of(Feature::sequence, Level::later));
            }
        }
        together_ = paid_together(claims_, open_);
        claim_weights_ = weight_of_other_claims(claims_, open_);
        std::vector<Decision> decisions(lines_.size());
        for_each_line([&](std::size_t line, PayerNames& names) {
            decisions[places_[line]] = decide(line, names);
        });
        take_back_excess(decisions, books_);
        return decisions;
    }

  private:
    // The lines are shared out over the machine's cores.
    template <class Visit>
    void for_each_line(const Visit& visit) {
        tbb::enumerable_thread_specific<PayerNames> all_names;
        const tbb::blocked_range<std::size_t> all(0, lines_.size(), lines_at_a_time);
        tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
            PayerNames& names = all_names.local();
            for (std::size_t line = share.begin(); line != share.end(); ++line) {
                visit(line, names);
            }
            progress_.add(share.size() / passes);
        });
    }
    static constexpr std::size_t passes = 2;

    struct Option {
        MilliNats score = 0;
        std::vector<Use> uses;
    };

    void gather_claims() {
        std::vector<std::vector<Option>> options(lines_.size());
        for_each_line([&](std::size_t line, PayerNames& names) {
            options[line] = options_of(*lines_[line], names);
        });
        for (const std::vector<Option>& of_line : options) {
            for (const Option& option : of_line) {
                claims_.add_option(option.score, option.uses);
            }
            claims_.end_line();
        }
    }

    std::vector<Option> options_of(const Line& line, PayerNames& names) const {
        const Inquiry inquiry = open_inquiry(line, books_, names);
        std::vector<Option> options;
        if (inquiry.is_return) {
            return options;
        }
        const auto weighed = weigh(inquiry, find_candidates(inquiry, policy_).hypotheses, scales_);
        for (std::size_t i = 0; i < count_worth_claiming(weighed); ++i) {
            Option& option = options.emplace_back(Option{.score = weighed[i].score, .uses = {}});
            for (const Share& share : shares_of(inquiry, weighed[i].hypothesis)) {
                option.uses.push_back({share.item, std::abs(share.amount)});
            }
        }
        return options;
    }

    [[nodiscard]] OtherLines others_of(std::size_t line) const {
        const std::uint32_t first = claims_.first_option(line);
        return {
            .claims = std::span(claim_weights_).subspan(first, claims_.end_option(line) - first),
            .is_repeated = repeats_[line] == Repeat::later,
            .is_together = together_[line]};
    }

    Decision decide(std::size_t line, PayerNames& names) const {
        const Inquiry inquiry = open_inquiry(*lines_[line], books_, names);
        Search search = find_candidates(inquiry, policy_);
        std::vector<Weighed> weighed = weigh(inquiry, std::move(search.hypotheses), scales_);
        let_compete(weighed, others_of(line), scales_);
        Decision decision = conclude({inquiry, search, weighed, scales_});
        if (repeats_[line] != Repeat::none) {
            decision.method.reset();
            decision.certificate = Basis::none;
            add_obstacle(decision.obstacles, Obstacle::item_claimed_twice);
            decision.reason = reason_for(decision.obstacles, decision.candidates, true);
        }
        return decision;
    }

    [[nodiscard]] Decision conclude(const Weighing& weighing) const {
        const auto& [inquiry, search, weighed, scales] = weighing;
        Decision decision;
        decision.line = inquiry.line.id;
        decision.obstacles = obstacles_of(weighing);
        decision.funnel = search.funnel;
        decision.model = scales.version();
        const std::size_t shown = std::min(weighed.size(), policy_.candidates_shown);
        decision.candidates.reserve(shown);
        for (std::size_t i = 0; i < shown; ++i) {
            decision.candidates.push_back(to_candidate(inquiry, weighed[i], scales));
        }
        if (!weighed.empty()) {
            decision.stratum = name_of(stratum_of(inquiry, weighed.front()));
        }
        if (decision.obstacles.empty()) {
            const Weighed& leader = weighed.front();
            decision.method = method_of(inquiry, leader);
            decision.certificate = scales.certificate_of(stratum_of(inquiry, leader))->basis;
        } else {
            decision.reason = reason_for(decision.obstacles, decision.candidates);
        }
        return decision;
    }

    const Books books_;
    const MatchPolicy& policy_;
    const Scales scales_;
    ProgressTeller progress_;
    std::vector<const Line*> lines_;   // by id, so that nothing depends on the order they came in
    std::vector<std::size_t> places_;  // of these lines, where they came in
    std::vector<std::int64_t> open_;   // by item
    Claims claims_;
    std::vector<MilliNats> claim_weights_;  // by option
    std::vector<Repeat> repeats_;           // by line
    std::vector<bool> together_;            // by line
};

}  // namespace

std::vector<Decision> match(std::span<const Line> lines, std::span<const OpenItem> items,
                            const MatchPolicy& policy, const MatchProgress& progress) {
    return Matching(lines, items, policy, progress).run();
}

}  // namespace afletter
