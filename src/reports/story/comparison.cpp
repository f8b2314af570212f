// The differences of the features add up to that of the explanations; the largest make the
// sentence.
#include "story/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "story/figures.hpp"
#include "story/items.hpp"
#include "story/verdicts.hpp"

namespace afletter::rendering {

namespace {

constexpr Text behind_sentence{
    "{other} would need {behind} more to be level with {best}, being {times} times less likely",
    "{other} komt {behind} tekort om gelijk te staan met {best}, en is {times} keer minder "
    "waarschijnlijk"};
constexpr Text ahead_sentence{
    "{other} is {behind} ahead of {best}, being {times} times likelier",
    "{other} ligt {behind} voor op {best}, en is {times} keer waarschijnlijker"};
constexpr Text level_sentence{"{other} fits exactly as well as {best}",
                              "{other} past precies even goed als {best}"};
constexpr Text nothing_differs{"nothing in the line tells them apart",
                               "niets in de regel maakt verschil"};
constexpr Text balanced{"what speaks for one weighs as much as what speaks for the other",
                        "wat voor de een spreekt, weegt even zwaar als wat voor de ander spreekt"};
constexpr Text and_word{" and ", " en "};
constexpr Text some{"some {}", "zo'n {}"};
constexpr Text million{"more than a million", "meer dan een miljoen"};

constexpr std::size_t reasons_max = 2;

const Evidence* evidence_of(const Candidate& candidate, Feature feature) {
    const auto found = std::ranges::find(candidate.evidence, feature, &Evidence::feature);
    return found == candidate.evidence.end() ? nullptr : &*found;
}

// In groups of three: 8,100 and 8.100.
std::string grouped(std::int64_t number, Language language) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3;) {
        place -= 3;
        digits.insert(place, language == Language::dutch ? "." : ",");
    }
    return digits;
}

// Why the other is behind in this: what it says itself, or that it says nothing.
Text reason_of(const FeatureDifference& difference) {
    if (difference.other != nullptr) {
        return clause_of(*difference.other);
    }
    return clause_of_nothing(difference.feature);
}

}  // namespace

MilliNats FeatureDifference::behind() const {
    return (best == nullptr ? 0 : best->weight) - (other == nullptr ? 0 : other->weight);
}

Comparison::Comparison(const Candidate& best, const Candidate& other) : best_(best), other_(other) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Feature::competition); ++i) {
        const auto feature = static_cast<Feature>(i);
        const Evidence* of_best = evidence_of(best, feature);
        const Evidence* of_other = evidence_of(other, feature);
        if (of_best != nullptr || of_other != nullptr) {
            features_.push_back({feature, of_best, of_other});
        }
    }
}

MilliNats Comparison::behind() const {
    MilliNats sum = best_.prior - other_.prior;
    for (const FeatureDifference& difference : features_) {
        sum += difference.behind();
    }
    return sum;
}

std::string Comparison::reasons(Language language) const {
    std::vector<FeatureDifference> ordered = features_;
    const bool ahead = behind() < 0;
    if (ahead) {
        for (FeatureDifference& difference : ordered) {
            std::swap(difference.best, difference.other);
        }
    }
    std::ranges::stable_sort(ordered, std::ranges::greater(), &FeatureDifference::behind);
    std::string told;
    std::size_t count = 0;
    for (const FeatureDifference& difference : ordered) {
        const std::string_view reason = reason_of(difference).in(language);
        if (difference.behind() > 0 && !reason.empty() && count < reasons_max) {
            told.append(count == 0 ? "" : and_word.in(language)).append(reason);
            ++count;
        }
    }
    return told;
}

std::string Comparison::sentence(Language language) const {
    const MilliNats gap = behind();
    const Text& form = gap > 0 ? behind_sentence : gap < 0 ? ahead_sentence : level_sentence;
    std::string text =
        fmt::format(fmt::runtime(form.in(language)), fmt::arg("other", few_items_of(other_)),
                    fmt::arg("best", few_items_of(best_)),
                    fmt::arg("behind", weight_text(std::abs(gap)).substr(1)),
                    fmt::arg("times", times_likelier(std::abs(gap), language)));
    std::string why = reasons(language);
    if (gap == 0) {
        why = (why.empty() ? nothing_differs : balanced).in(language);
    } else if (gap < 0 && !why.empty()) {
        why += fmt::format(" ({})", few_items_of(best_));
    }
    return why.empty() ? text + "." : text + ": " + why + ".";
}

std::string times_likelier(MilliNats ahead, Language language) {
    constexpr MilliNats log_of_a_million = 13'816;
    if (ahead > log_of_a_million) {
        return std::string(million.in(language));
    }
    const double times = std::exp(static_cast<double>(ahead) / 1'000);
    if (times < 10) {
        return fmt::format("{:.1f}", times);
    }
    const double scale = std::pow(10, std::floor(std::log10(times)) - 1);
    const auto rounded = std::llround(std::round(times / scale) * scale);
    return fmt::format(fmt::runtime(some.in(language)), grouped(rounded, language));
}

}  // namespace afletter::rendering
