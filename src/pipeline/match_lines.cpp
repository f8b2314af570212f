// `match`: unmatched lines and open items -> decisions -> ledger, in one transaction.
#include <afletter/assert.hpp>
#include <afletter/audit_sample.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace afletter {

namespace {

// Closed items tell that something was paid before. Those closed longer before the oldest line of a
// run are not known to it, so that what it holds in memory does not grow with the ledger's age.
constexpr std::chrono::months closed_for{24};

// The same day so long before; the last of that month where it has no such day.
Date before(Date date, std::chrono::months time) {
    const Date same = date - time;
    return same.ok() ? same : Date(same.year() / same.month() / std::chrono::last);
}

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

// What a match settles of its line.
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

// Counts decisions, and writes those that say something new where there is a writer.
class Recorder {
  public:
    Recorder(LedgerWriter* writer, const AuditDraw& draw) : writer_(writer), draw_(draw) {}

    void take(const Money& line, const Decision& decision) {
        AFLETTER_ASSERT(decision.is_match() || decision.reason.has_value());
        ++report_.lines;
        const Money settled =
            decision.is_match() ? settled_by(decision) : Money(0, line.currency());
        if (decision.is_match()) {
            ++report_.matched;
            methods_.add(name_of(*decision.method), settled);
        }
        if (decision.reason) {
            const auto rest = checked_subtract(line, settled);
            AFLETTER_ASSERT(rest.has_value());
            ++report_.exceptions;
            reasons_.add(name_of(*decision.reason), *rest);
        }
        if (writer_ != nullptr && !writer_->add_decision(decision)) {
            ++report_.unchanged;
        }
        if (is_sampled(decision)) {
            ++report_.drawn;
            if (writer_ != nullptr) {
                writer_->draw(decision.line, decision.stratum);
            }
        }
    }

    [[nodiscard]] MatchRunReport report() const {
        MatchRunReport report = report_;
        report.matched_by_method = methods_.list();
        report.exceptions_by_reason = reasons_.list();
        return report;
    }

  private:
    // What settles no item of the books leaves a person nothing to name.
    [[nodiscard]] bool is_sampled(const Decision& decision) const {
        return decision.is_match() && !decision.stratum.empty() &&
               std::ranges::none_of(decision.candidates.front().allocations,
                                    [](const Allocation& part) { return part.item_id.empty(); }) &&
               is_drawn(decision.line, draw_);
    }

    LedgerWriter* writer_;
    const AuditDraw& draw_;
    MatchRunReport report_;
    Tallies methods_;
    Tallies reasons_;
};

void match_and_record(const Ledger& ledger, const MatchRunOptions& options, Recorder& recorder,
                      Progress& progress) {
    MatchPolicy policy = options.policy;
    std::ranges::move(ledger.own_accounts(), std::back_inserter(policy.own_accounts));
    policy.rules.suspended = suspensions_of(ledger);
    Matcher matcher(policy);
    const auto oldest = ledger.oldest_unmatched(options.as_of);
    if (!oldest) {
        return;
    }
    const Date since = before(*oldest, closed_for);
    ledger.for_each_item_open_since(since,
                                    [&matcher](const OpenItem& item) { matcher.add_item(item); });
    std::vector<Money> amounts;
    ledger.for_each_unmatched_line(options.as_of, [&](const Line& line) {
        matcher.add_line(line);
        amounts.push_back(line.amount);
    });
    for (SettledOrder& order : ledger.settled_orders(matcher.returned_orders(), since)) {
        matcher.add_order(std::move(order));
    }
    ledger.for_each_known_payer(
        options.as_of, [&matcher](KnownPayer payer) { matcher.add_payer(std::move(payer)); });
    matcher.run(
        [&](std::size_t line, const Decision& decision) { recorder.take(amounts[line], decision); },
        [&](std::size_t done) { progress.advance("match", done, amounts.size()); });
}

}  // namespace

MatchRunReport match_lines(Ledger& ledger, const MatchRunOptions& options, const Stamp& stamp,
                           Progress& progress) {
    if (options.dry_run) {
        Recorder recorder(nullptr, options.draw);
        match_and_record(ledger, options, recorder, progress);
        MatchRunReport report = recorder.report();
        report.suspended = suspensions_of(ledger);
        return report;
    }
    // The write lock comes first, so that nobody books a line between our reading and writing it.
    LedgerWriter writer = ledger.write(stamp);
    writer.begin_run("match");
    Recorder recorder(&writer, options.draw);
    match_and_record(ledger, options, recorder, progress);
    MatchRunReport report = recorder.report();
    report.suspended = suspensions_of(ledger);
    if (report.unchanged < report.lines) {  // else nothing of the run remains
        writer.commit();
    }
    return report;
}

}  // namespace afletter
