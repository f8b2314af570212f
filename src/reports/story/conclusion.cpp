// One sentence for a match, an exception with or without a candidate, and an undecided line.
#include "story/conclusion.hpp"

#include <afletter/model/refund.hpp>
#include <afletter/reports.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "story/figures.hpp"
#include "story/items.hpp"
#include "story/verdicts.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

constexpr Text matched{"Matched to {items}{party}, {method}: {confidence} sure.",
                       "Afgeletterd met {items}{party}, {method}: {confidence} zeker."};
constexpr Text rest_waits{" What is left of the line waits for a person. {reason}",
                          " Wat overblijft van de regel wacht op een medewerker. {reason}"};
constexpr Text of_party{" of {}", " van {}"};
constexpr Text waits{"Not matched by itself. {reason}", "Niet automatisch afgeletterd. {reason}"};
constexpr Text nearest{" The nearest is {items}{party}: {confidence}.",
                       " Het meest waarschijnlijk is {items}{party}: {confidence}."};
constexpr Text undecided{"No run has looked at this line yet: run `afletter match`.",
                         "Deze regel is nog niet bekeken. Draai `afletter match`."};
constexpr Text decided{"Decided by {by}, {at}{model}.", "Beslist door {by}, {at}{model}."};
constexpr Text with_model{", with model {}", ", met model {}"};
// In the order of Basis.
constexpr auto proofs = std::to_array<Text>({
    {"", ""},
    {", proved on made-up worlds", ", bewezen op verzonnen werelden"},
    {", proved by your own decisions", ", bewezen met uw eigen beslissingen"},
    {", by a number of our own", ", op een eigen nummer"},
    {", as the configuration says", ", zoals is ingesteld"},
});
constexpr Text revocable{"Revocable until {}; if unauthorised, until {}.",
                         "Terug te boeken tot en met {}; zonder machtiging tot en met {}."};
constexpr Text settled{"{item} was settled by line {line}, booked {date} ({amount}).",
                       "{item} is voldaan met regel {line}, geboekt {date} ({amount})."};

std::string party_of(const Candidate& candidate, Language language) {
    const auto name = std::ranges::find(candidate.evidence, Feature::name, &Evidence::feature);
    if (name == candidate.evidence.end() || name->ledger_text.empty() ||
        name->ledger_text.ends_with(", ...")) {  // a batch is of too many to name
        return {};
    }
    return fmt::format(fmt::runtime(of_party.in(language)), printable(name->ledger_text));
}

std::string about(const Text& text, const Candidate& candidate, const Decision& decision,
                  Language language) {
    const std::string_view method = decision.method ? wording(*decision.method).in(language) : "";
    return fmt::format(fmt::runtime(text.in(language)),
                       fmt::arg("items", printable(few_items_of(candidate))),
                       fmt::arg("party", party_of(candidate, language)), fmt::arg("method", method),
                       fmt::arg("confidence", percent_text(shown_bp(candidate))));
}

}  // namespace

std::string conclusion_of(const LineStory& story, Language language) {
    const Decision& decision = story.decision;
    if (decision.is_match() && !decision.candidates.empty()) {
        std::string text = about(matched, decision.candidates.front(), decision, language);
        if (decision.reason) {
            text += fmt::format(fmt::runtime(rest_waits.in(language)),
                                fmt::arg("reason", wording(*decision.reason).in(language)));
        }
        return text;
    }
    if (!decision.reason) {
        return std::string(undecided.in(language));
    }
    std::string text = fmt::format(fmt::runtime(waits.in(language)),
                                   fmt::arg("reason", wording(*decision.reason).in(language)));
    if (!decision.candidates.empty()) {
        text += about(nearest, decision.candidates.front(), decision, language);
    }
    return text;
}

std::string decided_sentence(const LineStory& story, Language language) {
    const Decision& decision = story.decision;
    if (!decision.is_match() && !decision.reason) {
        return {};
    }
    const std::string model =
        decision.model.empty()
            ? std::string()
            : fmt::format(fmt::runtime(with_model.in(language)), printable(decision.model)) +
                  std::string(
                      proofs.at(static_cast<std::size_t>(decision.certificate)).in(language));
    return fmt::format(fmt::runtime(decided.in(language)),
                       fmt::arg("by", printable(story.decided_by)),
                       fmt::arg("at", to_iso(story.decided_at)), fmt::arg("model", model));
}

std::string refund_sentence(const LineStory& story, Language language) {
    const auto right = refund_right_of(story.line.line);
    if (!right || !story.decision.is_match()) {  // what is not matched is not counted on
        return {};
    }
    return fmt::format(fmt::runtime(revocable.in(language)), to_iso(right->without_reason),
                       to_iso(right->unauthorised));
}

std::string payment_sentence(const ItemPayment& payment, Language language) {
    const std::string amount =
        fmt::format("{} {}", to_decimal(payment.amount), payment.amount.currency().code());
    return fmt::format(fmt::runtime(settled.in(language)),
                       fmt::arg("item", printable(payment.item_id)),
                       fmt::arg("line", to_text(payment.line)),
                       fmt::arg("date", to_iso(payment.booking_date)), fmt::arg("amount", amount));
}

}  // namespace afletter::rendering
