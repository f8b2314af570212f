// Statements as CAMT.053, version 02 in one long line or version 08 indented. Shares nothing with
// the reader.
#pragma once

#include <string>
#include <string_view>

#include "simulator/statements.hpp"

namespace afletter::simulator {

// A document: its beginning with the group header, statements, and its end.
void begin_camt(std::string& out, const BankStatement& first);
void append_camt(std::string& out, const BankStatement& statement);
void end_camt(std::string& out);

// What this bank's files keep of a name, and "PMNT/RCDT/ESCT".
[[nodiscard]] std::string name_in_camt(const BankAccount& account, std::string_view name);
[[nodiscard]] std::string transaction_code_in_camt(const BankEntry& entry);

}  // namespace afletter::simulator
