// The recipe: open an inquiry for each line, find candidates, weigh them, decide; then settle what
// several lines claim.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include "assign/contests.hpp"
#include "candidates/books.hpp"
#include "candidates/inquiry.hpp"
#include "candidates/search.hpp"
#include "evidence/candidate.hpp"
#include "evidence/weighing.hpp"
#include "policy/obstacles.hpp"
#include "policy/reasons.hpp"

namespace afletter {

namespace {

using namespace matching;

constexpr std::size_t progress_step = 1024;  // lines that a thread takes at a time

Decision decide(const Weighing& weighing, const MatchPolicy& policy) {
    const auto& [inquiry, search, weighed] = weighing;
    Decision decision{.line = inquiry.line.id,
                      .method = {},
                      .reason = {},
                      .candidates = {},
                      .obstacles = obstacles_of(weighing),
                      .funnel = search.funnel};
    const std::size_t shown = std::min(weighed.size(), policy.candidates_shown);
    decision.candidates.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        decision.candidates.push_back(to_candidate(inquiry, weighed[i]));
    }
    if (decision.obstacles.empty()) {
        decision.method = method_of(inquiry, weighed.front());
        AFLETTER_ASSERT(decision.method && weighed.front().is_exact());
    } else {
        decision.reason = reason_for(decision.obstacles, decision.candidates);
    }
    return decision;
}

// A match claims its items. So does an exact line that names them and was held up by something
// else: it may be the one that is right.
bool claims_its_items(const Weighing& weighing, const Decision& decision) {
    if (decision.is_match()) {
        return true;
    }
    if (weighing.inquiry.is_return || weighing.weighed.empty()) {
        return false;
    }
    const Weighed& leader = weighing.weighed.front();
    return leader.is_exact() && leader.hypothesis.trails.name_the_item();
}

// What one thread keeps for itself while it decides its share of the lines.
struct Desk {
    PayerNames names;
    std::vector<Claim> claims;
};

Decision decide_line(const Line& line, const Books& books, const MatchPolicy& policy,
                     std::uint32_t position, Desk& desk) {
    const Inquiry inquiry = open_inquiry(line, books, desk.names);
    Search search = find_candidates(inquiry, policy);
    const std::vector<Weighed> weighed = weigh(inquiry, std::move(search.hypotheses));
    const Weighing weighing{inquiry, search, weighed};
    Decision decision = decide(weighing, policy);
    if (claims_its_items(weighing, decision)) {
        for (const ItemIndex item : weighed.front().hypothesis.items) {
            desk.claims.push_back({item, position});
        }
    }
    return decision;
}

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

}  // namespace

// A line's decision depends on nothing but the line and the books, so the lines are shared out
// over the machine's cores; what they claim together is settled afterwards, in order of item.
std::vector<Decision> match(std::span<const Line> lines, std::span<const OpenItem> items,
                            const MatchPolicy& policy, const MatchProgress& progress) {
    const Books books(items);
    std::vector<Decision> decisions(lines.size());
    tbb::enumerable_thread_specific<Desk> desks;
    ProgressTeller teller(progress);
    const tbb::blocked_range<std::size_t> all(0, lines.size(), progress_step);
    tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
        Desk& desk = desks.local();
        for (std::size_t i = share.begin(); i != share.end(); ++i) {
            decisions[i] =
                decide_line(lines[i], books, policy, static_cast<std::uint32_t>(i), desk);
        }
        teller.add(share.size());
    });
    std::vector<Claim> claims;
    for (const Desk& desk : desks) {
        claims.insert(claims.end(), desk.claims.begin(), desk.claims.end());
    }
    settle_contests(lines, std::move(claims), decisions);
    return decisions;
}

}  // namespace afletter
