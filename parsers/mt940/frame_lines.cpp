// Lines that are no fields. Every question is decided on the first characters: blocks stand around
// each message, and a file can have more messages than entries.
#include "mt940/frame_lines.hpp"

#include <algorithm>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_control(char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\t';
}

// Of a character that framing or blanks can stand before or behind.
bool is_graphic(char c) {
    return static_cast<unsigned char>(c) > ' ' && c != byte_order_mark.front();
}

// The Swedish variant of ASCII has a-umlaut and a-ring in place of the braces (Handelsbanken); in
// UTF-8 these two differ from the others in their second byte.
constexpr char swedish_lead = '\xc3';
constexpr char swedish_opening = '\xa4';
constexpr char swedish_closing = '\xa5';

// The size of the brace that `line` begins with, or 0.
std::size_t brace_at_start(std::string_view line, char brace, char swedish) {
    if (line.empty()) {
        return 0;
    }
    if (line[0] == brace) {
        return 1;
    }
    return line.size() > 1 && line[0] == swedish_lead && line[1] == swedish ? 2 : 0;
}

// "{1:..}{2:O940..}{4:", also of messages that are glued together: "-}${1:..}{2:..}{4::20:".
FrameLine read_blocks(std::string_view line, char brace) {
    constexpr std::size_t start_size = 3;  // of "{4:"
    FrameLine result;
    for (std::size_t at = line.find(brace); at != line.npos && at + start_size <= line.size();
         at = line.find(brace, at + 1)) {
        const std::string_view inside = line.substr(at + start_size);
        if (line[at + 2] != ':') {
            continue;
        }
        if (line[at + 1] == '2' && !inside.empty()) {
            const std::string_view type = type_at_start(inside.substr(1));  // behind 'I' or 'O'
            result.type = type.empty() ? result.type : type;
        } else if (line[at + 1] == '4' && !inside.starts_with(brace)) {
            result.text = inside;
        }
    }
    return result;
}

// ABN AMRO's "940" and ING's "940 00" are lines of their own, Rabobank's is ":940:".
std::string_view type_alone(std::string_view line) {
    constexpr std::size_t type_size = 3;
    if (line.starts_with(':')) {
        return type_at_start(line.substr(1));
    }
    const bool may_be_type = line.starts_with('9');
    const bool is_alone = may_be_type && (line.size() == type_size || line.ends_with(" 00"));
    return is_alone ? type_at_start(line) : std::string_view();
}

// FinTS has a length before the first field: "HIKAZ:5:7:3+@1024@:20:..".
std::string_view behind_length(std::string_view line) {
    constexpr std::string_view first_field = "@:20:";
    constexpr std::size_t size_min = 10;  // of a segment's name and length before it
    if (line.size() < size_min + first_field.size()) {
        return line;
    }
    const std::size_t at = line.find(first_field);
    const bool has_length = at != line.npos && at > 0 && is_digit(line[at - 1]);
    return has_length ? line.substr(at + 1) : line;
}

}  // namespace

std::string_view without_framing(std::string_view line) {
    if (!line.empty() && is_graphic(line.front()) && is_graphic(line.back())) {
        return line;
    }
    while (!line.empty() && (is_control(line.front()) || line.starts_with(byte_order_mark))) {
        line.remove_prefix(is_control(line.front()) ? 1 : byte_order_mark.size());
    }
    while (!line.empty() && is_control(line.back())) {
        line.remove_suffix(1);
    }
    return trimmed(line);
}

bool is_block(std::string_view line) {
    const std::size_t at = brace_at_start(line, '{', swedish_opening);
    return at > 0 && line.size() > at + 1 && line[at + 1] == ':' &&
           (line[at] == '1' || line[at] == '2' || line[at] == '4');
}

bool ends_block(std::string_view line) {
    return line.size() > 1 && line[0] == '-' &&
           brace_at_start(line.substr(1), '}', swedish_closing) > 0;
}

std::size_t find_block_end(std::string_view line) {
    constexpr std::string_view end = "-}";
    for (std::size_t at = line.find(end); at != line.npos; at = line.find(end, at + 1)) {
        const std::string_view rest = trimmed(line.substr(at + end.size()));
        if (rest.empty() || rest.starts_with('{') || rest.starts_with("${")) {
            return at;
        }
    }
    return line.npos;
}

bool ends_closed_message(std::string_view line) {
    return !line.empty() && line[0] == '-' &&
           (line.size() == 1 || line[1] == '\'' || line == "-XXX" || line.starts_with("-+@"));
}

bool is_bank_header(std::string_view line) {
    constexpr std::size_t bic_size = 8;
    const auto is_bic_character = [](char c) { return is_upper(c) || is_digit(c); };
    return line.size() == bic_size && std::all_of(line.begin(), line.end(), is_bic_character);
}

std::string_view type_at_start(std::string_view text) {
    constexpr std::size_t type_size = 3;
    if (text.size() < type_size || text[0] != '9') {
        return {};
    }
    for (const std::string_view type : {"940", "941", "942", "950"}) {
        if (text[1] == type[1] && text[2] == type[2]) {
            return type;
        }
    }
    return {};
}

FrameLine read_frame_line(std::string_view line) {
    const std::string_view text = without_framing(line);
    if (brace_at_start(text, '{', swedish_opening) > 0 || ends_block(text)) {
        return read_blocks(text, text.find('{') != text.npos ? '{' : swedish_opening);
    }
    return {type_alone(text), behind_length(text)};
}

}  // namespace afletter::mt940
