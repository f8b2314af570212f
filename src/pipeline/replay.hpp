// Decides the past again, run by run: each with the lines and items that were there, people's
// matches as they came, and nothing of what the program itself had booked.
#pragma once

#include <afletter/matchers.hpp>
#include <afletter/model/past.hpp>
#include <afletter/model/what_if.hpp>
#include <afletter/pipeline.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace afletter::pipeline {

class Replay {
  public:
    // `policy` must outlive the replay.
    explicit Replay(const MatchPolicy& policy) : policy_(policy) {}

    // Told of every line and what was decided about it, in each run that decided about it.
    using DecisionHandler = std::function<void(const Decision&)>;
    // The next run of the past.
    void run(const PastRun& past, Progress& progress, const DecisionHandler& on_decision = {});

    // The match, or what was said last, of every line that the runs had before them.
    [[nodiscard]] const std::map<LineId, Replayed>& outcomes() const { return outcomes_; }

  private:
    // An item as its source last told it, and what was settled of it here, in its own sign.
    struct Held {
        OpenItem item;
        std::int64_t settled = 0;  // minor units
    };
    void take_items(const std::vector<OpenItem>& items);
    void take_confirmed(const std::vector<ConfirmedMatch>& confirmed);
    void settle(const std::vector<Allocation>& allocations);
    [[nodiscard]] std::size_t place_of(std::string_view item_id) const;  // in held_
    // If all that it paid is of one party.
    void remember_payer(const Line& line, const std::vector<Allocation>& allocations);
    [[nodiscard]] static OpenItem open_item(const Held& held);

    const MatchPolicy& policy_;
    std::vector<Held> held_;  // by item id
    std::vector<Line> waiting_;
    std::vector<KnownPayer> payers_;  // of the lines matched so far
    std::map<LineId, Replayed> outcomes_;
};

}  // namespace afletter::pipeline
