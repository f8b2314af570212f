// The books of each past run, built up from what came in and what was settled.
#include "replay.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <iterator>
#include <set>
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
        Held& paid_for = held_[place_of(allocation.item_id)];
        const std::int64_t paid = allocation.amount.minor_units();
        paid_for.settled += paid_for.item.kind == ItemKind::payable ? -paid : paid;
    }
}

std::size_t Replay::place_of(std::string_view item_id) const {
    const auto held = std::ranges::lower_bound(held_, item_id, {},
                                               [](const Held& one) { return id_of(one.item); });
    AFLETTER_ASSERT(held != held_.end() && held->item.item_id == item_id);
    return static_cast<std::size_t>(held - held_.begin());
}

void Replay::remember_payer(const Line& line, const std::vector<Allocation>& allocations) {
    const Counterparty& payer = line.detail.counterparty;
    std::set<std::pair<std::string, std::string>> parties;  // by id, else by name
    for (const Allocation& allocation : allocations) {
        if (!allocation.item_id.empty()) {
            const OpenItem& item = held_[place_of(allocation.item_id)].item;
            parties.emplace(item.party_id, item.party_id.empty() ? item.party_name : "");
        }
    }
    if (payer.iban && parties.size() == 1) {
        payers_.push_back({.iban = std::string(payer.iban->text()),
                           .name = payer.name,
                           .item_id = allocations.back().item_id});
    }
}

// What a person has matched is settled as he said, unless the replay has matched the line before.
void Replay::take_confirmed(const std::vector<ConfirmedMatch>& confirmed) {
    for (const ConfirmedMatch& match : confirmed) {
        const auto known = outcomes_.find(match.line);
        if (known == outcomes_.end() || known->second.allocations.empty()) {
            settle(match.allocations);
        }
        const auto line = std::ranges::find(waiting_, match.line, &Line::id);
        if (line != waiting_.end()) {
            remember_payer(*line, match.allocations);
            waiting_.erase(line);
        }
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
    for (const KnownPayer& payer : payers_) {
        matcher.add_payer(payer);
    }
    std::vector<bool> matched(waiting_.size(), false);
    matcher.run(
        [&](std::size_t line, const Decision& decision) {
            outcomes_.insert_or_assign(decision.line, replayed_of(decision));
            if (decision.is_match()) {
                matched[line] = true;
                settle(decision.candidates.front().allocations);
                if (decision.method && tells_of_payer(*decision.method)) {
                    remember_payer(waiting_[line], decision.candidates.front().allocations);
                }
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
