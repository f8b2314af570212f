// Two lists of evidence side by side, and honest words about what is not known.
#include "story/versus.hpp"

#include <afletter/reports.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "story/comparison.hpp"
#include "story/conclusion.hpp"
#include "story/differences.hpp"
#include "story/figures.hpp"
#include "story/items.hpp"
#include "story/layers.hpp"
#include "story/story_json.hpp"
#include "story/verdicts.hpp"
#include "story/wrapped_table.hpp"
#include "wording.hpp"

namespace afletter {

namespace rendering {

namespace {

constexpr Text is_matched{"{item} is what this line was matched to: {items}.",
                          "{item} is waar deze regel mee is afgeletterd: {items}."};
constexpr Text is_best{"{item} is in the best candidate itself: {items}.",
                       "{item} zit zelf in de beste kandidaat: {items}."};
constexpr Text no_best{
    "{items} would be {confidence} sure, but no run has chosen among candidates.",
    "{items} zou {confidence} zeker zijn. Er zijn nog geen kandidaten gekozen."};
constexpr Text alone{
    "The run found no candidate. By the books as they are now, {items} is "
    "{confidence} sure.",
    "Er was geen kandidaat. Met de boeken van nu is {items} {confidence} zeker."};
constexpr Text weighed_now{
    "It is not among the candidates that the run has kept, and is weighed here by the books as "
    "they "
    "are now. What other lines claim of it is not known here.",
    "De post is geen bewaarde kandidaat. Het gewicht is bepaald met de boeken van nu. Wat andere "
    "regels van deze post willen, is hier niet bekend."};
constexpr Text not_led_to{
    "Nothing leads from this line to it: no number, account or mandate, no name with the amount.",
    "Niets leidt van deze regel naar deze post: geen nummer, rekening of machtiging, en geen naam "
    "met het bedrag."};
constexpr Text rarity_unknown{"How rare the amount is, no run has counted yet.",
                              "Hoe zeldzaam het bedrag is, is nog niet geteld."};
constexpr Text why_not{"Why not {}?", "Waarom niet {}?"};
constexpr Text side_by_side{"{} beside {}", "{} naast {}"};
constexpr Text fact{"fact", "gegeven"};
constexpr Text bank{"the bank says", "de bank zegt"};
constexpr Text weight{"weight", "gewicht"};
constexpr Text difference{"differs", "verschil"};
constexpr Text prior{"before any evidence", "voor er bewijs is"};
constexpr Text together{"together", "samen"};

bool holds(const Candidate& candidate, const std::string& item_id) {
    return std::ranges::find(candidate.allocations, item_id, &Allocation::item_id) !=
           candidate.allocations.end();
}

bool is_decided(const Decision& decision) {
    return decision.is_match() || decision.reason.has_value();
}

const Evidence& known(const Evidence* evidence) {
    static const Evidence nothing{Feature::competition, Level::absent, 0, {}, {}};
    return evidence == nullptr ? nothing : *evidence;
}

MilliNats score_of(const Candidate& candidate) {
    MilliNats score = candidate.prior;
    for (const Evidence& evidence : candidate.evidence) {
        score += evidence.feature == Feature::competition ? 0 : evidence.weight;
    }
    return score;
}

void write_side_by_side(std::ostream& out, const Versus& versus, const Candidate& best,
                        const ReportOptions& options) {
    const Language language = options.language;
    const std::string best_items = printable(few_items_of(best));
    const std::string other_items = printable(few_items_of(versus.candidate));
    const Comparison comparison(best, versus.candidate);
    WrappedTable table({{std::string(fact.in(language))},
                        {std::string(bank.in(language))},
                        {best_items},
                        {std::string(weight.in(language)), Alignment::right},
                        {other_items},
                        {std::string(weight.in(language)), Alignment::right},
                        {std::string(difference.in(language)), Alignment::right}});
    table.add({letters_of(prior.in(language)),
               {},
               {},
               letters_of(weight_text(best.prior)),
               {},
               letters_of(weight_text(versus.candidate.prior)),
               letters_of(weight_text(versus.candidate.prior - best.prior))});
    for (const FeatureDifference& feature : comparison.features()) {
        const Evidence& of_best = known(feature.best);
        const Evidence& of_other = known(feature.other);
        const MarkedPair pair = marked_pair(of_other);
        table.add(
            {letters_of(wording(feature.feature).in(language)),
             pair.bank.empty() ? letters_of(of_best.bank_text) : pair.bank,
             letters_of(ledger_words(of_best, language)), letters_of(weight_text(of_best.weight)),
             has_marks(pair.ledger) ? pair.ledger : letters_of(ledger_words(of_other, language)),
             letters_of(weight_text(of_other.weight)), letters_of(weight_text(-feature.behind()))});
    }
    table.add({letters_of(together.in(language)),
               {},
               {},
               letters_of(weight_text(score_of(best))),
               {},
               letters_of(weight_text(score_of(versus.candidate))),
               letters_of(weight_text(-comparison.behind()))});
    table.write(out, options.width, options.color);
}

void write_text(std::ostream& out, const Versus& versus, const ReportOptions& options) {
    const Language language = options.language;
    write_line_head(out, versus.story, options);
    out << '\n';
    write_paragraph(out, "", conclusion_of(versus.story, language), options);
    out << '\n';
    write_heading(out, fmt::format(fmt::runtime(why_not.in(language)), printable(versus.item_id)),
                  options);
    write_paragraph(out, "  ", sentence_of(versus, language), options);
    for (const std::string& note : notes_of(versus, language)) {
        write_paragraph(out, "  ", note, options);
    }
    out << '\n';
    if (const Candidate* best = best_beside(versus)) {
        write_heading(
            out,
            fmt::format(fmt::runtime(side_by_side.in(language)), printable(few_items_of(*best)),
                        printable(few_items_of(versus.candidate))),
            options);
        write_side_by_side(out, versus, *best, options);
    } else {
        write_evidence(out, versus.candidate, options);
    }
}

}  // namespace

const Candidate* best_beside(const Versus& versus) {
    const auto& candidates = versus.story.decision.candidates;
    return candidates.empty() || holds(candidates.front(), versus.item_id) ? nullptr
                                                                           : &candidates.front();
}

std::string sentence_of(const Versus& versus, Language language) {
    if (const Candidate* best = best_beside(versus)) {
        return Comparison(*best, versus.candidate).sentence(language);
    }
    const Decision& decision = versus.story.decision;
    const bool is_own = !decision.candidates.empty();
    const Text& own = decision.is_match() ? is_matched : is_best;
    const Text& other = is_decided(decision) ? alone : no_best;
    return fmt::format(fmt::runtime((is_own ? own : other).in(language)),
                       fmt::arg("item", versus.item_id),
                       fmt::arg("items", few_items_of(versus.candidate)),
                       fmt::arg("confidence", percent_text(versus.candidate.confidence_bp)));
}

std::vector<std::string> notes_of(const Versus& versus, Language language) {
    std::vector<std::string> notes;
    if (versus.is_weighed_now) {
        notes.emplace_back(weighed_now.in(language));
        if (versus.story.decision.funnel.items == 0) {
            notes.emplace_back(rarity_unknown.in(language));
        }
    }
    if (!versus.is_led_to) {
        notes.emplace_back(not_led_to.in(language));
    }
    for (const ItemPayment& payment : versus.payments) {
        notes.push_back(payment_sentence(payment, language));
    }
    return notes;
}

}  // namespace rendering

void write_versus(std::ostream& out, const Versus& versus, const ReportOptions& options) {
    if (options.format == Format::json) {
        rendering::write_versus_json(out, versus, options.language);
    } else {
        rendering::write_text(out, versus, options);
    }
}

}  // namespace afletter
