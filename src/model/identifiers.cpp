// The checks behind Iban, Bic, CreditorReference and PaymentReference.
#include <afletter/ascii.hpp>
#include <afletter/model/identifiers.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include "iban_registry.hpp"
#include "mod_97.hpp"

namespace afletter {

namespace {

bool is_alphanumeric(char c) {
    return is_digit(c) || is_upper(c);
}
bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

// What people and banks put between the characters of a reference.
bool is_separator(char c) {
    return c == ' ' || c == '.' || c == '-' || c == '\t';
}

std::string canonical(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (const char c : text) {
        if (!is_separator(c)) {
            kept += to_upper(c);
        }
    }
    return kept;
}

// canonical() of what can be an identifier at all; longer text keeps one character too many. Files
// of banks are nearly always canonical already: then it is the text itself.
class CanonicalText {
  public:
    explicit CanonicalText(std::string_view text) {
        if (std::ranges::all_of(text, is_alphanumeric)) {
            view_ = text;
            return;
        }
        std::size_t size = 0;
        for (const char c : text) {
            if (is_separator(c)) {
                continue;
            }
            if (size == characters_.size()) {
                break;
            }
            characters_[size++] = to_upper(c);
        }
        view_ = {characters_.data(), size};
    }
    CanonicalText(const CanonicalText&) = delete;
    CanonicalText& operator=(const CanonicalText&) = delete;
    [[nodiscard]] std::string_view view() const { return view_; }

