// The scanner beside its slow, obvious twin: expat. Both read the same bytes; they must accept the
// same and tell the same, except where parsers/xml/scanner.hpp says that they differ.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace afletter::test {

// What the two tell differently, for people; nothing when they agree. The scanner reads `bytes`
// twice: in one piece, and in pieces of `piece_size`.
[[nodiscard]] std::optional<std::string> compare_with_expat(std::string_view bytes,
                                                            std::size_t piece_size);
// With a small piece size that the bytes decide.
[[nodiscard]] std::optional<std::string> compare_with_expat(std::string_view bytes);

}  // namespace afletter::test
