// Softmax over the explanations of a line; *none of these* has the score 0.
#include "learning/conditional_logit.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cmath>

#include "policy/scales.hpp"

namespace afletter::matching {

namespace {

constexpr double milli = 1000.0;

std::size_t place_of(const Finding& finding) {
    return static_cast<std::size_t>(finding.feature) * level_count +
           static_cast<std::size_t>(finding.level);
}

}  // namespace

ConditionalLogit::ConditionalLogit(const MatchModel& parent, std::span<const Lesson> lessons) {
    std::vector<std::int16_t> parameter_of(feature_count * level_count, -1);
    start_.push_back(static_cast<double>(parent.prior) / milli);
    for (const Weight& weight : parent.weights) {
        parameter_of[place_of({weight.feature, weight.level})] =
            static_cast<std::int16_t>(start_.size());
        start_.push_back(static_cast<double>(weight.weight) / milli);
    }
    AFLETTER_ASSERT(start_.size() <= UINT8_MAX);
    std::vector<const Lesson*> order;
    for (const Lesson& lesson : lessons) {
        order.push_back(&lesson);
    }
    std::ranges::sort(order,
                      [](const Lesson* left, const Lesson* right) { return *left < *right; });
    for (const Lesson* lesson : order) {
        add(*lesson, parameter_of);
    }
}

void ConditionalLogit::add(const Lesson& lesson, const std::vector<std::int16_t>& parameter_of) {
    Choice choice{.first_option = static_cast<std::uint32_t>(options_.size())};
    if (lesson.truth) {
        choice.truth = choice.first_option + static_cast<std::uint32_t>(*lesson.truth);
    }
    for (const Lesson::Option& said : lesson.options) {
        Option option{.first_term = static_cast<std::uint32_t>(terms_.size()),
                      .fixed = static_cast<double>(said.fixed) / milli};
        terms_.push_back(0);  // the prior
        for (const Finding& finding : said.findings) {
            if (const std::int16_t parameter = parameter_of[place_of(finding)]; parameter >= 0) {
                terms_.push_back(static_cast<std::uint8_t>(parameter));
            }
        }
        option.end_term = static_cast<std::uint32_t>(terms_.size());
        options_.push_back(option);
    }
    choice.end_option = static_cast<std::uint32_t>(options_.size());
    AFLETTER_ASSERT(choice.truth == none || choice.truth < choice.end_option);
    choices_.push_back(choice);
}

// Chances come out by option of the choice. The largest score is taken off all, so that nothing
// overflows.
double ConditionalLogit::loss_of(const Choice& choice, std::span<const double> parameters,
                                 std::vector<double>& chances) const {
    chances.clear();
    double highest = 0;  // of none
    for (std::uint32_t place = choice.first_option; place < choice.end_option; ++place) {
        double score = options_[place].fixed;
        for (std::uint32_t term = options_[place].first_term; term < options_[place].end_term;
             ++term) {
            score += parameters[terms_[term]];
        }
        chances.push_back(score);
        highest = std::max(highest, score);
    }
    const double true_score =
        choice.truth == none ? 0 : chances[choice.truth - choice.first_option];
    double sum = std::exp(-highest);
    for (double& chance : chances) {
        chance = std::exp(chance - highest);
        sum += chance;
    }
    for (double& chance : chances) {
        chance /= sum;
    }
    return highest + std::log(sum) - true_score;
}

double ConditionalLogit::loss_at(std::span<const double> parameters,
                                 std::vector<double>& gradient) const {
    double loss = 0;
    gradient.assign(parameters.size(), 0);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const double away = parameters[i] - start_[i];
        loss += weight_precision / 2 * away * away;
        gradient[i] = weight_precision * away;
    }
    std::vector<double> chances;
    for (const Choice& choice : choices_) {
        loss += loss_of(choice, parameters, chances);
        for (std::uint32_t place = choice.first_option; place < choice.end_option; ++place) {
            const double excess =
                chances[place - choice.first_option] - (place == choice.truth ? 1 : 0);
            for (std::uint32_t term = options_[place].first_term; term < options_[place].end_term;
                 ++term) {
                gradient[terms_[term]] += excess;
            }
        }
    }
    return loss;
}

double ConditionalLogit::loss_of_lessons(std::span<const double> parameters) const {
    std::vector<double> chances;
    double loss = 0;
    for (const Choice& choice : choices_) {
        loss += loss_of(choice, parameters, chances);
    }
    return loss;
}

}  // namespace afletter::matching
