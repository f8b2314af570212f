// `match`: unmatched lines and open items -> decisions -> ledger, in one transaction.
#include <afletter/assert.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string_view>
#include <utility>

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
    explicit Recorder(LedgerWriter* writer) : writer_(writer) {}

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
    }

    [[nodiscard]] MatchRunReport report() const {
        MatchRunReport report = report_;
        report.matched_by_method = methods_.list();
        report.exceptions_by_reason = reasons_.list();
        return report;
    }

  private:
    LedgerWriter* writer_;
    MatchRunReport report_;
    Tallies methods_;
    Tallies reasons_;
};

void match_and_record(const Ledger& ledger, const MatchRunOptions& options, Recorder& recorder,
                      Progress& progress) {
    MatchPolicy policy = options.policy;
    std::ranges::move(ledger.own_accounts(), std::back_inserter(policy.own_accounts));
    Matcher matcher(policy);
    ledger.for_each_item([&](OpenItem item) { matcher.add_item(std::move(item)); });
    std::vector<Money> amounts;
    ledger.for_each_unmatched_line(options.as_of, [&](const Line& line) {
        matcher.add_line(line);
        amounts.push_back(line.amount);
    });
    for (SettledOrder& order : ledger.settled_orders(matcher.returned_orders())) {
        matcher.add_order(std::move(order));
    }
    matcher.run(
        [&](std::size_t line, const Decision& decision) { recorder.take(amounts[line], decision); },
        [&](std::size_t done) { progress.advance("match", done, amounts.size()); });
}

}  // namespace

MatchRunReport match_lines(Ledger& ledger, const MatchRunOptions& options, const Stamp& stamp,
                           Progress& progress) {
    if (options.dry_run) {
        Recorder recorder(nullptr);
        match_and_record(ledger, options, recorder, progress);
        return recorder.report();
    }
    // The write lock comes first, so that nobody books a line between our reading and writing it.
    LedgerWriter writer = ledger.write(stamp);
    writer.begin_run("match");
    Recorder recorder(&writer);
    match_and_record(ledger, options, recorder, progress);
    const MatchRunReport report = recorder.report();
    if (report.unchanged < report.lines) {  // else nothing of the run remains
        writer.commit();
    }
    return report;
}

}  // namespace afletter
