// Amounts in whole minor units: exact parsing, checked sums, and one way to print them.
#include <afletter/ascii.hpp>
#include <afletter/model/money.hpp>

#include <cstdlib>

#include "currencies.hpp"

namespace afletter {

namespace {

constexpr std::size_t iso20022_total_digits = 18;  // ActiveOrHistoricCurrencyAndAmount
constexpr std::size_t swift_length = 15;           // 15d

// Minor units, digit by digit.
class MinorUnits {
  public:
    void append(char digit) {
        fits_ = fits_ && !__builtin_mul_overflow(value_, 10, &value_) &&
                !__builtin_add_overflow(value_, digit - '0', &value_);
    }
    [[nodiscard]] bool fits() const { return fits_; }
    [[nodiscard]] std::int64_t value() const { return value_; }

  private:
    std::int64_t value_ = 0;
    bool fits_ = true;
};

// Digits, and more of them behind the mark where there is one. What goes beyond the currency's
// digits must be zero.
Result<Money, MoneyError> read_number(std::string_view text, char mark, Currency currency) {
    const auto kept = static_cast<std::size_t>(currency.minor_digits());
    MinorUnits minor;
    std::size_t at = 0;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        minor.append(text[at]);
    }
    const bool has_mark = at < text.size();
    if (at == 0 || (has_mark && text[at] != mark)) {
        return fail(MoneyError::malformed);
    }
    std::size_t decimals = 0;
    bool is_exact = true;
    for (at += has_mark ? 1 : 0; at < text.size(); ++at, ++decimals) {
        if (!is_digit(text[at])) {
            return fail(MoneyError::malformed);
        }
        if (decimals < kept) {
            minor.append(text[at]);
        } else {
            is_exact = is_exact && text[at] == '0';
        }
    }
    for (; decimals < kept; ++decimals) {
        minor.append('0');
    }
    if (!is_exact || !minor.fits()) {
        return fail(is_exact ? MoneyError::overflow : MoneyError::precision);
    }
    return Money(minor.value(), currency);
}

bool has(std::string_view text, char mark) {
    return text.find(mark) != std::string_view::npos;
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
    const bool may_be_too_long = text.size() > iso20022_total_digits;
    if (may_be_too_long && text.size() - (has(text, '.') ? 1 : 0) > iso20022_total_digits) {
        return fail(MoneyError::malformed);
    }
    return read_number(text, '.', currency);
}

Result<Money, MoneyError> parse_swift_amount(std::string_view text, Currency currency) {
    if (text.size() > swift_length || !has(text, ',')) {
        return fail(MoneyError::malformed);
    }
    return read_number(text, ',', currency);
}

Result<Money, MoneyError> parse_decimal(std::string_view text, Currency currency) {
    const bool negative = text.starts_with('-');
    if (text.ends_with('.')) {
        return fail(MoneyError::malformed);
    }
    const auto amount = read_number(text.substr(negative ? 1 : 0), '.', currency);
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
