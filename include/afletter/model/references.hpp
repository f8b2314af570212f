// Numbers that say what a payment is for, kind by kind: their shape, their check digits, and how
// much a right check digit proves. A ledger's own kinds are in reference_type.hpp.
#pragma once

#include <afletter/model/identifiers.hpp>
#include <afletter/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afletter {

enum class ReferenceKind : std::uint8_t {
    document,             // a number of somebody's own making: no check digits
    iban,                 // ISO 13616
    bic,                  // ISO 9362: no check digits
    creditor_reference,   // ISO 11649 "RF"
    payment_reference,    // Dutch betalingskenmerk of 7, 9 to 14, or 16 digits
    account_number,       // Dutch, from before IBAN: 9 or 10 digits, elfproef
    ogm,                  // Belgian structured communication: 12 digits
    kid_mod_10,           // Norwegian KID of a biller who chose mod 10
    kid_mod_11,           // the same with mod 11; its last character may be a dash
    viite,                // Finnish reference
    ocr,                  // Swedish OCR reference
    ocr_with_length,      // the same with a length digit before the check digit
    qr_reference,         // Swiss QRR, once ESR: 27 digits
    creditor_identifier,  // of SEPA direct debits
    bsn,                  // Dutch citizen service number: looked for only to be masked
};
inline constexpr std::size_t reference_kind_count = 15;

[[nodiscard]] std::string_view name_of(ReferenceKind kind);  // as the enumerator is written

enum class Verdict : std::uint8_t {
    ok,           // right shape, right check digits
    unchecked,    // right shape of a kind or length that has no check digits
    wrong_check,  // right shape; the check or length digits contradict the rest
    wrong_shape,  // a length or characters that this kind never has
};

// Accepts what people and banks put between the characters, and lower case where the kind does.
[[nodiscard]] Verdict check(ReferenceKind kind, std::string_view text);

// The form in which equal references are equal text: without separators, in upper case, a viite
// without leading zeros, the BIC of a head office without XXX. Text of another shape only loses
// its separators.
[[nodiscard]] std::string canonical_reference(ReferenceKind kind, std::string_view text);

// Puts the check digit, and before it a length digit, behind 1 to 24 digits. The other makers
// stand with their types in identifiers.hpp.
[[nodiscard]] Result<std::string, IdentifierError> make_ocr(std::string_view digits,
                                                            bool with_length_digit);

// How often, of 10'000, the check passes what it should not. STANDARDS 7.13; measured again by
// tests/unit/model/references_test.cpp.
struct Strength {
    int random_accepted = 0;  // a random number of this shape
    int digit_missed = 0;     // a right one with one digit mistyped
    int swap_missed = 0;      // a right one with two different neighbours swapped
};

inline constexpr Strength no_check{10'000, 10'000, 10'000};

// `size` is that of the canonical form: short and long payment references differ. Of a creditor
// identifier it holds for what is checked, which its business code is not.
[[nodiscard]] constexpr Strength strength_of(ReferenceKind kind, std::size_t size) {
    constexpr std::size_t unchecked_payment_reference = 7;
    constexpr std::size_t long_payment_reference = 16;
    switch (kind) {
        case ReferenceKind::document:
        case ReferenceKind::bic:
            return no_check;
        case ReferenceKind::payment_reference:
            if (size == unchecked_payment_reference) {
                return no_check;
            }
            return size == long_payment_reference ? Strength{994, 162, 179}
                                                  : Strength{109, 151, 155};
        case ReferenceKind::iban:
        case ReferenceKind::creditor_reference:
        case ReferenceKind::creditor_identifier:
            return {100, 0, 0};
        case ReferenceKind::ogm:
            return {101, 0, 0};
        case ReferenceKind::account_number:
            return {909, 0, 0};
        case ReferenceKind::bsn:
            return {923, 0, 0};
        case ReferenceKind::kid_mod_10:
        case ReferenceKind::ocr:
            return {1045, 0, 228};
        case ReferenceKind::kid_mod_11:
            return {927, 0, 0};
        case ReferenceKind::viite:
            return {990, 0, 1102};
        case ReferenceKind::ocr_with_length:
            return {100, 0, 173};  // no swap passes that moves the length digit
        case ReferenceKind::qr_reference:
            return {998, 0, 231};
    }
    return no_check;
}

}  // namespace afletter
