// One check for each family of references, over its plain text: references.cpp chooses among them.
#pragma once

#include <afletter/model/references.hpp>

#include <string_view>

namespace afletter {

[[nodiscard]] constexpr Verdict verdict_if(bool passes) {
    return passes ? Verdict::ok : Verdict::wrong_check;
}

// Those with a type of their own in identifiers.hpp.
[[nodiscard]] Verdict check_iban(std::string_view text);
[[nodiscard]] Verdict check_bic(std::string_view text);
[[nodiscard]] Verdict check_creditor_reference(std::string_view text);
[[nodiscard]] Verdict check_payment_reference(std::string_view text);

[[nodiscard]] Verdict check_account_number(std::string_view plain);
[[nodiscard]] Verdict check_bsn(std::string_view plain);
[[nodiscard]] Verdict check_ogm(std::string_view plain);
[[nodiscard]] Verdict check_kid_mod_10(std::string_view plain);
[[nodiscard]] Verdict check_kid_mod_11(std::string_view plain);
[[nodiscard]] Verdict check_viite(std::string_view plain);
[[nodiscard]] Verdict check_ocr(std::string_view plain);
[[nodiscard]] Verdict check_ocr_with_length(std::string_view plain);
[[nodiscard]] Verdict check_qr_reference(std::string_view plain);
[[nodiscard]] Verdict check_creditor_identifier(std::string_view plain);

}  // namespace afletter
