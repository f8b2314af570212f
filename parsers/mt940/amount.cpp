// Repairs the form of an amount, never its value.
#include "mt940/amount.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// What 15d can hold fits in 64 bits with this many more digits behind it.
constexpr int digits_added_max = 3;
constexpr std::array<std::int64_t, digits_added_max + 1> powers_of_ten = {1, 10, 100, 1000};

// The straight way of nearly all amounts.
std::optional<Money> regular_amount(const Decimal& decimal, Currency currency) {
    const int missing = currency.minor_digits() - decimal.fraction_digits;
    if (decimal.fraction_digits == Decimal::irregular || missing < 0 ||
        missing > digits_added_max) {
        return std::nullopt;
    }
    return Money(decimal.number * powers_of_ten[static_cast<std::size_t>(missing)], currency);
}

// "52.58" -> "52,58", ",50" -> "0,50", "52" -> "52,", "0000000000000052,58" (longer than 15d) ->
// "52,58"; a mark without digits stays as it is.
std::string in_regular_form(std::string_view text) {
    if (to_upper(text.front()) == 'N') {  // "nul"
        return "0,";
    }
    while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) {
        text.remove_prefix(1);
    }
    std::string regular(text);
    const std::size_t mark = regular.find_first_of(",.");
    if (mark == std::string::npos) {
        return regular + ",";
    }
    regular[mark] = ',';
    return mark == 0 && regular.size() > 1 ? "0" + regular : regular;
}

// The currency with as many digits as a regular amount needs, trailing noughts left out.
Currency with_digits_of(std::string_view regular, Currency currency) {
    const std::size_t last = regular.find_last_not_of('0');
    const std::size_t comma = regular.find(',');
    return currency.with_minor_digits(static_cast<int>(last - comma));
}

// "1.234": only a comma would say that this is less than two.
bool may_be_thousands(const Decimal& decimal, std::string_view regular) {
    constexpr std::size_t group_size = 3;
    const bool has_group = regular.size() - regular.find(',') - 1 == group_size;
    return decimal.fraction_digits == Decimal::irregular && has_group && regular[0] != '0';
}

void warn_of_precision(const Field& field, const Decimal& decimal, const Money& amount,
                       FieldFindings& findings) {
    const Currency currency = amount.currency();
    findings.warn(field,
                  {"amount.precision",
                   fmt::format("expected an amount in {} with at most {} digits behind the "
                               "comma, found {}; read as {}",
                               currency.code(), Currency::parse(currency.code())->minor_digits(),
                               found(decimal.text), to_decimal(amount)),
                   "It is shown but cannot be booked. Ask the bank what is meant.", decimal.text});
}

void warn_of_form(const Field& field, const Decimal& decimal, const Money& amount,
                  FieldFindings& findings) {
    findings.warn(field, {"amount.form",
                          "expected an amount with a comma between digits, found " +
                              found(decimal.text) + "; read as " + to_decimal(amount),
                          "", decimal.text});
}

}  // namespace

std::optional<FormedAmount> parse_amount(const Decimal& decimal, Currency currency) {
    if (const std::optional<Money> amount = regular_amount(decimal, currency)) {
        return FormedAmount{*amount, AmountForm::regular};
    }
    const std::string regular = in_regular_form(decimal.text);
    Result<Money, MoneyError> amount = parse_swift_amount(regular, currency);
    if (amount) {
        const bool is_repaired = decimal.fraction_digits == Decimal::irregular;
        return FormedAmount{*amount, is_repaired ? AmountForm::repaired : AmountForm::regular};
    }
    if (amount.error() == MoneyError::precision && !may_be_thousands(decimal, regular)) {
        amount = parse_swift_amount(regular, with_digits_of(regular, currency));
    }
    return amount ? std::optional(FormedAmount{*amount, AmountForm::too_precise}) : std::nullopt;
}

std::optional<Money> read_amount(const Field& field, const Decimal& decimal, Currency currency,
                                 FieldFindings& findings) {
    if (const std::optional<Money> amount = regular_amount(decimal, currency)) {
        return amount;
    }
    const std::optional<FormedAmount> formed = parse_amount(decimal, currency);
    if (!formed) {
        findings.error(field, {"amount",
                               fmt::format("expected an amount in {}, found {}, which is none",
                                           currency.code(), found(decimal.text)),
                               "Amounts in MT940 carry a comma and no thousands mark. Was the file "
                               "saved by a spreadsheet?",
                               decimal.text});
        return std::nullopt;
    }
    if (formed->form == AmountForm::repaired) {
        warn_of_form(field, decimal, formed->amount, findings);
    } else if (formed->form == AmountForm::too_precise) {
        warn_of_precision(field, decimal, formed->amount, findings);
    }
    return formed->amount;
}

}  // namespace afletter::mt940
