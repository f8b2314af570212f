// Names are compared without case, accents and ligatures. First step of text/names; the only
// door to utf8proc.
#pragma once

#include <string>
#include <string_view>

namespace afletter::matching {

// NFKD, case folded, without marks, and Latin letters that NFKD leaves whole (ø, ł, æ, ...) as the
// letters people type for them. Bytes that are not UTF-8 are kept as they are.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace afletter::matching
