// Trimming, and joining what the bank cut into lines.
#include "mt940/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "mt940/blocks.hpp"

namespace afletter::mt940 {

namespace {

// Field 86 is 6*65x.
constexpr std::size_t line_width = 65;

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

std::string_view without_leading_line_ends(std::string_view text) {
    while (!text.empty() && is_line_end(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

// The places of bytes that are no first ones of a character.
std::uint32_t later_bytes(const char* at) {
    return places_of((block_at(at) & 0xC0) == 0x80);
}

// Nearly always of nothing: then it need not be counted.
std::size_t bit_count(std::uint32_t bits) {
    return bits == 0 ? 0 : static_cast<std::size_t>(std::popcount(bits));
}

bool is_odd_blank(char before, char c) {
    return c == '\t' || (c == ' ' && before == ' ');
}

// Of two neighbours that are a blank when they are laid over each other, both are: only a byte 0
// could stand beside one, and that makes no text.
BlockMask odd_blanks(const char* at) {
    const Block block = block_at(at);
    return ((block | block_at(at - 1)) == ' ') | (block == '\t');
}

// Up to a tab or the second of two blanks.
std::size_t single_spaced_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && !is_odd_blank(text[size - 1], text[size])) {
        ++size;
    }
    return size;
}

// Adds the lines of a field to `joined`.
void append_lines(std::string& joined, std::string_view field) {
    bool was_full = false;
    while (!field.empty()) {
        const std::string_view line = first_line(field);
        field = without_leading_line_ends(field.substr(line.size()));
        const std::string_view text = trimmed_at_end(line);
        if (text.empty()) {
            was_full = false;  // SNS and ASN fill a field up with blank lines
            continue;
        }
        if (!was_full && !joined.empty() && joined.back() != ' ') {
            joined += ' ';
        }
        was_full = character_count(line) >= line_width;
        joined += was_full ? line : text;
    }
}

bool is_word_for_none(std::string_view word) {
    // Of known size, which makes each a comparison or two.
    const auto is = [at = word.data()]<std::size_t Size>(const char(&known)[Size]) {
        return std::memcmp(at, known, Size - 1) == 0;
    };
    switch (word.size()) {
        case 1:
            return is("-");
        case 4:
            return is("EREF") || is("PREF") || is("MARF");
        case 5:
            return is("NOREF") || is("KREF+") || is("EREF+");
        case 6:
            return is("NONREF");
        case 11:
            return is("NOTPROVIDED");
        case 14:
            return is("NICHTANGEGEBEN");
        default:
            return false;
    }
}

}  // namespace

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}

std::string_view first_line(std::string_view text) {
    std::size_t size = 0;
    for (; size + block_size <= text.size(); size += block_size) {
        const Block block = block_at(text.data() + size);
        if (const std::uint32_t ends = places_of((block == '\n') | (block == '\r'))) {
            return text.substr(0, size + static_cast<std::size_t>(std::countr_zero(ends)));
        }
    }
    while (size < text.size() && !is_line_end(text[size])) {
        ++size;
    }
    return text.substr(0, size);
}

std::size_t character_count(std::string_view text) {
    std::size_t count = text.size();
    std::size_t at = 0;
    for (; at + block_size <= text.size(); at += block_size) {
        count -= bit_count(later_bytes(text.data() + at));
    }
    if (at == 0) {
        return count - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
                   return is_continuation_byte(c);
               }));
    }
    // Of the block that ends with the text, what was not counted yet.
    const std::uint32_t last = later_bytes(text.data() + text.size() - block_size);
    return count - bit_count(last >> (block_size - (text.size() - at)));
}

bool is_single_spaced(std::string_view text) {
    if (text.size() <= block_size) {
        return single_spaced_size(text) >= text.size();
    }
    // The last block looks at some characters once more.
    const char* const last = text.data() + text.size() - block_size;
    BlockMask found = odd_blanks(last);
    for (const char* at = text.data() + 1; at < last; at += block_size) {
        found |= odd_blanks(at);
    }
    return !has_any(found);
}

std::string single_spaced(std::string_view text) {
    std::string result;
    append_single_spaced(result, text);
    return result;
}

void append_single_spaced(std::string& place, std::string_view text) {
    text = trimmed(text);
    if (is_single_spaced(text)) {
        place.append(text);
        return;
    }
    while (!text.empty()) {
        const std::size_t size = single_spaced_size(text);
        place.append(text.substr(0, size));
        text.remove_prefix(size);
        while (!text.empty() && is_blank(text.front())) {
            text.remove_prefix(1);
        }
        if (!text.empty() && place.back() != ' ') {
            place += ' ';
        }
    }
}

std::string join_lines(std::span<const std::string_view> fields) {
    std::string joined;
    joined.reserve(fields.empty() ? 0 : fields.front().size());
    for (const std::string_view field : fields) {
        append_lines(joined, field);
    }
    return std::string(trimmed(joined));
}

std::string join_lines(std::string_view field) {
    return join_lines(std::span(&field, 1));
}

bool stands_for_none(std::string_view text) {
    if (text.find(' ') == std::string_view::npos) {
        return is_word_for_none(text);
    }
    std::array<char, size_of_none_max> letters{};
    auto* const end = std::remove_copy(text.begin(), text.end(), letters.begin(), ' ');
    return is_word_for_none({letters.data(), static_cast<std::size_t>(end - letters.begin())});
}

std::string known_reference(std::string_view text) {
    return std::string(reference_in(text));
}

}  // namespace afletter::mt940
