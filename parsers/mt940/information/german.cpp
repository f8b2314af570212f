// German banks (Deutsche Kreditwirtschaft): a three-digit transaction code, then subfields ?NN.
// Polish and Bulgarian banks use the same with another mark instead of '?'.
#include <array>
#include <string>

#include "mt940/information/dialects.hpp"
#include "mt940/information/parts.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::size_t code_size = 3;

// The subfields that have a place, their pieces joined: each holds 27 characters and goes on in
// the next.
struct Subfields {
    std::string purpose;  // ?20 to ?29, ?60 to ?63
    std::string bank;     // ?30
    std::string account;  // ?31
    std::string name;     // ?32, ?33
};

std::string* place_of(std::string_view number, Subfields& subfields) {
    if (number.front() == '2' || (number.front() == '6' && number.back() <= '3')) {
        return &subfields.purpose;
    }
    if (number == "30") {
        return &subfields.bank;
    }
    if (number == "31") {
        return &subfields.account;
    }
    return number == "32" || number == "33" ? &subfields.name : nullptr;
}

bool is_subfield(std::string_view text, char mark) {
    return text.size() > 2 && text[0] == mark && is_digit(text[1]) && is_digit(text[2]);
}

// A full piece was cut anywhere; a shorter one ended there.
void append_piece(std::string& place, std::string_view piece, bool& was_full) {
    constexpr std::size_t piece_width = 27;
    if (!place.empty() && !was_full) {
        place += ' ';
    }
    place += piece;
    was_full = character_count(piece) >= piece_width;
}

Subfields split_subfields(std::string_view text) {
    Subfields subfields;
    const char mark = text.front();
    bool was_full = false;
    while (!text.empty()) {
        const std::string_view number = text.substr(1, 2);
        text.remove_prefix(3);
        std::size_t size = 0;
        while (size < text.size() && !is_subfield(text.substr(size), mark)) {
            ++size;
        }
        if (std::string* const place = place_of(number, subfields)) {
            append_piece(*place, text.substr(0, size), was_full);
        }
        text.remove_prefix(size);
    }
    return subfields;
}

constexpr std::array<std::string_view, 15> sepa_keywords = {
    "EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "SVWZ+", "ABWA+", "ABWE+",
    "IBAN+", "BIC+",  "COAM+", "OAMT+", "PURP+", "DDAT+", "RREF+"};

std::string_view keyword_at(std::string_view text) {
    for (const std::string_view keyword : sepa_keywords) {
        if (text.starts_with(keyword)) {
            return keyword;
        }
    }
    return {};
}

void place(std::string_view keyword, std::string_view value, TransactionDetail& detail) {
    if (keyword == "EREF+") {
        detail.end_to_end_id = known_reference(value);
    } else if (keyword == "KREF+") {
        detail.batch_id = known_reference(value);
    } else if (keyword == "MREF+") {
        detail.mandate_id = known_reference(value);
    } else if (keyword == "CRED+") {
        detail.creditor_id = known_reference(value);
    } else if (keyword == "PURP+") {
        detail.purpose = trimmed(value);
    } else if (keyword == "SVWZ+") {
        detail.remittance = single_spaced(value);
    }
}

// EREF+..KREF+..SVWZ+..: values reach to the next keyword. Without any, all of it is remittance.
void place_purpose(std::string_view purpose, TransactionDetail& detail) {
    std::string_view keyword = keyword_at(purpose);
    if (keyword.empty()) {
        detail.remittance = single_spaced(purpose);
        return;
    }
    std::size_t start = keyword.size();
    for (std::size_t i = start; i <= purpose.size(); ++i) {
        const std::string_view next = keyword_at(purpose.substr(i));
        if (!next.empty() || i == purpose.size()) {
            place(keyword, purpose.substr(start, i - start), detail);
            keyword = next;
            start = i + next.size();
        }
    }
}

}  // namespace

Reading read_german(std::string_view text, TransactionDetail& detail) {
    constexpr std::string_view marks = "?~<>";
    if (text.size() < code_size || !all_digits(text.substr(0, code_size))) {
        return Reading::other_dialect;
    }
    text.remove_prefix(code_size);
    if (text.empty() || marks.find(text.front()) == std::string_view::npos ||
        !is_subfield(text, text.front())) {
        return Reading::other_dialect;
    }
    const Subfields subfields = split_subfields(text);
    place_purpose(subfields.purpose, detail);
    if (!subfields.account.empty()) {
        place_account(subfields.account, detail.counterparty);
    }
    detail.counterparty.bic = trimmed(subfields.bank);
    detail.counterparty.name = single_spaced(subfields.name);
    return Reading::partly;
}

}  // namespace afletter::mt940
