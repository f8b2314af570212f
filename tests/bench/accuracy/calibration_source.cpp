// Runs the core as it is shipped, and counts what became of what it left to people.
#include "bench/accuracy/calibration_source.hpp"

#include <afletter/learning.hpp>
#include <afletter/matchers.hpp>

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/accuracy/core.hpp"

namespace afletter::judging {

namespace {

void add_suggestions(SuggestionRecord& record, const Decision& decision, const Answer& answer,
                     const simulator::LineTruth& truth) {
    std::vector<int> confidences_bp;
    for (const Candidate& candidate : decision.candidates) {
        confidences_bp.push_back(candidate.confidence_bp);
    }
    const auto rank = rank_of_truth(answer, truth);
    record.add(confidences_bp, rank ? std::optional(*rank - 1) : std::nullopt);
}

SuggestionRecord record_of(const WorldRequest& request) {
    SuggestionRecord record;
    for (const NamedWorld& named : worlds_of(request)) {
        const simulator::Books books = simulator::books_of(simulator::make_world(named.options));
        const std::vector<Decision> decisions = decide(books, {});
        const std::vector<Answer> answers = answers_of(books, decisions);
        for (std::size_t line = 0; line < decisions.size(); ++line) {
            if (!decisions[line].is_match()) {
                add_suggestions(record, decisions[line], answers[line], books.truths[line]);
            }
        }
    }
    return record;
}

void print_steps(std::string_view name, const std::vector<CalibrationStep>& steps) {
    fmt::print("constexpr std::array {} {{\n", name);
    for (const CalibrationStep& step : steps) {
        fmt::print("    CalibrationStep{{{}, {}}},\n", step.from_bp, step.right_bp);
    }
    fmt::print("}};\n\n");
}

}  // namespace

void print_calibration_source(const WorldRequest& request) {
    const afletter::Calibration calibration = record_of(request).calibration();
    fmt::print(
        "// Made by `afletter-bench-accuracy --calibrate --seeds {} --first-seed {}`; do not "
        "edit.\n"
        "#include \"policy/calibrations.hpp\"\n\n#include <array>\n\n"
        "namespace afletter::matching {{\n\nnamespace {{\n\n",
        request.seeds, request.first_seed);
    print_steps("first", calibration.first);
    print_steps("others", calibration.others);
    fmt::print(
        "}}  // namespace\n\n"
        "Calibration shipped_calibration() {{\n"
        "    return {{.first = {{first.begin(), first.end()}},\n"
        "            .others = {{others.begin(), others.end()}}}};\n"
        "}}\n\n}}  // namespace afletter::matching\n");
}

}  // namespace afletter::judging
