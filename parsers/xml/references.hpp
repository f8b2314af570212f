// Entity and character references: XML 1.0, clauses 4.1 and 4.6.
#pragma once

#include <string>
#include <string_view>

#include "xml/problem.hpp"

namespace afletter::xml {

// Appends to `text` what the reference at `at` ("&...;") stands for.
[[nodiscard]] Step read_reference(const char* at, const char* end, std::string& text);

// Appends the value that an attribute's text stands for (clause 3.3.3): references resolved, every
// line end and tab a space. The text holds no '<' and is complete.
[[nodiscard]] Step resolve_attribute_value(std::string_view raw, std::string& value);

}  // namespace afletter::xml
