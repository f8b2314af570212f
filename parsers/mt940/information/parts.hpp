// What the dialects share: cutting a text at its keywords, and placing what stands behind the
// keywords that all banks have in common.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace afletter::mt940 {

struct Part {
    std::string_view keyword;
    std::string_view value;
};

enum class Separator : std::uint8_t {
    slash,         // /EREF/1/REMI/2
    double_slash,  // /EREF/1//REMI/2/: a value ends with a slash of its own
};
// Cuts "/KEY/value/KEY/value" before each of the keywords. Empty when the text does not begin
// with one. Slashes within a value are kept.
[[nodiscard]] std::vector<Part> split_at_keywords(std::string_view text, Separator separator,
                                                  std::span<const std::string_view> keywords);

// Fills the detail from a part whose keyword means the same everywhere. False when it has none of
// these keywords, or its place is taken: the text of a payer may look like a keyword too.
[[nodiscard]] bool place_common(const Part& part, TransactionDetail& detail);

// The IBAN of a counterparty, or its account number when it is no IBAN; false when there is one.
bool place_account(std::string_view text, Counterparty& counterparty);

void add_remittance(std::string_view text, TransactionDetail& detail);

}  // namespace afletter::mt940
