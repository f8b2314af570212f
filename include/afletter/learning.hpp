// From lines whose truth is known to what may decide: certificates. Pure, as the matchers are.
#pragma once

#include <afletter/model/match_model.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
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
// is tested at a third of 5 %, so that the choice among them breaks no promise.
inline constexpr int wrong_max_per_million = 300;
inline constexpr std::array certificate_grid_bp{9'900, 9'990, 9'999};

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
    //   else all of its identity ("document"); kinds that fail on their own matches are not in it.
    [[nodiscard]] std::vector<Certificate> certify(Basis basis) const;

  private:
    struct Counts {
        std::uint64_t lines = 0;
        std::uint64_t wrong = 0;
    };
    // From each threshold of the grid on.
    using ByThreshold = std::array<Counts, certificate_grid_bp.size()>;

    [[nodiscard]] ByThreshold of_stratum(std::string_view stratum) const;
    [[nodiscard]] ByThreshold of_pool(std::string_view pool) const;
    [[nodiscard]] std::optional<Certificate> proof_of(const std::string& stratum) const;

    std::map<std::string, ByThreshold, std::less<>> strata_;
};

// The model with every kind of evidence that may be certified allowed from the least threshold on:
// what a track record is made with.
[[nodiscard]] MatchModel open_to_all(MatchModel model);

}  // namespace afletter
