// The grammar of field 25 (35x in the standard, so banks put more than a number there), and what
// its parts mean.
#include "mt940/account.hpp"

#include <string>

#include "mt940/grammar.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

struct AccountText {
    std::string_view bank;
    std::string_view number;
    std::string_view currency;
};

const auto bank = text_of(+x3::ascii::alnum >> &x3::lit('/'), &AccountText::bank) >> '/';

const auto currency_code = x3::repeat(3)[x3::ascii::upper];
const auto separator = *x3::ascii::blank >> -x3::lit('+');
const auto number_character = x3::char_ - (separator >> currency_code >> x3::eoi);
const auto number = text_of(+number_character, &AccountText::number);

const auto currency = separator >> text_of(currency_code, &AccountText::currency);

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto account = x3::eps > -x3::lit('/') > -bank > -number > -currency;

}  // namespace

AccountIdentification read_account(std::string_view field) {
    const std::string_view whole = trimmed(first_line(field));
    AccountText text;
    parse_into(text, whole, account);
    AccountIdentification result;
    if (const auto currency = Currency::parse(text.currency)) {
        result.currency = *currency;
    }
    for (const std::string_view candidate : {whole, text.number}) {
        if (const auto iban = Iban::parse(candidate)) {
            result.iban = *iban;
        }
    }
    if (!result.iban) {
        result.other = whole;
    } else if (Bic::parse(text.bank)) {
        result.servicer_bic = text.bank;
    }
    return result;
}

}  // namespace afletter::mt940
