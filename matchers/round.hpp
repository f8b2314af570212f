// One round of deciding: every waiting line says what it claims, all claims are weighed together,
// and each line is judged in the light of the others. Between Matcher, which repeats rounds, and
// the steps in candidates/, evidence/, assign/ and policy/.
#pragma once

#include <afletter/matchers.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "assign/double_returns.hpp"
#include "assign/joint.hpp"
#include "assign/repeats.hpp"
#include "candidates/books.hpp"
#include "candidates/search.hpp"
#include "evidence/weighing.hpp"
#include "lines/packed_lines.hpp"
#include "policy/obstacles.hpp"
#include "policy/scales.hpp"

namespace afletter::matching {

class Round {
  public:
    // `waiting` are lines of `lines`, ascending; all must outlive the round.
    Round(const Books& books, const PackedLines& lines, std::span<const std::uint32_t> waiting,
          const MatchPolicy& policy, const Scales& scales);

    // Told with every share of lines that is done, from any thread.
    using Tell = std::function<void(std::size_t lines)>;
    // `steps` is told, from the caller's thread, when a step begins.
    void judge(const Tell& tell, const MatchSteps& steps);

    [[nodiscard]] bool is_matched(std::size_t place) const { return chosen_[place] != none; }
    // The decision of the line at this place of `waiting`, in words.
    [[nodiscard]] Decision decision_of(std::size_t place) const;

  private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::uint32_t reopens = 0xfffffffe;  // chosen by a return

    // An explanation as the other lines need to know it.
    struct Option {
        MilliNats score = 0;
        std::vector<Use> uses;
    };
    // What a line says before it has heard of the others.
    struct Opening {
        std::vector<Option> options;
        MilliNats most = Claims::score_max;  // what the best of them may claim
        std::uint32_t chosen = none;         // of the options, the one it would be matched to
        std::vector<ItemIndex> reopened;     // by a return, which has no options
    };
    // A line with all that was found and weighed.
    struct Hearing;

    void hear_all(const Tell& tell);
    void weigh_together();
    void judge_contested(const Tell& tell);
    void take_back_excess();
    void take_back(std::span<const std::uint32_t> places);
    void explain_best(Decision& decision, const Hearing& hearing) const;
    [[nodiscard]] Basis basis_of(const Hearing& hearing) const;

    [[nodiscard]] Opening opening_of(std::size_t place) const;
    [[nodiscard]] bool is_contested(std::size_t place) const;
    [[nodiscard]] OtherLines others_of(std::size_t place) const;
    [[nodiscard]] std::vector<Obstacle> obstacles_at(const Weighing& weighing,
                                                     std::size_t place) const;

    const Books& books_;
    const PackedLines& lines_;
    std::span<const std::uint32_t> waiting_;
    const MatchPolicy& policy_;
    const Scales& scales_;
    std::vector<std::int64_t> open_;  // by item
    Claims claims_;
    std::vector<MilliNats> claim_weights_;  // by option
    std::vector<Reopening> reopenings_;
    // By place:
    std::vector<Repeat> repeats_;
    std::vector<bool> together_;
    std::vector<bool> exceeded_;         // its match was taken back
    std::vector<std::uint32_t> chosen_;  // of its options, or none
};

}  // namespace afletter::matching
