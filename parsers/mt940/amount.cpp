// Repairs the form of an amount, never its value.
#include "mt940/amount.hpp"

#include <string>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// "52.58" -> "52,58", ",50" -> "0,50", "52" -> "52,", "0000000000000052,58" (longer than 15d) ->
// "52,58"; a mark without digits stays as it is.
std::string in_regular_form(std::string_view text) {
    while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) {
        text.remove_prefix(1);
    }
    std::string regular(text);
    const std::size_t mark = regular.find_first_of(",.");
    if (mark == std::string::npos) {
        return regular + ",";
    }
    regular[mark] = ',';
    return mark == 0 && regular.size() > 1 ? "0" + regular : regular;
}

std::string_view reason_of(MoneyError error) {
    return error == MoneyError::precision ? "has more digits than the currency" : "is none";
}

}  // namespace

std::optional<Money> read_amount(const Field& field, std::string_view text, Currency currency,
                                 FieldFindings& findings) {
    const Result<Money, MoneyError> regular = parse_swift_amount(text, currency);
    if (regular) {
        return *regular;
    }
    const Result<Money, MoneyError> repaired = parse_swift_amount(in_regular_form(text), currency);
    if (repaired) {
        findings.warn(field, {"amount.form",
                              "expected an amount with a comma between digits, found " +
                                  found(text) + "; read as " + to_decimal(*repaired),
                              "", text});
        return *repaired;
    }
    findings.error(field, {"amount",
                           "expected an amount in " + std::string(currency.code()) + ", found " +
                               found(text) + ", which " + std::string(reason_of(repaired.error())),
                           "Amounts in MT940 carry a comma and no thousands mark. Was the file "
                           "saved by a spreadsheet?",
                           text});
    return std::nullopt;
}

}  // namespace afletter::mt940
