// All lines together: how likely is each explanation, given that no item can be paid twice and that
// every other line looks for its own explanation? Last step before a decision is taken.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// What one explanation of a line takes of one item, in minor units without sign.
struct Use {
    ItemIndex item = 0;
    std::int64_t amount = 0;
};

// The explanations of all lines, side by side: those of line i are options [first[i], first[i+1]).
class Claims {
  public:
    Claims() : first_{0} {}
    // However well a line fits, one in some 8,000 is a double, or for something else: no line takes
    // an item from another by being surer than that.
    static constexpr MilliNats score_max = 9'000;

    void add_option(MilliNats score, std::span<const Use> uses);
    void add_to_score(std::size_t option, MilliNats weight) {
        scores_[option] += static_cast<std::int32_t>(weight);
    }
    // The best explanation of the line claims no more than this, which is at most `score_max`.
    void end_line(MilliNats most = score_max);

    [[nodiscard]] std::size_t line_count() const { return first_.size() - 1; }
    [[nodiscard]] std::size_t option_count() const { return scores_.size(); }
    [[nodiscard]] std::uint32_t first_option(std::size_t line) const { return first_[line]; }
    [[nodiscard]] std::uint32_t end_option(std::size_t line) const { return first_[line + 1]; }
    // By how much the line's best explanation is surer than a claim may be. The scores of all its
    // explanations are less by it.
    [[nodiscard]] MilliNats excess(std::size_t line) const { return excess_[line]; }
    [[nodiscard]] MilliNats score(std::size_t option) const { return scores_[option]; }
    [[nodiscard]] std::span<const Use> uses(std::size_t option) const {
        return std::span(uses_).subspan(uses_from_[option],
                                        uses_from_[option + 1] - uses_from_[option]);
    }

  private:
    std::vector<std::uint32_t> first_;
    std::vector<MilliNats> excess_;
    std::vector<std::int32_t> scores_;  // MilliNats
    std::vector<std::uint32_t> uses_from_{0};
    std::vector<Use> uses_;
};

// What was worked out before some lines went and some claims changed.
struct KnownWeights {
    std::vector<MilliNats> weights;  // by option, of lines that claim the same as then
    // By item: open for something else, or claimed, then or now, by a line that does not claim the
    // same. Empty: nothing is known.
    std::vector<bool> is_changed;
};

// For each option what the claims of other lines on its items take off its log odds: zero or less.
// `open` is what each item has left, in minor units without sign. Belief propagation: exact where
// the claims form no ring. The result does not depend on the order of lines, but for rounding, nor
// on what is known: lines are worked out again where anything in reach of their claims has changed.
[[nodiscard]] std::vector<MilliNats> weight_of_other_claims(const Claims& claims,
                                                            std::span<const std::int64_t> open,
                                                            const KnownWeights& known = {});

}  // namespace afletter::matching
