// From "01 9999999999 01 999" to what each place asks for.
#include "references/mask.hpp"

#include <afletter/ascii.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace afletter {

namespace {

constexpr std::size_t longest = 35;  // Max35Text of ISO 20022

MaskPlace place_of(char c, bool is_escaped, std::uint8_t group) {
    using Expects = MaskPlace::Expects;
    if (!is_escaped && c == '9') {
        return {Expects::digit, 0, group};
    }
    if (!is_escaped && c == 'A') {
        return {Expects::letter, 0, group};
    }
    if (!is_escaped && c == 'X') {
        return {Expects::either, 0, group};
    }
    return {Expects::literal, c, group};
}

ReferenceTypeError wrong_size(std::size_t places) {
    return {.member = "mask",
            .column = 0,
            .expected = "1 to 35 letters and digits",
            .found = std::to_string(places),
            .help =
                "Write 9 for a digit, A for a letter, X for either, and other characters as "
                "they are."};
}

}  // namespace

Result<std::vector<MaskPlace>, ReferenceTypeError> read_mask(std::string_view mask) {
    std::vector<MaskPlace> places;
    std::uint8_t group = 1;
    bool group_is_empty = true;
    for (std::size_t i = 0; i < mask.size() && places.size() <= longest; ++i) {
        const bool is_escaped = mask[i] == '\\';
        if (is_escaped && ++i == mask.size()) {
            return fail(ReferenceTypeError{
                .member = "mask",
                .column = i,
                .expected = "a character after the backslash",
                .found = "the end of the mask",
                .help = "Write two backslashes for a backslash, or leave it out."});
        }
        if (mask[i] == ' ' && !is_escaped) {
            group = static_cast<std::uint8_t>(group + (group_is_empty ? 0 : 1));
            group_is_empty = true;
        } else if (is_digit(mask[i]) || is_letter(mask[i])) {
            places.push_back(place_of(mask[i], is_escaped, group));
            group_is_empty = false;
        }
    }
    if (places.empty() || places.size() > longest) {
        return fail(wrong_size(places.size()));
    }
    return places;
}

}  // namespace afletter
