// Rounds of matching, each with the books as the round before left them.
#include "deciding.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace afletter::pipeline {

namespace {

using MoneyResult = Result<Money, MoneyError>;

// Moves this round's matches to `decided`, settles their items, and keeps the other lines with
// what was concluded about them.
std::size_t take_matches(std::vector<Line>& lines, std::vector<OpenItem>& items,
                         std::vector<Decision>& decisions, std::vector<Decision>& decided,
                         const MatchHandler& on_match) {
    std::vector<Line> left;
    std::vector<Decision> about_left;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        AFLETTER_ASSERT(decisions[i].is_match() != decisions[i].reason.has_value());
        if (decisions[i].is_match()) {
            if (on_match) {
                on_match(lines[i], decisions[i]);
            }
            settle(decisions[i].candidates.front().allocations, items);
            decided.push_back(std::move(decisions[i]));
        } else {
            left.push_back(std::move(lines[i]));
            about_left.push_back(std::move(decisions[i]));
        }
    }
    const std::size_t matched = lines.size() - left.size();
    lines = std::move(left);
    decisions = std::move(about_left);
    return matched;
}

}  // namespace

void settle(const std::vector<Allocation>& allocations, std::vector<OpenItem>& items) {
    for (const Allocation& allocation : allocations) {
        const auto item =
            std::ranges::lower_bound(items, allocation.item_id, {}, &OpenItem::item_id);
        AFLETTER_ASSERT(item != items.end() && item->item_id == allocation.item_id);
        const auto paid = item->kind == ItemKind::payable ? negated(allocation.amount)
                                                          : MoneyResult(allocation.amount);
        AFLETTER_ASSERT(paid.has_value());
        const auto left = checked_subtract(item->open_amount, *paid);
        AFLETTER_ASSERT(left.has_value());
        item->open_amount = *left;
    }
}

std::vector<Decision> decide_in_rounds(std::vector<Line>& lines, std::vector<OpenItem>& items,
                                       const MatchPolicy& policy, Progress& progress,
                                       const MatchHandler& on_match) {
    const std::size_t all = lines.size();
    std::vector<Decision> decided;
    for (std::size_t matched = 1; matched > 0;) {
        std::vector<Decision> decisions =
            match(lines, items, policy, [&](auto done) { progress.advance("match", done, all); });
        AFLETTER_ASSERT(decisions.size() == lines.size());
        matched = take_matches(lines, items, decisions, decided, on_match);
        if (matched == 0) {
            std::ranges::move(decisions, std::back_inserter(decided));
        }
    }
    return decided;
}

}  // namespace afletter::pipeline
