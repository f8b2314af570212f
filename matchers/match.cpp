// The recipe: open an inquiry for each line, find candidates, weigh them, decide; then settle what
// several lines claim.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <utility>

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

constexpr std::size_t progress_step = 1024;

Decision decide(const Weighing& weighing, const MatchPolicy& policy) {
    const auto& [inquiry, search, weighed] = weighing;
    Decision decision{.line = inquiry.line.id,
                      .method = {},
                      .reason = {},
                      .candidates = {},
                      .obstacles = obstacles_of(weighing),
                      .funnel = search.funnel};
    const std::size_t shown = std::min(weighed.size(), policy.candidates_shown);
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

}  // namespace

std::vector<Decision> match(std::span<const Line> lines, std::span<const OpenItem> items,
                            const MatchPolicy& policy, const MatchProgress& progress) {
    const Books books(items);
    PayerNames names;
    std::vector<Decision> decisions;
    std::vector<Claim> claims;
    decisions.reserve(lines.size());
    for (const Line& line : lines) {
        const Inquiry inquiry = open_inquiry(line, books, names);
        Search search = find_candidates(inquiry, policy);
        const std::vector<Weighed> weighed = weigh(inquiry, std::move(search.hypotheses));
        const Weighing weighing{inquiry, search, weighed};
        const auto position = static_cast<std::uint32_t>(decisions.size());
        decisions.push_back(decide(weighing, policy));
        if (claims_its_items(weighing, decisions.back())) {
            for (const ItemIndex item : weighed.front().hypothesis.items) {
                claims.push_back({item, position});
            }
        }
        if (progress && decisions.size() % progress_step == 0) {
            progress(decisions.size());
        }
    }
    settle_contests(lines, std::move(claims), decisions);
    return decisions;
}

}  // namespace afletter
