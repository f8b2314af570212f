// Norwegian KID, Finnish viite, Swedish OCR.
#include <array>
#include <string>

#include "references/check_digits.hpp"
#include "references/families.hpp"

namespace afletter {

namespace {

constexpr std::size_t longest = 25;  // of a KID and of an OCR reference

std::string_view without_last(std::string_view text) {
    return text.substr(0, text.size() - 1);
}

bool is_digits_of(std::string_view text, std::size_t size_min) {
    return text.size() >= size_min && text.size() <= longest && all_digits(text);
}

char length_digit_of(std::size_t whole_size) {
    return as_digit(static_cast<unsigned>(whole_size % 10));
}

}  // namespace

Verdict check_kid_mod_10(std::string_view plain) {
    if (!is_digits_of(plain, 2)) {
        return Verdict::wrong_shape;
    }
    return verdict_if(plain.back() == luhn_check_digit(without_last(plain)));
}

// Weights 2 to 7 from the right; of 11 - remainder, 10 is written as a dash and 11 as 0.
Verdict check_kid_mod_11(std::string_view plain) {
    constexpr std::array<std::uint8_t, 6> weights{2, 3, 4, 5, 6, 7};
    constexpr std::string_view written = "0-987654321";  // by remainder
    if (plain.size() < 2 || plain.size() > longest || !all_digits(without_last(plain)) ||
        (!is_digit(plain.back()) && plain.back() != '-')) {
        return Verdict::wrong_shape;
    }
    return verdict_if(plain.back() == written[weighted_sum(without_last(plain), weights) % 11]);
}

// Without leading zeros; weights 7, 3, 1 from the right.
Verdict check_viite(std::string_view plain) {
    constexpr std::array<std::uint8_t, 3> weights{7, 3, 1};
    constexpr std::size_t shortest = 4;
    constexpr std::size_t longest_viite = 20;
    if (plain.size() < shortest || plain.size() > longest_viite || !all_digits(plain)) {
        return Verdict::wrong_shape;
    }
    const auto remainder = static_cast<unsigned>(weighted_sum(without_last(plain), weights) % 10);
    return verdict_if(plain.back() == as_digit(10 - remainder));
}

Verdict check_ocr(std::string_view plain) {
    return check_kid_mod_10(plain);  // Luhn over 2 to 25 digits, like the KID
}

Verdict check_ocr_with_length(std::string_view plain) {
    if (!is_digits_of(plain, 3)) {
        return Verdict::wrong_shape;
    }
    const bool length_is_right = plain[plain.size() - 2] == length_digit_of(plain.size());
    return verdict_if(length_is_right && check_ocr(plain) == Verdict::ok);
}

Result<std::string, IdentifierError> make_ocr(std::string_view digits, bool with_length_digit) {
    const std::size_t whole = digits.size() + (with_length_digit ? 2 : 1);
    if (!all_digits(digits)) {
        return fail(IdentifierError::malformed);
    }
    if (digits.empty() || whole > longest) {
        return fail(IdentifierError::length);
    }
    std::string made(digits);
    if (with_length_digit) {
        made += length_digit_of(whole);
    }
    return made + luhn_check_digit(made);
}

}  // namespace afletter
