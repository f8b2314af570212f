// `match`: unmatched lines and open items -> decisions -> ledger, in one transaction.
#include <afletter/assert.hpp>
#include <afletter/pipeline.hpp>

#include <map>
#include <string_view>

#include "deciding.hpp"

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
};

// Lines and items leave memory before anything is written.
Outcome decide(const Ledger& ledger, const MatchRunOptions& options, Progress& progress) {
    std::vector<Line> lines = ledger.unmatched_lines(options.as_of);
    std::vector<OpenItem> items = ledger.items();
    Outcome outcome{.report = {.lines = lines.size()}};
    Tallies methods;
    outcome.decisions = pipeline::decide_in_rounds(
        lines, items, options.policy, progress, [&](const Line& line, const Decision& decision) {
            ++outcome.report.matched;
            methods.add(name_of(*decision.method), line.amount);
        });
    Tallies reasons;
    const std::size_t matched = outcome.decisions.size() - lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        reasons.add(name_of(*outcome.decisions[matched + i].reason), lines[i].amount);
    }
    outcome.report.exceptions = lines.size();
    outcome.report.matched_by_method = methods.list();
    outcome.report.exceptions_by_reason = reasons.list();
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
