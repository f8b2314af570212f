// Field 86 comes in lines that a bank cut where it liked: they are made one text here, before a
// dialect reads it.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string_view>

#include "mt940/information/marks.hpp"
#include "mt940/information/text_buffer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

// What is no printable ASCII: line ends, tabs, and the bytes of characters outside of ASCII, which
// are negative here.
struct Unprintable {
    static BlockMask in(Block block) { return std::bit_cast<BlockMask>(block) < ' '; }
};

// The lines of a text one after another. Line ends are LF, CRLF or CR.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text), marks_(text, Unprintable()) {}

    [[nodiscard]] bool is_at_end() const { return start_ == text_.size(); }
    [[nodiscard]] std::string_view next() {
        const std::size_t end = find_end();
        const std::string_view line(text_.data() + start_, end - start_);
        start_ = std::min(end + 1, text_.size());
        if (start_ < text_.size() && text_[end] == '\r' && text_[start_] == '\n') {
            start_ = marks_.next() + 1;
        }
        return line;
    }
    // Whether the lines given so far are printable ASCII, as nearly all: each byte is a character.
    [[nodiscard]] bool is_plain() const { return is_plain_; }

  private:
    std::size_t find_end() {
        const std::size_t mark = marks_.next();
        if (mark == text_.size() || text_[mark] == '\n' || text_[mark] == '\r') {
            return mark;
        }
        is_plain_ = false;
        marks_ = MarksOf(text_, Unprintable(), mark + first_line(text_.substr(mark)).size());
        return marks_.next();
    }

    std::string_view text_;
    MarksOf<Unprintable> marks_;
    std::size_t start_ = 0;  // of the next line
    bool is_plain_ = true;
};

// Adds the lines of `field` to `joined`. A full line of 65 characters was cut anywhere, and goes on
// in the next; a shorter one ended there, and a blank stands for its end, unless the end fell into
// a keyword (/RE|MI/, ?2|0). `mark` is that of numbered subfields, or 0. True when all is printable
// ASCII.
bool append_information(TextBuffer& joined, std::string_view field, char mark);

}  // namespace afletter::mt940
