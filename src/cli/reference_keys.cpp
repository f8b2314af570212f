// [[references]]: kinds of references of the administration's own.
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "configuration_key.hpp"

namespace afletter::cli {

namespace {

using TypeKey = KeyOf<ReferenceType>;

constexpr const char* in_quotes = "Write it as text, in quotes.";
constexpr const char* without_quotes = "Write it without quotes.";

template <class Choice>
using Words = std::vector<std::pair<std::string_view, Choice>>;

// A key that is one of some words.
template <class Choice>
TypeKey word_key(const std::string& name, const std::string& choices,
                 Choice ReferenceType::* member, Words<Choice> words) {
    return {.name = name,
            .choices = choices,
            .how = in_quotes,
            .take = [member, words = std::move(words)](ReferenceType& type, const Value& value) {
                const auto found = std::ranges::find(words, value.text.value_or(""),
                                                     &Words<Choice>::value_type::first);
                if (found == words.end()) {
                    return false;
                }
                type.*member = found->second;
                return true;
            }};
}

// A key that is any text but none.
template <class Member>
TypeKey text_key(const std::string& name, const std::string& choices, Member member) {
    return {.name = name,
            .choices = choices,
            .how = in_quotes,
            .take = [member](ReferenceType& type, const Value& value) {
                member(type) = value.text.value_or("");
                return value.text && !value.text->empty();
            }};
}

template <class Member>
TypeKey truth_key(const std::string& name, Member member) {
    return {.name = name,
            .choices = "true or false",
            .how = without_quotes,
            .take = [member](ReferenceType& type, const Value& value) {
                member(type) = value.truth.value_or(false);
                return value.truth.has_value();
            }};
}

TypeKey numbers_key(const std::string& name, std::vector<std::uint8_t> ReferenceType::* member) {
    constexpr std::int64_t most = 99;
    return {.name = name,
            .choices = "a list of whole numbers from 1 to 99",
            .how = "Write them between brackets: [7, 3, 1].",
            .take = [member](ReferenceType& type, const Value& value) {
                if (!value.numbers || std::ranges::any_of(*value.numbers, [](std::int64_t number) {
                        return number < 1 || number > most;
                    })) {
                    return false;
                }
                std::vector<std::uint8_t>& numbers = type.*member;
                numbers.clear();
                for (const std::int64_t number : *value.numbers) {
                    numbers.push_back(static_cast<std::uint8_t>(number));
                }
                return true;
            }};
}

bool take_modulus(ReferenceType& type, const Value& value) {
    constexpr std::int64_t most = 97;
    const auto modulus = whole_number(value, 2, most);
    type.modulus = static_cast<std::uint8_t>(modulus.value_or(0));
    return modulus.has_value();
}

}  // namespace

const std::vector<TypeKey>& reference_keys() {
    static const std::vector<TypeKey> keys{
        text_key("references.name", "what explanations call the reference",
                 [](ReferenceType& type) -> std::string& { return type.name; }),
        text_key("references.mask", "a mask such as \"9999 9999\"",
                 [](ReferenceType& type) -> std::string& { return type.mask; }),
        numbers_key("references.groups", &ReferenceType::groups),
        numbers_key("references.weights", &ReferenceType::weights),
        word_key("references.check", "none, mod_10, mod_11, mod_97 or house",
                 &ReferenceType::method,
                 Words<CheckMethod>{{"none", CheckMethod::none},
                                    {"mod_10", CheckMethod::mod_10},
                                    {"mod_11", CheckMethod::mod_11},
                                    {"mod_97", CheckMethod::mod_97},
                                    {"house", CheckMethod::house}}),
        {"references.modulus", "a whole number from 2 to 97", without_quotes, take_modulus},
        text_key("references.remainders", "a character for each remainder",
                 [](ReferenceType& type) -> std::string& { return type.remainder_table; }),
        text_key("references.strip_prefix", "what may stand before the number",
                 [](ReferenceType& type) -> std::string& { return type.normaliser.strip_prefix; }),
        truth_key("references.drop_leading_zeros",
                  [](ReferenceType& type) -> bool& { return type.normaliser.drop_leading_zeros; }),
        truth_key("references.upper_case",
                  [](ReferenceType& type) -> bool& { return type.normaliser.upper_case; }),
        word_key("references.names", "item or party", &ReferenceType::names,
                 Words<Names>{{"item", Names::item}, {"party", Names::party}})};
    return keys;
}

std::string reference_key_of(std::string_view member) {
    constexpr auto others = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"remainder_table", "remainders"},
         {"method", "check"},
         {"normaliser.drop_leading_zeros", "drop_leading_zeros"}});
    const auto found =
        std::ranges::find(others, member, &std::pair<std::string_view, std::string_view>::first);
    return "references." + std::string(found == others.end() ? member : found->second);
}

}  // namespace afletter::cli
