// Names are compared without case, accents and ligatures. First step of text/names; the only
// door to utf8proc.
#pragma once

#include <string>
#include <string_view>

namespace afletter::matching {

// NFKD, case folded, without marks; Latin letters that NFKD leaves whole (ø, ł, æ, ...) become the
// letters people type for them. Text that is not UTF-8 only loses its ASCII capitals.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace afletter::matching
