// Two explanations of one line side by side: what each piece of evidence makes of them, and the
// difference in one sentence.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/text.hpp>

#include <string>
#include <vector>

namespace afletter::rendering {

// What one feature weighs for the best and for the other; null where it has nothing to say.
struct FeatureDifference {
    Feature feature;
    const Evidence* best = nullptr;
    const Evidence* other = nullptr;

    // How much it takes the other behind the best.
    [[nodiscard]] MilliNats behind() const;
};

class Comparison {
  public:
    Comparison(const Candidate& best, const Candidate& other);

    // Every feature that one of them has, in the order of Feature. Competition is left out: it says
    // how much the candidates take off each other, and follows from the rest.
    [[nodiscard]] const std::vector<FeatureDifference>& features() const { return features_; }
    // The sum of what they differ: the logarithm of how many times likelier the best is, exactly.
    [[nodiscard]] MilliNats behind() const;
    // "I-2 would need 9.000 more to be level with I-1, being some 8,100 times less likely: the
    // account is another party's."
    [[nodiscard]] std::string sentence(Language language) const;

  private:
    [[nodiscard]] std::string reasons(Language language) const;

    const Candidate& best_;
    const Candidate& other_;
    std::vector<FeatureDifference> features_;
};

// "8,100" for 9.000: how many times likelier, in two digits.
[[nodiscard]] std::string times_likelier(MilliNats ahead, Language language);

}  // namespace afletter::rendering
