// The second layer: tables of evidence.
#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "story/comparison.hpp"
#include "story/differences.hpp"
#include "story/figures.hpp"
#include "story/items.hpp"
#include "story/layers.hpp"
#include "story/verdicts.hpp"
#include "story/wrapped_table.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

constexpr Text evidence_for{"Evidence for {}", "Bewijs voor {}"};
constexpr Text fact{"fact", "gegeven"};
constexpr Text bank{"the bank says", "de bank zegt"};
constexpr Text ledger{"the books say", "de boeken zeggen"};
constexpr Text verdict{"verdict", "oordeel"};
constexpr Text weight{"weight", "gewicht"};
constexpr Text difference{"vs best", "t.o.v. beste"};
constexpr Text prior{"before any evidence", "voor er bewijs is"};
constexpr Text prior_verdict{"seldom right", "zelden de juiste"};
constexpr Text together{"together (log odds)", "samen (log-kans)"};
constexpr Text sure{"{} sure", "{} zeker"};
constexpr Text calibrated{"such suggestions", "zulke voorstellen"};
constexpr Text calibrated_verdict{"{} were right", "{} was juist"};
constexpr Text settles{"It settles: {}", "Dit wordt voldaan: {}"};
constexpr Text allocation_rule{" (credit notes first, then the oldest due)",
                               " (eerst creditnota's, dan wat het langst openstaat)"};
constexpr Text difference_of{
    "It settles the whole item; the difference of {} is booked to {}, as the configuration has it.",
    "De hele post wordt voldaan; het verschil van {} wordt geboekt op {}, zoals is ingesteld."};
constexpr Text and_more{"and {} more", "en nog {}"};
constexpr Text not_chosen{"Not {}: {} sure", "Niet {}: {} zeker"};

MarkedText heading_text(const Text& text, Language language) {
    return letters_of(text.in(language));
}

void write_allocations(std::ostream& out, const Candidate& candidate,
                       const ReportOptions& options) {
    constexpr std::size_t shown_max = 10;
    std::vector<const Allocation*> items;
    for (const Allocation& allocation : candidate.allocations) {
        if (!allocation.item_id.empty()) {
            items.push_back(&allocation);
        }
    }
    if (items.size() < 2) {
        return;
    }
    std::string list;
    for (const Allocation* item : std::span(items).first(std::min(shown_max, items.size()))) {
        list.append(list.empty() ? "" : ", ")
            .append(item->item_id)
            .append(" ")
            .append(to_decimal(item->amount));
    }
    if (items.size() > shown_max) {
        list.append(", ").append(
            fmt::format(fmt::runtime(and_more.in(options.language)), items.size() - shown_max));
    }
    write_paragraph(out, "  ",
                    fmt::format(fmt::runtime(settles.in(options.language)), list) +
                        std::string(allocation_rule.in(options.language)) + ".",
                    options);
}

// What beside the items is booked to an account.
void write_differences(std::ostream& out, const Candidate& candidate,
                       const ReportOptions& options) {
    for (const Allocation& allocation : candidate.allocations) {
        if (allocation.item_id.empty() && candidate.allocations.size() > 1) {
            write_paragraph(
                out, "  ",
                fmt::format(fmt::runtime(difference_of.in(options.language)),
                            to_decimal(allocation.amount), printable(allocation.gl_account)),
                options);
        }
    }
}

// What a runner-up has otherwise than the best.
void write_runner_up(std::ostream& out, const Candidate& best, const Candidate& other,
                     const ReportOptions& options) {
    const Language language = options.language;
    const Comparison comparison(best, other);
    out << '\n';
    write_heading(out,
                  fmt::format(fmt::runtime(not_chosen.in(language)), printable(few_items_of(other)),
                              percent_text(shown_bp(other))),
                  options);
    write_paragraph(out, "  ", comparison.sentence(language), options);
    WrappedTable table({{std::string(fact.in(language))},
                        {std::string(bank.in(language))},
                        {std::string(ledger.in(language))},
                        {std::string(verdict.in(language))},
                        {std::string(weight.in(language)), Alignment::right},
                        {std::string(difference.in(language)), Alignment::right}});
    bool any = false;
    for (const FeatureDifference& feature : comparison.features()) {
        if (feature.behind() == 0) {
            continue;
        }
        any = true;
        const Evidence nothing{feature.feature, Level::absent, 0, {}, {}};
        const Evidence& evidence = feature.other == nullptr ? nothing : *feature.other;
        MarkedPair pair = marked_pair(evidence);
        table.add(
            {letters_of(fact_of(evidence, language)), std::move(pair.bank), std::move(pair.ledger),
             letters_of(feature.other == nullptr ? "" : verdict_of(evidence, language)),
             letters_of(weight_text(evidence.weight)), letters_of(weight_text(-feature.behind()))});
    }
    if (any) {
        table.write(out, options.width, options.color);
    }
}

}  // namespace

void write_evidence(std::ostream& out, const Candidate& candidate, const ReportOptions& options) {
    const Language language = options.language;
    WrappedTable table({{std::string(fact.in(language))},
                        {std::string(bank.in(language))},
                        {std::string(ledger.in(language))},
                        {std::string(verdict.in(language))},
                        {std::string(weight.in(language)), Alignment::right}});
    table.add({heading_text(prior, language),
               {},
               {},
               heading_text(prior_verdict, language),
               letters_of(weight_text(candidate.prior))});
    for (const Evidence& evidence : candidate.evidence) {
        MarkedPair pair = marked_pair(evidence);
        if (evidence.feature == Feature::rarity) {
            pair.ledger = letters_of(ledger_words(evidence, language));
        }
        table.add({letters_of(fact_of(evidence, language)), std::move(pair.bank),
                   std::move(pair.ledger), letters_of(verdict_of(evidence, language)),
                   letters_of(weight_text(evidence.weight))});
    }
    table.add({heading_text(together, language),
               {},
               {},
               letters_of(fmt::format(fmt::runtime(sure.in(language)),
                                      percent_text(candidate.confidence_bp))),
               letters_of(weight_text(candidate.log_odds))});
    if (candidate.calibrated_bp) {
        table.add({heading_text(calibrated, language),
                   {},
                   {},
                   letters_of(fmt::format(fmt::runtime(calibrated_verdict.in(language)),
                                          percent_text(*candidate.calibrated_bp))),
                   {}});
    }
    table.write(out, options.width, options.color);
    write_allocations(out, candidate, options);
    write_differences(out, candidate, options);
}

void write_candidate_layer(std::ostream& out, const LineStory& story,
                           const ReportOptions& options) {
    const auto& candidates = story.decision.candidates;
    if (candidates.empty()) {
        return;
    }
    out << '\n';
    write_heading(out,
                  fmt::format(fmt::runtime(evidence_for.in(options.language)),
                              printable(few_items_of(candidates.front()))),
                  options);
    write_evidence(out, candidates.front(), options);
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        write_runner_up(out, candidates.front(), candidates[i], options);
    }
}

}  // namespace afletter::rendering
