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

// Reads everything that is left, through Utf8Source. Nothing is read when an error is reported
// before the text begins.
[[nodiscard]] SourceText read_source_text(const std::string& name, ByteSource& bytes,
                                          const DiagnosticHandler& report);

// Line, column (in bytes) and byte of `offset`, all from 1.
[[nodiscard]] Place place_at(const SourceText& source, std::size_t offset);
// Bytes of a line that a message shows at most.
inline constexpr std::size_t excerpt_size_max = 160;
// The line that `offset` is on, cut to a readable length; of a very long line, what begins there.
[[nodiscard]] std::string excerpt_at(const SourceText& source, std::size_t offset);
[[nodiscard]] std::string excerpt_at(std::string_view text, std::size_t offset);

}  // namespace afletter
