// Text without keywords: the columns and labels that Dutch banks used before their structured
// forms, and plain words. Only what stands out beyond doubt is placed; the remittance keeps it all.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "mt940/information/dialects.hpp"
#include "mt940/information/parts.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Labels of ABN AMRO ("SEPA OVERBOEKING     IBAN: ..  NAAM: ..") and Knab ("REK: ../NAAM: ..").
constexpr std::array<std::string_view, 9> labels = {
    "IBAN:",    "REK:",        "BIC:",       "NAAM:",          "OMSCHRIJVING:",
    "KENMERK:", "MACHTIGING:", "INCASSANT:", "BETALINGSKENM.:"};

std::string_view label_at(std::string_view text, std::size_t i) {
    if (i > 0 && text[i - 1] != ' ' && text[i - 1] != '/') {
        return {};
    }
    for (const std::string_view label : labels) {
        if (text.substr(i).starts_with(label)) {
            return label;
        }
    }
    return {};
}

void place(std::string_view label, std::string_view value, TransactionDetail& detail) {
    value = trimmed(value);
    if (value.ends_with('/')) {
        value.remove_suffix(1);
    }
    if (label == "IBAN:" || label == "REK:") {
        place_account(value, detail.counterparty);
    } else if (label == "BIC:") {
        detail.counterparty.bic = value;
    } else if (label == "NAAM:") {
        detail.counterparty.name = single_spaced(value);
    } else if (label == "OMSCHRIJVING:") {
        detail.remittance = single_spaced(value);
    } else if (label == "KENMERK:") {
        detail.end_to_end_id = single_spaced(value);
    } else if (label == "MACHTIGING:") {
        detail.mandate_id = single_spaced(value);
    } else if (label == "INCASSANT:") {
        detail.creditor_id = value;
    } else {
        detail.structured_reference = single_spaced(value);
    }
}

// One label alone may be a word of the text; an account's makes it this form.
bool is_labelled(std::string_view text) {
    for (std::size_t i = text.find(':'); i != std::string_view::npos; i = text.find(':', i + 1)) {
        for (const std::string_view label : {"IBAN:", "REK:"}) {
            if (i + 1 >= label.size() && label_at(text, i + 1 - label.size()) == label) {
                return true;
            }
        }
    }
    return false;
}

void read_labels(std::string_view text, TransactionDetail& detail) {
    std::string_view label;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const std::string_view next = label_at(text, i);
        if (next.empty() && i < text.size()) {
            continue;
        }
        if (!label.empty()) {
            place(label, text.substr(start, i - start), detail);
        }
        label = next;
        start = i + next.size();
    }
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

// "NL57ABNA.. ABNANL2A J AAP .." of ING, "NL47INGB.. name" of SNS and ASN.
bool read_leading_iban(std::string_view text, TransactionDetail& detail) {
    const auto iban = Iban::parse(first_word(text));
    if (!iban) {
        return false;
    }
    detail.counterparty.iban = *iban;
    const std::string_view word = first_word(trimmed(text.substr(first_word(text).size())));
    if (Bic::parse(word)) {
        detail.counterparty.bic = word;
    }
    return true;
}

bool is_account_character(char c) {
    return is_digit(c) || c == '.';
}

// "64.45.12.113 NAME", "GIRO   428428 NAME" of ABN AMRO, in columns of 32.
void read_leading_account(std::string_view text, TransactionDetail& detail) {
    constexpr std::string_view giro = "GIRO ";
    constexpr std::size_t dotted_size = 12;  // 64.45.12.113
    constexpr std::size_t column_size = 32;
    const bool is_giro = text.starts_with(giro);
    const std::string_view rest = is_giro ? trimmed(text.substr(giro.size())) : text;
    const std::string_view account = first_word(rest);
    const bool is_dotted = account.size() == dotted_size && account[2] == '.' &&
                           account[5] == '.' && account[8] == '.';
    if (account.empty() || !(is_giro || is_dotted) ||
        !std::all_of(account.begin(), account.end(), is_account_character)) {
        return;
    }
    detail.counterparty.account = account;
    const auto used = static_cast<std::size_t>(account.data() - text.data()) + account.size();
    if (used < column_size) {
        const std::string_view name = trimmed(text.substr(used, column_size - used));
        detail.counterparty.name = name.substr(0, name.find("  "));
    }
}

// A betalingskenmerk behind its name, of 9 to 16 digits with the right check digit: anything else
// stays text. Seven digits have no check digit and could be any number.
std::optional<PaymentReference> payment_reference_in(std::string_view text) {
    constexpr std::size_t checked_size_min = 9;
    for (const std::string_view name :
         {"BETALINGSKENMERK", "BETALINGSKENM.", "BET.KENM.", "SCOR/CUR/"}) {
        const std::size_t found = text.find(name);
        if (found == std::string_view::npos) {
            continue;
        }
        std::string_view number = text.substr(found + name.size());
        number.remove_prefix(std::min(number.find_first_not_of(" :"), number.size()));
        number = trimmed(number.substr(0, number.find_first_not_of("0123456789 .")));
        for (const std::string_view candidate : {number, first_word(number)}) {
            const auto reference = PaymentReference::parse(candidate);
            if (reference && reference->text().size() >= checked_size_min) {
                return *reference;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

Reading read_free_text(std::string_view text, TransactionDetail& detail) {
    if (is_labelled(text)) {
        read_labels(text, detail);
    } else if (!read_leading_iban(text, detail)) {
        read_leading_account(text, detail);
    }
    if (detail.structured_reference.empty()) {
        if (const std::optional<PaymentReference> reference = payment_reference_in(text)) {
            detail.structured_reference = reference->text();
        }
    }
    if (detail.remittance.empty()) {
        detail.remittance = single_spaced(text);
    }
    return Reading::partly;
}

}  // namespace afletter::mt940
