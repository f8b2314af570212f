// What is neither a tag nor text: comments, processing instructions, CDATA sections and the XML
// declaration.
#pragma once

#include <string_view>

#include "xml/problem.hpp"

namespace afletter::xml {

// Whether `word` stands at `at`; incomplete while that cannot be told.
[[nodiscard]] Step read_word(const char* at, const char* end, std::string_view word);

// "<!-- ... -->" (XML 1.0, clause 2.5).
[[nodiscard]] Step read_comment(const char* at, const char* end);

// "<![CDATA[ ... ]]>" (clause 2.7).
inline constexpr std::string_view cdata_begin = "<![CDATA[";
inline constexpr std::string_view cdata_end = "]]>";
[[nodiscard]] Step read_cdata(const char* at, const char* end);

// "<?target ... ?>" (clause 2.6). Of an XML declaration, which looks the same, only the end is
// found.
struct Instruction {
    bool is_declaration = false;
};
[[nodiscard]] Step read_instruction(const char* at, const char* end, Instruction& instruction);

// Checks an XML declaration (clause 2.8) from "<?xml" to "?>".
[[nodiscard]] Step check_declaration(std::string_view declaration);

}  // namespace afletter::xml
