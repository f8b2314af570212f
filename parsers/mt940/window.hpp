// The part of a file that the MT940 reader has in memory: it slides along as fields are read, so
// that a file of any size takes the same few hundred KiB. Below the framing of envelope.hpp.
#pragma once

#include <afletter/parsers.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace afletter::mt940 {

class Window {
  public:
    static constexpr std::size_t size_start = std::size_t{256} * 1024;
    // The most that one entry, or the beginning of one statement, may take.
    static constexpr std::size_t size_max = std::size_t{4} * 1024 * 1024;

    explicit Window(ByteSource& source);
    // A whole text that is in memory already: nothing is copied, nothing slides.
    explicit Window(std::string_view text);

    // What is in memory; fill() makes every view of it invalid.
    [[nodiscard]] std::string_view text() const { return text_; }
    // The offset in the file of its first byte, and of the byte behind its last.
    [[nodiscard]] std::uint64_t begin() const { return begin_; }
    [[nodiscard]] std::uint64_t end() const { return begin_ + text_.size(); }
    [[nodiscard]] std::string_view view(std::uint64_t offset, std::size_t size) const {
        return text_.substr(static_cast<std::size_t>(offset - begin_), size);
    }
    [[nodiscard]] std::string_view view_from(std::uint64_t offset) const {
        return text_.substr(static_cast<std::size_t>(offset - begin_));
    }

    // Reads on, and forgets what stands before `keep`. False when nothing more came: at the end of
    // the file, or when what must be kept has reached size_max.
    [[nodiscard]] bool fill(std::uint64_t keep);
    [[nodiscard]] bool is_overfull() const { return is_overfull_; }
    // Whether a CR without its LF was seen so far, so that lines may end there.
    [[nodiscard]] bool has_lone_carriage_return() const { return has_lone_carriage_return_; }

  private:
    void make_room(std::size_t kept);
    [[nodiscard]] std::size_t read_on(std::size_t used);
    void look_at(std::size_t first);

    ByteSource* source_ = nullptr;
    std::vector<char> buffer_;
    std::string_view text_;
    std::uint64_t begin_ = 0;
    bool is_overfull_ = false;
    bool is_first_ = true;
    bool has_lone_carriage_return_ = false;
    bool has_doubled_at_ = false;  // "@@" stands for a line end
};

}  // namespace afletter::mt940
