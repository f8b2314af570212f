// Names are compared without case, accents and ligatures. First step of text/names; the only
// door to utf8proc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace afletter::matching {

// NFKD, case folded, without marks; Latin letters that NFKD leaves whole (ø, ł, æ, ...) become the
// letters people type for them. Text that is not UTF-8 only loses its ASCII capitals.
[[nodiscard]] std::string folded(std::string_view text);

// The other way people type these letters, if there is one: ä, ö, ü as ae, oe, ue, ø as oe, å as
// aa, ß as s, and ij as y. Letter for letter, so it has the same words as folded() gives.
[[nodiscard]] std::optional<std::string> folded_otherwise(std::string_view text);

}  // namespace afletter::matching
