// The fourth layer as text.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "story/conclusion.hpp"
#include "story/kind_of_evidence.hpp"
#include "story/layers.hpp"
#include "story/remedies.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

constexpr Text would_be_automatic{"What would have made it automatic",
                                  "Wat het automatisch had gemaakt"};
constexpr Text would_stop{"What would have stopped it", "Wat het had tegengehouden"};
constexpr Text nothing_alone{
    "No fact alone: whichever is left out, the rest would still be sure enough.",
    "Geen enkel gegeven alleen: welk u ook weglaat, de rest was nog zeker genoeg."};
constexpr Text another_kind{
    "Without \"{}\" it would be another kind of evidence, with rules of its own.",
    "Zonder \"{}\" was het een andere soort bewijs, met eigen regels."};
constexpr Text checked{"Nothing stood in the way: {} obstacles were looked for.",
                       "Niets stond in de weg: er is op {} beletsels gecontroleerd."};
constexpr Text to_do{"What to do: ", "Wat te doen: "};

constexpr std::size_t obstacle_count = static_cast<std::size_t>(Obstacle::stopped_by_sample) + 1;

void write_kind(std::ostream& out, const Decision& decision, const ReportOptions& options) {
    const std::string kind = kind_sentence(decision, options.language);
    if (!kind.empty()) {
        write_paragraph(out, "  ", kind, options);
    }
}

// The evidence that names the items, where any does.
std::optional<Feature> identifying_feature(const Candidate& chosen) {
    constexpr std::array naming{Feature::reference, Feature::end_to_end, Feature::batch,
                                Feature::document, Feature::number_part};
    for (const Evidence& evidence : chosen.evidence) {
        if (evidence.weight > 0 && std::ranges::find(naming, evidence.feature) != naming.end()) {
            return evidence.feature;
        }
    }
    return std::nullopt;
}

void write_counterfactuals(std::ostream& out, const Decision& decision,
                           const ReportOptions& options) {
    const auto found = counterfactuals_of(decision, options.language);
    for (const Counterfactual& one : found) {
        write_paragraph(out, "  - ", one.text, options);
    }
    if (found.empty() && decision.threshold_bp) {
        write_paragraph(out, "  - ", nothing_alone.in(options.language), options);
    }
    const auto feature = identifying_feature(decision.candidates.front());
    const bool is_said = std::ranges::any_of(
        found, [&feature](const Counterfactual& one) { return one.feature == feature; });
    if (feature && !is_said) {
        write_paragraph(out, "  - ",
                        fmt::format(fmt::runtime(another_kind.in(options.language)),
                                    wording(*feature).in(options.language)),
                        options);
    }
    write_paragraph(out, "  - ",
                    fmt::format(fmt::runtime(checked.in(options.language)), obstacle_count),
                    options);
}

}  // namespace

void write_remedy_layer(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    const Decision& decision = story.decision;
    const Language language = options.language;
    out << '\n';
    write_heading(out, (decision.is_match() ? would_stop : would_be_automatic).in(language),
                  options);
    write_kind(out, decision, options);
    if (decision.is_match() && !decision.candidates.empty()) {
        write_counterfactuals(out, decision, options);
        return;
    }
    for (const Remedy& remedy : remedies_of(story, language)) {
        const bool is_said = remedy.obstacle == Obstacle::only_weak_evidence &&
                             !decision.threshold_bp && !decision.stratum.empty();
        if (!is_said) {  // the kind of evidence has said it
            write_paragraph(out, "  - ", remedy.text, options);
        }
    }
    for (const ItemPayment& payment : story.payments) {
        write_paragraph(out, "  - ", payment_sentence(payment, language), options);
    }
    if (decision.reason) {
        out << '\n';
        write_paragraph(out, to_do.in(language), next_step(*decision.reason).in(language), options);
    }
}

}  // namespace afletter::rendering