  private:
    std::array<char, Iban::size_max + 1> characters_;
    std::string_view view_;
};

// The same over "head + rest" with the four characters of the head moved behind.
std::uint64_t rotated_mod_97(std::string_view text) {
    return mod_97(text.substr(0, 4), mod_97(text.substr(4)));
}

// Check digits 02 to 98 for what follows them; `head` is the country code, or RF.
std::string mod_97_check_digits(std::string_view head, std::string_view rest) {
    const auto check = static_cast<int>(98 - mod_97("00", mod_97(head, mod_97(rest))));
    return {static_cast<char>('0' + check / 10), static_cast<char>('0' + check % 10)};
}

constexpr std::size_t digits_at_once = 8;

// The value of eight digits, which are read as one number and added in pairs; nothing when one of
// them is none.
std::optional<std::uint64_t> value_of_eight_digits(const char* at) {
    std::uint64_t digits = 0;
    for (std::size_t i = 0; i < digits_at_once; ++i) {  // one load, where the first byte is lowest
        digits |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
    }
    const std::uint64_t values = digits - 0x3030'3030'3030'3030U;
    if (((values | (digits + 0x4646'4646'4646'4646U)) & 0x8080'8080'8080'8080U) != 0) {
        return std::nullopt;
    }
    const std::uint64_t pairs = (values * 10 + (values >> 8U)) & 0x00ff'00ff'00ff'00ffU;
    const std::uint64_t fours = (pairs * 100 + (pairs >> 16U)) & 0x0000'ffff'0000'ffffU;
    return (fours * 10'000 + (fours >> 32U)) & 0xffff'ffffU;
}

// mod 97-10 over a BBAN; nothing when a character does not fit its country. Both in one pass and
// with hardly a branch for what does not fit: statements hold millions of them, and nearly all do.
std::optional<std::uint64_t> mod_97_if_fitting(std::string_view bban,
                                               const BbanStructure& structure) {
    constexpr std::uint64_t number_max = std::uint64_t{1} << 56U;  // two digits more fit
    unsigned misfits = 0;
    std::uint64_t number = 0;
    const char* at = bban.data();
    for (const BbanRun& run : structure.runs) {
        std::size_t left = run.size;
        for (; run.classes == BbanRun::digit && left >= digits_at_once; left -= digits_at_once) {
            const auto value = value_of_eight_digits(at);
            if (!value) {
                return std::nullopt;
            }
            number = (number % 97) * 100'000'000 + *value;
            at += digits_at_once;
        }
        for (; left > 0; --left, ++at) {
            const CharacterValue& character = value_of(*at);
            misfits |= character.classes & ~unsigned{run.classes};
            number = number * character.factor + character.value;
            number = number < number_max ? number : number % 97;
        }
    }
    return misfits == 0 ? std::optional(number % 97) : std::nullopt;
}

bool begins_like_iban(std::string_view text) {
    return text.size() >= 4 && is_upper(text[0]) && is_upper(text[1]) && is_digit(text[2]) &&
           is_digit(text[3]);
}

// 00, 01 and 99 are aliases of 97, 98 and 02: they pass mod 97, yet nobody issues them.
bool has_check_digits(std::string_view head, std::uint64_t bban_remainder) {
    const auto value = [head](std::size_t at) { return std::uint64_t{value_of(head[at]).value}; };
    const std::uint64_t check = value(2) * 10 + value(3);
    const std::uint64_t country = value(0) * 100 + value(1);
    return check >= 2 && check <= 98 &&
           (bban_remainder * 1'000'000 + country * 100 + check) % 97 == 1;
}

// An IBAN in capitals and without blanks.
std::optional<IdentifierError> fault_of_plain_iban(std::string_view iban) {
    const BbanStructure* const structure = bban_structure_of(iban[0], iban[1]);
    if (structure == nullptr) {
        return IdentifierError::unknown_country;
    }
    if (iban.size() != 4U + structure->size) {
        return IdentifierError::length;
    }
    const std::optional<std::uint64_t> remainder = mod_97_if_fitting(iban.substr(4), *structure);
    if (!remainder) {
        return IdentifierError::malformed;
    }
    if (!has_check_digits(iban.substr(0, 4), *remainder)) {
        return IdentifierError::check_digits;
    }
    return std::nullopt;
}

// Mod 11 over weights 2 4 8 5 10 9 7 3 6 1 from the right, repeating; 10 becomes 1, 11 becomes 0.
char payment_reference_check_digit(std::string_view digits) {
    constexpr std::array<int, 10> weights{2, 4, 8, 5, 10, 9, 7, 3, 6, 1};
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        sum += (digits[digits.size() - 1 - i] - '0') * weights[i % weights.size()];
    }
    const int check = 11 - sum % 11;
    return static_cast<char>('0' + (check == 10 ? 1 : check % 11));
}

char length_digit(std::size_t digits) {
    return static_cast<char>('0' + digits % 10);
}

}  // namespace

template <>
Result<Iban, IdentifierError> Iban::parse(std::string_view text) {
    // As files have it: only where this is none does it cost anything to tell what else it may be.
    if (begins_like_iban(text) && !fault_of_plain_iban(text)) {
        return Iban(text);
    }
    const CanonicalText canonical_text(text);
    const std::string_view iban = canonical_text.view();
    if (!begins_like_iban(iban) || !std::ranges::all_of(iban, is_alphanumeric)) {
        return fail(IdentifierError::malformed);
    }
    if (const std::optional<IdentifierError> fault = fault_of_plain_iban(iban)) {
        return fail(*fault);
    }
    return Iban(iban);
}

template <>
Result<Bic, IdentifierError> Bic::parse(std::string_view text) {
    if (text.size() != 8 && text.size() != 11) {
        return fail(IdentifierError::length);
    }
    const bool fits = std::ranges::all_of(text.substr(0, 4), is_alphanumeric) &&
                      std::ranges::all_of(text.substr(4, 2), is_upper) &&
                      std::ranges::all_of(text.substr(6), is_alphanumeric);
    if (!fits) {
        return fail(IdentifierError::malformed);
    }
    return Bic(text);
}

template <>
Result<CreditorReference, IdentifierError> CreditorReference::parse(std::string_view text) {
    const CanonicalText canonical_text(text);
    const std::string_view reference = canonical_text.view();
    if (!reference.starts_with("RF") || !std::ranges::all_of(reference, is_alphanumeric)) {
        return fail(IdentifierError::malformed);
    }
    if (reference.size() < 5 || reference.size() > 25) {
        return fail(IdentifierError::length);
    }
    if (!is_digit(reference[2]) || !is_digit(reference[3])) {
        return fail(IdentifierError::malformed);
    }
    if (rotated_mod_97(reference) != 1) {
        return fail(IdentifierError::check_digits);
    }
    return CreditorReference(reference);
}

template <>
Result<PaymentReference, IdentifierError> PaymentReference::parse(std::string_view text) {
    const CanonicalText canonical_text(text);
    const std::string_view digits = canonical_text.view();
    if (digits.empty() || !is_digits(digits)) {
        return fail(IdentifierError::malformed);
    }
    if (digits.size() == 7) {
        return PaymentReference(digits);
    }
    const bool has_length_digit = digits.size() >= 9 && digits.size() <= 14;
    if (!has_length_digit && digits.size() != 16) {
        return fail(IdentifierError::length);
    }
    if (has_length_digit && digits[1] != length_digit(digits.size() - 2)) {
        return fail(IdentifierError::length_code);
    }
    if (digits[0] != payment_reference_check_digit(digits.substr(1))) {
        return fail(IdentifierError::check_digits);
    }
    return PaymentReference(digits);
}

Result<PaymentReference, IdentifierError> make_payment_reference(std::string_view digits) {
    if (!is_digits(digits)) {
        return fail(IdentifierError::malformed);
    }
    std::string rest(digits);
    if (digits.size() >= 7 && digits.size() <= 12) {
        rest.insert(rest.begin(), length_digit(digits.size()));
    } else if (digits.size() != 15) {
        return fail(IdentifierError::length);
    }
    return PaymentReference::parse(payment_reference_check_digit(rest) + rest);
}

Result<CreditorReference, IdentifierError> make_creditor_reference(std::string_view body) {
    const std::string rest = canonical(body);
    if (!std::ranges::all_of(rest, is_alphanumeric)) {
        return fail(IdentifierError::malformed);
    }
    return CreditorReference::parse("RF" + mod_97_check_digits("RF", rest) + rest);
}

Result<Iban, IdentifierError> make_iban(std::string_view country, std::string_view bban) {
    const std::string rest = canonical(bban);
    if (!std::ranges::all_of(rest, is_alphanumeric) || !std::ranges::all_of(country, is_upper)) {
        return fail(IdentifierError::malformed);
    }
    return Iban::parse(std::string(country) + mod_97_check_digits(country, rest) + rest);
}

bool passes_elfproef(std::string_view text) {
    const std::string digits = canonical(text);
    if ((digits.size() != 9 && digits.size() != 10) || !is_digits(digits) ||
        digits.find_first_not_of('0') == std::string::npos) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        sum += (digits[i] - '0') * static_cast<int>(digits.size() - i);
    }
    return sum % 11 == 0;
}

std::string to_text(LineId id) {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford
    std::string text(12, '0');
    auto rest = static_cast<std::uint64_t>(id.value);
    for (auto place = text.rbegin(); place != text.rend(); ++place) {
        *place = alphabet[rest & 31U];
        rest >>= 5U;
    }
    return text;
}

}  // namespace afletter
