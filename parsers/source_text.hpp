// A whole text input as UTF-8, and the places in it. Readers of text formats work on this; they
// never see the encoding the file came in.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/parsers.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace afletter {

struct SourceText {
    std::string name;  // as diagnostics show it
    std::string text;  // UTF-8; line ends as in the file
};

// Reads everything that is left and converts it: UTF-8 with or without BOM, UTF-16 with BOM, and
// Windows-1252 when it is not valid UTF-8 (then with a warning, for the guess may be wrong).
[[nodiscard]] SourceText read_source_text(const std::string& name, ByteSource& bytes,
                                          const DiagnosticHandler& report);

// Line, column (in bytes) and byte of `offset`, all from 1.
[[nodiscard]] Place place_at(const SourceText& source, std::size_t offset);
// The line that `offset` is on, cut to a readable length; of a very long line, what begins there.
[[nodiscard]] std::string excerpt_at(const SourceText& source, std::size_t offset);
[[nodiscard]] std::string excerpt_at(std::string_view text, std::size_t offset);

}  // namespace afletter
