// Small pieces of text work that the fields of MT940 share; ASCII only, as the format is.
#pragma once

#include <afletter/ascii.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace afletter::mt940 {

[[nodiscard]] constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
// The second and later bytes of a character in UTF-8.
[[nodiscard]] constexpr bool is_continuation_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}
[[nodiscard]] constexpr bool is_space(char c) {
    return static_cast<unsigned char>(c) <= ' ' && (is_blank(c) || c == '\n' || c == '\r');
}
[[nodiscard]] bool all_digits(std::string_view text);

// Characters of one kind, told by a table.
class CharacterSet {
  public:
    constexpr explicit CharacterSet(std::string_view characters) {
        for (const char c : characters) {
            holds_[static_cast<unsigned char>(c)] = true;
        }
    }
    [[nodiscard]] constexpr bool has(char c) const { return holds_[static_cast<unsigned char>(c)]; }

  private:
    std::array<bool, 256> holds_{};
};

// Without blanks and line ends on either side.
[[nodiscard]] constexpr std::string_view trimmed_at_end(std::string_view text) {
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    return trimmed_at_end(text);
}
// Up to the first line end.
[[nodiscard]] std::string_view first_line(std::string_view text);
// Limits of the standard count characters: what was one byte may be two in UTF-8.
[[nodiscard]] std::size_t character_count(std::string_view text);
// Whether a text without blanks on either side has no tab and no two blanks together, as nearly
// all text.
[[nodiscard]] bool is_single_spaced(std::string_view text);
// With each run of blanks as one blank.
[[nodiscard]] std::string single_spaced(std::string_view text);
// The same behind what `place` holds.
void append_single_spaced(std::string& place, std::string_view text);

// The lines of several fields as one text. A full line of 65 characters was cut anywhere and is
// joined as it is; a shorter one ended there, and a blank stands for its end.
[[nodiscard]] std::string join_lines(std::span<const std::string_view> fields);
[[nodiscard]] std::string join_lines(std::string_view field);

// Whether a text of at most so many characters is a word that banks write when they know no
// reference, also where the end of a line fell into it.
inline constexpr std::size_t size_of_none_max = 16;
[[nodiscard]] bool stands_for_none(std::string_view text);
// The first two characters of these words, which differ from those of nearly all references.
// Tables, for no processor foretells what a reference begins with.
inline constexpr CharacterSet first_of_none("NEPMK-");
inline constexpr CharacterSet second_of_none("OIRA ");
// False for nothing at all and for such a word.
[[nodiscard]] inline bool is_known_reference(std::string_view trimmed_text) {
    if (trimmed_text.empty()) {
        return false;
    }
    return !first_of_none.has(trimmed_text[0]) || trimmed_text.size() > size_of_none_max ||
           (trimmed_text.size() > 1 && !second_of_none.has(trimmed_text[1])) ||
           !stands_for_none(trimmed_text);
}
// A reference as the standard means it: empty for NONREF, NOTPROVIDED and the words that only
// point into the :86: (EREF, PREF, MARF, KREF+).
[[nodiscard]] std::string known_reference(std::string_view text);
// The same without a copy.
[[nodiscard]] inline std::string_view reference_in(std::string_view text) {
    const std::string_view reference = trimmed(text);
    return is_known_reference(reference) ? reference : std::string_view();
}

}  // namespace afletter::mt940
