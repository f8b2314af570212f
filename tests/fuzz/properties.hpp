// What must be true of every reading, whatever the bytes were. A fuzz target hands its input to one
// of these; what is broken stops the program.
#pragma once

#include <string_view>

namespace afletter::fuzz {

// Reads the bytes as read_statements does, whole and in pieces.
void check_statements(std::string_view bytes);
// The same for read_open_items.
void check_open_items(std::string_view bytes);

}  // namespace afletter::fuzz
