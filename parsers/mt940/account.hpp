// Field 25, the account.
#pragma once

#include <afletter/model/statement.hpp>

#include <string_view>

namespace afletter::mt940 {

// An IBAN, also with its bank before it ("BIC/IBAN") or its currency behind it ("IBAN EUR",
// "IBAN+EUR", "IBAN/EUR", "IBANEUR"); every other number as the file has it.
[[nodiscard]] AccountIdentification read_account(std::string_view field);

}  // namespace afletter::mt940
