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

// 3!a, which the standard does not have here.
const auto capital = x3::char_('A', 'Z');
const auto currency_code = capital >> capital >> capital >> x3::eoi;
const auto bank =
    text_of<&AccountText::bank>(+x3::ascii::alnum >> &x3::lit('/')) >> '/' >> !currency_code;

const auto separator = *x3::ascii::blank >> -x3::char_("+/");
const auto number = text_of<&AccountText::number>(+(x3::char_ - (separator >> currency_code)));

const auto currency = separator >> text_of<&AccountText::currency>(currency_code);

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
    // :25P: has the servicer's BIC on a line of its own.
    const std::string_view second_line =
        trimmed(first_line(trimmed(field.substr(first_line(field).size()))));
    if (Bic::parse(second_line)) {
        result.servicer_bic = second_line;
    }
    return result;
}

}  // namespace afletter::mt940
