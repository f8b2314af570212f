// Rounds: a match changes what is open, and so what the lines that are left may mean. A return
// waits for the round after the one in which what it gives back was settled.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <utility>

#include "candidates/returns.hpp"

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
    Rounds(std::vector<Line> lines, std::vector<OpenItem> items, std::vector<SettledOrder> orders)
        : lines_(std::move(lines)),
          items_(std::move(items)),
          returned_orders_(returned_orders(lines_)),
          orders_(std::move(orders)) {
        if (!std::ranges::is_sorted(items_, {}, &OpenItem::item_id)) {
            std::ranges::sort(items_, {}, &OpenItem::item_id);
        }
    }

    std::vector<Decided> run(const MatchPolicy& policy, const MatchProgress& progress) {
        decided_.reserve(lines_.size());
        for (bool matched = true; matched;) {
            std::vector<Decision> decisions = match(lines_, items_, policy, progress, orders_);
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
                remember_order(lines_[i].detail.end_to_end_id, decisions[i]);
                decided_.push_back({lines_[i].amount, std::move(decisions[i])});
            } else {
                left.push_back(std::move(lines_[i]));
            }
        }
        lines_ = std::move(left);
        return decided_.size() > before;
    }

    // What the line settles, or opens again, under an order that is or was returned.
    void remember_order(const std::string& order, const Decision& decision) {
        if (!std::ranges::binary_search(returned_orders_, order)) {
            return;
        }
        for (const Allocation& allocation : decision.candidates.front().allocations) {
            if (!allocation.item_id.empty()) {
                add_to_order(order, allocation);
            }
        }
    }

    void add_to_order(const std::string& order, const Allocation& allocation) {
        const auto known = std::ranges::find_if(orders_, [&](const SettledOrder& settled) {
            return settled.end_to_end_id == order && settled.item_id == allocation.item_id &&
                   settled.amount.currency() == allocation.amount.currency();
        });
        if (known == orders_.end()) {
            orders_.push_back({order, allocation.item_id, allocation.amount});
            return;
        }
        const auto sum = checked_add(known->amount, allocation.amount);
        AFLETTER_ASSERT(sum.has_value());  // both fit into what one item holds
        known->amount = *sum;
    }

    void take_rest(std::vector<Decision>& decisions) {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            decided_.push_back({lines_[i].amount, std::move(decisions[i])});
        }
    }

    std::vector<Line> lines_;
    std::vector<OpenItem> items_;
    std::vector<std::string> returned_orders_;
    std::vector<SettledOrder> orders_;
    std::vector<Decided> decided_;
};

}  // namespace

std::vector<std::string> returned_orders(std::span<const Line> lines) {
    std::vector<std::string> orders;
    for (const Line& line : lines) {
        if (matching::is_return(line) && !line.detail.end_to_end_id.empty()) {
            orders.push_back(line.detail.end_to_end_id);
        }
    }
    std::ranges::sort(orders);
    const auto repeated = std::ranges::unique(orders);
    orders.erase(repeated.begin(), repeated.end());
    return orders;
}

std::vector<Decided> match_in_rounds(std::vector<Line> lines, std::vector<OpenItem> items,
                                     const MatchPolicy& policy, const MatchProgress& progress,
                                     std::vector<SettledOrder> orders) {
    return Rounds(std::move(lines), std::move(items), std::move(orders)).run(policy, progress);
}

}  // namespace afletter
