// Takes away what a kind allows between its characters, and asks the check of its family.
#include <afletter/model/references.hpp>

#include <algorithm>
#include <array>

#include "references/check_digits.hpp"
#include "references/families.hpp"
#include "references/plain_text.hpp"

namespace afletter {

namespace {

struct Kind {
    std::string_view name;
    std::string_view separators;
    Verdict (*check)(std::string_view plain);
};

// A dash is the check character of some KIDs, and a BIC is written in one piece.
constexpr std::string_view between_groups_of_ogm = " \t\r\n.-/+*";
constexpr std::string_view between_groups_of_kid = " \t\r\n.";

Verdict check_document(std::string_view plain) {
    const bool fits = std::ranges::any_of(plain, is_digit) &&
                      std::ranges::all_of(plain, [](char c) { return is_digit(c) || is_upper(c); });
    return fits ? Verdict::unchecked : Verdict::wrong_shape;
}

constexpr std::array<Kind, reference_kind_count> kinds{{
    {"document", usual_separators, check_document},
    {"iban", usual_separators, check_iban},
    {"bic", "", check_bic},
    {"creditor_reference", usual_separators, check_creditor_reference},
    {"payment_reference", usual_separators, check_payment_reference},
    {"account_number", usual_separators, check_account_number},
    {"ogm", between_groups_of_ogm, check_ogm},
    {"kid_mod_10", between_groups_of_kid, check_kid_mod_10},
    {"kid_mod_11", between_groups_of_kid, check_kid_mod_11},
    {"viite", blanks, check_viite},
    {"ocr", usual_separators, check_ocr},
    {"ocr_with_length", usual_separators, check_ocr_with_length},
    {"qr_reference", blanks, check_qr_reference},
    {"creditor_identifier", usual_separators, check_creditor_identifier},
    {"bsn", usual_separators, check_bsn},
}};

const Kind& kind_of(ReferenceKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

// Zeros before a viite mean nothing, and those before others do.
std::string_view significant(ReferenceKind kind, std::string_view plain) {
    const bool drops_zeros = kind == ReferenceKind::viite && all_digits(plain);
    return drops_zeros ? plain.substr(std::min(plain.find_first_not_of('0'), plain.size())) : plain;
}

}  // namespace

std::string_view name_of(ReferenceKind kind) {
    return kind_of(kind).name;
}

Verdict check(ReferenceKind kind, std::string_view text) {
    if (kind == ReferenceKind::bic) {
        return check_bic(text);  // upper case only, as the standard has it
    }
    const PlainText plain(text, kind_of(kind).separators);
    return kind_of(kind).check(significant(kind, plain.view()));
}

std::string canonical_reference(ReferenceKind kind, std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (kind_of(kind).separators.find(c) == std::string_view::npos) {
            plain += to_upper(c);
        }
    }
    std::string_view canonical = significant(kind, plain);
    if (kind == ReferenceKind::bic && check_bic(canonical) != Verdict::wrong_shape &&
        canonical.ends_with("XXX")) {
        canonical.remove_suffix(3);
    }
    return std::string(canonical);
}

}  // namespace afletter
