// Trimming, and joining what the bank cut into lines.
#include "mt940/text.hpp"

#include <algorithm>
#include <array>

namespace afletter::mt940 {

namespace {

// Field 86 is 6*65x.
constexpr std::size_t line_width = 65;

// Plain loops: find_first_of() and its like call memchr() for every character.
bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}
bool is_space(char c) {
    return is_blank(c) || is_line_end(c);
}

std::string_view without_leading_line_ends(std::string_view text) {
    while (!text.empty() && is_line_end(text.front())) {
        text.remove_prefix(1);
    }
    return text;
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

std::string_view trimmed_at_end(std::string_view text) {
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    return trimmed_at_end(text);
}

std::string_view first_line(std::string_view text) {
    const auto* const end = std::find_if(text.begin(), text.end(), is_line_end);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation_byte(c); }));
}

std::string single_spaced(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : trimmed(text)) {
        if (!is_blank(c)) {
            result += c;
        } else if (result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
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

std::string known_reference(std::string_view text) {
    constexpr std::array<std::string_view, 8> not_known = {
        "NONREF", "NOREF", "NOTPROVIDED", "EREF", "PREF", "MARF", "KREF+", "EREF+"};
    const std::string_view reference = trimmed(text);
    const bool is_known =
        std::find(not_known.begin(), not_known.end(), reference) == not_known.end();
    return is_known ? std::string(reference) : std::string();
}

}  // namespace afletter::mt940
