// Reads pieces, checks their characters, and knows where in the input they are.
#include "xml/input_window.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "encoding.hpp"
#include "source_text.hpp"
#include "xml/byte_search.hpp"

namespace afletter::xml {

namespace {

// What stays at hand before the window, so that a message can show the line it is about.
constexpr std::size_t history_max = 160;
constexpr std::size_t excerpt_reach = 512;  // and behind a place

constexpr std::size_t grown_piece_max = markup_size_max + Scanner::piece_size;
// Most files are smaller than a piece: they need no memory of its size.
constexpr std::size_t first_piece_max = std::size_t{16} * 1024;

}  // namespace

InputWindow::InputWindow(ByteSource& bytes, std::size_t piece_size)
    : bytes_(bytes),
      piece_size_(std::min(piece_size, first_piece_max)),
      later_piece_size_(piece_size),
      buffer_(history_max + piece_size_ + byte_search_margin) {
    begin_ = buffer_.data();
    end_ = buffer_.data();
    read_end_ = buffer_.data();
    under_end_ = std::exchange(*end_, '<');
}

bool InputWindow::advance(const char* kept) {
    *end_ = under_end_;
    pass_lines(kept);
    move_to_front(kept);
    const bool is_stuck =
        state_ == TextState::foreign_byte || state_ == TextState::invalid_character;
    if (!is_stuck) {
        fill();
        const TextCheck check = check_text(end_, read_end_);
        end_ += check.end - end_;
        state_ = check.state;
    }
    under_end_ = std::exchange(*end_, '<');
    return !is_stuck && !source_has_ended_;
}

// What was counted for a position need not be counted again.
void InputWindow::pass_lines(const char* kept) {
    const std::uint64_t wanted = origin_ + offset_of(kept);
    if (lines_.passed() > wanted) {
        lines_ = lines_at_begin_;
    }
    lines_.advance({buffer_.data() + (lines_.passed() - origin_),
                    static_cast<std::size_t>(wanted - lines_.passed())});
    lines_at_begin_ = lines_;
}

// Makes room for at least half a piece, and for a whole one where only the first was smaller.
void InputWindow::move_to_front(const char* kept) {
    const std::size_t history =
        std::min(history_max, static_cast<std::size_t>(kept - buffer_.data()));
    const char* const first = kept - history;
    const auto size = static_cast<std::size_t>(read_end_ - first);
    const std::size_t checked = static_cast<std::size_t>(end_ - first);
    origin_ += offset_of(first);
    const bool is_filled_half = size - history > piece_size_ / 2;
    const bool was_first_of_many =
        piece_size_ < later_piece_size_ && size > 0 && !source_has_ended_;
    if (is_filled_half) {
        piece_size_ = std::max(std::min(2 * piece_size_, grown_piece_max), piece_size_);
    }
    if (was_first_of_many) {
        piece_size_ = std::max(piece_size_, later_piece_size_);
    }
    if (is_filled_half || was_first_of_many) {
        std::vector<char> grown(history_max + piece_size_ + byte_search_margin);
        std::memcpy(grown.data(), first, size);
        buffer_.swap(grown);
    } else {
        std::memmove(buffer_.data(), first, size);
    }
    begin_ = buffer_.data() + history;
    end_ = buffer_.data() + checked;
    read_end_ = buffer_.data() + size;
}

void InputWindow::fill() {
    const char* const full = begin_ + piece_size_;
    while (read_end_ != full && !source_has_ended_) {
        const std::size_t count =
            bytes_.read(read_end_, static_cast<std::size_t>(full - read_end_));
        read_end_ += count;
        source_has_ended_ = count == 0;
    }
}

Position InputWindow::position(const char* at) {
    const std::uint64_t wanted = origin_ + offset_of(at);
    if (wanted < lines_.passed()) {
        lines_ = lines_at_begin_;
    }
    AFLETTER_ASSERT(wanted >= lines_.passed());
    lines_.advance({buffer_.data() + (lines_.passed() - origin_),
                    static_cast<std::size_t>(wanted - lines_.passed())});
    return {lines_.line(), lines_.column(), wanted + 1};
}

std::string InputWindow::excerpt(const Position& position) const {
    if (position.byte <= origin_ || position.byte > origin_ + offset_of(read_end_) + 1) {
        return "";
    }
    const auto offset = static_cast<std::size_t>(position.byte - 1 - origin_);
    const std::size_t first = offset - std::min(offset, history_max);
    const std::size_t last =
        std::min(offset + excerpt_reach, static_cast<std::size_t>(read_end_ - buffer_.data()));
    std::string around(buffer_.data() + first, last - first);
    if (const std::size_t replaced = offset_of(end_); replaced >= first && replaced < last) {
        around[replaced - first] = under_end_;
    }
    std::size_t place = offset - first;
    const bool has_line_begin = first + origin_ == 0 || place == history_max ||
                                around.find_last_of("\r\n", place) != std::string::npos;
    if (!has_line_begin) {
        around.erase(0, std::exchange(place, 0));
    }
    return shown_as_utf8(excerpt_at(around, place));
}

}  // namespace afletter::xml
