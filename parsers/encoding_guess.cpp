// Byte order marks, UTF-16 without one, XML declarations, and the count of letters.
#include "encoding_guess.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace afletter {

namespace {

constexpr std::string_view blanks = " \t\r\n";

// Text in a Latin script has a zero in nearly every second byte; 3 of 4 leaves room for other
// letters. In the other half of a unit a zero is rare: 1 of 16 leaves room for an emoji.
std::optional<Encoding> utf16_without_mark(std::string_view head) {
    const std::size_t units = head.size() / 2;
    std::size_t zeros_first = 0;
    std::size_t zeros_second = 0;
    for (std::size_t unit = 0; unit < units; ++unit) {
        zeros_first += head[2 * unit] == '\0' ? 1U : 0U;
        zeros_second += head[2 * unit + 1] == '\0' ? 1U : 0U;
    }
    const auto is_utf16 = [units](std::size_t high_zeros, std::size_t low_zeros) {
        return units > 1 && 4 * high_zeros >= 3 * units && 16 * low_zeros <= units;
    };
    if (is_utf16(zeros_second, zeros_first)) {
        return Encoding::utf16_little;
    }
    if (is_utf16(zeros_first, zeros_second)) {
        return Encoding::utf16_big;
    }
    return std::nullopt;
}

// The value of `encoding` in an XML declaration (XML 1.0, productions 23 and 80); or empty, at
// the front of `head`.
std::string_view declared_name(std::string_view head) {
    constexpr std::string_view attribute = "encoding";
    const std::string_view none = head.substr(0, 0);
    const std::string_view text =
        head.substr(std::min(head.find_first_not_of(blanks), head.size()));
    if (!text.starts_with("<?xml")) {
        return none;
    }
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t name = declaration.find(attribute);
    if (name == std::string_view::npos) {
        return none;
    }
    const std::size_t equal = declaration.find_first_not_of(blanks, name + attribute.size());
    if (equal == std::string_view::npos || declaration[equal] != '=') {
        return none;
    }
    const std::size_t quote = declaration.find_first_not_of(blanks, equal + 1);
    if (quote == std::string_view::npos ||
        (declaration[quote] != '"' && declaration[quote] != '\'')) {
        return none;
    }
    const std::size_t end = declaration.find(declaration[quote], quote + 1);
    return end == std::string_view::npos ? none : declaration.substr(quote + 1, end - quote - 1);
}

bool is_ascii_letter(std::uint8_t byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Letters of the one group of languages that have no meaning, or a rare one, in the other.
constexpr std::u16string_view central_letters = u"ąćęłńśźżĄĆĘŁŃŚŹŻőűŐŰčďěňřšťůžČĎĚŇŘŠŤŮŽ";
constexpr std::u16string_view western_letters = u"àåæçèêëïðñòøùûÿœšžÀÅÆÇÈÊËÏÐÑÒØÙÛŒŠŽ";

struct Candidate {
    Encoding encoding;
    std::u16string_view letters;
    std::size_t score = 0;
};

// Inside a word stands what a letter follows, or what ends a word: at least three letters come
// before it, which keeps "m³" and "cm²" out.
bool is_in_word(std::string_view bytes, std::size_t position) {
    constexpr std::size_t letters_before_min = 3;
    const auto is_letter = [&bytes](std::size_t index) {
        const auto byte = static_cast<std::uint8_t>(bytes[index]);
        return is_ascii_letter(byte) || byte >= 0xc0;
    };
    if (position + 1 < bytes.size() && is_letter(position + 1)) {
        return true;
    }
    for (std::size_t back = 1; back <= letters_before_min; ++back) {
        if (back > position || !is_letter(position - back)) {
            return false;
        }
    }
    return true;
}

// More well-formed characters than other bytes: UTF-8 with some damage. Text in a single-byte
// encoding forms such characters only by chance.
bool is_mostly_utf8(std::string_view bytes) {
    std::size_t characters = 0;
    std::size_t others = 0;
    for (std::size_t position = 0;;) {
        position += ascii_extent(bytes.substr(position));
        if (position == bytes.size()) {
            return characters > others;
        }
        const std::size_t size = utf8_character_size(bytes.substr(position));
        ++(size > 0 ? characters : others);
        position += std::max<std::size_t>(size, 1);
    }
}

}  // namespace

Beginning beginning_of(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) {
        return {.encoding = Encoding::utf8, .mark_size = 3};
    }
    if (head.starts_with("\xff\xfe")) {
        return {.encoding = Encoding::utf16_little, .mark_size = 2};
    }
    if (head.starts_with("\xfe\xff")) {
        return {.encoding = Encoding::utf16_big, .mark_size = 2};
    }
    if (const auto utf16 = utf16_without_mark(head)) {
        return {.encoding = *utf16};
    }
    const std::string_view name = declared_name(head);
    const std::optional<Encoding> declared = encoding_named(name);
    if (!name.empty() && !declared) {
        return {.unknown_name = name,
                .unknown_offset = static_cast<std::size_t>(name.data() - head.data())};
    }
    return {.encoding = declared.value_or(Encoding::utf8)};
}

Encoding guessed_encoding(std::string_view before, std::string_view rest) {
    if (is_mostly_utf8(rest)) {
        return Encoding::damaged_utf8;
    }
    const std::string bytes = std::string(before) + std::string(rest);
    // In this order, for the first of those that are equal wins.
    std::array<Candidate, 3> candidates = {{{Encoding::windows_1252, western_letters},
                                            {Encoding::windows_1250, central_letters},
                                            {Encoding::iso_8859_2, central_letters}}};
    for (std::size_t position = before.size(); position < bytes.size(); ++position) {
        const auto byte = static_cast<std::uint8_t>(bytes[position]);
        if (byte < 0x80 || !is_in_word(bytes, position)) {
            continue;
        }
        for (Candidate& candidate : candidates) {
            const auto character = static_cast<char16_t>(character_of(byte, candidate.encoding));
            candidate.score +=
                candidate.letters.find(character) != std::u16string_view::npos ? 1U : 0U;
        }
    }
    return std::ranges::max_element(candidates, {}, &Candidate::score)->encoding;
}

}  // namespace afletter
