// Rounds: a match changes what is open, and so what the lines that are left may mean. A return
// waits for the round after the one in which what it gives back was settled.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <utility>

namespace afletter {

namespace {

using MoneyResult = Result<Money, MoneyError>;

// Takes what the match allocates off its items, or opens them again. `items` are by item_id.
void settle(const Decision& decision, std::vector<OpenItem>& items) {
    for (const Allocation& allocation : decision.candidates.front().allocations) {
        if (allocation.item_id.empty()) {
            continue;
        }
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

class Rounds {
  public:
    Rounds(std::vector<Line> lines, std::vector<OpenItem> items)
        : lines_(std::move(lines)), items_(std::move(items)) {
        if (!std::ranges::is_sorted(items_, {}, &OpenItem::item_id)) {
            std::ranges::sort(items_, {}, &OpenItem::item_id);
        }
    }

    std::vector<Decided> run(const MatchPolicy& policy, const MatchProgress& progress) {
        decided_.reserve(lines_.size());
        for (bool matched = true; matched;) {
            std::vector<Decision> decisions = match(lines_, items_, policy, progress);
            AFLETTER_ASSERT(decisions.size() == lines_.size());
            matched = take_matches(decisions);
            if (!matched) {
                take_rest(decisions);
            }
        }
        return std::move(decided_);
    }

  private:
    // Settles the items of this round's matches, and keeps the other lines.
    bool take_matches(std::vector<Decision>& decisions) {
        const std::size_t before = decided_.size();
        std::vector<Line> left;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            AFLETTER_ASSERT(decisions[i].is_match() != decisions[i].reason.has_value());
            if (decisions[i].is_match()) {
                settle(decisions[i], items_);
                decided_.push_back({lines_[i].amount, std::move(decisions[i])});
            } else {
                left.push_back(std::move(lines_[i]));
            }
        }
        lines_ = std::move(left);
        return decided_.size() > before;
    }

    void take_rest(std::vector<Decision>& decisions) {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            decided_.push_back({lines_[i].amount, std::move(decisions[i])});
        }
    }

    std::vector<Line> lines_;
    std::vector<OpenItem> items_;
    std::vector<Decided> decided_;
};

}  // namespace

std::vector<Decided> match_in_rounds(std::vector<Line> lines, std::vector<OpenItem> items,
                                     const MatchPolicy& policy, const MatchProgress& progress) {
    return Rounds(std::move(lines), std::move(items)).run(policy, progress);
}

}  // namespace afletter
