// Field 86 of one booking: joins its lines, finds its dialect, and adds what field 61 says of the
// counterparty.
#include "mt940/information.hpp"

#include <algorithm>

#include "mt940/information/dialects.hpp"
#include "mt940/information/lines.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/information/references.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// SNS and ASN put the counterparty's IBAN in place of the reference, Rabobank did so with its
// account in 16 columns and its name behind them. True for Rabobank's form, of which the :86: is
// the payer's text.
bool take_counterparty_from_reference(Entry& entry, Placer& placer) {
    constexpr std::size_t column_size = 16;
    const std::string_view reference = entry.customer_reference;
    if (begins_like_iban(reference)) {
        if (const auto iban = Iban::parse(reference)) {
            placer.iban("ACCOUNT", *iban, reference);
            entry.customer_reference.clear();
            return false;
        }
    }
    if (reference.size() <= column_size) {
        return false;
    }
    const std::string_view account = trimmed(reference.substr(0, column_size));
    const std::string_view name = trimmed(reference.substr(column_size));
    if (is_known_reference(account) && !is_old_account(account)) {
        return false;
    }
    placer.account("ACCOUNT", account);
    placer.name("NAME", name);
    entry.customer_reference.clear();
    return true;
}

// Rabobank puts the counterparty's account there, SNS and ASN its name behind the IBAN, ING and
// others keywords of their own.
void place_supplementary(std::string_view text, bool has_iban_in_reference, Placer& placer) {
    constexpr std::string_view nobody = "0000000000";
    const Counterparty& party = placer.counterparty();
    // Nothing around it says what it is, so its check digits must; giro numbers have none.
    const bool is_number = is_old_account(text) && !party.iban && party.account.empty() &&
                           (text.front() == 'P' || passes_elfproef(text));
    if (text.empty() || text == nobody) {
        return;
    }
    if (is_number || has_form_of_iban(text)) {
        placer.account("ACCOUNT", text);
    } else if (begins_alike(party.name, text)) {
        return;  // the name as before, cut short
    } else if (has_iban_in_reference && text.front() != '/') {
        placer.name("NAME", text);
    } else if (!read_keyed(text, placer)) {
        placer.describe(text);
    }
}

// `field` is what the text was joined from, when it was one field.
void read_text(std::string_view text, std::string_view field, Placer& placer, TextBuffer& memory) {
    if (read_keyed(text, placer) ||
        (!field.empty() &&
         (read_sns(field, placer, memory) || read_labels(field, placer, memory))) ||
        read_polish(text, placer) || read_leading_account(text, placer)) {
        return;
    }
    placer.remittance(text);
    place_named_reference(text, placer);
}

}  // namespace

void InformationReader::read(std::span<const std::string_view> fields,
                             std::string_view supplementary, Entry& entry) {
    if (entry.details.empty()) {
        entry.details.emplace_back();
    }
    TransactionDetail& detail = entry.details.front();
    Placer placer(entry, detail);
    const bool is_rabobanks = take_counterparty_from_reference(entry, placer);
    const bool has_iban_in_reference = detail.counterparty.iban.has_value();

    const char mark = join(fields, placer);
    const std::string_view text = trimmed(text_.text());
    if (is_rabobanks) {
        placer.remittance(text);
        place_named_reference(detail.remittance, placer);
    } else if (mark != '\0') {
        read_german(text, mark, placer, memory_);
    } else if (!text.empty()) {
        read_text(text, fields.size() == 1 ? fields.front() : std::string_view(), placer, memory_);
    }
    text_.clear();
    append_information(text_, supplementary, '\0');
    place_supplementary(trimmed(text_.text()), has_iban_in_reference, placer);
    placer.finish();

    if (placer.has_detail()) {
        detail.amount = entry.amount;
    } else {
        entry.details.pop_back();
    }
}

inline char InformationReader::join(std::span<const std::string_view> fields, Placer& placer) {
    text_.clear();
    char mark = '\0';
    for (const std::string_view field : fields) {
        if (text_.empty()) {
            mark = subfield_mark(field);
        }
        if (mark == '\0' && is_sub_structured(field)) {
            read_sub_structured(field, placer, memory_);
        } else {
            append_information(text_, field, mark);
        }
    }
    return mark;
}

bool read_keyed_information(std::string_view text, Entry& entry) {
    if (!text.starts_with('/')) {
        return false;
    }
    TransactionDetail& detail = entry.details.emplace_back();
    Placer placer(entry, detail);
    const bool is_keyed = read_keyed(text, placer);
    placer.finish();
    if (placer.has_detail()) {
        detail.amount = entry.amount;
    } else {
        entry.details.pop_back();
    }
    return is_keyed;
}

}  // namespace afletter::mt940
