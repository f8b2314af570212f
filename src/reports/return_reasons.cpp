// The codes that SEPA schemes use (ExternalReturnReason1Code), in the order of the code.
#include "return_reasons.hpp"

#include <algorithm>
#include <array>

namespace afletter::rendering {

namespace {

struct Reason {
    std::string_view code;
    Text words;
};

constexpr auto reasons = std::to_array<Reason>({
    {"AC01", {"the account number is wrong", "het rekeningnummer is onjuist"}},
    {"AC03",
     {"the creditor's account number is wrong", "het rekeningnummer van de ontvanger is onjuist"}},
    {"AC04", {"the account is closed", "de rekening is opgeheven"}},
    {"AC06", {"the account is blocked", "de rekening is geblokkeerd"}},
    {"AC13",
     {"a consumer's account cannot be debited so",
      "van een particuliere rekening kan zo niet worden geïncasseerd"}},
    {"AG01", {"the account does not allow it", "de rekening staat dit niet toe"}},
    {"AG02", {"the transaction code is wrong", "de transactiecode is onjuist"}},
    {"AM04", {"there was not enough money", "er was te weinig saldo"}},
    {"AM05", {"it was sent twice", "de opdracht was dubbel"}},
    {"AM09", {"the amount is wrong", "het bedrag is onjuist"}},
    {"ARDT", {"it was returned before", "de betaling was al teruggeboekt"}},
    {"BE04", {"the creditor's address is missing", "het adres van de ontvanger ontbreekt"}},
    {"BE05",
     {"the creditor is not known to the debtor", "de incassant is bij de betaler niet bekend"}},
    {"BE08", {"the bank made a mistake", "de bank heeft een fout gemaakt"}},
    {"CNOR",
     {"the creditor's bank cannot be reached", "de bank van de ontvanger is niet bereikbaar"}},
    {"CURR", {"the currency is wrong", "de valuta is onjuist"}},
    {"CUST", {"the customer asked for it", "de klant heeft erom gevraagd"}},
    {"DNOR", {"the debtor's bank cannot be reached", "de bank van de betaler is niet bereikbaar"}},
    {"DT01", {"the date is wrong", "de datum is onjuist"}},
    {"DUPL", {"it was sent twice", "de opdracht was dubbel"}},
    {"ED05", {"the settlement failed", "de verrekening is mislukt"}},
    {"FF01", {"the file format is wrong", "het bestandsformaat is onjuist"}},
    {"FF05", {"the type of direct debit is wrong", "het soort incasso is onjuist"}},
    {"FOCR", {"we asked for it back", "wij hebben het teruggevraagd"}},
    {"FR01", {"fraud", "fraude"}},
    {"FRTR", {"fraud, and we asked for it back", "fraude, en wij hebben het teruggevraagd"}},
    {"MD01", {"there is no valid mandate", "er is geen geldige machtiging"}},
    {"MD02", {"the mandate is incomplete", "de machtiging is onvolledig"}},
    {"MD06", {"the debtor wants it back", "de betaler wil het terug"}},
    {"MD07", {"the debtor has died", "de betaler is overleden"}},
    {"MS02",
     {"the customer refused it, without a reason", "de klant heeft geweigerd, zonder reden"}},
    {"MS03", {"the bank gives no reason", "de bank geeft geen reden"}},
    {"NARR", {"the reason is in the text", "de reden staat in de omschrijving"}},
    {"NOAS", {"the customer did not answer", "de klant heeft niet geantwoord"}},
    {"NOOR",
     {"the original payment never arrived", "de oorspronkelijke betaling is niet ontvangen"}},
    {"RC01", {"the bank's BIC is wrong", "de BIC van de bank is onjuist"}},
    {"RC07",
     {"the creditor bank's BIC is wrong", "de BIC van de bank van de ontvanger is onjuist"}},
    {"RF01",
     {"the reference of the payment is not unique", "het kenmerk van de betaling is niet uniek"}},
    {"RR01",
     {"the debtor's account is missing, which the law requires",
      "de rekening van de betaler ontbreekt, en de wet eist die"}},
    {"RR02",
     {"the debtor's name or address is missing, which the law requires",
      "naam of adres van de betaler ontbreekt, en de wet eist die"}},
    {"RR03",
     {"the creditor's name or address is missing, which the law requires",
      "naam of adres van de ontvanger ontbreekt, en de wet eist die"}},
    {"RR04", {"the law does not allow it", "de wet staat het niet toe"}},
    {"SL01",
     {"the debtor's bank has a rule against it",
      "een instelling bij de bank van de betaler houdt het tegen"}},
    {"SL11", {"the debtor has not allowed us to collect", "de betaler heeft ons niet toegelaten"}},
    {"SL12", {"the debtor has blocked us", "de betaler heeft ons geblokkeerd"}},
    {"SL13", {"the debtor allows fewer direct debits", "de betaler staat minder incasso's toe"}},
    {"SL14", {"the debtor allows a lower amount", "de betaler staat een lager bedrag toe"}},
    {"SVNR", {"the service was not rendered", "de dienst is niet geleverd"}},
    {"TM01", {"it came too late", "de opdracht kwam te laat"}},
});
static_assert(std::ranges::is_sorted(reasons, {}, &Reason::code));

}  // namespace

std::optional<Text> return_reason(std::string_view code) {
    const auto found = std::ranges::lower_bound(reasons, code, {}, &Reason::code);
    return found != reasons.end() && found->code == code ? std::optional(found->words)
                                                         : std::nullopt;
}

}  // namespace afletter::rendering
