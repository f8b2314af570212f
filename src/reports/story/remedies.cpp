// One sentence for each obstacle, filled with what the best candidate's evidence says.
#include "story/remedies.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "story/figures.hpp"
#include "story/items.hpp"
#include "story/verdicts.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

// In the order of Obstacle.
constexpr auto remedy_texts = std::to_array<Text>({
    {"If the books held the item that this pays. Import it, and match again.",
     "Als de post die hiermee is betaald in de boeken stond. Lees die in en letter opnieuw af."},
    {"If only one explanation fitted: {item} and {rival} both do. A reference or document number "
     "in "
     "the text would have told them apart.",
     "Als maar één verklaring paste: {item} en {rival} passen allebei. Met een kenmerk of "
     "documentnummer in de omschrijving was het verschil duidelijk."},
    {"If the amount had been {open}, what is open of {item}; it is {amount}.",
     "Als het bedrag {open} was, wat er openstaat van {item}. Het is {amount}."},
    {"If the account {account} were not another party's in the books. Look whether it belongs to "
     "{party} by now.",
     "Als de rekening {account} in de boeken niet van een andere relatie was. Kijk of die nu van "
     "{party} is."},
    {"If the payer had no item of his own that fits as well.",
     "Als de betaler zelf geen andere post had die ook past."},
    {"If the account {account} were known of {party} (column party_iban of the items), or the name "
     "were the party's.",
     "Als de rekening {account} bekend was van {party} (kolom party_iban van de posten), of de "
     "naam "
     "die van de relatie was."},
    {"If the books held the number {number} that the text names. Is its item missing?",
     "Als het nummer {number} uit de omschrijving in de boeken stond. Mist de post daarvan?"},
    {"If no other line wanted {item} as well.", "Als geen andere regel {item} ook wilde."},
    {"If {named} were still open.", "Als {named} nog openstond."},
    {"If it had been booked on or after {issued}, when the item was issued.",
     "Als de boeking op of na {issued} was, de datum van de post."},
    {"If it were not a return: which item opens again is for a person to confirm.",
     "Als het geen terugboeking was. Een medewerker bevestigt welke post weer opengaat."},
    {"If the check digits of the reference were right: one of its digits is mistyped.",
     "Als het controlegetal van het kenmerk klopte. Er is een cijfer verkeerd getypt."},
    {"If the open items of the batch added up to {amount}; they are {open}.",
     "Als de open posten van de verzamelboeking samen {amount} waren. Ze zijn {open}."},
    {"If line and item were in the same currency.", "Als regel en post dezelfde valuta hadden."},
    {"If its weights had said {threshold}; they say {confidence}.",
     "Als de gewichten {threshold} zeiden. Ze zeggen {confidence}."},
    {"If fewer items of the books had the amount {amount} ({count} have or had it). A reference or "
     "document number in the text would do.",
     "Als minder posten in de boeken het bedrag {amount} hadden ({count} hebben of hadden het). "
     "Een "
     "kenmerk of documentnummer in de omschrijving is genoeg."},
    {"If the text did not name somebody else.", "Als de omschrijving niet iemand anders noemde."},
    {"If the payer did not owe the same amount under a number that is one typing error away.",
     "Als de betaler niet hetzelfde bedrag schuldig was onder een nummer dat één tikfout scheelt."},
    {"If {amount} were what had been settled of {item}. Is the payment that comes back matched?",
     "Als {amount} was wat er van {item} was voldaan. Is de betaling die terugkomt afgeletterd?"},
    {"If the line on our other account were there. Import its statement.",
     "Als de regel op onze andere rekening er was. Lees dat afschrift in."},
    {"If no item that it may pay were of a party that the configuration blocks "
     "(matching.blocked_parties).",
     "Als geen post die past van een relatie was die in de instellingen is geblokkeerd "
     "(matching.blocked_parties)."},
    {"If {amount} were not above the configured limit (matching.amount_limit): a line above it "
     "always waits for a second person.",
     "Als {amount} niet hoger was dan de ingestelde grens (matching.amount_limit). Een regel "
     "daarboven wacht altijd op een tweede persoon."},
    {"If the bank counted {items} payments in the batch, as many as there are items; it counts "
     "{payments}.",
     "Als de bank {items} betalingen in de verzamelboeking telde, evenveel als er posten zijn. De "
     "bank telt er {payments}."},
    {"If the audit sample had not stopped this kind of evidence: {sample_wrong} of {sample_lines} "
     "wrong, suggesting until cleared (`afletter sample clear`).",
     "Als de steekproef deze soort bewijs niet had stilgezet: {sample_wrong} van {sample_lines} "
     "fout. "
     "Dit blijven voorstellen tot de soort is vrijgegeven (`afletter sample clear`)."},
});
constexpr Text weak_kind{"If there were stronger evidence: this kind is never booked by itself.",
                         "Als het bewijs sterker was. Deze soort wordt nooit vanzelf geboekt."};
