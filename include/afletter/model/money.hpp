// Amounts: whole minor units with a currency. Floating point never touches them.
#pragma once

#include <afletter/result.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace afletter {

// An alphabetic code of ISO 4217, with the number of its minor digits (EUR 2, JPY 0, BHD 3).
class Currency {
  public:
    // Accepts the 178 current codes of ISO 4217 and the withdrawn ones that statements of the
    // last ten years may hold (HRK, ANG, BGN, ...); anything else is not a currency.
    [[nodiscard]] static Result<Currency, struct UnknownCurrency> parse(std::string_view code);
    [[nodiscard]] static Currency euro();

    // The same currency counted in smaller units: a bank that writes 0,32 XOF means something, but
    // nothing that the ledger can book. Not equal to the currency itself.
    [[nodiscard]] Currency with_minor_digits(int digits) const;
    [[nodiscard]] bool is_standard() const;  // has the minor digits of ISO 4217

    [[nodiscard]] std::string_view code() const { return {code_.data(), code_.size()}; }
    [[nodiscard]] int minor_digits() const { return minor_digits_; }

    friend bool operator==(const Currency&, const Currency&) = default;
    friend auto operator<=>(const Currency&, const Currency&) = default;

  private:
    Currency(std::string_view code, int minor_digits);
    std::array<char, 3> code_;
    std::int8_t minor_digits_;
};

struct UnknownCurrency {};

enum class MoneyError : std::uint8_t {
    malformed,          // not a decimal number in the form asked for
    precision,          // more digits than the currency has, and they are not zero
    overflow,           // does not fit in 64 bits of minor units; refused, never wrapped
    currency_mismatch,  // two currencies in one sum
};

// An amount, signed from the municipality's side: positive came in, negative went out.
// There is no + and no <: overflow and mixed currencies must show in the answer's type.
class Money {
  public:
    Money(std::int64_t minor_units, Currency currency) : minor_(minor_units), currency_(currency) {}

    [[nodiscard]] std::int64_t minor_units() const { return minor_; }
    [[nodiscard]] Currency currency() const { return currency_; }
    [[nodiscard]] bool is_zero() const { return minor_ == 0; }
    [[nodiscard]] bool is_negative() const { return minor_ < 0; }

    friend bool operator==(const Money&, const Money&) = default;

  private:
    std::int64_t minor_;
    Currency currency_;
};

[[nodiscard]] Result<Money, MoneyError> checked_add(const Money& left, const Money& right);
[[nodiscard]] Result<Money, MoneyError> checked_subtract(const Money& left, const Money& right);
[[nodiscard]] Result<Money, MoneyError> negated(const Money& amount);

// ISO 20022 amount (ActiveOrHistoricCurrencyAndAmount): digits, optionally '.' and digits; at most
// 18 digits in all, no sign, no exponent, no blanks.
[[nodiscard]] Result<Money, MoneyError> parse_iso20022_amount(std::string_view text,
                                                              Currency currency);
// SWIFT 15d: digits, a mandatory comma, optionally digits; at least one digit before the comma.
[[nodiscard]] Result<Money, MoneyError> parse_swift_amount(std::string_view text,
                                                           Currency currency);
// A machine amount of interfaces: optional '-', digits, optionally '.' and digits.
[[nodiscard]] Result<Money, MoneyError> parse_decimal(std::string_view text, Currency currency);

// "-12.34": a point and exactly the currency's minor digits; the form of every machine format.
[[nodiscard]] std::string to_decimal(const Money& amount);

}  // namespace afletter
