// Which line a byte is on. Counting goes forward only, from where it last stopped.
#pragma once

#include <cstddef>
#include <cstdint>

namespace afletter::xml {

// LF, CR LF and CR each end a line.
class LineCount {
  public:
    // The next `size` bytes of the input.
    void pass(const char* bytes, std::size_t size);

    [[nodiscard]] std::uint64_t passed() const { return passed_; }
    [[nodiscard]] std::uint64_t line() const { return line_; }
    [[nodiscard]] std::uint64_t column() const { return passed_ - line_begin_ + 1; }

  private:
    std::uint64_t passed_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t line_begin_ = 0;
    bool is_after_carriage_return_ = false;
};

}  // namespace afletter::xml
