// The tables stand in the order of the enumerators they speak of.
#include "wording.hpp"

#include <array>
#include <cstddef>

namespace afletter::rendering {

namespace {

constexpr auto reasons = std::to_array<Text>({
    {"More than one item fits equally well.", "Meer dan één post past even goed."},
    {"No open item answers to this line.", "Er is geen openstaande post die bij deze regel past."},
    {"An item may fit, but the evidence is too weak.",
     "Er past misschien een post, maar het bewijs is te zwak."},
    {"The items named are for another amount.", "De genoemde posten hebben een ander bedrag."},
    {"More was paid than is open.", "Er is meer betaald dan er openstaat."},
    {"This item seems to be paid twice.", "Deze post lijkt twee keer betaald."},
    {"The item named is settled already.", "De genoemde post is al voldaan."},
    {"The facts contradict each other.", "De gegevens spreken elkaar tegen."},
    {"The payment reference is damaged.", "Het betalingskenmerk is beschadigd."},
    {"A payment came back.", "Een betaling is teruggekomen."},
    {"A payment came back, and it is not known which.",
     "Een betaling is teruggekomen. Het is niet bekend welke."},
    {"The items of the batch are for another amount.",
     "De posten van de verzamelboeking hebben een ander bedrag."},
    {"The item is in another currency.", "De post is in een andere valuta."},
    {"Money came from an account of ours, or went to one, and its other side is not there.",
     "Er is geld overgeboekt tussen eigen rekeningen. De andere kant ontbreekt."},
    {"It may pay an item of a blocked party.",
     "Dit kan een betaling zijn voor een geblokkeerde relatie."},
    {"The amount is above the limit: a second person must agree.",
     "Het bedrag is hoger dan de grens: een tweede persoon moet akkoord zijn."},
});

constexpr auto next_steps = std::to_array<Text>({
    {"Choose the item that is meant, or ask the payer.",
     "Kies de post die bedoeld is, of vraag het de betaler."},
    {"Find out what this is for; book it to an account, or wait for the item.",
     "Zoek uit waar dit voor is. Boek het op een rekening, of wacht op de post."},
    {"Look at the candidates; accept one only if you are sure.",
     "Bekijk de kandidaten. Kies er alleen een als u zeker bent."},
    {"Decide whether it is a part payment, or meant for other items too.",
     "Bepaal of dit een deelbetaling is, of ook voor andere posten bedoeld is."},
    {"Settle the item and decide what happens to the rest.",
     "Boek de post af en bepaal wat er met de rest gebeurt."},
    {"Keep one payment and pay the other back.", "Houd één betaling en betaal de andere terug."},
    {"Find out whether it was paid twice; pay it back or use it for another item.",
     "Zoek uit of er dubbel is betaald. Betaal terug of gebruik het voor een andere post."},
    {"Find out which of the facts is wrong before you book it.",
     "Zoek uit welk gegeven fout is voordat u boekt."},
    {"Compare the reference with the candidates digit by digit.",
     "Vergelijk het kenmerk cijfer voor cijfer met de kandidaten."},
    {"Open the item again that this payment had settled.",
     "Zet de post weer open die met deze betaling was voldaan."},
    {"Find the payment that came back, and open its item again.",
     "Zoek de betaling die terugkwam en zet die post weer open."},
    {"Ask for the rejected payments of this batch.",
     "Vraag de geweigerde betalingen van deze verzamelboeking op."},
    {"Find the rate, and settle the item by hand.",
     "Zoek de koers op en boek de post met de hand af."},
    {"Import the statement of the other account; then it is matched by itself.",
     "Lees het afschrift van de andere rekening in. Dan gaat het vanzelf."},
    {"Find out why the party is blocked before you settle anything of it.",
     "Zoek uit waarom de relatie is geblokkeerd voordat u een post afboekt."},
    {"Look at the candidate, and let a second person confirm it.",
     "Bekijk de kandidaat en laat een tweede persoon die bevestigen."},
});

constexpr auto obstacles = std::to_array<Text>({
    {"no item of the books answers to it", "geen post in de boeken past erbij"},
    {"another explanation fits as well", "een andere verklaring past even goed"},
    {"the amount is not what is open", "het bedrag is niet wat er openstaat"},
    {"the account belongs to another party", "de rekening is van een andere relatie"},
    {"the payer has another item that fits", "de betaler heeft nog een post die past"},
    {"neither account nor name confirms the document number",
     "rekening en naam bevestigen het documentnummer niet"},
    {"the text names a number that the books do not hold",
     "de omschrijving noemt een nummer dat niet in de boeken staat"},
    {"another line claims the same item", "een andere regel claimt dezelfde post"},
    {"the item is settled already", "de post is al voldaan"},
    {"it was booked before the item was issued", "de betaling is van voor de datum van de post"},
    {"it is a return", "het is een terugboeking"},
    {"the check digits of the reference are wrong", "het controlegetal van het kenmerk klopt niet"},
    {"the items of the batch add up to something else",
     "de posten van de verzamelboeking tellen anders op"},
    {"the currency differs", "de valuta is anders"},
    {"the evidence is too weak to decide by itself", "het bewijs is te zwak om zelf te beslissen"},
    {"too many items have this amount", "te veel posten hebben dit bedrag"},
    {"the text names somebody else", "de omschrijving noemt iemand anders"},
    {"the payer owes under a number one typing error away",
     "de betaler heeft een post met een nummer dat één tikfout scheelt"},
    {"what comes back is not what was settled of the item",
     "wat terugkomt is niet wat er van de post was voldaan"},
    {"the line on our other account is not there", "de regel op onze andere rekening ontbreekt"},
    {"an item that it may pay is of a blocked party",
     "een post die past is van een geblokkeerde relatie"},
    {"the amount is above the limit for one person",
     "het bedrag is hoger dan de grens voor één persoon"},
    {"the bank counts another number of payments in the batch",
     "de bank telt een ander aantal betalingen in de verzamelboeking"},
    {"the audit sample has stopped this kind of evidence until a person clears it",
     "de steekproef heeft deze soort bewijs stilgezet totdat een medewerker die vrijgeeft"},
});

constexpr auto methods = std::to_array<Text>({
    {"by its payment reference", "op betalingskenmerk"},
    {"by its end-to-end id", "op end-to-end-kenmerk"},
    {"by its batch", "op verzamelboeking"},
    {"by its document number", "op documentnummer"},
    {"to several items it names", "met meer posten die erin genoemd worden"},
    {"by account and amount", "op rekening en bedrag"},
    {"by name or number, nearly equal, and amount", "op naam of nummer, bijna gelijk, en bedrag"},
    {"as the return of what had settled it", "als terugboeking van wat was voldaan"},
    {"as money between our own accounts", "als geld tussen eigen rekeningen"},
    {"to its details, as the bank's notification has them",
     "met de details ervan, volgens de melding van de bank"},
    {"as a booking that the bank took back", "als boeking die de bank heeft teruggenomen"},
});

constexpr auto features = std::to_array<Text>({
    {"payment reference", "betalingskenmerk"},
    {"end-to-end id", "end-to-end-kenmerk"},
    {"batch", "verzamelboeking"},
    {"payments in the batch", "betalingen in de verzamelboeking"},
    {"document number", "documentnummer"},
    {"part of the document number", "deel van het documentnummer"},
    {"amount", "bedrag"},
    {"amount in these books", "bedrag in deze boeken"},
    {"what was settled", "wat er was voldaan"},
    {"account", "rekening"},
    {"account of ours", "eigen rekening"},
    {"line on our other account", "regel op onze andere rekening"},
    {"booking and reversal", "boeking en correctie"},
    {"name", "naam"},
    {"name in these books", "naam in deze boeken"},
    {"name in the text", "naam in de omschrijving"},
    {"booking date", "boekdatum"},
    {"the items together", "de posten samen"},
    {"order of payments", "volgorde van betalen"},
    {"other lines", "andere regels"},
    {"competition", "concurrentie"},
});
static_assert(features.size() == feature_count);

constexpr auto levels = std::to_array<Text>({
    {"is the same", "is gelijk"},
    {"is nearly the same", "is bijna gelijk"},
    {"is not given", "ontbreekt"},
    {"is lower than what is open", "is lager dan wat er openstaat"},
    {"is higher than what is open", "is hoger dan wat er openstaat"},
    {"is an instalment of what is open", "is een termijn van wat er openstaat"},
    {"is with other payments what is open", "is met andere betalingen wat er openstaat"},
    {"differs", "wijkt af"},
    {"belongs to another", "is van een ander"},
    {"others fit too", "andere passen ook"},
    {"nothing else fits", "niets anders past"},
    {"is unique", "is uniek"},
    {"is rare", "is zeldzaam"},
    {"is common", "komt veel voor"},
    {"is that of a bill that many get", "is dat van een aanslag die velen krijgen"},
    {"are one item", "zijn één post"},
    {"are all that is open", "zijn alles wat er openstaat"},
    {"follow each other", "volgen op elkaar"},
    {"are some of what is open", "zijn een deel van wat er openstaat"},
    {"is later than an equal payment", "is later dan een gelijke betaling"},
    {"is what was open before costs were added",
     "is wat er openstond voordat er kosten bij kwamen"},
    {"is what is open, rounded up", "is wat er openstaat, naar boven afgerond"},
    {"is one typing error away", "scheelt één tikfout"},
    {"is the same, and nothing was taken off", "is gelijk, en er is niets afgetrokken"},
    {"is what is open, within the tolerance", "is wat er openstaat, binnen de tolerantie"},
    {"has paid for the party before", "heeft eerder voor de relatie betaald"},
});
static_assert(levels.size() == level_count);

template <class Enumeration, std::size_t size>
Text text_in(const std::array<Text, size>& texts, Enumeration value) {
    return texts.at(static_cast<std::size_t>(value));
}

constexpr Text nothing_settled{"nothing of it is settled", "er is nog niets van voldaan"};
constexpr Text settled_differs{"another amount of it is settled",
                               "er is een ander bedrag van voldaan"};
constexpr Text settled_equal{"this amount of it was settled", "dit bedrag was ervan voldaan"};
constexpr Text claimed_by_others{"other lines want it too", "andere regels willen het ook"};
constexpr Text before_issue{"booking date is before the issue date",
                            "boekdatum ligt voor de datum van de post"};
constexpr Text after_issue{"booking date is not before the issue date",
                           "boekdatum ligt niet voor de datum van de post"};

const Text& wording_of_settled(Level level) {
    if (level == Level::equal) {
        return settled_equal;
    }
    return level == Level::absent ? nothing_settled : settled_differs;
}

}  // namespace

Text wording(ExceptionReason reason) {
    return text_in(reasons, reason);
}
Text next_step(ExceptionReason reason) {
    return text_in(next_steps, reason);
}
Text wording(Obstacle obstacle) {
    return text_in(obstacles, obstacle);
}
Text wording(Method method) {
    return text_in(methods, method);
}
Text wording(Feature feature) {
    return text_in(features, feature);
}

std::string fact_of(const Evidence& evidence, Language language) {
    return evidence.type.empty() ? std::string(wording(evidence.feature).in(language))
                                 : evidence.type;
}

std::string in_words(const Evidence& evidence, Language language) {
    if (evidence.feature == Feature::competition) {
        return std::string(text_in(levels, evidence.level).in(language));
    }
    if (evidence.feature == Feature::claims) {
        return std::string(claimed_by_others.in(language));
    }
    if (evidence.feature == Feature::settled) {
        return std::string(wording_of_settled(evidence.level).in(language));
    }
    if (evidence.feature == Feature::date) {
        const Text& words = evidence.level == Level::below ? before_issue : after_issue;
        return std::string(words.in(language));
    }
    return fact_of(evidence, language) + " " +
           std::string(text_in(levels, evidence.level).in(language));
}

std::string in_words(const Candidate& candidate, Language language) {
    std::string words;
    for (const Evidence& evidence : candidate.evidence) {
        words += (words.empty() ? "" : "; ") + in_words(evidence, language);
    }
    return words;
}

std::string why_not_automatic(const Decision& decision, Language language) {
    std::string words;
    for (const Obstacle obstacle : decision.obstacles) {
        words += (words.empty() ? "" : "; ") + std::string(wording(obstacle).in(language));
    }
    return words;
}

}  // namespace afletter::rendering
