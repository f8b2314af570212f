// What a model makes of the decisions that people confirmed: the past replayed with it, and each of
// those lines held against what the person said.
#pragma once

#include <afletter/learning.hpp>
#include <afletter/model/past.hpp>
#include <afletter/model/stored_model.hpp>
#include <afletter/pipeline.hpp>

#include <span>
#include <string>
#include <vector>

namespace afletter::pipeline {

// A confirmed line, as the first run that met it decides it.
struct Examined {
    LineId line;
    Date booked;
    Lesson lesson;
    bool is_match = false;
    bool is_right = false;
    std::string stratum;
    int confidence_bp = 0;
    std::vector<int> suggested_bp;  // confidences of what a person is shown; empty for a match
};

// The past, and the rules to decide it by.
struct Material {
    const Past& past;
    const MatchRules& rules;
};
// By booking date and line.
[[nodiscard]] std::vector<Examined> examine(const Material& material, const MatchModel& model,
                                            Progress& progress);

// Those booked after this day.
[[nodiscard]] std::span<const Examined> later_than(std::span<const Examined> all, Date day);
[[nodiscard]] std::vector<Lesson> lessons_of(std::span<const Examined> examined);

// How the model scores: its own replay says what it matches, and the lessons how well it promises.
[[nodiscard]] ModelScore score_of(const MatchModel& model, std::span<const Examined> its_own,
                                  std::span<const Lesson> lessons);

}  // namespace afletter::pipeline
