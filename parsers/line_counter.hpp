// Where in a text its reader stands: line, column and the beginning of the line, kept while the
// text itself goes by. Utf8Source names places with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afletter {

class LineCounter {
  public:
    // The text that follows what was handed in before. LF, CR LF and CR alone end a line.
    void advance(std::string_view text);

    // Where the next byte stands, if it is no LF; line and column (in bytes) count from 1.
    [[nodiscard]] std::uint64_t line() const { return line_ + (follows_return_ ? 1 : 0); }
    [[nodiscard]] std::uint64_t column() const { return follows_return_ ? 1 : line_size_ + 1; }
    // What its line has before it, when that is short enough to be shown; or nothing.
    [[nodiscard]] std::string_view line_before() const;

  private:
    std::uint64_t line_ = 1;
    std::uint64_t line_size_ = 0;
    std::string line_start_;  // its first bytes, no more than can be shown
    bool follows_return_ = false;
};

// Line ends in `text`, each counted at its last byte or, of a CR alone, at the byte that follows.
[[nodiscard]] std::uint64_t count_line_ends(std::string_view text, bool follows_return);

}  // namespace afletter
