// Field 86 comes in lines that a bank cut where it liked: they are made one text here, before a
// dialect reads it.
#pragma once

#include <string>
#include <string_view>

#include "mt940/information/marks.hpp"

namespace afletter::mt940 {

// The lines of a text one after another. Line ends are LF, CRLF or CR.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text), line_ends_(text, '\n', '\r', 0) {}

    [[nodiscard]] bool is_at_end() const { return start_ == text_.size(); }
    [[nodiscard]] std::string_view next();

  private:
    std::string_view text_;
    Marks line_ends_;
    std::size_t start_ = 0;  // of the next line
};

// Adds the lines of `field` to `joined`. A full line of 65 characters was cut anywhere, and goes on
// in the next; a shorter one ended there, and a blank stands for its end, unless the end fell into
// a keyword (/RE|MI/, ?2|0). `mark` is that of numbered subfields, or 0.
void append_information(std::string& joined, std::string_view field, char mark);

}  // namespace afletter::mt940
