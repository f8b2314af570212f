// The blind audit sample: which matches are drawn, and what the answers say. Pure, as the matchers
// are.
#pragma once

#include <afletter/model/audit_sample.hpp>

#include <cstdint>
#include <string_view>

namespace afletter {

// Whether a match of this line is put to a person.
[[nodiscard]] bool is_drawn(LineId line, const AuditDraw& draw);

// A sequential probability ratio test (A. Wald, Sequential Tests of Statistical Hypotheses, Annals
// of Mathematical Statistics 16, 1945): after each answer it is fine, not yet known, or an alarm.
//
// `sample_good_per_million` wrong is what a certificate promises, `sample_bad_per_million` what
// must not go on. The likelihood ratio of bad against good is a nonnegative supermartingale as long
// as no more is wrong than promised, so that the chance of it ever reaching 100 is 1 in 100 at most
// (J. Ville, 1939), however long the test goes on; a bad kind is called fine in 1 of 20 cases at
// most. After "fine" the test begins anew (E. S. Page, Biometrika 41, 1954), or it would need ever
// longer to see that a kind has become worse.
//
// The ratio's logarithm is summed in whole thousand-millionths, each term rounded against the
// alarm: sums are exact and the same everywhere.
inline constexpr int sample_good_per_million = 300;
inline constexpr int sample_bad_per_million = 10'000;

class SequentialTest {
  public:
    // After an alarm answers change nothing.
    void add(bool is_right);

    [[nodiscard]] SampleVerdict verdict() const { return verdict_; }
    // Since the test began or began anew.
    [[nodiscard]] std::uint64_t lines() const { return lines_; }
    [[nodiscard]] std::uint64_t wrong() const { return wrong_; }

  private:
    SampleVerdict verdict_ = SampleVerdict::not_yet_known;
    std::uint64_t lines_ = 0;
    std::uint64_t wrong_ = 0;
    std::int64_t ratio_ = 0;  // logarithm, in thousand-millionths
};

}  // namespace afletter
