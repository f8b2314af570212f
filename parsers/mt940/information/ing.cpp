// ING MT940S ("structured"): keywords between double slashes.
#include <array>
#include <string>

#include "mt940/information/dialects.hpp"
#include "mt940/information/parts.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::array<std::string_view, 11> keywords = {
    "EREF", "MARF", "CSID", "CNTP", "REMI", "PREF", "RTRN", "PURP", "ULTC", "ULTD", "SUM"};

// iban/bic/name/city; the name may hold slashes. False when a city is left without a place.
bool place_counterparty(std::string_view value, Counterparty& counterparty) {
    const auto next_field = [&value] {
        const std::size_t size = std::min(value.find('/'), value.size());
        const std::string_view field = value.substr(0, size);
        value.remove_prefix(std::min(size + 1, value.size()));
        return field;
    };
    place_account(next_field(), counterparty);
    counterparty.bic = next_field();
    const std::size_t city = value.rfind('/');
    counterparty.name = single_spaced(value.substr(0, city));
    return city == std::string_view::npos || trimmed(value.substr(city + 1)).empty();
}

// USTD//text, or STRD/issuer/reference with CUR (betalingskenmerk) or ISO (RF) as issuer.
void place_remittance(std::string_view value, TransactionDetail& detail) {
    constexpr std::string_view unstructured = "USTD//";
    constexpr std::string_view structured = "STRD/";
    if (value.starts_with(unstructured)) {
        value.remove_prefix(unstructured.size());
    } else if (value.starts_with(structured)) {
        value.remove_prefix(structured.size());
        if (const std::size_t issuer = value.find('/'); issuer != std::string_view::npos) {
            detail.structured_reference = trimmed(value.substr(issuer + 1));
            return;
        }
    }
    add_remittance(value, detail);
}

}  // namespace

Reading read_ing(std::string_view text, TransactionDetail& detail) {
    const bool is_ing = text.find("/CNTP/") != std::string_view::npos ||
                        text.find("/REMI/USTD/") != std::string_view::npos ||
                        text.find("/REMI/STRD/") != std::string_view::npos;
    if (!is_ing) {
        return Reading::other_dialect;
    }
    const std::vector<Part> parts = split_at_keywords(text, Separator::double_slash, keywords);
    if (parts.empty()) {
        return Reading::other_dialect;
    }
    bool all_placed = true;
    for (const Part& part : parts) {
        if (part.keyword == "CNTP") {
            all_placed = place_counterparty(part.value, detail.counterparty) && all_placed;
        } else if (part.keyword == "REMI") {
            place_remittance(part.value, detail);
        } else {
            all_placed = place_common(part, detail) && all_placed;
        }
    }
    return all_placed ? Reading::wholly : Reading::partly;
}

}  // namespace afletter::mt940
