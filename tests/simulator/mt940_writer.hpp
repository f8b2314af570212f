// A statement as ING, ABN AMRO or Rabobank writes it in MT940. Shares nothing with the reader.
#pragma once

#include <string>

#include "simulator/statements.hpp"

namespace afletter::simulator {

// Appends the message; `first_of_file` writes what Rabobank puts before the first one only.
void append_mt940(std::string& out, const BankStatement& statement, bool first_of_file);

}  // namespace afletter::simulator
