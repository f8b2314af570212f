// The places of field 86 and the checks that guard them.
#include "mt940/information/placer.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "mt940/information/references.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// "EUR11,85"; an amount without a currency is in the account's.
std::optional<Money> amount_in(std::string_view text, Currency account_currency) {
    constexpr std::size_t code_size = 3;
    Currency currency = account_currency;
    text = trimmed(text);
    if (!text.empty() && is_upper(text.front())) {
        const auto named = Currency::parse(text.substr(0, code_size));
        if (!named) {
            return std::nullopt;
        }
        currency = *named;
        text = trimmed(text.substr(code_size));
    }
    const auto amount = text.find('.') == std::string_view::npos
                            ? parse_swift_amount(text, currency)
                            : parse_iso20022_amount(text, currency);
    return amount ? std::optional(*amount) : std::nullopt;
}

// 0 when it is no count.
std::uint32_t count_in(std::string_view digits) {
    constexpr std::uint32_t count_max = 1'000'000'000;
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const bool is_count = error == std::errc() && end == digits.data() + digits.size();
    return is_count && count <= count_max ? count : 0;
}

Money signed_like(const Money& amount, const Money& sign) {
    return sign.is_negative() ? negated(amount).value() : amount;
}

}  // namespace

void Placer::expect_parts_of(std::string_view text) {
    is_single_spaced_ = is_single_spaced(trimmed(text));
}

inline void Placer::append(std::string& member, std::string_view trimmed_value) const {
    if (is_single_spaced_) {
        member.append(trimmed_value.data(), trimmed_value.size());
    } else {
        append_single_spaced(member, trimmed_value);
    }
}

inline void Placer::place(std::string& member, std::string_view key,
                          std::string_view trimmed_value) {
    if (trimmed_value.empty()) {
        return;
    }
    if (!member.empty()) {
        other(key, trimmed_value);
        return;
    }
    append(member, trimmed_value);
    has_detail_ = true;
}

inline void Placer::text(std::string& member, std::string_view key, std::string_view value) {
    place(member, key, trimmed(value));
}

// Max35Text of ISO 20022: an id that is longer has swallowed its neighbours.
inline void Placer::reference(std::string& member, std::string_view key, std::string_view value) {
    constexpr std::size_t id_size_max = 35;
    value = trimmed(value);
    if (!is_known_reference(value)) {
        return;
    }
    if (value.size() > id_size_max && character_count(value) > id_size_max) {
        other(key, value);
    } else {
        place(member, key, value);
    }
}

void Placer::name(std::string_view key, std::string_view value) {
    value = trimmed(value);
    if (is_known_reference(value)) {
        place(detail_.counterparty.name, key, value);
    }
}

void Placer::ultimate_name(std::string_view key, std::string_view value) {
    text(detail_.counterparty.ultimate_name, key, value);
}

void Placer::account(std::string_view key, std::string_view value) {
    Counterparty& party = detail_.counterparty;
    value = trimmed(value);
    if (!is_known_reference(value)) {
        return;
    }
    if (begins_like_iban(value)) {
        if (const auto checked = Iban::parse(value)) {
            return iban(key, *checked, value);
        }
    }
    if (party.account.empty() && !party.iban) {
        place(party.account, key, value);
        std::erase(party.account, ' ');
    } else if (party.account != value) {
        other(key, value);
    }
}

void Placer::iban(std::string_view key, const Iban& iban, std::string_view written) {
    std::optional<Iban>& place = detail_.counterparty.iban;
    if (place && *place != iban) {
        other(key, written);
    } else {
        place = iban;
    }
    has_detail_ = true;
}

void Placer::bic(std::string_view key, std::string_view value) {
    value = trimmed(value);
    if (value.empty() || value == detail_.counterparty.bic) {
        return;
    }
    if (detail_.counterparty.bic.empty() && looks_like_bic(value)) {
        place(detail_.counterparty.bic, key, value);
    } else {
        other(key, value);
    }
}

void Placer::bank_reference(std::string_view key, std::string_view value) {
    reference(detail_.bank_reference, key, value);
}

void Placer::end_to_end_id(std::string_view key, std::string_view value) {
    reference(detail_.end_to_end_id, key, value);
}

void Placer::mandate_id(std::string_view key, std::string_view value) {
    reference(detail_.mandate_id, key, value);
}

// It has no blanks; a line that was cut short may have left one.
void Placer::creditor_id(std::string_view key, std::string_view value) {
    reference(detail_.creditor_id, key, value);
    std::erase(detail_.creditor_id, ' ');
}

void Placer::batch_id(std::string_view key, std::string_view value) {
    reference(detail_.batch_id, key, value);
}

