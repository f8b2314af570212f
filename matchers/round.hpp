// One round of deciding: every waiting line says what it claims, all claims are weighed together,
// and each line is judged in the light of the others. Between Matcher, which repeats rounds, and
// the steps in candidates/, evidence/, assign/ and policy/.
#pragma once

#include <afletter/matchers.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assign/double_returns.hpp"
#include "assign/joint.hpp"
#include "assign/repeats.hpp"
#include "candidates/books.hpp"
#include "candidates/read_log.hpp"
#include "candidates/search.hpp"
#include "draft.hpp"
#include "evidence/weighing.hpp"
#include "packed/packed_lines.hpp"
#include "policy/obstacles.hpp"
#include "policy/scales.hpp"
#include "policy/strata.hpp"
#include "standing.hpp"

namespace afletter::matching {

struct Hearing;

class Round {
  public:
    // `waiting` are lines of `lines`, ascending; what is referred to must outlive the round.
    Round(const Books& books, const PackedLines& lines, std::vector<std::uint32_t> waiting,
          const MatchPolicy& policy, const Scales& scales);

    // The round before, of which all lines of this one were left, and what of the books has
    // changed since. A line that has read nothing of that says again what it said.
    struct Before {
        const Round& round;
        const BooksChanges& changes;
    };

    // Told with every share of lines that is done, from any thread.
    using Tell = std::function<void(std::size_t lines)>;
    // `steps` is told, from the caller's thread, when a step begins. `before` is null in the first
    // round, and no longer needed when it is judged.
    void judge(const Tell& tell, const MatchSteps& steps, const Before* before);

    [[nodiscard]] bool is_matched(std::size_t place) const { return chosen_[place] != none; }
    // The decision of the line at this place of `waiting`, in words.
    [[nodiscard]] Decision decision_of(std::size_t place) const;

  private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::uint32_t reopens = 0xfffffffe;  // chosen by a return

    // An explanation as the other lines need to know it.
    struct Option {
        MilliNats score = 0;
        std::size_t uses_end = 0;  // in the line's
    };
    // What a line says before it has heard of the others.
    struct Opening {
        std::vector<Option> options;
        std::vector<Use> uses;               // of each option, one behind the other
        MilliNats most = Claims::score_max;  // what the best of them may claim
        std::uint32_t chosen = none;         // of the options, the one it would be matched to
        std::vector<ItemIndex> reopened;     // by a return, which has no options
        Standing standing;
        std::string draft;
        bool has_reads = false;
        std::vector<BooksPart> reads;
    };
    // How a contested line was judged.
    struct Verdict {
        std::uint32_t place = 0;
        std::uint32_t chosen = none;
        bool has_reads = false;
        std::vector<BooksPart> reads;
    };
    // Of those lines that it has left, and that had to be heard again.
    struct Verdicts {
        std::vector<std::uint32_t> places;  // ascending
        ReadLists reads;                    // of each of them
    };
    void find_kept();
    void hear_all(const Tell& tell);
    void add_opening(std::uint32_t place, Opening opening);
    void weigh_together();
    void judge_contested(const Tell& tell);
    void take_back_excess();
    void take_back(std::span<const std::uint32_t> places);
    // The decision in words; in matching/round_words.
    // Empty where the draft does not suffice.
    [[nodiscard]] std::optional<Decision> decision_by_draft(const Line& line,
                                                            std::size_t place) const;
    [[nodiscard]] Decision decision_by_hearing(const Line& line, std::size_t place) const;
    [[nodiscard]] Decision begin_decision(const Line& line, const Inquiry& inquiry,
                                          const SearchFunnel& funnel,
                                          const std::vector<Weighed>& weighed) const;
    void explain_best(Decision& decision, const Stratum& stratum) const;
    void explain_left(Decision& decision, std::size_t place) const;
    void explain_match(Decision& decision, const Stratum& stratum, const Weighed& best) const;

    [[nodiscard]] Opening opening_of(std::size_t place) const;
    [[nodiscard]] Opening hear(std::size_t place) const;
    [[nodiscard]] static Opening claims_of(const Hearing& hearing);
    [[nodiscard]] static Opening hear_return(Hearing& hearing);
    [[nodiscard]] Opening heard_before(std::size_t place) const;
    [[nodiscard]] KnownWeights known_weights() const;
    [[nodiscard]] Verdict verdict_on(std::size_t place) const;
    [[nodiscard]] std::optional<Verdict> verdict_before(std::size_t place) const;
    // By arithmetic alone, where that is enough.
    [[nodiscard]] std::optional<Verdict> quick_verdict(std::size_t place) const;
    // What the option was claimed at, before anything was taken off.
    [[nodiscard]] MilliNats claimed_score(std::size_t place, std::uint32_t option) const;
    [[nodiscard]] bool is_contested(std::size_t place) const;
    [[nodiscard]] OtherLines others_of(std::size_t place) const;
    [[nodiscard]] std::vector<Obstacle> obstacles_at(const Weighing& weighing,
                                                     std::size_t place) const;

    const Books& books_;
    const PackedLines& lines_;
    std::vector<std::uint32_t> waiting_;
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
    std::vector<std::uint32_t> heard_;   // the same, before the others were heard
    std::vector<Standing> standings_;
    Drafts drafts_;
    ReadLists reads_;  // of the hearing

    Verdicts verdicts_;
    const Before* before_ = nullptr;   // while it is judged
    std::vector<std::uint32_t> kept_;  // places in the round before, or none: heard anew
};

}  // namespace afletter::matching
