// Where in a text its reader stands, kept while the text goes by: forward only, from where it last
// stopped. Every place that a finding names is counted here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afletter {

// LF, CR LF and CR alone each end a line.
class LineCounter {
  public:
    // The text that follows what was handed in before.
    void advance(std::string_view text);

    // Bytes so far.
    [[nodiscard]] std::uint64_t passed() const { return passed_; }
    // Where the next byte stands, if it is no LF; line and column (in bytes) count from 1.
    [[nodiscard]] std::uint64_t line() const { return line_; }
    [[nodiscard]] std::uint64_t column() const { return passed_ - line_begin_ + 1; }

  private:
    std::uint64_t passed_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t line_begin_ = 0;
    bool is_after_carriage_return_ = false;
};

// The same, with the beginning of the line for a message to show.
class ShownLine {
  public:
    void advance(std::string_view text);

    [[nodiscard]] std::uint64_t line() const { return lines_.line(); }
    [[nodiscard]] std::uint64_t column() const { return lines_.column(); }
    // What the line has before the next byte, when that is short enough to be shown; or nothing.
    [[nodiscard]] std::string_view before() const;

  private:
    static constexpr std::size_t shown_size_max = 160;

    LineCounter lines_;
    std::string last_;  // of the text, no more than can be shown
};

}  // namespace afletter
