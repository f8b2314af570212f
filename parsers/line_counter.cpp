// Counts line ends sixteen bytes at a time: every byte of every input goes through here.
#include "line_counter.hpp"

#include <algorithm>
#include <cstring>

namespace afletter {

namespace {

constexpr std::size_t shown_size_max = 160;

// Sixteen bytes that are compared and added at once.
using Block = std::uint8_t __attribute__((vector_size(16)));
constexpr std::size_t block_size = sizeof(Block);

Block block_at(const char* bytes) {
    Block block;
    std::memcpy(&block, bytes, block_size);
    return block;
}

bool ends_line(char before, char here) {
    return here == '\n' || before == '\r';
}

// std::string_view::rfind looks at one byte at a time, which a file of one line would feel.
std::size_t last_of(std::string_view text, char character) {
    const void* found = ::memrchr(text.data(), character, text.size());
    return found == nullptr
               ? std::string_view::npos
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Where the last line of `text` begins: behind its last line end, or at npos when it has none.
std::size_t last_line_start(std::string_view text) {
    const std::size_t feed = last_of(text, '\n');
    const std::size_t start = feed == std::string_view::npos ? 0 : feed + 1;
    const std::size_t carriage_return = last_of(text.substr(start), '\r');
    // A CR at the very end may be half of a line end: the next text tells.
    if (carriage_return != std::string_view::npos && start + carriage_return + 1 < text.size()) {
        return start + carriage_return + 1;
    }
    return feed == std::string_view::npos ? feed : start;
}

}  // namespace

std::uint64_t count_line_ends(std::string_view text, bool follows_return) {
    // A lane of a block counts at most once per round and holds 255.
    constexpr std::size_t rounds_max = 255;
    if (text.empty()) {
        return 0;
    }
    std::uint64_t count = ends_line(follows_return ? '\r' : ' ', text[0]) ? 1U : 0U;
    std::size_t position = 1;
    while (position + block_size <= text.size()) {
        const std::size_t rounds = std::min((text.size() - position) / block_size, rounds_max);
        Block lanes = {};
        for (std::size_t round = 0; round < rounds; ++round, position += block_size) {
            const auto ends = (block_at(text.data() + position) == '\n') |
                              (block_at(text.data() + position - 1) == '\r');
            lanes += reinterpret_cast<Block>(ends) & 1;
        }
        for (std::size_t lane = 0; lane < block_size; ++lane) {
            count += lanes[lane];
        }
    }
    for (; position < text.size(); ++position) {
        count += ends_line(text[position - 1], text[position]) ? 1U : 0U;
    }
    return count;
}

void LineCounter::advance(std::string_view text) {
    if (text.empty()) {
        return;
    }
    if (follows_return_ && text.front() != '\n') {
        line_size_ = 0;
        line_start_.clear();
    }
    line_ += count_line_ends(text, follows_return_);
    if (const std::size_t start = last_line_start(text); start != std::string_view::npos) {
        line_size_ = text.size() - start;
        line_start_ = text.substr(start, shown_size_max);
    } else {
        line_start_ +=
            text.substr(0, shown_size_max - std::min(line_start_.size(), shown_size_max));
        line_size_ += text.size();
    }
    follows_return_ = text.back() == '\r';
}

std::string_view LineCounter::line_before() const {
    const bool is_shown = !follows_return_ && line_size_ < shown_size_max;
    return is_shown ? std::string_view(line_start_) : std::string_view();
}

}  // namespace afletter
