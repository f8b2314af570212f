// `match --what-if`: the past decided twice, with the configuration that holds and with another, so
// that what differs is due to the configuration alone. Nothing is written.
#include <afletter/assert.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <map>
#include <tuple>

#include "replay.hpp"

namespace afletter {

namespace {

using pipeline::Replay;

class Comparison {
  public:
    Comparison(const Past& past, WhatIfReport& report) : past_(past), report_(report) {
        for (const PastRun& run : past.runs) {
            take_confirmed(run.confirmed);
        }
        take_confirmed(past.confirmed);
        report_.confirmed = confirmed_.size();
    }

    void compare(const Replay& now, const Replay& then) {
        AFLETTER_ASSERT(now.outcomes().size() == then.outcomes().size());
        for (const PastRun& run : past_.runs) {
            report_.lines += run.lines.size();
            for (const Line& line : run.lines) {
                const auto known = now.outcomes().find(line.id);
                if (known != now.outcomes().end()) {
                    compare(line, known->second, then.outcomes().at(line.id));
                }
            }
        }
        std::ranges::sort(report_.rows, {}, [](const WhatIfRow& row) {
            return std::tuple(row.change, row.line.booking_date, row.line.id);
        });
    }

  private:
    void take_confirmed(const std::vector<ConfirmedMatch>& matches) {
        for (const ConfirmedMatch& match : matches) {
            confirmed_.insert_or_assign(match.line, &match.allocations);
        }
    }

    void compare(const Line& line, const Replayed& now, const Replayed& then) {
        const auto by_hand = confirmed_.find(line.id);
        const auto contradicts = [&](const Replayed& replayed) {
            return by_hand != confirmed_.end() && !replayed.allocations.empty() &&
                   replayed.allocations != *by_hand->second;
        };
        report_.now += now.allocations.empty() ? 0U : 1U;
        report_.then += then.allocations.empty() ? 0U : 1U;
        report_.contradicted_now += contradicts(now) ? 1U : 0U;
        std::optional<WhatIfChange> change;
        if (contradicts(then)) {
            change = WhatIfChange::contradicts;
        } else if (now.allocations == then.allocations) {
            return;
        } else if (now.allocations.empty()) {
            change = WhatIfChange::gained;
        } else {
            change = then.allocations.empty() ? WhatIfChange::lost : WhatIfChange::moved;
        }
        report_.rows.push_back({.change = *change,
                                .line = line,
                                .now = now,
                                .then = then,
                                .confirmed = by_hand == confirmed_.end() ? std::vector<Allocation>{}
                                                                         : *by_hand->second});
    }

    const Past& past_;
    WhatIfReport& report_;
    std::map<LineId, const std::vector<Allocation>*> confirmed_;
};

}  // namespace

WhatIfReport what_if(const Past& past, const MatchPolicy& now, const MatchPolicy& then,
                     Progress& progress) {
    Replay replay_now(now);
    Replay replay_then(then);
    for (const PastRun& run : past.runs) {
        replay_now.run(run, progress);
        replay_then.run(run, progress);
    }
    WhatIfReport report{.runs = past.runs.size(),
                        .booked = past.matched,
                        .model_now = now.model.version,
                        .model_then = then.model.version};
    Comparison(past, report).compare(replay_now, replay_then);
    return report;
}

}  // namespace afletter
