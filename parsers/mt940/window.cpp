// Keeps the tail that is still needed, and fills up behind it.
#include "mt940/window.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "mt940/blocks.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::string_view doubled_at = "@@";

// Most files are smaller than a window: they need no memory of its size.
constexpr std::size_t size_of_small_file = std::size_t{16} * 1024;

// FinTS messages that went through an old gateway have "@@" for each line end: "@@:25:".
bool has_tag_behind_doubled_at(std::string_view text) {
    constexpr std::size_t tag_size = 3;  // ":25"
    for (std::size_t at = text.find(doubled_at); at != std::string_view::npos;
         at = text.find(doubled_at, at + 1)) {
        const std::string_view tag = text.substr(at + doubled_at.size(), tag_size);
        if (tag.starts_with(':') && all_digits(tag.substr(1))) {
            return true;
        }
    }
    return false;
}

// Each pair becomes the line end it stands for, and takes as many bytes. Of an odd number the
// first belongs to the length before it: "@160@@@:20:".
void replace_doubled_at(char* first, char* last) {
    while ((first = std::find(first, last, '@')) != last) {
        char* const end = std::find_if(first, last, [](char c) { return c != '@'; });
        for (first += (end - first) % 2; first != end; first += 2) {
            first[0] = '\r';
            first[1] = '\n';
        }
    }
}

BlockMask lone_returns(const char* at) {
    return (block_at(at) == '\r') & (block_at(at + 1) != '\n');
}

// A CR at the very end is not told apart yet. Files with CR LF have one in every line, so looking
// for each by itself would cost as much as looking for the lines.
bool has_lone_carriage_return(std::string_view text, std::size_t start) {
    std::size_t at = std::min(text.find('\r', start), text.size());
    BlockMask found{};
    constexpr std::size_t step = 4 * block_size;
    for (; at + step < text.size(); at += step) {
        const char* const first = text.data() + at;
        found |= lone_returns(first) | lone_returns(first + block_size) |
                 lone_returns(first + 2 * block_size) | lone_returns(first + 3 * block_size);
    }
    bool is_found = has_any(found);
    for (; at + 1 < text.size(); ++at) {
        is_found = is_found || (text[at] == '\r' && text[at + 1] != '\n');
    }
    return is_found;
}

}  // namespace

Window::Window(std::string_view text)
    : text_(text), has_lone_carriage_return_(mt940::has_lone_carriage_return(text, 0)) {}

Window::Window(ByteSource& source) : source_(&source), buffer_(size_of_small_file) {}

bool Window::fill(std::uint64_t keep) {
    if (source_ == nullptr) {
        return false;
    }
    const std::size_t kept = static_cast<std::size_t>(end() - std::max(keep, begin_));
    if (kept == size_max) {
        is_overfull_ = true;
        return false;
    }
    make_room(kept);
    const std::size_t used = read_on(kept);
    text_ = {buffer_.data(), used};
    look_at(kept);
    return used > kept;
}

// Moves the last `kept` bytes to the front of a buffer that they do not fill.
void Window::make_room(std::size_t kept) {
    const std::size_t dropped = text_.size() - kept;
    if (dropped > 0) {
        std::memmove(buffer_.data(), buffer_.data() + dropped, kept);
    }
    begin_ += dropped;
    if (kept == buffer_.size()) {
        buffer_.resize(buffer_.size() * 2);
    }
}

// Until the buffer is full: a pipe may give a few bytes at a time.
std::size_t Window::read_on(std::size_t used) {
    while (used < size_start || used < buffer_.size()) {
        if (used == buffer_.size()) {
            buffer_.resize(size_start);
        }
        const std::size_t count = source_->read(buffer_.data() + used, buffer_.size() - used);
        if (count == 0) {
            source_ = nullptr;
            break;
        }
        used += count;
    }
    return used;
}

void Window::look_at(std::size_t first) {
    if (std::exchange(is_first_, false)) {
        has_doubled_at_ = has_tag_behind_doubled_at(text_);
    }
    // A pair may be cut by the end of what was read before.
    const std::size_t start = first - std::min<std::size_t>(first, 1);
    if (has_doubled_at_) {
        replace_doubled_at(buffer_.data() + start, buffer_.data() + text_.size());
    }
    has_lone_carriage_return_ =
        has_lone_carriage_return_ || mt940::has_lone_carriage_return(text_, start);
}

}  // namespace afletter::mt940
