// ABN AMRO since SEPA, also Knab, bunq and Mollie: keywords between single slashes, the type of
// transaction first.
#include <array>
#include <string>

#include "mt940/information/dialects.hpp"
#include "mt940/information/parts.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// RTYP stands in place of TRTP on returns. NRTX and PIND describe a batch.
constexpr std::array<std::string_view, 17> keywords = {
    "TRTP", "RTYP", "IBAN", "BIC",  "NAME", "REMI", "EREF", "MARF", "CSID",
    "RTRN", "PREF", "NRTX", "PIND", "PURP", "ORDP", "BENM", "ADDR"};

// "ISSUER: CUR     REF: 4420043232693268" is a betalingskenmerk.
std::string_view structured_reference_in(std::string_view value) {
    for (const std::string_view mark : {" REF:", " Ref:"}) {
        const std::size_t found = value.find(mark);
        if (found != std::string_view::npos &&
            (value.starts_with("ISSUER:") || value.starts_with("Issuer:"))) {
            return trimmed(value.substr(found + mark.size()));
        }
    }
    return {};
}

// ASN puts the IBAN and the name in front of it.
std::size_t start_of(std::string_view text) {
    for (const std::string_view type : {"/TRTP/", "/RTYP/"}) {
        const std::size_t start = text.find(type);
        if (start == 0 || (start != std::string_view::npos && text[start - 1] == ' ')) {
            return start;
        }
    }
    return std::string_view::npos;
}

}  // namespace

Reading read_abn_amro(std::string_view text, TransactionDetail& detail) {
    const std::size_t start = start_of(text);
    if (start == std::string_view::npos) {
        return Reading::other_dialect;
    }
    for (const Part& part : split_at_keywords(text.substr(start), Separator::slash, keywords)) {
        if (part.keyword == "REMI") {
            const std::string_view reference = structured_reference_in(part.value);
            if (reference.empty()) {
                add_remittance(part.value, detail);
            } else {
                detail.structured_reference = reference;
            }
        } else {
            // The others, the type of transaction first of all, stay in the description.
            static_cast<void>(place_common(part, detail));
        }
    }
    return Reading::partly;
}

}  // namespace afletter::mt940
