// Statements as CAMT.053, version 02 in one long line or version 08 indented. Shares nothing with
// the reader.
#pragma once

#include <string>

#include "simulator/statements.hpp"

namespace afletter::simulator {

// A document: its beginning with the group header, statements, and its end.
void begin_camt(std::string& out, const BankStatement& first);
void append_camt(std::string& out, const BankStatement& statement);
void end_camt(std::string& out);

}  // namespace afletter::simulator
