// A stratum is identity/extent/proof, and perhaps /several; each part has its words.
#include "story/kind_of_evidence.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "story/figures.hpp"
#include "story/verdicts.hpp"

namespace afletter::rendering {

namespace {

struct Word {
    std::string_view name;
    Text words;
};
constexpr auto identities = std::to_array<Word>({
    {"end_to_end", {"our own end-to-end id", "ons eigen end-to-end-kenmerk"}},
    {"payments", {"our own payment batch", "onze eigen betaalopdracht"}},
    {"gross",
     {"our own batch, of which the bank took nothing off",
      "onze eigen verzamelboeking, waar de bank niets van heeft afgetrokken"}},
    {"counted",
     {"our own batch, of as many payments as the bank counts",
      "onze eigen verzamelboeking, met evenveel betalingen als de bank telt"}},
    {"batch", {"our own batch", "onze eigen verzamelboeking"}},
    {"counted_remainder",
     {"our own batch less rejects, of which the bank's count fits",
      "onze eigen verzamelboeking min weigeringen, waar het aantal van de bank bij past"}},
    {"remainder", {"our own batch less rejects", "onze eigen verzamelboeking min weigeringen"}},
    {"reference", {"a reference with check digits", "een kenmerk met controlegetal"}},
    {"document", {"a document number", "een documentnummer"}},
    {"completion",
     {"a number, and items that nothing names", "een nummer, en posten zonder nummer"}},
    {"part", {"part of a document number", "een deel van een documentnummer"}},
    {"repair", {"a reference with one typing error", "een kenmerk met één tikfout"}},
    {"account", {"the payer's account alone", "alleen de rekening van de betaler"}},
    {"text", {"a name in the text alone", "alleen een naam in de omschrijving"}},
    {"name", {"the payer's name alone", "alleen de naam van de betaler"}},
});
constexpr auto extents = std::to_array<Word>({
    {"open", {"for exactly what is open", "voor precies wat er openstaat"}},
    {"instalment", {"for an instalment", "voor een termijn"}},
    {"together", {"with other lines for what is open", "met andere regels voor wat er openstaat"}},
    {"earlier",
     {"for what was open before costs were added",
      "voor wat er openstond voordat er kosten bij kwamen"}},
    {"rounded", {"for what is open, rounded up", "voor wat er openstaat, naar boven afgerond"}},
    {"tolerated",
     {"for what is open within the tolerance", "voor wat er openstaat binnen de tolerantie"}},
    {"part", {"for part of what is open", "voor een deel van wat er openstaat"}},
    {"over", {"for more than is open", "voor meer dan er openstaat"}},
    {"differs", {"for another amount", "voor een ander bedrag"}},
});
constexpr auto proofs = std::to_array<Word>({
    {"account", {"the account confirms the payer", "de rekening bevestigt de betaler"}},
    {"learnt",
     {"the account has paid for the party before",
      "de rekening heeft eerder voor de relatie betaald"}},
    {"name", {"the name confirms the payer", "de naam bevestigt de betaler"}},
    {"text", {"the text confirms the party", "de omschrijving bevestigt de relatie"}},
    {"none", {"nothing confirms the payer", "niets bevestigt de betaler"}},
    {"other", {"the account is another party's", "de rekening is van een andere relatie"}},
});
constexpr Text several{"several items", "meer posten"};

constexpr Text kind_is{"Kind of evidence: {}.", "Soort bewijs: {}."};
constexpr Text from_on{"It is booked by itself from {} on; its weights say {}.",
                       "Dit wordt vanzelf geboekt vanaf {} zekerheid. De gewichten zeggen {}."};
constexpr auto ruled = std::to_array<Word>({
    {"return", {"the return of what was settled", "een terugboeking van wat was voldaan"}},
    {"transfer", {"money between our own accounts", "geld tussen eigen rekeningen"}},
    {"reversal", {"the bank's own correction", "een correctie van de bank zelf"}},
    {"details", {"the details of a notification", "de details van een melding"}},
});
constexpr Text by_rule{"A rule decides on it, not a weight.",
                       "Een vaste regel beslist hierover, niet het gewicht."};
constexpr Text never{"It is never booked by itself: {}.", "Dit wordt nooit vanzelf geboekt: {}."};

constexpr Text part_reason{
    "a part payment may be meant for another item, or a credit note may be missing",
    "een deelbetaling kan voor een andere post zijn, of er mist een creditnota"};
constexpr Text over_reason{"so much more may be meant for something else",
                           "zoveel meer kan voor iets anders bedoeld zijn"};
constexpr Text tolerated_reason{
    "a difference is let go only where account or name confirms the payer of one item",
    "een verschil vervalt alleen als rekening of naam de betaler van één post bevestigt"};
constexpr Text differs_reason{"amount and items contradict each other",
                              "bedrag en posten spreken elkaar tegen"};
constexpr Text instalment_reason{
    "only one item that the line names, or the payer's only one, is paid in instalments with "
    "certainty",
    "een termijn is alleen zeker bij één post die de regel noemt, of bij de enige van de betaler"};
constexpr Text unconfirmed_reason{
    "one typing error makes such a number another's, so account or name must confirm it",
    "één tikfout maakt er het nummer van een ander van. Daarom moet rekening of naam het "
    "bevestigen"};
constexpr Text names_reason{"a name does not say which of several items are meant",
                            "een naam zegt niet welke posten bedoeld zijn"};
constexpr Text uncertified_reason{"no certificate of the model covers it",
                                  "geen certificaat van het model dekt dit"};

std::vector<std::string_view> parts_of(std::string_view stratum) {
    std::vector<std::string_view> parts;
    while (!stratum.empty()) {
        const std::size_t end = std::min(stratum.find('/'), stratum.size());
        parts.push_back(stratum.substr(0, end));
        stratum.remove_prefix(std::min(end + 1, stratum.size()));
    }
    return parts;
}

// A name that is not in the table stands for itself.
std::string_view words_of(std::span<const Word> table, std::string_view name, Language language) {
    const auto found = std::ranges::find(table, name, &Word::name);
    return found == table.end() ? name : found->words.in(language);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

// The first that holds, as the table of docs/matching.md has it.
Text why_never(std::string_view stratum) {
    const auto parts = parts_of(stratum);
    if (parts.size() < 3) {
        return uncertified_reason;
    }
    const bool confirmed = is_one_of(parts[2], {"account", "name", "text"});
    if (parts[1] == "part") {
        return part_reason;
    }
    if (parts[1] == "over") {
        return over_reason;
    }
    if (parts[1] == "tolerated") {
        return tolerated_reason;
    }
    if (parts[1] == "differs") {
        return differs_reason;
    }
    if (!confirmed && is_one_of(parts[0], {"document", "completion", "part", "repair"})) {
        return unconfirmed_reason;
    }
    if (is_one_of(parts[1], {"instalment", "together", "earlier", "rounded"})) {
        return instalment_reason;
    }
    const bool of_several = parts.size() > 3;
    return of_several && is_one_of(parts[0], {"text", "name"}) ? names_reason : uncertified_reason;
}

}  // namespace

std::string kind_in_words(std::string_view stratum, Language language) {
    const auto parts = parts_of(stratum);
    if (parts.size() < 3) {
        const auto rule = std::ranges::find(ruled, parts.front(), &Word::name);
        return std::string(rule == ruled.end() ? stratum : rule->words.in(language));
    }
    std::string words(words_of(identities, parts[0], language));
    words.append(", ").append(words_of(extents, parts[1], language));
    words.append(", ").append(words_of(proofs, parts[2], language));
    if (parts.size() > 3) {
        words.append(", ").append(several.in(language));
    }
    return words;
}

std::string kind_sentence(const Decision& decision, Language language) {
    if (decision.stratum.empty()) {
        return {};
    }
    const std::string kind =
        fmt::format("{} ({})", kind_in_words(decision.stratum, language), decision.stratum);
    const int confidence =
        decision.candidates.empty() ? 0 : decision.candidates.front().confidence_bp;
    const std::string text = fmt::format(fmt::runtime(kind_is.in(language)), kind) + " ";
    if (std::ranges::find(ruled, parts_of(decision.stratum).front(), &Word::name) != ruled.end()) {
        return text + std::string(by_rule.in(language));
    }
    return decision.threshold_bp
               ? text + fmt::format(fmt::runtime(from_on.in(language)),
                                    percent_text(*decision.threshold_bp), percent_text(confidence))
               : text + fmt::format(fmt::runtime(never.in(language)),
                                    why_never(decision.stratum).in(language));
}

}  // namespace afletter::rendering
