// Trimming, and joining what the bank cut into lines.
#include "mt940/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace afletter::mt940 {

namespace {

// Field 86 is 6*65x.
constexpr std::size_t line_width = 65;

// Plain loops: find_first_of() and its like call memchr() for every character.
bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

std::string_view without_leading_line_ends(std::string_view text) {
    while (!text.empty() && is_line_end(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
}

// The highest bit of each byte that equals `c`; of bytes behind such a one it may be set as well.
std::uint64_t equal_bytes(std::uint64_t bytes, char c) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    const std::uint64_t difference = bytes ^ (ones * static_cast<unsigned char>(c));
    return (difference - ones) & ~difference & (ones << 7U);
}

// Up to a tab or the second of two blanks. Eight bytes at a time, for nearly all text has none.
std::size_t single_spaced_size(std::string_view text) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    const auto may_end = [text](std::size_t at) {
        const std::uint64_t bytes = eight_bytes(text, at);
        const std::uint64_t before = eight_bytes(text, at - 1);
        return ((equal_bytes(bytes, ' ') & equal_bytes(before, ' ')) | equal_bytes(bytes, '\t')) !=
               0;
    };
    std::size_t size = 1;
    while (size + step <= text.size() && !may_end(size)) {
        size += step;
    }
    // The last eight bytes, of which some were looked at before.
    if (size + step > text.size() && text.size() > step && !may_end(text.size() - step)) {
        return text.size();
    }
    while (size < text.size() && text[size] != '\t' &&
           !(text[size] == ' ' && text[size - 1] == ' ')) {
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

}  // namespace

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view first_line(std::string_view text) {
    const auto* const end = std::find_if(text.begin(), text.end(), is_line_end);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::size_t character_count(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t count = 0;
    for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
        const std::uint64_t bytes = eight_bytes(text, 0);
        if ((bytes & high_bits) == 0) {
            count += sizeof(std::uint64_t);
            continue;
        }
        // A later byte of a character has its highest bit and not the next.
        count += sizeof(std::uint64_t) -
                 static_cast<std::size_t>(std::popcount(bytes & ~(bytes << 1U) & high_bits));
    }
    return count + static_cast<std::size_t>(std::count_if(
                       text.begin(), text.end(), [](char c) { return !is_continuation_byte(c); }));
}

std::string single_spaced(std::string_view text) {
    std::string result;
    append_single_spaced(result, text);
    return result;
}

void append_single_spaced(std::string& place, std::string_view text) {
    text = trimmed(text);
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

bool is_known_reference(std::string_view trimmed_text) {
    constexpr std::array<std::string_view, 10> not_known = {
        "NONREF", "NOREF", "NOTPROVIDED", "EREF", "PREF",
        "MARF",   "KREF+", "EREF+",       "-",    "NICHTANGEGEBEN"};
    constexpr std::string_view first_letters = "NEPMK-";
    constexpr std::size_t size_max = 16;
    if (trimmed_text.empty() || trimmed_text.size() > size_max ||
        first_letters.find(trimmed_text.front()) == std::string_view::npos) {
        return !trimmed_text.empty();
    }
    if (trimmed_text.find(' ') == std::string_view::npos) {
        return std::find(not_known.begin(), not_known.end(), trimmed_text) == not_known.end();
    }
    std::array<char, size_max> letters{};
    auto* const end = std::copy_if(trimmed_text.begin(), trimmed_text.end(), letters.begin(),
                                   [](char c) { return c != ' '; });
    const std::string_view word(letters.data(), static_cast<std::size_t>(end - letters.data()));
    return std::find(not_known.begin(), not_known.end(), word) == not_known.end();
}

std::string_view reference_in(std::string_view text) {
    const std::string_view reference = trimmed(text);
    return is_known_reference(reference) ? reference : std::string_view();
}

std::string known_reference(std::string_view text) {
    return std::string(reference_in(text));
}

}  // namespace afletter::mt940
