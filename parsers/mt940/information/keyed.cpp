// ING, ABN AMRO, Rabobank, Knab, Triodos, bunq, Mollie and others: keywords between slashes. Which
// keywords, in what order and with how many slashes, shows in each text by itself.
#include <array>
#include <string>

#include "mt940/information/dialects.hpp"
#include "mt940/information/keywords.hpp"
#include "mt940/information/marks.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/information/references.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Up to the next slash, which is taken away with it.
std::string_view next_field(std::string_view& value) {
    const std::size_t size = std::min(value.find('/'), value.size());
    const std::string_view field = value.substr(0, size);
    value.remove_prefix(std::min(size + 1, value.size()));
    return field;
}

// iban/bic/name/city; the name may hold slashes, the city stands behind the last.
void place_counterparty(std::string_view value, Placer& placer) {
    placer.account("CNTP", next_field(value));
    placer.bic("CNTP", next_field(value));
    const std::size_t city = value.rfind('/');
    placer.name("CNTP", value.substr(0, city));
    if (city != std::string_view::npos) {
        placer.other("CITY", value.substr(city + 1));
    }
}

// ISSUER: CUR  REF: 4420043232693268, of ABN AMRO's acceptgiro.
std::string_view issued_reference_in(std::string_view value) {
    if (!value.starts_with("ISSUER:") && !value.starts_with("Issuer:")) {
        return {};
    }
    for (const std::string_view mark : {" REF", " Ref"}) {
        // Looked for by its colon, for the blanks of a column are many.
        Marks colons(value, ':', mark.size());
        for (std::size_t at = colons.next(); at < value.size(); at = colons.next()) {
            if (value.substr(at - mark.size(), mark.size()) == mark) {
                return trimmed(value.substr(at + 1));
            }
        }
    }
    return {};
}

// STRD/CUR/8850426741301240: the issuer says whose reference it is; CUR is the betalingskenmerk,
// ISO the RF reference.
void place_structured(std::string_view value, Placer& placer) {
    const std::string_view issuer = next_field(value);
    if (value.empty()) {
        placer.structured_reference("STRD", issuer);
        return;
    }
    if (issuer != "CUR" && issuer != "ISO") {
        placer.other("ISSR", issuer);
    }
    placer.structured_reference("STRD", next_field(value));
    placer.remittance(value);
}

// Rabobank: "/CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/1234567899874563".
bool place_creditor_reference(std::string_view value, Placer& placer) {
    constexpr std::string_view type = "/CDTRREFTP/";
    constexpr std::string_view reference = "/CDTRREF/";
    const std::size_t start = value.find(type);
    const std::size_t found =
        start == std::string_view::npos ? start : value.find(reference, start);
    if (found == std::string_view::npos) {
        return false;
    }
    placer.remittance(value.substr(0, start));
    placer.structured_reference("CDTRREF", value.substr(found + reference.size()));
    return true;
}

void place_remittance(std::string_view value, Placer& placer) {
    constexpr std::string_view unstructured = "USTD/";
    constexpr std::string_view structured = "STRD/";
    if (value.starts_with(unstructured)) {
        value.remove_prefix(unstructured.size());
        value.remove_prefix(value.starts_with('/') ? 1 : 0);
    } else if (value.starts_with(structured)) {
        place_structured(value.substr(structured.size()), placer);
        return;
    }
    if (const std::string_view reference = issued_reference_in(value); !reference.empty()) {
        placer.structured_reference("REMI", reference);
    } else if (!place_creditor_reference(value, placer)) {
        placer.remittance(value);
        place_belgian_reference(value, placer);
    }
}

// "300000000000133 /Name /reference /text", of North Macedonia: account, name and the rest.
void place_party(std::string_view keyword, std::string_view value, Placer& placer) {
    constexpr std::size_t account_size_min = 9;
    const std::string_view account = first_word(value);
    std::string_view rest = trimmed(value.substr(account.size()));
    if (account.size() < account_size_min || !all_digits(account) || !rest.starts_with('/')) {
        placer.name(keyword, value);
        return;
    }
    placer.account(keyword, account);
    rest.remove_prefix(1);
    const std::size_t name_size = std::min(rest.find(" /"), rest.size());
    placer.name(keyword, rest.substr(0, name_size));
    rest.remove_prefix(name_size);
    const std::size_t text = std::min(rest.rfind(" /"), rest.size());
    placer.other("REF", rest.substr(0, text).substr(std::min<std::size_t>(text, 2)));
    placer.remittance(rest.substr(std::min(text + 2, rest.size())));
}

