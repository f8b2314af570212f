// Letters one by one, so that marks stay with them when lines are broken.
#include "story/marked_text.hpp"

#include <afletter/reports.hpp>

#include <algorithm>

#include "utf8.hpp"

namespace afletter::rendering {

namespace {

constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view plain = "\x1b[0m";

bool is_blank(const Letter& letter) {
    return letter.text == " ";
}

// A blank, but not the one of "99.99 %".
bool may_break_at(const MarkedText& text, std::size_t place) {
    return is_blank(text[place]) && (place + 1 == text.size() || text[place + 1].text != "%");
}

// Where the line that begins at `begin` ends: at its last blank, if there is one.
std::size_t end_of_line(const MarkedText& text, std::size_t begin, std::size_t width) {
    const std::size_t end = std::min(begin + width, text.size());
    if (end == text.size()) {
        return end;
    }
    for (std::size_t last = end; last > begin; --last) {
        if (may_break_at(text, last)) {
            return last;
        }
    }
    return end;
}

}  // namespace

MarkedText letters_of(std::string_view text) {
    const std::string safe = printable(text);
    MarkedText letters;
    for (std::string_view left = safe; !left.empty();) {
        const std::size_t length = first_code_point(left).length;
        letters.push_back({.text = std::string(left.substr(0, length))});
        left.remove_prefix(length);
    }
    return letters;
}

bool has_marks(const MarkedText& text) {
    return std::ranges::any_of(text, &Letter::marked);
}

std::vector<MarkedText> wrapped(const MarkedText& text, std::size_t width) {
    std::vector<MarkedText> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = end_of_line(text, begin, std::max<std::size_t>(width, 1));
        const auto from = text.begin();
        lines.emplace_back(from + static_cast<std::ptrdiff_t>(begin),
                           from + static_cast<std::ptrdiff_t>(end));
        begin = end;
        while (begin < text.size() && is_blank(text[begin])) {
            ++begin;
        }
    }
    return lines.empty() ? std::vector<MarkedText>(1) : lines;
}

std::string shown(const MarkedText& text, bool color) {
    std::string all;
    bool in_red = false;
    for (const Letter& letter : text) {
        if (color && letter.marked != in_red) {
            all += letter.marked ? red : plain;
            in_red = letter.marked;
        }
        all += letter.text;
    }
    return in_red ? all.append(plain) : all;
}

std::string carets_below(const MarkedText& text) {
    std::string carets;
    for (const Letter& letter : text) {
        carets += letter.marked ? '^' : ' ';
    }
    carets.erase(carets.find_last_not_of(' ') + 1);
    return carets;
}

}  // namespace afletter::rendering
