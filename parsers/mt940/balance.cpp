// What the parts of a balance mean.
#include "mt940/balance.hpp"

#include <string>

#include "mt940/amount.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

std::optional<Currency> read_currency(const Field& field, std::string_view code, Currency fallback,
                                      FieldFindings& findings) {
    if (code.empty()) {
        return fallback;
    }
    const Result<Currency, UnknownCurrency> currency = Currency::parse(code);
    if (!currency) {
        findings.error(
            field, {"currency", "expected a currency of ISO 4217, found " + found(code), "", code});
        return std::nullopt;
    }
    return *currency;
}

std::optional<Date> read_date(const Field& field, std::string_view yymmdd,
                              FieldFindings& findings) {
    const std::optional<Date> date = parse_short_date(yymmdd);
    if (!date && !yymmdd.empty()) {
        findings.warn(field, {"date", "expected a date (YYMMDD), found " + found(yymmdd),
                              "The balance is used without it.", yymmdd});
    }
    return date;
}

// +1 for C, -1 for D. Without a mark only nothing has a sign.
std::optional<int> read_mark(const Field& field, const BalanceText& text, const Money& amount,
                             FieldFindings& findings) {
    constexpr const char* expected = "expected a debit/credit mark (C or D), found ";
    if (text.mark.empty() && !amount.is_zero()) {
        findings.error(field, {"form",
                               expected + found(field.value),
                               "Nothing says whether this is a credit or a debit.",
                               {}});
        return std::nullopt;
    }
    if (text.mark != "C" && text.mark != "D") {
        findings.warn(field, {"mark", expected + found(field.value), "", {}});
    }
    return text.mark == "D" || text.mark == "d" ? -1 : 1;
}

}  // namespace

std::optional<Balance> read_balance(const Field& field, Currency fallback,
                                    FieldFindings& findings) {
    const Result<BalanceText, GrammarFault> text = parse_balance(field.value);
    if (!text) {
        findings.error(field, text.error());
        return std::nullopt;
    }
    if (!text->rest.empty()) {
        findings.warn(field, {"text", "expected the end of the field, found " + found(text->rest),
                              "This text is left out.", text->rest});
    }
    const std::optional<Date> date = read_date(field, text->date.text, findings);
    const std::optional<Currency> currency =
        read_currency(field, text->currency, fallback, findings);
    if (!currency) {
        return std::nullopt;
    }
    const std::optional<Money> amount = read_amount(field, text->amount, *currency, findings);
    if (!amount) {
        return std::nullopt;
    }
    const std::optional<int> sign = read_mark(field, *text, *amount, findings);
    if (!sign) {
        return std::nullopt;
    }
    return Balance{
        .amount = Money(*sign * amount->minor_units(), amount->currency()),
        .date = date,
        .kind = field.option == 'M' ? BalanceKind::intermediate : BalanceKind::booked,
    };
}

std::optional<NamedBalance> read_other_balance(const Field& field, Currency fallback,
                                               FieldFindings& findings) {
    const Result<BalanceText, GrammarFault> text = parse_balance(field.value);
    if (!text) {
        findings.warn(field, text.error());
        return std::nullopt;
    }
    const auto named = Currency::parse(text->currency);
    const bool is_known = text->currency.empty() || named.has_value();
    const auto amount =
        is_known ? parse_amount(text->amount, named.value_or(fallback)) : std::nullopt;
    if (!amount) {
        findings.warn(field, {"form",
                              "expected a balance, found " + found(field.value),
                              "The field is left out.",
                              {}});
        return std::nullopt;
    }
    const bool is_debit = text->mark == "D" || text->mark == "d";
    const Money& magnitude = amount->amount;
    return NamedBalance{
        field.tag == Tag::available_balance ? "CLAV" : "FWAV",
        {.amount = is_debit ? negated(magnitude).value() : magnitude,
         .date = parse_short_date(text->date.text)},
    };
}

}  // namespace afletter::mt940