constexpr Text settled_elsewhere{
    "If {named} were still open: its source says that it is settled, and no line of this ledger "
    "did "
    "it.",
    "Als {named} nog openstond. Volgens de bron is de post voldaan, maar niet met een regel van "
    "dit "
    "grootboek."};
constexpr Text crowded{
    "If fewer items answered to it: there are too many to weigh each. A reference or document "
    "number in the text would do.",
    "Als minder posten erbij pasten. Het zijn er te veel om te wegen. Een kenmerk of "
    "documentnummer "
    "in de omschrijving is genoeg."};
constexpr Text rival_unnamed{
    "If it were certain that no other item of the payer or the party is meant. A reference or "
    "document number in the text would do.",
    "Als zeker was dat geen andere post van de betaler of de relatie bedoeld is. Een kenmerk of "
    "documentnummer in de omschrijving is genoeg."};
constexpr Text unknown_fact{"(not known)", "(niet bekend)"};
constexpr Text that_number{"(see the line)", "(zie de regel)"};
constexpr Text the_party{"the item's party", "de relatie van de post"};
constexpr Text items_named{"the item that is named", "de genoemde post"};

constexpr Text without{
    "Without \"{feature}\" ({weight}) it would be {confidence} sure: too little.",
    "Zonder \"{feature}\" ({weight}) was het {confidence} zeker: te weinig."};

