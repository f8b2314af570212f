// One row for each feature and level that the matchers give.
#include "story/verdicts.hpp"

#include <afletter/model/money.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "story/figures.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

struct Row {
    Feature feature;
    Level level;
    Text verdict;
    Text clause;
};

constexpr auto rows = std::to_array<Row>({
    {Feature::reference,
     Level::equal,
     {"the same", "gelijk"},
     {"the line names its payment reference", "de regel noemt het betalingskenmerk"}},
    {Feature::reference,
     Level::similar,
     {"nearly the same", "bijna gelijk"},
     {"its payment reference is only nearly the one in the line",
      "het betalingskenmerk is maar bijna dat van de regel"}},
    {Feature::reference,
     Level::mistyped,
     {"one typing error away", "scheelt één tikfout"},
     {"its payment reference is one typing error away from the line's",
      "het betalingskenmerk scheelt één tikfout met dat van de regel"}},
    {Feature::reference,
     Level::other,
     {"names another item", "noemt een andere post"},
     {"the line names the payment reference of another item",
      "de regel noemt het betalingskenmerk van een andere post"}},
    {Feature::end_to_end,
     Level::equal,
     {"the same", "gelijk"},
     {"the line has its end-to-end id", "de regel heeft het end-to-end-kenmerk van de post"}},
    {Feature::end_to_end,
     Level::other,
     {"names another item", "noemt een andere post"},
     {"the end-to-end id is another item's", "het end-to-end-kenmerk is van een andere post"}},
    {Feature::batch,
     Level::equal,
     {"the same", "gelijk"},
     {"it is of the line's batch", "de post zit in de verzamelboeking"}},
    {Feature::batch,
     Level::similar,
     {"what is left of it", "wat ervan over is"},
     {"it is what is left of the line's batch", "de post hoort bij wat over is van de boeking"}},
    {Feature::count,
     Level::equal,
     {"as many as the bank counts", "evenveel als de bank telt"},
     {"the bank counts as many payments", "de bank telt evenveel betalingen"}},
    {Feature::count,
     Level::whole,
     {"the bank took nothing off", "de bank heeft niets afgetrokken"},
     {"the bank says that it took nothing off", "de bank zegt dat er niets is afgetrokken"}},
    {Feature::count,
     Level::differs,
     {"the bank counts otherwise", "de bank telt anders"},
     {"the bank counts other payments in the batch",
      "de bank telt andere betalingen in de verzamelboeking"}},
    {Feature::document,
     Level::equal,
     {"the same", "gelijk"},
     {"the line names its document number", "de regel noemt het documentnummer"}},
    {Feature::document,
     Level::similar,
     {"part of what is named", "deel van wat is genoemd"},
     {"the document number stands for more items", "het documentnummer staat voor meer posten"}},
    {Feature::document,
     Level::differs,
     {"not in the books", "niet in de boeken"},
     {"the line names a number that the books do not hold",
      "de regel noemt een nummer dat niet in de boeken staat"}},
    {Feature::document,
     Level::other,
     {"names another item", "noemt een andere post"},
     {"the line names the document number of another item",
      "de regel noemt het documentnummer van een andere post"}},
    {Feature::number_part,
     Level::equal,
     {"the same, in short", "gelijk, maar verkort"},
     {"the line names part of its number", "de regel noemt een deel van het nummer"}},
    {Feature::number_part,
     Level::other,
     {"names another item", "noemt een andere post"},
     {"the short number is another item's", "het verkorte nummer is van een andere post"}},
    {Feature::amount,
     Level::equal,
     {"exact", "precies gelijk"},
     {"the amount is exact", "het bedrag is precies gelijk"}},
    {Feature::amount,
     Level::part,
     {"an instalment", "een termijn"},
     {"the amount is only an instalment", "het bedrag is maar een termijn"}},
    {Feature::amount,
     Level::earlier,
     {"open before costs were added", "stond open voordat er kosten bij kwamen"},
     {"the amount is what was open before costs were added",
      "het bedrag is wat er openstond voordat er kosten bij kwamen"}},
    {Feature::amount,
     Level::rounded,
     {"{} more than is open, rounded up", "{} meer dan er openstaat, naar boven afgerond"},
     {"the amount is what is open, rounded up",
      "het bedrag is wat er openstaat, naar boven afgerond"}},
    {Feature::amount,
     Level::tolerated,
     {"{} off, within the tolerance", "{} verschil, binnen de tolerantie"},
     {"the amount is off, within the tolerance", "het bedrag scheelt iets, maar mag"}},
    {Feature::amount,
     Level::together,
     {"with other lines what is open", "met andere regels wat er openstaat"},
     {"the amount is what is open only with other lines",
      "het bedrag is alleen met andere regels wat er openstaat"}},
    {Feature::amount,
     Level::below,
     {"{} less than is open", "{} minder dan er openstaat"},
     {"the amount is less than is open", "het bedrag is minder dan er openstaat"}},
    {Feature::amount,
     Level::above,
     {"{} more than is open", "{} meer dan er openstaat"},
     {"the amount is more than is open", "het bedrag is meer dan er openstaat"}},
    {Feature::amount,
     Level::differs,
     {"another amount", "een ander bedrag"},
     {"the amount says something else", "het bedrag zegt iets anders"}},
    {Feature::settled,
     Level::equal,
     {"what was settled", "wat er was voldaan"},
     {"this amount of it was settled", "dit bedrag was ervan voldaan"}},
    {Feature::settled,
     Level::absent,
     {"nothing is settled", "er is niets voldaan"},
     {"nothing of it is settled", "er is nog niets van voldaan"}},
    {Feature::settled,
     Level::differs,
     {"another amount is settled", "een ander bedrag is voldaan"},
     {"another amount of it is settled", "er is een ander bedrag van voldaan"}},
    {Feature::own_account,
     Level::equal,
     {"ours", "van ons"},
     {"the account is ours", "de rekening is van ons"}},
    {Feature::other_leg,
     Level::equal,
     {"is there", "is er"},
     {"the line on our other account is there", "de regel op onze andere rekening is er"}},
    {Feature::reversal,
     Level::equal,
     {"the bank's same reference", "dezelfde referentie van de bank"},
     {"the bank took it back under the same reference",
      "de bank heeft het onder dezelfde referentie teruggenomen"}},
    {Feature::reversal,
     Level::similar,
     {"all else is the same", "al het andere is gelijk"},
     {"the bank took the same back", "de bank heeft hetzelfde teruggenomen"}},
    {Feature::rarity,
     Level::unique,
     {"no other item has it", "geen andere post heeft het"},
     {"no other item has this amount", "geen andere post heeft dit bedrag"}},
    {Feature::rarity,
     Level::rare,
     {"few items have it", "weinig posten hebben het"},
     {"few items have this amount", "weinig posten hebben dit bedrag"}},
    {Feature::rarity,
     Level::common,
     {"many items have it", "veel posten hebben het"},
     {"many items have this amount", "veel posten hebben dit bedrag"}},
    {Feature::rarity,
     Level::mass,
     {"a bill that many get", "een aanslag die velen krijgen"},
     {"it is the amount of a bill that many get",
      "het is het bedrag van een aanslag die velen krijgen"}},
    {Feature::namesakes,
     Level::unique,
     {"hardly anybody else has it", "bijna niemand anders heeft die"},
     {"hardly anybody else has this name", "bijna niemand anders heeft deze naam"}},
    {Feature::namesakes,
     Level::rare,
     {"few have it", "weinigen hebben die"},
     {"few have this name", "weinigen hebben deze naam"}},
    {Feature::namesakes,
     Level::common,
     {"many have it", "velen hebben die"},
     {"many have this name", "velen hebben deze naam"}},
    {Feature::account,
     Level::equal,
     {"the party's", "van de relatie"},
     {"the account is the party's", "de rekening is van de relatie"}},
    {Feature::account,
     Level::learnt,
     {"has paid for the party before", "heeft eerder voor de relatie betaald"},
     {"the account has paid for the party before, under its name",
      "de rekening heeft eerder voor de relatie betaald, op haar naam"}},
    {Feature::account,
     Level::similar,
     {"the same mandate", "dezelfde machtiging"},
     {"the mandate is the item's", "de machtiging is die van de post"}},
    {Feature::account,
     Level::absent,
     {"says nothing", "zegt niets"},
     {"the account says nothing", "de rekening zegt niets"}},
    {Feature::account,
     Level::differs,
     {"not known of the party", "niet bekend van de relatie"},
     {"the account is not known of the party", "de rekening is niet bekend van de relatie"}},
    {Feature::account,
     Level::other,
     {"another party's", "van een andere relatie"},
     {"the account is another party's", "de rekening is van een andere relatie"}},
    {Feature::name,
     Level::equal,
     {"the same name", "dezelfde naam"},
     {"the name is the party's", "de naam is die van de relatie"}},
    {Feature::name,
     Level::similar,
     {"nearly the same", "bijna gelijk"},
     {"the name is only nearly the party's", "de naam is maar bijna die van de relatie"}},
    {Feature::name,
     Level::absent,
     {"says nothing", "zegt niets"},
     {"the name says nothing", "de naam zegt niets"}},
    {Feature::name,
     Level::differs,
     {"another name", "een andere naam"},
     {"the name is another", "de naam is een andere"}},
    {Feature::text,
     Level::equal,
     {"names the party", "noemt de relatie"},
     {"the text names its party", "de omschrijving noemt de relatie"}},
    {Feature::text,
     Level::similar,
     {"has the surname", "heeft de achternaam"},
     {"the text has only the surname of its party",
      "de omschrijving heeft alleen de achternaam van de relatie"}},
    {Feature::text,
     Level::other,
     {"names somebody else", "noemt iemand anders"},
     {"the text names somebody else", "de omschrijving noemt iemand anders"}},
    {Feature::date,
     Level::equal,
     {"the item existed", "de post bestond al"},
     {"the item existed by then", "de post bestond toen al"}},
    {Feature::date,
     Level::below,
     {"before the item existed", "de post bestond nog niet"},
     {"it was booked before the item was issued", "de boeking is van voor de datum van de post"}},
    {Feature::shape, Level::one, {"one item", "één post"}, {"it is one item", "het is één post"}},
    {Feature::shape,
     Level::equal,
     {"those that are named", "die zijn genoemd"},
     {"the items are those that are named", "het zijn de posten die zijn genoemd"}},
    {Feature::shape,
     Level::all,
     {"all that is open", "alles wat er openstaat"},
     {"it takes everything that is open", "het moet alles zijn wat er openstaat"}},
    {Feature::shape,
     Level::run,
     {"successive items", "opeenvolgende posten"},
     {"it takes several successive items", "het moeten opeenvolgende posten zijn"}},
    {Feature::shape,
     Level::subset,
     {"some of what is open", "een deel van wat er openstaat"},
     {"it takes an arbitrary choice of items", "het moet een willekeurige keuze van posten zijn"}},
    {Feature::sequence,
     Level::later,
     {"an equal payment came before", "er was al een gelijke betaling"},
     {"an equal payment came before", "er was al een gelijke betaling"}},
    {Feature::claims,
     Level::rivals,
     {"other lines want it too", "andere regels willen het ook"},
     {"other lines want the item too", "andere regels willen de post ook"}},
    {Feature::competition,
     Level::alone,
     {"nothing else fits", "niets anders past"},
     {"nothing else fits", "niets anders past"}},
    {Feature::competition,
     Level::rivals,
     {"other explanations fit too", "andere verklaringen passen ook"},
     {"other explanations fit too", "andere verklaringen passen ook"}},
});
constexpr Text some_more{"more than is open", "meer dan er openstaat"};
constexpr Text some_less{"less than is open", "minder dan er openstaat"};
constexpr Text items_count{"{} items", "{} posten"};
constexpr Text one_item{"1 item", "1 post"};

