// Checks the definition of a reference type, and then texts against it.
#include <afletter/ascii.hpp>
#include <afletter/model/reference_type.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "mod_97.hpp"
#include "references/check_digits.hpp"
#include "references/mask.hpp"

namespace afletter {

namespace {

using Fault = std::optional<ReferenceTypeError>;

constexpr char never_issued = '!';
constexpr std::size_t check_digits_of_mod_97 = 2;

bool is_checked(const ReferenceType& type, const MaskPlace& place) {
    return type.groups.empty() || std::ranges::find(type.groups, place.group) != type.groups.end();
}

Fault fault_of_groups(const ReferenceType& type, const std::vector<MaskPlace>& places) {
    const std::uint8_t last = places.back().group;
    for (std::size_t i = 0; i < type.groups.size(); ++i) {
        const bool ascends = i == 0 || type.groups[i] > type.groups[i - 1];
        if (type.groups[i] == 0 || type.groups[i] > last || !ascends) {
            return ReferenceTypeError{
                .member = "groups",
                .column = i + 1,
                .expected = "groups of the mask in their order, 1 to " + std::to_string(last),
                .found = std::to_string(type.groups[i]),
                .help = "Blanks part the groups of the mask; the first is 1."};
        }
    }
    return std::nullopt;
}

Fault fault_of_weights(const ReferenceType& type) {
    const bool needs_weights =
        type.method == CheckMethod::mod_11 || type.method == CheckMethod::house;
    const bool takes_weights = needs_weights || type.method == CheckMethod::mod_10;
    const bool wrong = type.weights.empty() ? needs_weights : !takes_weights;
    if (!wrong) {
        return std::nullopt;
    }
    return ReferenceTypeError{
        .member = "weights",
        .column = 0,
        .expected = needs_weights ? "at least one weight" : "no weights with this method",
        .found = std::to_string(type.weights.size()),
        .help = "List them from the right, beginning beside the check digit; they repeat."};
}

Fault fault_of_house_method(const ReferenceType& type) {
    const bool is_house = type.method == CheckMethod::house;
    if (is_house && type.modulus < 2) {
        return ReferenceTypeError{.member = "modulus",
                                  .column = 0,
                                  .expected = "2 or more",
                                  .found = std::to_string(type.modulus),
                                  .help = "The remainder is that of the weighted sum."};
    }
    const std::size_t expected = is_house ? type.modulus : 0;
    if (type.remainder_table.size() != expected) {
        return ReferenceTypeError{
            .member = "remainder_table",
            .column = 0,
            .expected = std::to_string(expected) + " characters, one for each remainder",
            .found = std::to_string(type.remainder_table.size()),
            .help = "Begin with the character for remainder 0; ! is one that is never issued."};
    }
    for (std::size_t i = 0; i < type.remainder_table.size(); ++i) {
        const char c = type.remainder_table[i];
        if (c != never_issued && !is_digit(c) && !is_letter(c)) {
            return ReferenceTypeError{.member = "remainder_table",
                                      .column = i + 1,
                                      .expected = "a digit, a letter or !",
                                      .found = "'" + std::string(1, c) + "'",
                                      .help = "Signs between letters and digits are not kept."};
        }
    }
    return std::nullopt;
}

// Sums are over digits; only mod 97 counts letters, and a house method's table may end in one.
Fault fault_of_checked_places(const ReferenceType& type, const std::vector<MaskPlace>& places) {
    std::vector<MaskPlace> checked;
    std::ranges::copy_if(places, std::back_inserter(checked),
                         [&](const MaskPlace& place) { return is_checked(type, place); });
    const std::size_t check_size = type.method == CheckMethod::mod_97 ? check_digits_of_mod_97 : 1;
    if (checked.size() <= check_size) {
        return ReferenceTypeError{.member = "groups",
                                  .column = 0,
                                  .expected = "more characters than the check digits",
                                  .found = std::to_string(checked.size()),
                                  .help = "The check digits end the last of the groups."};
    }
    const std::size_t summed =
        checked.size() - (type.method == CheckMethod::house ? check_size : 0);
    const auto is_summable = [](const MaskPlace& place) {
        return place.expects == MaskPlace::Expects::digit ||
               (place.expects == MaskPlace::Expects::literal && is_digit(place.literal));
    };
    if (type.method != CheckMethod::mod_97 &&
        !std::all_of(checked.begin(), checked.begin() + static_cast<std::ptrdiff_t>(summed),
                     is_summable)) {
        return ReferenceTypeError{.member = "mask",
                                  .column = 0,
                                  .expected = "digits only in the groups that are checked",
                                  .found = "letters",
                                  .help = "List the groups of digits, or use mod_97."};
    }
    return std::nullopt;
}

Fault fault_of_normaliser(const ReferenceType& type, const std::vector<MaskPlace>& places) {
    const bool all_free_digits = std::ranges::all_of(
        places, [](const MaskPlace& place) { return place.expects == MaskPlace::Expects::digit; });
    if (!type.normaliser.drop_leading_zeros || all_free_digits) {
        return std::nullopt;
    }
    return ReferenceTypeError{.member = "normaliser.drop_leading_zeros",
                              .column = 0,
                              .expected = "a mask of 9s only",
                              .found = "\"" + type.mask + "\"",
                              .help = "Zeros can be missing only where nothing else begins."};
}

Fault fault_of(const ReferenceType& type, const std::vector<MaskPlace>& places) {
    if (type.name.empty()) {
        return ReferenceTypeError{.member = "name",
                                  .column = 0,
                                  .expected = "a name",
                                  .found = "none",
                                  .help = "Explanations call the reference by it."};
    }
    Fault fault = fault_of_groups(type, places);
    for (const auto& next : {fault_of_weights, fault_of_house_method}) {
        fault = fault ? fault : next(type);
    }
    fault = fault ? fault : fault_of_normaliser(type, places);
    if (!fault && type.method != CheckMethod::none) {
        fault = fault_of_checked_places(type, places);
    }
    return fault;
}

std::string letters_and_digits(std::string_view text, bool upper_case) {
    std::string kept;
    for (const char c : text) {
        if (is_digit(c) || is_letter(c)) {
            kept += upper_case ? to_upper(c) : c;
        }
    }
    return kept;
}

bool begins_with(std::string_view text, std::string_view prefix) {
    return text.size() > prefix.size() &&
           std::ranges::equal(text.substr(0, prefix.size()), prefix, {}, to_upper, to_upper);
}

bool fits_place(const MaskPlace& place, char c, bool upper_case) {
    switch (place.expects) {
        case MaskPlace::Expects::digit:
            return is_digit(c);
        case MaskPlace::Expects::letter:
            return is_letter(c);
        case MaskPlace::Expects::either:
            return is_digit(c) || is_letter(c);
        case MaskPlace::Expects::literal:
            return c == (upper_case ? to_upper(place.literal) : place.literal);
    }
    return false;
}

// The character that the method puts behind these digits.
char check_character(const ReferenceType& type, std::string_view digits) {
    constexpr unsigned eleven = 11;
    switch (type.method) {
        case CheckMethod::mod_10:
            return type.weights.empty() ? luhn_check_digit(digits)
                                        : as_digit(static_cast<unsigned>(
                                              10 - weighted_sum(digits, type.weights) % 10));
        case CheckMethod::mod_11: {
            const auto rest = static_cast<unsigned>(weighted_sum(digits, type.weights) % eleven);
            return rest == 1 ? never_issued : as_digit(rest == 0 ? 0 : eleven - rest);
        }
        case CheckMethod::house:
            return type.remainder_table[weighted_sum(digits, type.weights) % type.modulus];
        case CheckMethod::none:
        case CheckMethod::mod_97:
            break;
    }
    return never_issued;
}

}  // namespace

std::string to_text(const ReferenceTypeError& error) {
    std::string text(error.member);
    if (error.column > 0) {
        text += ", column " + std::to_string(error.column);
    }
    return text + ": expected " + error.expected + ", found " + error.found + ". " + error.help;
}

Result<ReferenceFormat, ReferenceTypeError> ReferenceFormat::parse(ReferenceType type) {
    auto places = read_mask(type.mask);
    if (!places) {
        return fail(std::move(places).error());
    }
    if (Fault fault = fault_of(type, *places)) {
        return fail(std::move(*fault));
    }
    return ReferenceFormat(std::move(type), *std::move(places));
}

std::string ReferenceFormat::canonical(std::string_view text) const {
    const Normaliser& normaliser = type_.normaliser;
    std::string plain = letters_and_digits(text, normaliser.upper_case);
    const std::string prefix = letters_and_digits(normaliser.strip_prefix, false);
    if (begins_with(plain, prefix)) {
        plain.erase(0, prefix.size());
    }
    if (normaliser.drop_leading_zeros && !plain.empty()) {
        plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - 1));
    }
    return plain;
}

bool ReferenceFormat::fits(std::string_view plain) const {
    return std::ranges::equal(places_, plain, [&](const MaskPlace& place, char c) {
        return fits_place(place, c, type_.normaliser.upper_case);
    });
}

std::string ReferenceFormat::checked_part(std::string_view plain) const {
    std::string part;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (is_checked(type_, places_[i])) {
            part += plain[i];
        }
    }
    return part;
}

Verdict ReferenceFormat::check(std::string_view text) const {
    std::string plain = canonical(text);
    if (type_.normaliser.drop_leading_zeros && plain.size() < places_.size() && !plain.empty()) {
        plain.insert(0, places_.size() - plain.size(), '0');
    }
    if (!fits(plain)) {
        return Verdict::wrong_shape;
    }
    if (type_.method == CheckMethod::none) {
        return Verdict::unchecked;
    }
    const std::string part = checked_part(plain);
    const bool passes = type_.method == CheckMethod::mod_97
                            ? mod_97(part) == 1
                            : part.back() == check_character(type_, std::string_view(part).substr(
                                                                        0, part.size() - 1));
    return passes ? Verdict::ok : Verdict::wrong_check;
}

}  // namespace afletter
