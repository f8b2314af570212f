// Field 86 of one booking: joins its lines, finds its dialect, and adds what field 61 says of the
// counterparty.
#include "mt940/information.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "mt940/information/dialects.hpp"
#include "mt940/information/parts.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// The dialect shows in each text by itself: one file may hold several, and a bank changes its own.
Reading read_text(std::string_view text, TransactionDetail& detail) {
    if (text.empty()) {
        return Reading::wholly;
    }
    constexpr std::array dialects = {read_ing, read_abn_amro, read_rabobank, read_german};
    for (const auto read : dialects) {
        const Reading reading = read(text, detail);
        if (reading != Reading::other_dialect) {
            return reading;
        }
    }
    return read_free_text(text, detail);
}

// An account number from before IBAN, as Rabobank writes it: 9 or 10 digits, or P before giro.
bool is_old_account(std::string_view text) {
    constexpr std::size_t size_min = 9;
    constexpr std::size_t size_max = 10;
    const bool is_giro = text.starts_with('P');
    return text.size() >= size_min && text.size() <= size_max &&
           all_digits(text.substr(is_giro ? 1 : 0));
}

// SNS and ASN put the counterparty's IBAN in place of the reference, Rabobank did so with its
// account in 16 columns and its name behind them.
void take_counterparty_from_reference(Entry& entry, Counterparty& counterparty) {
    constexpr std::size_t column_size = 16;
    const std::string_view reference = entry.customer_reference;
    if (const auto iban = Iban::parse(reference)) {
        counterparty.iban = *iban;
        entry.customer_reference.clear();
        return;
    }
    if (reference.size() <= column_size) {
        return;
    }
    const std::string_view account = trimmed(reference.substr(0, column_size));
    const std::string_view name = trimmed(reference.substr(column_size));
    const bool is_none = known_reference(account).empty();
    if (!is_none && !is_old_account(account)) {
        return;
    }
    counterparty.account = is_none ? std::string_view() : account;
    counterparty.name = name;
    entry.customer_reference.clear();
}

// Rabobank puts the counterparty's account there, ASN its name behind the IBAN. False when the
// text is something else.
bool take_counterparty_from_supplementary(std::string_view text, Counterparty& counterparty) {
    const auto iban = Iban::parse(text);
    if (iban && (!counterparty.iban || counterparty.iban == *iban)) {
        counterparty.iban = *iban;
        return true;
    }
    // Nothing around it says what it is, so its check digit must; giro numbers have none.
    const bool is_account = is_old_account(text) && (text[0] == 'P' || passes_elfproef(text));
    return is_account && place_account(text, counterparty);
}

bool is_known(const Counterparty& counterparty) {
    return counterparty.iban || !counterparty.account.empty() || !counterparty.name.empty();
}

std::string joined(std::string_view first, std::string_view second) {
    const bool has_both = !first.empty() && !second.empty();
    return std::string(first) + (has_both ? " " : "") + std::string(second);
}

}  // namespace

void add_information(std::span<const std::string_view> fields, std::string_view supplementary,
                     Entry& entry) {
    const std::string text = join_lines(fields);
    std::string extra = join_lines(supplementary);
    TransactionDetail detail;
    take_counterparty_from_reference(entry, detail.counterparty);
    const bool has_iban_from_reference = detail.counterparty.iban.has_value();

    const Reading reading = read_text(text, detail);
    if (take_counterparty_from_supplementary(extra, detail.counterparty)) {
        extra.clear();
    } else if (has_iban_from_reference && detail.counterparty.name.empty() &&
               !extra.starts_with('/')) {
        detail.counterparty.name = std::exchange(extra, {});
    }
    entry.description = joined(extra, reading == Reading::wholly ? std::string_view() : text);
    if (!text.empty() || is_known(detail.counterparty)) {
        detail.amount = entry.amount;
        entry.details.push_back(std::move(detail));
    }
}

}  // namespace afletter::mt940
