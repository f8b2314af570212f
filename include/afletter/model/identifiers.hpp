// Text that passed its check once, at the edge, and whose type remembers it.
#pragma once

#include <afletter/result.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace afletter {

enum class IdentifierError : std::uint8_t {
    malformed,        // characters or structure that this kind never has
    length,           // not a length of this kind (of this country)
    check_digits,     // the check digits contradict the rest: mistyped, or something else
    length_code,      // betalingskenmerk of 9 to 14 digits: its second digit is not its length
    unknown_country,  // not in the IBAN registry we hold: not wrong, but not known either
};

// The text in its canonical form (upper case, no blanks or punctuation). Made only by parse(). It
// lies in the value itself: statements hold millions of them.
template <class Tag>
class Checked {
  public:
    static constexpr std::size_t size_max = 34;  // an IBAN of the longest kind

    // Accepts what people and banks write: blanks, dots and lower case are taken away first.
    [[nodiscard]] static Result<Checked, IdentifierError> parse(std::string_view text);

    [[nodiscard]] std::string_view text() const { return {characters_.data(), size_}; }

    friend bool operator==(const Checked& left, const Checked& right) {
        return left.text() == right.text();
    }
    friend auto operator<=>(const Checked& left, const Checked& right) {
        return left.text() <=> right.text();
    }

  private:
    explicit Checked(std::string_view text) : size_(static_cast<std::uint8_t>(text.size())) {
        text.copy(characters_.data(), size_max);
    }
    std::array<char, size_max> characters_{};
    std::uint8_t size_;
};

// Empty when there is none.
template <class Tag>
[[nodiscard]] std::string_view text_if_known(const std::optional<Checked<Tag>>& identifier) {
    return identifier ? identifier->text() : std::string_view();
}

using Iban = Checked<struct IbanTag>;  // ISO 13616; registry of 89 countries, mod 97, 02 to 98
using Bic = Checked<struct BicTag>;    // ISO 9362; upper case only, as the standard has it
// ISO 11649 "RF": RF, two check digits, 1 to 21 letters and digits; mod 97.
using CreditorReference = Checked<struct CreditorReferenceTag>;
// Betalingskenmerk (Betaalvereniging Nederland): 7 digits unchecked, 9 to 14 with a length digit,
// or 16; check digit mod 11 over weights 2 4 8 5 10 9 7 3 6 1 from the right.
using PaymentReference = Checked<struct PaymentReferenceTag>;

// Makes the check digit for 15 digits (length 16) or puts check and length digit before 7 to 12.
[[nodiscard]] Result<PaymentReference, IdentifierError> make_payment_reference(
    std::string_view digits);
// Puts RF and the check digits before 1 to 21 letters and digits.
[[nodiscard]] Result<CreditorReference, IdentifierError> make_creditor_reference(
    std::string_view body);
// Puts country and check digits before a BBAN.
[[nodiscard]] Result<Iban, IdentifierError> make_iban(std::string_view country,
                                                      std::string_view bban);
// Elfproef of 9- and 10-digit Dutch account numbers from before IBAN; weights n..1, mod 11.
[[nodiscard]] bool passes_elfproef(std::string_view digits);

// A number of the ledger that cannot be taken for another kind of number.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    friend bool operator==(const Id&, const Id&) = default;
    friend auto operator<=>(const Id&, const Id&) = default;
};

using LineId = Id<struct LineTag>;  // made from what the line says, so it is the same in any ledger
using MatchId = Id<struct MatchTag>;
using RunId = Id<struct RunTag>;
using AccountId = Id<struct AccountTag>;

// A LineId as people type it: 12 characters of Crockford's base 32, no I, L, O, U.
[[nodiscard]] std::string to_text(LineId id);

}  // namespace afletter

template <class Tag>
struct std::hash<afletter::Id<Tag>> {
    std::size_t operator()(const afletter::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
