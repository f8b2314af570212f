// The amount limit looks at the line alone, blocked parties at every item that it could be about,
// the audit sample at the kind of evidence.
#include "policy/vetoes.hpp"

#include <algorithm>
#include <cstdint>

#include "policy/reasons.hpp"
#include "policy/returns.hpp"
#include "policy/strata.hpp"

namespace afletter::matching {

namespace {

bool is_above_limit(const MatchRules& rules, const Money& amount) {
    return std::ranges::any_of(rules.amount_limits, [&amount](const Money& limit) {
        const std::int64_t most = limit.minor_units();
        return limit.currency() == amount.currency() &&
               (amount.minor_units() > most || amount.minor_units() < -most);
    });
}

bool has_blocked_party(const Inquiry& inquiry, const Weighed& weighed) {
    return std::ranges::any_of(weighed.hypothesis.items, [&inquiry](ItemIndex index) {
        return std::ranges::binary_search(inquiry.rules.blocked_parties,
                                          inquiry.books.item(index).source.party_id());
    });
}

}  // namespace

void add_vetoes(const Inquiry& inquiry, const std::vector<Weighed>& weighed,
                std::vector<Obstacle>& obstacles) {
    if (is_above_limit(inquiry.rules, inquiry.line.amount)) {
        add_obstacle(obstacles, Obstacle::above_amount_limit);
    }
    if (!inquiry.rules.blocked_parties.empty() &&
        std::ranges::any_of(
            weighed, [&inquiry](const Weighed& one) { return has_blocked_party(inquiry, one); })) {
        add_obstacle(obstacles, Obstacle::party_is_blocked);
    }
    if (!weighed.empty() && suspension_of(inquiry, weighed.front()) != nullptr) {
        add_obstacle(obstacles, Obstacle::stopped_by_sample);
    }
}

const Suspension* suspension_of(const Inquiry& inquiry, const Weighed& best) {
    const std::vector<Suspension>& suspended = inquiry.rules.suspended;
    if (suspended.empty()) {
        return nullptr;
    }
    // A tolerated difference rests on what was proved for the open amount.
    std::vector<std::string> kinds{""};
    if (inquiry.is_return) {
        kinds.push_back(return_stratum_of(best));
    } else {
        const Stratum stratum = stratum_of(inquiry, best);
        kinds.push_back(name_of(stratum));
        kinds.push_back(name_of(certified_as(stratum)));
    }
    const auto found = std::ranges::find_if(suspended, [&kinds](const Suspension& one) {
        return std::ranges::find(kinds, one.stratum) != kinds.end();
    });
    return found == suspended.end() ? nullptr : &*found;
}

}  // namespace afletter::matching