const Evidence* evidence_of(const Candidate* candidate, Feature feature) {
    if (candidate == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(candidate->evidence, feature, &Evidence::feature);
    return found == candidate->evidence.end() ? nullptr : &*found;
}

// What the sentences need to know, each fact with something to say when it is missing.
class Facts {
  public:
    Facts(const LineStory& story, Language language) : story_(story), language_(language) {
        const auto& candidates = story.decision.candidates;
        best_ = candidates.empty() ? nullptr : &candidates.front();
        rival_ = candidates.size() < 2 ? nullptr : &candidates[1];
    }

    [[nodiscard]] std::string remedy(Obstacle obstacle) const {
        const Decision& decision = story_.decision;
        const Suspension sample = decision.suspension.value_or(Suspension{});
        return fmt::format(
            fmt::runtime(text_for(obstacle).in(language_)), fmt::arg("item", item()),
            fmt::arg("named", payments_named()),
            fmt::arg("rival", rival_ == nullptr ? std::string() : few_items_of(*rival_)),
            fmt::arg("open", ledger(Feature::amount, unknown_fact)),
            fmt::arg("amount", to_decimal(story_.line.line.amount)),
            fmt::arg("account", bank(Feature::account, unknown_fact)),
            fmt::arg("party", ledger(Feature::name, the_party)), fmt::arg("number", number()),
            fmt::arg("issued", ledger(Feature::date, unknown_fact)),
            fmt::arg("count", decision.funnel.by_amount),
            fmt::arg("items", ledger(Feature::count, unknown_fact)),
            fmt::arg("payments", bank(Feature::count, unknown_fact)),
            fmt::arg("sample_lines", sample.lines), fmt::arg("sample_wrong", sample.wrong),
            fmt::arg("threshold", percent_text(decision.threshold_bp.value_or(0))),
            fmt::arg("confidence", percent_text(best_ == nullptr ? 0 : best_->confidence_bp)));
    }

  private:
    [[nodiscard]] Text text_for(Obstacle obstacle) const {
        if (obstacle == Obstacle::only_weak_evidence && !story_.decision.threshold_bp) {
            return weak_kind;
        }
        if (obstacle == Obstacle::item_closed && story_.payments.empty()) {
            return settled_elsewhere;
        }
        if (obstacle == Obstacle::another_fits_as_well && best_ == nullptr) {
            return crowded;
        }
        if (obstacle == Obstacle::another_fits_as_well && !rival_fits()) {
            return rival_unnamed;
        }
        return remedy_texts.at(static_cast<std::size_t>(obstacle));
    }

    // The best and the second are rivals for the whole amount.
    [[nodiscard]] bool rival_fits() const {
        return std::ranges::all_of(std::array{best_, rival_}, [](const Candidate* candidate) {
            const Evidence* amount = evidence_of(candidate, Feature::amount);
            return amount != nullptr && amount->level == Level::equal;
        });
    }

    [[nodiscard]] std::string item() const {
        return best_ == nullptr ? std::string(items_named.in(language_)) : few_items_of(*best_);
    }
    // An item that other lines have settled by now, of the best candidate if there is one.
    [[nodiscard]] std::string payments_named() const {
        const auto is_of_best = [this](const ItemPayment& payment) {
            return best_ != nullptr &&
                   std::ranges::find(best_->allocations, payment.item_id, &Allocation::item_id) !=
                       best_->allocations.end();
        };
        const bool is_best =
            story_.payments.empty() || std::ranges::any_of(story_.payments, is_of_best);
        return is_best ? item() : story_.payments.front().item_id;
    }
    [[nodiscard]] std::string number() const {
        const Evidence* document = evidence_of(best_, Feature::document);
        return document != nullptr && document->level == Level::differs
                   ? document->bank_text
                   : std::string(that_number.in(language_));
    }
    [[nodiscard]] std::string bank(Feature feature, const Text& otherwise) const {
        const Evidence* found = evidence_of(best_, feature);
        return found != nullptr && !found->bank_text.empty() ? found->bank_text
                                                             : std::string(otherwise.in(language_));
    }
    [[nodiscard]] std::string ledger(Feature feature, const Text& otherwise) const {
        const Evidence* found = evidence_of(best_, feature);
        return found != nullptr && !found->ledger_text.empty()
                   ? found->ledger_text
                   : std::string(otherwise.in(language_));
    }

    const LineStory& story_;
    Language language_;
    const Candidate* best_ = nullptr;
    const Candidate* rival_ = nullptr;
};

}  // namespace

std::vector<Remedy> remedies_of(const LineStory& story, Language language) {
    const Facts facts(story, language);
    std::vector<Remedy> remedies;
    remedies.reserve(story.decision.obstacles.size());
    for (const Obstacle obstacle : story.decision.obstacles) {
        remedies.push_back({obstacle, facts.remedy(obstacle)});
    }
    return remedies;
}

std::vector<Counterfactual> counterfactuals_of(const Decision& decision, Language language) {
    std::vector<Counterfactual> found;
    if (decision.candidates.empty() || !decision.threshold_bp) {
        return found;
    }
    const Candidate& chosen = decision.candidates.front();
    for (const Evidence& evidence : chosen.evidence) {
        const MilliNats log_odds = chosen.log_odds - evidence.weight;
        const int confidence_bp = confidence_bp_of(log_odds);
        if (evidence.weight > 0 && confidence_bp < *decision.threshold_bp) {
            found.push_back({evidence.feature, log_odds, confidence_bp,
                             fmt::format(fmt::runtime(without.in(language)),
                                         fmt::arg("feature", fact_of(evidence, language)),
                                         fmt::arg("weight", weight_text(evidence.weight)),
                                         fmt::arg("confidence", percent_text(confidence_bp)))});
        }
    }
    std::ranges::stable_sort(found, {}, &Counterfactual::log_odds);
    return found;
}

}  // namespace afletter::rendering
