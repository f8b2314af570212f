// From explanations to weighed explanations: what each piece of evidence says, what it weighs, and
// how the explanations of one line compete.
#pragma once

#include <afletter/model/decision.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "candidates/hypothesis.hpp"
#include "candidates/inquiry.hpp"
#include "policy/weights.hpp"

namespace afletter::matching {

class Scales;

// What each feature says about a hypothesis; empty where it has nothing to say.
class Findings {
  public:
    [[nodiscard]] std::optional<Level> at(Feature feature) const { return levels_[slot(feature)]; }
    [[nodiscard]] bool is(Feature feature, Level level) const { return at(feature) == level; }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            levels_, [](const std::optional<Level>& level) { return level.has_value(); }));
    }
    void set(Feature feature, std::optional<Level> level) { levels_[slot(feature)] = level; }

  private:
    static std::size_t slot(Feature feature) { return static_cast<std::size_t>(feature); }
    std::array<std::optional<Level>, feature_count> levels_{};
};

struct Weighed {
    Hypothesis hypothesis;
    std::uint32_t rank = 0;  // on its own, before the others were heard: 0 is the best
    Findings findings;
    MilliNats score = 0;        // prior and findings, less the next two
    MilliNats claims = 0;       // what the other lines take off
    MilliNats competition = 0;  // -ln(1 + sum of the others' odds)
    int confidence_bp = 0;
    bool covers_what_is_named = false;  // every number of the books in the line is explained

    [[nodiscard]] MilliNats log_odds() const { return score + claims + competition; }
    [[nodiscard]] bool is_exact() const { return findings.is(Feature::amount, Level::equal); }
};

// Best first; equals in the order of their item ids. Each on its own: nothing competes yet.
[[nodiscard]] std::vector<Weighed> weigh(const Inquiry& inquiry, std::vector<Hypothesis> hypotheses,
                                         const Scales& scales);

// What the other lines say of the first explanations of this one: `claims` has a weight for each,
// in the order of weigh(). The rest is said of the best.
struct OtherLines {
    std::span<const MilliNats> claims;
    bool is_repeated = false;
    bool is_together = false;
};
// Explanations that are not at hand: their odds together, and the score of the best of them.
struct Rest {
    double odds = 0;
    std::optional<MilliNats> best;  // empty: there are none
};
// Lets the explanations compete, with the rest if there is one, and puts the best first again. How
// sure it is of each is told of the first `told` only.
void let_compete(std::vector<Weighed>& weighed, const OtherLines& others, const Scales& scales,
                 std::size_t told, const Rest& rest = {});

// Against "none of these". What is one in 10^13 or less adds nothing that a milli-nat would show.
[[nodiscard]] double odds_of(MilliNats score);

// Whether an explanation with this score may matter beside the best one's.
[[nodiscard]] bool is_worth_claiming(MilliNats score, MilliNats best);
// How many of the first explanations are worth telling the other lines of: the rest would not
// change a thing.
[[nodiscard]] std::size_t count_worth_claiming(const std::vector<Weighed>& weighed);

// One function for each kind of evidence, each in its own file.
[[nodiscard]] std::optional<Level> reference_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] std::optional<Level> document_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] std::optional<Level> number_part_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] std::optional<Level> end_to_end_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] std::optional<Level> batch_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] std::optional<Level> count_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] bool covers_what_is_named(const Inquiry&, const Hypothesis&);
// The first number of the text that neither the books nor the end of one of these items' own
// numbers explains; null when there is none.
[[nodiscard]] const UnknownNumber* unexplained_number(const Inquiry&, const Hypothesis&);
[[nodiscard]] Level amount_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] Level rarity_level(const Inquiry&);
[[nodiscard]] Level rarity_level(std::size_t count, std::size_t all);
[[nodiscard]] Level settled_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] Level account_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] Level name_level(const Inquiry&, const Hypothesis&);
// Where a name agrees: how much less it would agree with somebody else's.
[[nodiscard]] std::optional<Level> namesakes_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] std::optional<Level> text_level(const Inquiry&, const Hypothesis&);
// The number in the line of a party of these items; else any party's; null where there is none.
[[nodiscard]] const DebtorNumber* party_number_of(const Inquiry&, const Hypothesis&);
// Whether the line holds numbers of parties, and none of these items' parties has one of them.
[[nodiscard]] bool names_another_party(const Inquiry&, const Hypothesis&);
[[nodiscard]] Level date_level(const Inquiry&, const Hypothesis&);
[[nodiscard]] Level shape_level(const Inquiry&, const Hypothesis&);

}  // namespace afletter::matching