const Row* row_of(const Evidence& evidence) {
    const auto found = std::ranges::find_if(rows, [&](const Row& row) {
        return row.feature == evidence.feature && row.level == evidence.level;
    });
    return found == rows.end() ? nullptr : found;
}

}  // namespace

std::string verdict_of(const Evidence& evidence, Language language) {
    const Row* row = row_of(evidence);
    if (row == nullptr) {
        return in_words(evidence, language);
    }
    const std::string_view verdict = row->verdict.in(language);
    if (verdict.find("{}") == std::string_view::npos) {
        return std::string(verdict);
    }
    const std::string difference = amount_difference(evidence);
    if (difference.empty()) {
        return std::string((evidence.level == Level::below ? some_less : some_more).in(language));
    }
    return fmt::format(fmt::runtime(verdict), difference);
}

std::string ledger_words(const Evidence& evidence, Language language) {
    if (evidence.feature != Feature::rarity || evidence.ledger_text.empty()) {
        return evidence.ledger_text;
    }
    return evidence.ledger_text == "1"
               ? std::string(one_item.in(language))
               : fmt::format(fmt::runtime(items_count.in(language)), evidence.ledger_text);
}

Text clause_of(const Evidence& evidence) {
    const Row* row = row_of(evidence);
    return row == nullptr ? wording(evidence.feature) : row->clause;
}

Text clause_of_nothing(Feature feature) {
    switch (feature) {
        case Feature::reference:
            return {"the line does not name its payment reference",
                    "de regel noemt het betalingskenmerk niet"};
        case Feature::end_to_end:
            return {"the line does not have its end-to-end id",
                    "de regel heeft het end-to-end-kenmerk niet"};
        case Feature::batch:
            return {"it is not of the line's batch", "de post zit niet in de verzamelboeking"};
        case Feature::document:
            return {"the line does not name its document number",
                    "de regel noemt het documentnummer niet"};
        case Feature::number_part:
            return {"the line does not name part of its number",
                    "de regel noemt geen deel van het nummer"};
        case Feature::text:
            return {"the text does not name its party", "de omschrijving noemt de relatie niet"};
        case Feature::count:
        case Feature::amount:
        case Feature::rarity:
        case Feature::settled:
        case Feature::account:
        case Feature::own_account:
        case Feature::other_leg:
        case Feature::reversal:
        case Feature::name:
        case Feature::namesakes:
        case Feature::date:
        case Feature::shape:
        case Feature::sequence:
        case Feature::claims:
        case Feature::competition:
            break;
    }
    return {};
}

}  // namespace afletter::rendering