// The party's own, the counterparty's unless another stands behind it.
void place_of_side(const Part& part, Placer& placer) {
    const bool is_debtor = part.side == Key::ultd;
    const bool is_ultimate = is_debtor || part.side == Key::ultb || part.side == Key::ultc;
    // Of what comes in the debtor is the counterparty, of what goes out the creditor.
    if (part.key == Key::name && is_ultimate && is_debtor == placer.came_in()) {
        placer.ultimate_name(name_of(part.side), part.value);
    } else if (part.key == Key::name && !is_ultimate) {
        placer.name("NAME", part.value);
    } else {
        std::string key(name_of(part.side));  // "ULTD/ID": short enough to need no memory
        key += key.empty() ? "" : "/";
        key += part.keyword;
        placer.other(key, part.value);
    }
}

void place_ultimate(const Part& part, Placer& placer) {
    if ((part.key == Key::ultd) == placer.came_in()) {
        placer.ultimate_name(part.keyword, part.value);
    } else {
        placer.other(part.keyword, part.value);
    }
}

// Goldman Sachs names both sides, of which one is the counterparty.
bool place_debtor_or_creditor(const Part& part, Placer& placer) {
    const bool is_debtors = part.key == Key::dbnm || part.key == Key::dact || part.key == Key::dbic;
    if (is_debtors != placer.came_in()) {
        return false;
    }
    switch (part.key) {
        case Key::dbnm:
        case Key::crnm:
            placer.name(part.keyword, part.value);
            return true;
        case Key::dact:
        case Key::cact:
            placer.account(part.keyword, part.value);
            return true;
        case Key::dbic:
        case Key::cbic:
            placer.bic(part.keyword, part.value);
            return true;
        default:
            return false;
    }
}

// "NL54INGB0006752576,INGBNL2A"
void place_account_with(std::string_view value, Placer& placer) {
    const std::size_t comma = std::min(value.find(','), value.size());
    placer.account("ACCW", value.substr(0, comma));
    placer.bic("ACCW", value.substr(std::min(comma + 1, value.size())));
}

using PlaceMember = void (Placer::*)(std::string_view, std::string_view);

// The keys with one value that has one place.
PlaceMember place_of(Key key) {
    switch (key) {
        case Key::acno:
        case Key::bban:
        case Key::iban:
            return &Placer::account;
        case Key::bic:
            return &Placer::bic;
        case Key::chgs:
            return &Placer::charges;
        case Key::csid:
            return &Placer::creditor_id;
        case Key::eref:
            return &Placer::end_to_end_id;
        case Key::exch:
            return &Placer::exchange_rate;
        case Key::marf:
            return &Placer::mandate_id;
        case Key::nrtx:
            return &Placer::batch_count;
        case Key::ocmt:
            return &Placer::original_amount;
        case Key::pind:
            return &Placer::batch_booking;
        case Key::pref:
            return &Placer::batch_id;
        case Key::purp:
            return &Placer::purpose;
        case Key::rtrn:
            return &Placer::return_reason;
        default:
            return nullptr;
    }
}

void place(const Part& part, Placer& placer) {
    switch (part.key) {
        case Key::accw:
            return place_account_with(part.value, placer);
        case Key::benm:
        case Key::ordp:
            return place_party(part.keyword, part.value, placer);
        case Key::cntp:
            return place_counterparty(part.value, placer);
        case Key::addr:
        case Key::id:
        case Key::name:
            return place_of_side(part, placer);
        case Key::remi:
            return place_remittance(part.value, placer);
        case Key::ultb:
        case Key::ultc:
        case Key::ultd:
            return place_ultimate(part, placer);
        case Key::unknown:
            return part.value.empty() ? placer.describe(part.keyword)
                                      : placer.other(part.keyword, part.value);
        default:
            break;
    }
    if (const PlaceMember member = place_of(part.key)) {
        (placer.*member)(part.keyword, part.value);
    } else if (!place_debtor_or_creditor(part, placer)) {
        placer.other(part.keyword, part.value);
    }
}

}  // namespace

bool read_keyed(std::string_view text, Placer& placer) {
    const Parts parts(text);
    if (parts.size() == 0) {
        return false;
    }
    placer.expect_parts_of(text);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        place(parts[i], placer);
    }
    placer.expect_single_spaced(false);
    return true;
}

}  // namespace afletter::mt940
