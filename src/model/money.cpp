// Amounts in whole minor units: exact parsing, checked sums, and one way to print them.
#include <afletter/assert.hpp>
#include <afletter/model/money.hpp>

#include <algorithm>
#include <cstdlib>

#include "currencies.hpp"

namespace afletter {

namespace {

constexpr std::size_t iso20022_total_digits = 18;  // ActiveOrHistoricCurrencyAndAmount
constexpr std::size_t swift_length = 15;           // 15d

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The digits of both parts as minor units. What goes beyond the currency's digits must be zero.
Result<std::int64_t, MoneyError> to_minor(std::string_view whole, std::string_view fraction,
                                          int minor_digits) {
    const auto kept = static_cast<std::size_t>(minor_digits);
    if (fraction.size() > kept && fraction.find_first_not_of('0', kept) != fraction.npos) {
        return fail(MoneyError::precision);
    }
    std::int64_t minor = 0;
    const auto append = [&minor](char digit) {
        return !__builtin_mul_overflow(minor, 10, &minor) &&
               !__builtin_add_overflow(minor, digit - '0', &minor);
    };
    for (const char digit : whole) {
        if (!append(digit)) {
            return fail(MoneyError::overflow);
        }
    }
    for (std::size_t i = 0; i < kept; ++i) {
        if (!append(i < fraction.size() ? fraction[i] : '0')) {
            return fail(MoneyError::overflow);
        }
    }
    return minor;
}

struct Parts {
    std::string_view whole;
    std::string_view fraction;
    bool has_mark = false;
};

Parts split_at(std::string_view text, char mark) {
    const std::size_t at = text.find(mark);
    if (at == text.npos) {
        return {text, {}, false};
    }
    return {text.substr(0, at), text.substr(at + 1), true};
}

bool is_number(const Parts& parts) {
    return !parts.whole.empty() && is_digits(parts.whole) && is_digits(parts.fraction);
}

Result<Money, MoneyError> money_of(const Parts& parts, Currency currency) {
    return to_minor(parts.whole, parts.fraction, currency.minor_digits())
        .map([currency](std::int64_t minor) { return Money(minor, currency); });
}

}  // namespace

Currency::Currency(std::string_view code, int minor_digits)
    : code_{code[0], code[1], code[2]}, minor_digits_(static_cast<std::int8_t>(minor_digits)) {}

Result<Currency, UnknownCurrency> Currency::parse(std::string_view code) {
    if (const auto digits = minor_digits_of(code)) {
        return Currency(code, *digits);
    }
    return fail(UnknownCurrency{});
}

Currency Currency::euro() {
    return {"EUR", 2};
}

Currency Currency::with_minor_digits(int digits) const {
    return {code(), digits};
}

bool Currency::is_standard() const {
    return minor_digits_of(code()) == minor_digits_;
}

Result<Money, MoneyError> checked_add(const Money& left, const Money& right) {
    if (left.currency() != right.currency()) {
        return fail(MoneyError::currency_mismatch);
    }
    std::int64_t sum = 0;
    if (__builtin_add_overflow(left.minor_units(), right.minor_units(), &sum)) {
        return fail(MoneyError::overflow);
    }
    return Money(sum, left.currency());
}

Result<Money, MoneyError> checked_subtract(const Money& left, const Money& right) {
    if (left.currency() != right.currency()) {
        return fail(MoneyError::currency_mismatch);
    }
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(left.minor_units(), right.minor_units(), &difference)) {
        return fail(MoneyError::overflow);
    }
    return Money(difference, left.currency());
}

Result<Money, MoneyError> negated(const Money& amount) {
    return checked_subtract(Money(0, amount.currency()), amount);
}

Result<Money, MoneyError> parse_iso20022_amount(std::string_view text, Currency currency) {
    const Parts parts = split_at(text, '.');
    if (!is_number(parts) || parts.whole.size() + parts.fraction.size() > iso20022_total_digits) {
        return fail(MoneyError::malformed);
    }
    return money_of(parts, currency);
}

Result<Money, MoneyError> parse_swift_amount(std::string_view text, Currency currency) {
    const Parts parts = split_at(text, ',');
    if (text.size() > swift_length || !parts.has_mark || !is_number(parts)) {
        return fail(MoneyError::malformed);
    }
    return money_of(parts, currency);
}

Result<Money, MoneyError> parse_decimal(std::string_view text, Currency currency) {
    const bool negative = text.starts_with('-');
    const Parts parts = split_at(negative ? text.substr(1) : text, '.');
    if (!is_number(parts) || (parts.has_mark && parts.fraction.empty())) {
        return fail(MoneyError::malformed);
    }
    const auto amount = money_of(parts, currency);
    return negative ? amount.and_then(negated) : amount;
}

std::string to_decimal(const Money& amount) {
    const auto kept = static_cast<std::size_t>(amount.currency().minor_digits());
    // The magnitude of the smallest int64 does not fit in int64.
    const std::uint64_t magnitude = amount.is_negative()
                                        ? ~static_cast<std::uint64_t>(amount.minor_units()) + 1
                                        : static_cast<std::uint64_t>(amount.minor_units());
    std::string digits = std::to_string(magnitude);
    if (digits.size() <= kept) {
        digits.insert(0, kept + 1 - digits.size(), '0');
    }
    if (kept > 0) {
        digits.insert(digits.size() - kept, 1, '.');
    }
    return amount.is_negative() ? "-" + digits : digits;
}

}  // namespace afletter
