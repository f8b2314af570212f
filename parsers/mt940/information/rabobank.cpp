// Rabobank MT940S: keywords between single slashes; the IBAN stands in the supplementary details
// of field 61.
#include <array>
#include <string>

#include "mt940/information/dialects.hpp"
#include "mt940/information/parts.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::array<std::string_view, 16> keywords = {
    "EREF", "MARF", "CSID", "PREF", "RTRN", "BENM", "ORDP", "NAME",
    "ADDR", "REMI", "ISDT", "PURP", "ULTB", "ULTD", "IBAN", "BIC"};

// "/CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/1234567899874563" is a betalingskenmerk.
void place_remittance(std::string_view value, TransactionDetail& detail) {
    constexpr std::string_view type = "/CDTRREFTP/";
    constexpr std::string_view reference = "/CDTRREF/";
    const std::size_t found = value.find(reference);
    if (value.starts_with(type) && found != std::string_view::npos) {
        detail.structured_reference = trimmed(value.substr(found + reference.size()));
    } else {
        add_remittance(value, detail);
    }
}

}  // namespace

Reading read_rabobank(std::string_view text, TransactionDetail& detail) {
    const std::vector<Part> parts = split_at_keywords(text, Separator::slash, keywords);
    bool any_placed = false;
    bool all_placed = true;
    for (const Part& part : parts) {
        const bool is_side = part.keyword == "BENM" || part.keyword == "ORDP";
        if (part.keyword == "REMI") {
            place_remittance(part.value, detail);
            any_placed = true;
        } else if (is_side && part.value.empty()) {
            continue;  // only says that the name of the beneficiary or orderer follows
        } else if (place_common(part, detail)) {
            any_placed = true;
        } else {
            all_placed = false;
        }
    }
    if (!any_placed) {
        return Reading::other_dialect;
    }
    return all_placed ? Reading::wholly : Reading::partly;
}

}  // namespace afletter::mt940
