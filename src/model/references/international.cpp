// References of ISO and SEPA, and those that have a type of their own. A country that the registry
// does not hold has no shape that could be right.
#include <afletter/ascii.hpp>
#include <afletter/model/identifiers.hpp>

#include <algorithm>

#include "mod_97.hpp"
#include "references/families.hpp"

namespace afletter {

namespace {

template <class Identifier>
Verdict verdict_on(const Result<Identifier, IdentifierError>& identifier) {
    if (identifier) {
        return Verdict::ok;
    }
    const bool contradicts = identifier.error() == IdentifierError::check_digits ||
                             identifier.error() == IdentifierError::length_code;
    return contradicts ? Verdict::wrong_check : Verdict::wrong_shape;
}

bool is_alphanumeric(char c) {
    return is_digit(c) || is_upper(c);
}

}  // namespace

Verdict check_iban(std::string_view text) {
    return verdict_on(Iban::parse(text));
}

Verdict check_bic(std::string_view text) {
    return Bic::parse(text) ? Verdict::unchecked : Verdict::wrong_shape;
}

Verdict check_creditor_reference(std::string_view text) {
    return verdict_on(CreditorReference::parse(text));
}

Verdict check_payment_reference(std::string_view text) {
    constexpr std::size_t unchecked_size = 7;
    const auto reference = PaymentReference::parse(text);
    return reference && reference->text().size() == unchecked_size ? Verdict::unchecked
                                                                   : verdict_on(reference);
}

// Country, two check digits, three characters of the creditor's own that the check leaves out, and
// the national identifier.
Verdict check_creditor_identifier(std::string_view plain) {
    constexpr std::size_t head = 4;
    constexpr std::size_t national_at = 7;
    constexpr std::size_t size_max = 35;
    const bool fits = plain.size() > national_at && plain.size() <= size_max &&
                      is_upper(plain[0]) && is_upper(plain[1]) && is_digit(plain[2]) &&
                      is_digit(plain[3]) && std::ranges::all_of(plain, is_alphanumeric);
    if (!fits) {
        return Verdict::wrong_shape;
    }
    const std::string_view check = plain.substr(2, 2);
    const bool is_issued = check != "00" && check != "01" && check != "99";  // aliases, as in IBANs
    return verdict_if(is_issued &&
                      mod_97(plain.substr(0, head), mod_97(plain.substr(national_at))) == 1);
}

}  // namespace afletter
