// The references that some German banks write twice.
#include <algorithm>
#include <array>

#include "mt940/information/german_purpose.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Takes `expected` from the front of `text`, blanks apart. False when something else stands there;
// a text that ends early agrees.
bool take(std::string_view expected, std::string_view& text) {
    for (const char c : expected) {
        while (!text.empty() && text.front() == ' ') {
            text.remove_prefix(1);
        }
        if (text.empty()) {
            return true;
        }
        if (c == ' ') {
            continue;
        }
        if (text.front() != c) {
            return false;
        }
        text.remove_prefix(1);
    }
    text = trimmed(text);
    return true;
}

struct Repeated {
    std::string_view label;
    std::string_view value;
};

// In the order in which they are repeated.
std::array<Repeated, 5> repeated_in(const TransactionDetail& detail) {
    const Counterparty& party = detail.counterparty;
    return {{{"EREF:", detail.end_to_end_id},
             {"MREF:", detail.mandate_id},
             {"CRED:", detail.creditor_id},
             {"IBAN:", party.iban ? party.iban->text() : party.account},
             {"BIC:", party.bic}}};
}

// "ABWE: Test" of a party that has a place already; a label may be cut off.
bool repeats_party(std::string_view text, const TransactionDetail& detail) {
    for (const std::string_view label : {"ABWA:", "ABWE:"}) {
        if (label.starts_with(text)) {
            return true;
        }
        if (!text.starts_with(label)) {
            continue;
        }
        const auto is_value = [value = text.substr(label.size())](std::string_view known) {
            std::string_view rest = value;
            return !known.empty() && take(known, rest) && rest.empty();
        };
        const std::string_view key = label.substr(0, label.size() - 1);
        return is_value(detail.counterparty.ultimate_name) || is_value(piece_of(detail.other, key));
    }
    return false;
}

// Whether `text` is nothing but the repetition, to its end or to a party that may follow it.
bool only_repeats(std::string_view text, const TransactionDetail& detail) {
    bool has_any = false;
    for (const Repeated& repeated : repeated_in(detail)) {
        if (!text.starts_with(repeated.label.substr(0, text.size())) || repeated.value.empty()) {
            continue;
        }
        if (!take(repeated.label, text) || text.empty() || !take(repeated.value, text)) {
            break;
        }
        has_any = true;
    }
    return has_any && (text.empty() || repeats_party(text, detail));
}

// Where the first of the labels that open a repetition stands, with the blank before it. Looked for
// by the colon, which few payers write.
std::size_t first_label(std::string_view text) {
    static constexpr std::array<std::string_view, 4> labels = {
        " EREF: ", " MREF: ", " CRED: ", " IBAN: "};
    constexpr std::size_t colon_place = 5;
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
         colon = text.find(':', colon + 1)) {
        const std::size_t start = colon - std::min(colon, colon_place);
        const std::string_view label = text.substr(start, labels[0].size());
        if (std::find(labels.begin(), labels.end(), label) != labels.end()) {
            return start;
        }
    }
    return std::string_view::npos;
}

}  // namespace

void drop_repeated_references(Placer& placer) {
    const std::string_view text = placer.detail().remittance;
    const std::size_t start = first_label(text);
    if (start != std::string_view::npos &&
        only_repeats(trimmed(text.substr(start)), placer.detail())) {
        placer.keep_of_remittance(start);
    }
}

}  // namespace afletter::mt940
