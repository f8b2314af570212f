// The part of the input that the scanner looks at: checked characters, with '<' behind the last, so
// that no inner loop needs another end. What a token still needs moves to the front when more is
// read; the window grows only when one token fills half of it.
#pragma once

#include <afletter/parsers.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "line_counter.hpp"
#include "xml/scanner.hpp"
#include "xml/text_check.hpp"

namespace afletter::xml {

class InputWindow {
  public:
    InputWindow(ByteSource& bytes, std::size_t piece_size);
    InputWindow(const InputWindow&) = delete;
    InputWindow& operator=(const InputWindow&) = delete;

    [[nodiscard]] const char* begin() const { return begin_; }
    [[nodiscard]] const char* end() const { return end_; }

    // Forgets what is before `kept`, a place in the window, and reads on; the window then begins
    // there. False when nothing will follow what is now in the window.
    bool advance(const char* kept);
    // Why not: good at the end of the input.
    [[nodiscard]] TextState state() const { return state_; }

    [[nodiscard]] std::uint32_t offset_of(const char* at) const {
        return static_cast<std::uint32_t>(at - buffer_.data());
    }
    [[nodiscard]] const char* at(std::uint32_t offset) const { return buffer_.data() + offset; }

    [[nodiscard]] Position position(const char* at);
    [[nodiscard]] std::string excerpt(const Position& position) const;

  private:
    void pass_lines(const char* kept);
    void move_to_front(const char* kept);
    void fill();

    ByteSource& bytes_;
    std::size_t piece_size_;
    std::size_t later_piece_size_;
    std::vector<char> buffer_;     // history, window, bytes not checked yet, margin
    const char* begin_ = nullptr;  // of the window
    char* end_ = nullptr;          // of the window
    char* read_end_ = nullptr;     // of what was read
    char under_end_ = '\0';        // what the '<' at the end stands in for
    bool source_has_ended_ = false;
    TextState state_ = TextState::cut;

    std::uint64_t origin_ = 0;  // bytes of the input before the buffer
    LineCounter lines_at_begin_;
    LineCounter lines_;  // where the last position was asked
};

}  // namespace afletter::xml
