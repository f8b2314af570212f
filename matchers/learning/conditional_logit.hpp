// What is fitted: of all explanations of a line and *none of these*, the chance that the model
// gives to the true one. Convex, so that there is one answer and no luck in finding it.
#pragma once

#include <afletter/learning.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace afletter::matching {

// How far a weight may stray: the loss of a weight that is one natural logarithm away from the
// parent's is that of one line which the model thinks impossible at odds of e to 1.
inline constexpr double weight_precision = 2.0;

// The first parameter is the prior, the others are the parent's weights in their order; in natural
// logarithms.
class ConditionalLogit {
  public:
    // Lessons are taken in an order of their own, so that theirs does not show in the sums.
    ConditionalLogit(const MatchModel& parent, std::span<const Lesson> lessons);

    [[nodiscard]] const std::vector<double>& start() const { return start_; }
    // Loss of all lessons and of straying from the start, and its gradient.
    double loss_at(std::span<const double> parameters, std::vector<double>& gradient) const;
    // Of the lessons alone.
    [[nodiscard]] double loss_of_lessons(std::span<const double> parameters) const;

  private:
    struct Option {
        std::uint32_t first_term = 0;
        std::uint32_t end_term = 0;
        double fixed = 0;
    };
    struct Choice {
        std::uint32_t first_option = 0;
        std::uint32_t end_option = 0;
        std::uint32_t truth = none;  // among its options
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    void add(const Lesson& lesson, const std::vector<std::int16_t>& parameter_of);
    double loss_of(const Choice& choice, std::span<const double> parameters,
                   std::vector<double>& chances) const;

    std::vector<double> start_;
    std::vector<std::uint8_t> terms_;  // parameters that count once more for an option
    std::vector<Option> options_;
    std::vector<Choice> choices_;
};

}  // namespace afletter::matching
