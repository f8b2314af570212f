// Meaning of amounts, directions, dates and accounts.
#include "camt/values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "camt/names.hpp"

namespace afletter::camt {

namespace {

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, [](unsigned char a, unsigned char b) {
        return std::toupper(a) == std::toupper(b);
    });
}

// Rounds half away from zero to the currency's minor digits. Digits beyond them are the noise of
// a bank's binary arithmetic: 94.010000000021 is 94.01.
Result<Money, MoneyError> round_amount(std::string_view text, Currency currency) {
    const auto minor_digits = static_cast<std::size_t>(currency.minor_digits());
    const std::size_t kept_size = text.find('.') + 1 + minor_digits;
    const bool rounds_up = text[kept_size] >= '5';
    std::string_view kept = text.substr(0, kept_size);
    if (minor_digits == 0) {
        kept.remove_suffix(1);  // the point
    }
    const Result<Money, MoneyError> rounded_down = parse_iso20022_amount(kept, currency);
    if (!rounded_down || !rounds_up) {
        return rounded_down;
    }
    return checked_add(*rounded_down, Money(1, currency));
}

std::optional<Currency> read_currency(Reading& reading, const xml::Element& amount,
                                      const std::optional<Currency>& account_currency) {
    const std::string_view code = amount.attribute("Ccy");
    if (code.empty() && account_currency) {
        return account_currency;
    }
    const auto currency = Currency::parse(code);
    if (!currency) {
        reading.report(Severity::error, "camt.currency", amount.position(),
                       fmt::format("expected a currency of ISO 4217 in Ccy, found {}",
                                   code.empty() ? "nothing" : in_quotes(code)),
                       "Ask the bank for a correct file; Afletter does not guess currencies.");
        return std::nullopt;
    }
    return *currency;
}

void report_amount(Reading& reading, const xml::Element& amount, MoneyError error) {
    const std::string found = amount.text().empty() ? "nothing" : in_quotes(amount.text());
    reading.report(Severity::error, "camt.amount", amount.position(),
                   error == MoneyError::overflow
                       ? fmt::format("expected an amount below 92 quadrillion, found {}", found)
                       : fmt::format("expected an amount such as 1234.56, found {}", found),
                   "Ask the bank for a correct file; Afletter does not guess amounts.");
}

}  // namespace

void Reading::report(Severity severity, std::string code, const xml::Position& position,
                     std::string message, std::string hint) {
    findings.add({severity, std::move(code), xml.place(position), std::move(message),
                  xml.excerpt(position), std::move(hint)});
}

xml::Element first_of(const xml::Element& parent, std::span<const std::string_view> paths) {
    for (const std::string_view path : paths) {
        const xml::Element found = parent.find(path);
        if (!found.text().empty()) {
            return found;
        }
    }
    return {};
}

std::string text_of(const xml::Element& parent, std::span<const std::string_view> paths) {
    return std::string(first_of(parent, paths).text());
}

std::string reference_text(const xml::Element& element) {
    const std::string_view text = element.text();
    if (equal_ignoring_case(text, "NOTPROVIDED") || equal_ignoring_case(text, "NONREF")) {
        return "";
    }
    return std::string(text);
}

std::optional<Direction> read_direction(Reading& reading, const xml::Element& holder) {
    const xml::Element indicator = holder.child("CdtDbtInd");
    if (indicator.text() == "CRDT") {
        return Direction::credit;
    }
    if (indicator.text() == "DBIT") {
        return Direction::debit;
    }
    reading.report(
        Severity::error, "camt.direction", indicator ? indicator.position() : holder.position(),
        indicator
            ? fmt::format("expected CRDT or DBIT in CdtDbtInd, found {}",
                          in_quotes(indicator.text()))
            : fmt::format("expected CdtDbtInd beside the amount of {}, found none", holder.name()),
        "Without it, nobody can tell whether the money came or went. Ask the bank.");
    return std::nullopt;
}

std::optional<Money> read_amount(Reading& reading, const xml::Element& amount, Direction direction,
                                 const std::optional<Currency>& account_currency) {
    const std::optional<Currency> currency = read_currency(reading, amount, account_currency);
    if (!currency) {
        return std::nullopt;
    }
    const bool has_sign = amount.text().starts_with('-');
    const std::string_view digits = amount.text().substr(has_sign ? 1 : 0);
    Result<Money, MoneyError> value = parse_iso20022_amount(digits, *currency);
    if (!value && value.error() == MoneyError::precision) {
        value = round_amount(digits, *currency);
        if (value) {
            reading.report(Severity::warning, "camt.amount.precision", amount.position(),
                           fmt::format("expected at most {} decimals for {}, found {}; rounded "
                                       "to {}",
                                       currency->minor_digits(), currency->code(),
                                       in_quotes(amount.text()), to_decimal(*value)),
                           "Noise of a computer's arithmetic is harmless. Check it otherwise.");
        }
    }
    if (!value) {
        report_amount(reading, amount, value.error());
        return std::nullopt;
    }
    if (has_sign) {
        reading.report(Severity::warning, "camt.amount.sign", amount.position(),
                       fmt::format("expected an amount without a sign, found {}; read as money "
                                   "that went out",
                                   in_quotes(amount.text())),
                       "ISO 20022 says the direction in CdtDbtInd alone. Check this amount.");
    }
    const bool went_out = has_sign || direction == Direction::debit;
    return went_out ? Money(-value->minor_units(), *currency) : *value;
}

std::optional<Date> read_date(Reading& reading, const xml::Element& date) {
    if (!date) {
        return std::nullopt;
    }
    constexpr std::size_t day_size = 10;
    const std::string_view text = date.text();
    const std::optional<Date> day = parse_iso_date(text.substr(0, day_size));
    // After the day of an ISODateTime comes its time; after that of an ISODate, maybe a zone.
    const bool ends_well = text.size() <= day_size ||
                           std::string_view("TZ+-").find(text[day_size]) != std::string::npos;
    if (!day || !ends_well) {
        reading.report(Severity::warning, "camt.date", date.position(),
                       fmt::format("expected a date such as 2026-01-31, found {}; read as not "
                                   "given",
                                   in_quotes(text)),
                       "The date of the entry or statement stands in for it. Check it.");
        return std::nullopt;
    }
    return day;
}

AccountNumber read_account_number(const xml::Element& account) {
    AccountNumber number;
    const std::string iban_text = text_of(account, names::account_iban);
    if (auto iban = Iban::parse(iban_text)) {
        number.iban = std::move(*iban);
        return number;
    }
    number.other = iban_text.empty() ? text_of(account, names::account_other) : iban_text;
    // Banks put IBANs here as well; one that passes its check is one.
    if (auto iban = Iban::parse(number.other)) {
        return {std::move(*iban), ""};
    }
    return number;
}

}  // namespace afletter::camt
