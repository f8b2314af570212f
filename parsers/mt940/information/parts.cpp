// Keywords of SEPA in field 86.
#include "mt940/information/parts.hpp"

#include <algorithm>
#include <string>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// The keyword that `text` begins with, as "/KEY/"; empty when there is none.
std::string_view keyword_at(std::string_view text, std::span<const std::string_view> keywords) {
    const auto begins = [text](std::string_view keyword) {
        return text.substr(1).starts_with(keyword) &&
               text.substr(1 + keyword.size()).starts_with('/');
    };
    const auto found = std::find_if(keywords.begin(), keywords.end(), begins);
    return found == keywords.end() ? std::string_view() : *found;
}

// Max35Text of ISO 20022. An id that is longer has swallowed its neighbours.
constexpr std::size_t id_size_max = 35;

bool is_id(std::string_view keyword) {
    return keyword == "EREF" || keyword == "MARF" || keyword == "CSID" || keyword == "PREF";
}

std::string* place_of(std::string_view keyword, TransactionDetail& detail) {
    if (keyword == "EREF") {
        return &detail.end_to_end_id;
    }
    if (keyword == "MARF") {
        return &detail.mandate_id;
    }
    if (keyword == "CSID") {
        return &detail.creditor_id;
    }
    if (keyword == "PREF") {
        return &detail.batch_id;
    }
    if (keyword == "NAME") {
        return &detail.counterparty.name;
    }
    if (keyword == "BIC") {
        return &detail.counterparty.bic;
    }
    if (keyword == "RTRN") {
        return &detail.return_reason;
    }
    return keyword == "PURP" ? &detail.purpose : nullptr;
}

}  // namespace

std::vector<Part> split_at_keywords(std::string_view text, Separator separator,
                                    std::span<const std::string_view> keywords) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < text.size(); i = text.find('/', i + 1)) {
        const bool may_begin = i == 0 || separator == Separator::slash || text[i - 1] == '/';
        const std::string_view keyword =
            may_begin && text[i] == '/' ? keyword_at(text.substr(i), keywords) : std::string_view();
        if (keyword.empty()) {
            if (i == 0) {
                return parts;
            }
            continue;
        }
        if (!parts.empty()) {
            Part& last = parts.back();
            last.value =
                last.value.substr(0, i - static_cast<std::size_t>(last.value.data() - text.data()));
        }
        const std::size_t keyword_size = 1 + keyword.size() + 1;
        parts.push_back({keyword, text.substr(i + keyword_size)});
        i += keyword_size - 2;  // its last slash may be the first one of the next keyword
    }
    for (Part& part : parts) {
        part.value = trimmed(part.value);
        if (separator == Separator::double_slash && part.value.ends_with('/')) {
            part.value.remove_suffix(1);
        }
    }
    return parts;
}

bool place_common(const Part& part, TransactionDetail& detail) {
    const std::string_view value = part.value;
    if (part.keyword == "IBAN") {
        return place_account(value, detail.counterparty);
    }
    std::string* const place = place_of(part.keyword, detail);
    if (place == nullptr || !place->empty() ||
        (is_id(part.keyword) && character_count(value) > id_size_max)) {
        return false;
    }
    if (is_id(part.keyword)) {
        *place = known_reference(value);
    } else if (part.keyword == "RTRN") {
        *place = value.substr(0, value.find('/'));
    } else if (part.keyword == "PURP" && value.starts_with("CD/")) {
        *place = value.substr(3);
    } else {
        *place = single_spaced(value);
    }
    return true;
}

bool place_account(std::string_view text, Counterparty& counterparty) {
    if (counterparty.iban || !counterparty.account.empty()) {
        return false;
    }
    if (const auto iban = Iban::parse(text)) {
        counterparty.iban = *iban;
    } else {
        counterparty.account = trimmed(text);
    }
    return true;
}

void add_remittance(std::string_view text, TransactionDetail& detail) {
    detail.remittance += detail.remittance.empty() ? "" : " ";
    detail.remittance += single_spaced(text);
}

}  // namespace afletter::mt940
