// Turns decisions into answers: items by place instead of by name.
#include "bench/accuracy/core.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace afletter::judging {

namespace {

// Items are in order of their ids.
std::size_t place_of(const simulator::Books& books, const std::string& item_id) {
    const auto found = std::ranges::lower_bound(books.items, item_id, {}, &OpenItem::item_id);
    AFLETTER_ASSERT(found != books.items.end() && found->item_id == item_id);
    return static_cast<std::size_t>(found - books.items.begin());
}

Answer answer_of(const simulator::Books& books, const Decision& decision) {
    Answer answer;
    if (!decision.candidates.empty()) {
        const Candidate& first = decision.candidates.front();
        answer.confidence = shown_bp(first) / 10'000.0;
        answer.bare_confidence = first.confidence_bp / 10'000.0;
    }
    if (decision.is_match()) {
        answer.transfer = decision.method == Method::transfer;
        answer.match = shares_of(books, decision.candidates.front());
        answer.stratum = stratum_of(decision);
        return answer;
    }
    for (const Candidate& candidate : decision.candidates) {
        answer.suggestions.push_back(shares_of(books, candidate));
    }
    return answer;
}

}  // namespace

const std::string& stratum_of(const Decision& decision) {
    return decision.stratum;
}

Shares shares_of(const simulator::Books& books, const Candidate& candidate) {
    Shares shares;
    for (const Allocation& allocation : candidate.allocations) {
        if (allocation.item_id.empty()) {
            continue;
        }
        shares.push_back({.item = place_of(books, allocation.item_id),
                          .cents = allocation.amount.minor_units()});
    }
    std::ranges::sort(shares, {}, &simulator::TrueShare::item);
    return shares;
}

std::vector<Decision> decide(const simulator::Books& books, MatchPolicy policy) {
    policy.own_accounts = books.accounts;
    return match(books.lines, books.items, policy);
}

std::vector<Answer> answers_of(const simulator::Books& books,
                               const std::vector<Decision>& decisions) {
    std::vector<Answer> answers;
    answers.reserve(decisions.size());
    for (const Decision& decision : decisions) {
        answers.push_back(answer_of(books, decision));
    }
    return answers;
}

}  // namespace afletter::judging
