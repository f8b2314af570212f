// `match`: unmatched lines and open items -> decisions -> ledger, in one transaction.
#include <afletter/assert.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string_view>

namespace afletter {

namespace {

// Counts and sums by name, in order of name.
class Tallies {
  public:
    void add(std::string_view key, const Money& amount) {
        Tally& tally = tallies_[std::string(key)];
        tally.key = key;
        ++tally.count;
        for (Money& sum : tally.sums) {
            if (sum.currency() == amount.currency()) {
                const auto total = checked_add(sum, amount);
                AFLETTER_ASSERT(total.has_value());  // amounts were summed when they were booked
                sum = *total;
                return;
            }
        }
        tally.sums.push_back(amount);
    }

    [[nodiscard]] std::vector<Tally> list() const {
        std::vector<Tally> list;
        list.reserve(tallies_.size());
        for (const auto& [key, tally] : tallies_) {
            list.push_back(tally);
        }
        return list;
    }

  private:
    std::map<std::string, Tally> tallies_;
};

struct Outcome {
    MatchRunReport report;
    std::vector<Decision> decisions;
    Tallies methods;
    Tallies reasons;
};

using MoneyResult = Result<Money, MoneyError>;

// Takes what the match allocates off its items.
void settle(const Decision& decision, std::vector<OpenItem>& items) {
    for (const Allocation& allocation : decision.candidates.front().allocations) {
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

// What the match settles of its line.
Money settled_by(const Decision& decision) {
    const std::vector<Allocation>& allocations = decision.candidates.front().allocations;
    Money sum = allocations.front().amount;
    for (const Allocation& allocation : std::span(allocations).subspan(1)) {
        const auto next = checked_add(sum, allocation.amount);
        AFLETTER_ASSERT(next.has_value());
        sum = *next;
    }
    return sum;
}

// A match, and the rest that it may leave for a person.
void count_match(const Line& line, const Decision& decision, Outcome& outcome) {
    const Money settled = settled_by(decision);
    ++outcome.report.matched;
    outcome.methods.add(name_of(*decision.method), settled);
    if (decision.reason) {
        const auto rest = checked_subtract(line.amount, settled);
        AFLETTER_ASSERT(rest.has_value());
        ++outcome.report.exceptions;
        outcome.reasons.add(name_of(*decision.reason), *rest);
    }
}

// Moves this round's matches to the outcome, settles their items, and keeps the other lines.
std::size_t take_matches(std::vector<Line>& lines, std::vector<OpenItem>& items,
                         std::vector<Decision>& decisions, Outcome& outcome) {
    std::vector<Line> left;
    std::size_t matched = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        AFLETTER_ASSERT(decisions[i].is_match() || decisions[i].reason.has_value());
        if (!decisions[i].is_match()) {
            left.push_back(std::move(lines[i]));
            continue;
        }
        ++matched;
        count_match(lines[i], decisions[i], outcome);
        settle(decisions[i], items);
        outcome.decisions.push_back(std::move(decisions[i]));
    }
    lines = std::move(left);
    return matched;
}

void count_exceptions(const std::vector<Line>& lines, const std::vector<Decision>& decisions,
                      Outcome& outcome) {
    outcome.report.exceptions += lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        outcome.reasons.add(name_of(*decisions[i].reason), lines[i].amount);
    }
}

// Decides all lines, then those that are left with the books as they are by then, until nothing
// more is matched: what a run leaves to people is what the next run would leave to them too.
// Lines and items leave memory before anything is written.
Outcome decide(const Ledger& ledger, const MatchRunOptions& options, Progress& progress) {
    std::vector<Line> lines = ledger.unmatched_lines(options.as_of);
    std::vector<OpenItem> items = ledger.items();
    Outcome outcome{.report = {.lines = lines.size()}};
    for (std::size_t matched = 1; matched > 0;) {
        std::vector<Decision> decisions = match(lines, items, options.policy, [&](auto done) {
            progress.advance("match", done, lines.size());
        });
        AFLETTER_ASSERT(decisions.size() == lines.size());
        matched = take_matches(lines, items, decisions, outcome);
        if (matched == 0) {
            count_exceptions(lines, decisions, outcome);
            std::ranges::move(decisions, std::back_inserter(outcome.decisions));
        }
    }
    outcome.report.matched_by_method = outcome.methods.list();
    outcome.report.exceptions_by_reason = outcome.reasons.list();
    return outcome;
}

// Writes the decisions that say something new; without any, nothing of the run remains.
std::uint64_t record(LedgerWriter& writer, const std::vector<Decision>& decisions,
                     Progress& progress) {
    std::uint64_t added = 0;
    std::uint64_t done = 0;
    writer.begin_run("match");
    for (const Decision& decision : decisions) {
        if (writer.add_decision(decision)) {
            ++added;
        }
        progress.advance("write", ++done, decisions.size());
    }
    if (added > 0) {
        writer.commit();
    }
    return added;
}

}  // namespace

MatchRunReport match_lines(Ledger& ledger, const MatchRunOptions& options, const Stamp& stamp,
                           Progress& progress) {
    // The write lock comes first, so that nobody books a line between our reading and writing it.
    std::optional<LedgerWriter> writer;
    if (!options.dry_run) {
        writer.emplace(ledger.write(stamp));
    }
    const Outcome outcome = decide(ledger, options, progress);
    MatchRunReport report = outcome.report;
    if (writer) {
        report.unchanged = outcome.decisions.size() - record(*writer, outcome.decisions, progress);
    }
    return report;
}

}  // namespace afletter
