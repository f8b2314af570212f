// Joins what the bank cut into lines.
#include "mt940/information/lines.hpp"

#include <algorithm>
#include <array>

#include "mt940/information/german_purpose.hpp"
#include "mt940/information/keywords.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Field 86 is 6*65x.
constexpr std::size_t line_width = 65;

// Where `c` stands in a few characters, for which a call of memchr() is not worth it; their number
// when it does not.
std::size_t find_near(char c, std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] != c) {
        ++at;
    }
    return at;
}

// "/RE" and "MI/..", "/CSID/NL13ZZZ0/" and "REMI/..": the line end fell into a keyword.
bool goes_on_in_keyword(std::string_view before, std::string_view after) {
    constexpr std::size_t keyword_size_max = 4;
    const std::string_view head = after.substr(0, keyword_size_max + 1);
    const std::size_t end = find_near('/', head);
    if (end == 0 || end == head.size()) {
        return false;
    }
    const std::string_view tail =
        before.substr(before.size() - std::min(before.size(), keyword_size_max + 1));
    const std::size_t slash = tail.rfind('/');
    if (slash == std::string_view::npos) {
        return false;
    }
    const std::string_view first = tail.substr(slash + 1);
    std::array<char, keyword_size_max + 1> word{};
    if (first.size() + end > keyword_size_max) {
        return false;
    }
    auto* const middle = std::copy(first.begin(), first.end(), word.begin());
    std::copy_n(head.begin(), end, middle);
    return key_of({word.data(), first.size() + end}).has_value();
}

// "?21K" and "REF+..".
bool goes_on_in_purpose(std::string_view before, std::string_view after) {
    constexpr std::size_t keyword_size = 4;
    const std::string_view head = after.substr(0, keyword_size);
    const std::size_t rest = find_near('+', head);
    const std::size_t size = keyword_size - rest;
    if (rest == 0 || rest == head.size() || before.size() < size) {
        return false;
    }
    std::array<char, keyword_size> word{};
    auto* const middle =
        std::copy_n(before.end() - static_cast<std::ptrdiff_t>(size), size, word.begin());
    std::copy_n(head.begin(), rest, middle);
    return is_purpose_keyword({word.data(), word.size()});
}

// "?3" and "1DE41..", "?" and "31DE41..", or a subfield that begins with the line.
bool goes_on_in_subfield(std::string_view before, std::string_view after, char mark) {
    const char last = before.back();
    const bool ends_in_mark =
        last == mark || (before.size() > 1 && is_digit(last) && before[before.size() - 2] == mark);
    return after.front() == mark || (ends_in_mark && is_digit(after.front())) ||
           goes_on_in_purpose(before, after);
}

// Whether a blank stands for the end of the line before, which was not full.
bool ends_word(std::string_view before, std::string_view after, char mark) {
    return !before.empty() && before.back() != ' ' &&
           !(mark != '\0' ? goes_on_in_subfield(before, after, mark)
                          : goes_on_in_keyword(before, after));
}

}  // namespace

bool append_information(TextBuffer& joined, std::string_view field, char mark) {
    Lines lines(field);
    bool was_full = false;
    while (!lines.is_at_end()) {
        const std::string_view line = lines.next();
        const std::string_view text = trimmed_at_end(line);
        if (text.empty()) {
            was_full = false;  // SNS and ASN fill a field up with blank lines
            continue;
        }
        if (!was_full && ends_word(joined.text(), text, mark)) {
            joined += ' ';
        }
        was_full =
            line.size() >= line_width && (lines.is_plain() || character_count(line) >= line_width);
        joined += was_full ? line : text;
    }
    return lines.is_plain();
}

}  // namespace afletter::mt940