void Placer::batch_count(std::string_view key, std::string_view value) {
    const std::uint32_t count = count_in(trimmed(value));
    std::uint32_t& transactions = entry_.batch.transactions;
    if (count == 0 || (transactions != 0 && transactions != count)) {
        other(key, value);
        return;
    }
    transactions = count;
}

void Placer::batch_booking(std::string_view key, std::string_view value) {
    if (trimmed(value) == "BRUTO") {
        entry_.batch.gross = true;
    } else {
        other(key, value);
    }
}

void Placer::structured_reference(std::string_view key, std::string_view value) {
    text(detail_.structured_reference, key, value);
}

void Placer::purpose(std::string_view key, std::string_view value) {
    value = trimmed(value);
    constexpr std::string_view code_mark = "CD/";
    if (value.starts_with(code_mark)) {
        value.remove_prefix(code_mark.size());
    }
    text(detail_.purpose, key, value);
}

void Placer::return_reason(std::string_view key, std::string_view value) {
    value = trimmed(value);
    const std::string_view code = trimmed(value.substr(0, value.find_first_of("/ ")));
    if (!is_reason_code(code) || !detail_.return_reason.empty()) {
        other(key, value);
        return;
    }
    text(detail_.return_reason, key, code);
    std::string_view reason = trimmed(value.substr(code.size()));
    if (reason.starts_with('/')) {
        reason = trimmed(reason.substr(1));
    }
    other(key, reason);
}

void Placer::unlisted_return_reason(std::string_view number) {
    if (detail_.return_reason.empty()) {
        text(detail_.return_reason, {}, number);
    }
}

void Placer::exchange_rate(std::string_view key, std::string_view value) {
    text(detail_.amount_details.exchange_rate, key, value);
}

void Placer::original_amount(std::string_view key, std::string_view value) {
    std::optional<Money>& instructed = detail_.amount_details.instructed;
    const auto amount = amount_in(value, entry_.amount.currency());
    if (!amount || (instructed && *instructed != signed_like(*amount, entry_.amount))) {
        other(key, value);
        return;
    }
    instructed = signed_like(*amount, entry_.amount);
    has_detail_ = true;
}

void Placer::charges(std::string_view key, std::string_view value) {
    std::optional<Money>& charges = detail_.amount_details.charges;
    const auto amount = amount_in(value, entry_.amount.currency());
    if (!amount || amount->currency() != entry_.amount.currency() ||
        (charges && *charges != negated(*amount).value())) {
        other(key, value);
        return;
    }
    charges = negated(*amount).value();
    has_detail_ = true;
}

void Placer::remittance(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) {
        return;
    }
    if (!detail_.remittance.empty()) {
        detail_.remittance += ' ';
    }
    append(detail_.remittance, text);
    has_detail_ = true;
}

void Placer::keep_of_remittance(std::size_t size) {
    detail_.remittance.resize(size);
    detail_.remittance.resize(trimmed_at_end(detail_.remittance).size());
}

void Placer::other(std::string_view key, std::string_view value) {
    value = trimmed(value);
    if (value.empty()) {
        return;
    }
    add_piece(detail_.other, key, {});
    append(detail_.other, value);
    has_detail_ = true;
}

void Placer::describe(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) {
        return;
    }
    if (!entry_.description.empty()) {
        entry_.description += ' ';
    }
    append(entry_.description, text);
}

void Placer::finish() {
    sign_charges();
    count_batch();
}

// ING: "/PREF/SEPA-20210823-P1//REMI/USTD//TOTAAL 12 POSTEN/", of a batch that names nobody.
void Placer::count_batch() {
    constexpr std::string_view total = "TOTAAL ";
    std::string_view text = trimmed(detail_.remittance);
    if (detail_.batch_id.empty() || entry_.batch.transactions != 0 || !text.starts_with(total) ||
        !detail_.counterparty.name.empty() || detail_.counterparty.iban) {
        return;
    }
    text.remove_prefix(total.size());
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view unit = trimmed(text.substr(end));
    if (unit == "POSTEN" || unit == "POSTEN/" || unit == "VZ" || unit == "VZ/") {
        entry_.batch.transactions = count_in(text.substr(0, end));
    }
}

// Charges are the owner's to pay, unless they were added to what came in: booked = ordered +
// charged. That is how a bank passes on what another one owes.
void Placer::sign_charges() {
    AmountDetails& amounts = detail_.amount_details;
    if (!amounts.charges || !amounts.instructed || !came_in() ||
        amounts.instructed->currency() != entry_.amount.currency()) {
        return;
    }
    const auto difference = checked_subtract(entry_.amount, *amounts.instructed);
    if (difference && *difference == negated(*amounts.charges).value()) {
        amounts.charges = *difference;
    }
}

}  // namespace afletter::mt940
