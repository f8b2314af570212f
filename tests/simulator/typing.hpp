// How people copy numbers and what else they write: blanks, dots, prefixes, mistakes, chatter.
#pragma once

#include <string>
#include <string_view>

#include "simulator/random.hpp"

namespace afletter::simulator {

// A structured reference as typed in free text: grouped or not, introduced or not.
[[nodiscard]] std::string typed_reference(std::string_view reference, Random& random);
// "F2026-001234" as typed: "fact. F2026-001234", "f2026 001234", ...
[[nodiscard]] std::string typed_document(std::string_view document, Random& random);
// What is left of it when the prefix is: "2026-001234", "001234", "factuur 1234".
[[nodiscard]] std::string bare_document(std::string_view document, Random& random);
// One digit wrong, two swapped, one lost or one too many; never the same text.
[[nodiscard]] std::string mistyped(std::string_view reference, Random& random);

// What people write when they quote nothing.
[[nodiscard]] std::string chatter(Random& random);
// What people write who owe nothing.
[[nodiscard]] std::string unrelated_text(Random& random);

}  // namespace afletter::simulator
