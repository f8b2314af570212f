// Text of which some letters are marked: what differs between bank and books, and where in the line
// a number was found. Shown with carets below, so that it needs no colour.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::rendering {

struct Letter {
    std::string text;  // one code point, or what stands for one that must not reach a terminal
    bool marked = false;
};
using MarkedText = std::vector<Letter>;

// The text made printable, with no mark yet.
[[nodiscard]] MarkedText letters_of(std::string_view text);
[[nodiscard]] bool has_marks(const MarkedText& text);
// Lines of at most `width` letters; broken at the last blank, or within a word longer than that.
[[nodiscard]] std::vector<MarkedText> wrapped(const MarkedText& text, std::size_t width);
// The letters, the marked ones in red when there is colour.
[[nodiscard]] std::string shown(const MarkedText& text, bool color);
// A caret below each marked letter, blanks below the others.
[[nodiscard]] std::string carets_below(const MarkedText& text);

}  // namespace afletter::rendering
