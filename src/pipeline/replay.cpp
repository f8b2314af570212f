// The books of each past run, built up from what came in and what was settled.
#include "replay.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace afletter::pipeline {

namespace {

Replayed replayed_of(const Decision& decision) {
    Replayed replayed{.stratum = decision.stratum, .reason = decision.reason};
    if (!decision.candidates.empty()) {
        replayed.confidence_bp = decision.candidates.front().confidence_bp;
    }
    if (decision.is_match()) {
        replayed.allocations = decision.candidates.front().allocations;
    }
    return replayed;
}

std::string_view id_of(const OpenItem& item) {
    return item.item_id;
}

}  // namespace

void Replay::take_items(const std::vector<OpenItem>& items) {
    for (const OpenItem& item : items) {
        held_.push_back({.item = item});
    }
    const auto id = [](const Held& held) { return id_of(held.item); };
    std::ranges::stable_sort(held_, {}, id);
    // Of one item the first has what was settled, and the last what the source says now.
    std::vector<Held> merged;
    merged.reserve(held_.size());
    for (Held& held : held_) {
        if (!merged.empty() && id(merged.back()) == id(held)) {
            OpenItem& before = merged.back().item;
            std::vector<Money> balances = std::move(before.earlier_balances);
            if (before.open_amount != held.item.open_amount && !before.open_amount.is_zero()) {
                balances.insert(balances.begin(), before.open_amount);
            }
            before = std::move(held.item);
            before.earlier_balances = std::move(balances);
        } else {
            merged.push_back(std::move(held));
        }
    }
    held_ = std::move(merged);
}

void Replay::settle(const std::vector<Allocation>& allocations) {
    for (const Allocation& allocation : allocations) {
        if (allocation.item_id.empty()) {
            continue;
        }
        const auto held = std::ranges::lower_bound(held_, std::string_view(allocation.item_id), {},
                                                   [](const Held& one) { return id_of(one.item); });
        AFLETTER_ASSERT(held != held_.end() && held->item.item_id == allocation.item_id);
        const std::int64_t paid = allocation.amount.minor_units();
        held->settled += held->item.kind == ItemKind::payable ? -paid : paid;
    }
}

// What a person has matched is settled as he said, unless the replay has matched the line before.
void Replay::take_confirmed(const std::vector<ConfirmedMatch>& confirmed) {
    for (const ConfirmedMatch& match : confirmed) {
        const auto known = outcomes_.find(match.line);
        if (known == outcomes_.end() || known->second.allocations.empty()) {
            settle(match.allocations);
        }
        std::erase_if(waiting_, [&](const Line& line) { return line.id == match.line; });
    }
}

// An item settled beyond its amount has nothing left, as in the ledger.
OpenItem Replay::open_item(const Held& held) {
    OpenItem item = held.item;
    const std::int64_t left = item.open_amount.minor_units() - held.settled;
    if (held.settled != 0) {
        item.earlier_balances.insert(item.earlier_balances.begin(), item.open_amount);
    }
    item.open_amount = Money(item.amount.is_negative() ? std::min<std::int64_t>(left, 0)
                                                       : std::max<std::int64_t>(left, 0),
                             item.open_amount.currency());
    return item;
}

void Replay::run(const PastRun& past, Progress& progress, const DecisionHandler& on_decision) {
    take_items(past.items);
    std::ranges::copy(past.lines, std::back_inserter(waiting_));
    take_confirmed(past.confirmed);
    Matcher matcher(policy_);
    for (const Held& held : held_) {
        matcher.add_item(open_item(held));
    }
    for (const Line& line : waiting_) {
        matcher.add_line(line);
    }
    std::vector<bool> matched(waiting_.size(), false);
    matcher.run(
        [&](std::size_t line, const Decision& decision) {
            outcomes_.insert_or_assign(decision.line, replayed_of(decision));
            if (decision.is_match()) {
                matched[line] = true;
                settle(decision.candidates.front().allocations);
            }
            if (on_decision) {
                on_decision(decision);
            }
        },
        [&](std::size_t done) { progress.advance("match", done, matched.size()); });
    std::size_t place = 0;
    std::erase_if(waiting_, [&](const Line&) { return matched[place++]; });
}

}  // namespace afletter::pipeline
