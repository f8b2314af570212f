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
    // Max35Text of ISO 20022. A longer one has swallowed its neighbours.
    constexpr std::size_t id_size_max = 35;
    const bool is_id = part.keyword == "EREF" || part.keyword == "MARF" || part.keyword == "CSID" ||
                       part.keyword == "PREF";
    if (is_id && value.size() > id_size_max) {
        return false;
    }
    if (part.keyword == "EREF") {
        detail.end_to_end_id = known_reference(value);
    } else if (part.keyword == "MARF") {
        detail.mandate_id = known_reference(value);
    } else if (part.keyword == "CSID") {
        detail.creditor_id = known_reference(value);
    } else if (part.keyword == "PREF") {
        detail.batch_id = known_reference(value);
    } else if (part.keyword == "IBAN") {
        place_account(value, detail.counterparty);
    } else if (part.keyword == "BIC") {
        detail.counterparty.bic = value;
    } else if (part.keyword == "NAME") {
        detail.counterparty.name = single_spaced(value);
    } else if (part.keyword == "RTRN") {
        detail.return_reason = value.substr(0, value.find('/'));
    } else if (part.keyword == "PURP") {
        detail.purpose = value.starts_with("CD/") ? value.substr(3) : value;
    } else {
        return false;
    }
    return true;
}

void place_account(std::string_view text, Counterparty& counterparty) {
    if (const auto iban = Iban::parse(text)) {
        counterparty.iban = *iban;
    } else {
        counterparty.account = trimmed(text);
    }
}

}  // namespace afletter::mt940
