// From lines whose truth is known to what they teach: which kinds of evidence may decide
// (certificates), and how much evidence weighs. Pure, as the matchers are.
#pragma once

#include <afletter/model/match_model.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

// The exact (Clopper-Pearson) upper bound of a share, one-sided: the share at which `wrong` errors
// or fewer in `trials` have this chance, below one half. 1 when there were no trials.
[[nodiscard]] double upper_bound(std::uint64_t wrong, std::uint64_t trials, double chance);
// At 95 % confidence.
[[nodiscard]] double upper_bound_95(std::uint64_t wrong, std::uint64_t trials);
// The chance of `wrong` errors or more in `trials` at this share, which is `wrong` / `trials` at
// most.
[[nodiscard]] double chance_of_at_least(std::uint64_t wrong, std::uint64_t trials, double share);

// What may be wrong of the matches on a kind of evidence, and the thresholds that are tried. Each
// is tested at a fifth of 5 %, so that the choice among them breaks no promise.
inline constexpr int wrong_max_per_million = 300;
inline constexpr std::array certificate_grid_bp{9'900, 9'950, 9'990, 9'995, 9'999};

// What became of matches, counted apart for each kind of evidence and threshold.
class TrackRecord {
  public:
    void add(std::string_view stratum, int confidence_bp, bool is_right);
    void add(const TrackRecord& other);

    // A certificate for each kind of evidence that deserves one, in order of name; at the least
    // threshold of the grid that does:
    // - its own matches prove it: no more than wrong_max_per_million, with 95 % confidence; or
    // - its own are too few to prove that even without an error, they do not speak against it, and
    //   those of its pool prove it. Its pool is all of its identity and extent ("document/open"),
    //   else all of its identity ("document"), else all that rests on a number which we gave
    //   ourselves ("ours"). Kinds that their own matches speak against are not
    //   in it, and it gives no lower threshold than one of it has earned on its own.
    [[nodiscard]] std::vector<Certificate> certify(Basis basis) const;

  private:
    struct Counts {
        std::uint64_t lines = 0;
        std::uint64_t wrong = 0;
    };
    // From each threshold of the grid on.
    using ByThreshold = std::array<Counts, certificate_grid_bp.size()>;

    [[nodiscard]] ByThreshold of_stratum(std::string_view stratum) const;
    [[nodiscard]] ByThreshold of_pool(const std::string& pool) const;
    [[nodiscard]] std::optional<Certificate> own_proof(const std::string& stratum) const;
    [[nodiscard]] std::optional<Certificate> pooled_proof(const std::string& stratum,
                                                          const std::string& pool,
                                                          int threshold_min_bp) const;
    // Empty when these counts prove too little.
    [[nodiscard]] static std::optional<Certificate> certificate_for(const std::string& stratum,
                                                                    const std::string& pool,
                                                                    std::size_t place,
                                                                    const Counts& counts);

    std::map<std::string, ByThreshold, std::less<>> strata_;
};

// The model with every kind of evidence that may be certified allowed from the least threshold on:
// what a track record is made with.
[[nodiscard]] MatchModel open_to_all(MatchModel model);

// What became of suggestions, by their place and confidence.
class SuggestionRecord {
  public:
    static constexpr std::size_t bucket_count = 114;

    // The suggestions for one line, best first, and which of them is the truth, if one is.
    void add(std::span<const int> confidences_bp, std::optional<std::size_t> truth);
    void add(const SuggestionRecord& other);

    // Isotonic regression of right on confidence, whole numbers throughout, for each place apart.
    // Where suggestions are few the parent's word, if it has one, counts as some more of them.
    [[nodiscard]] Calibration calibration(const Calibration& parent = {}) const;

  private:
    struct Counts {
        std::int64_t suggested = 0;
        std::int64_t right = 0;
    };
    using Buckets = std::array<Counts, bucket_count>;

    [[nodiscard]] static std::vector<CalibrationStep> steps_of(
        const Buckets& buckets, const std::vector<CalibrationStep>& parent);

    Buckets first_{};
    Buckets others_{};
};

struct Finding {
    Feature feature;
    Level level;
    friend auto operator<=>(const Finding&, const Finding&) = default;
};

// A line whose truth is known, with the explanations that were weighed.
struct Lesson {
    struct Option {
        std::vector<Finding> findings;
        MilliNats fixed = 0;  // what the claims of other lines weigh: not learnt
        friend auto operator<=>(const Option&, const Option&) = default;
    };
    std::vector<Option> options;
    std::optional<std::size_t> truth;  // among the options; empty: none of these
    friend auto operator<=>(const Lesson&, const Lesson&) = default;
};
// Of a decision that kept all its candidates; `truth` are the items that the line pays, by id.
[[nodiscard]] Lesson lesson_of(const Decision& decision, const std::vector<Allocation>& truth);

// The parent's prior and weights, moved to where the lessons are likeliest, and no further from
// the parent than they have reason to: a conditional logit, L2 toward the parent. Rounded to
// thousandths; the same for lessons in any order. Version and certificates are the parent's.
[[nodiscard]] MatchModel fit(const MatchModel& parent, std::span<const Lesson> lessons);
// The mean of -ln(chance that the model gives to the truth).
[[nodiscard]] double log_loss(const MatchModel& model, std::span<const Lesson> lessons);

}  // namespace afletter
