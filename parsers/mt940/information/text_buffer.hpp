// A text that is put together anew for each entry, in the same memory: to add a line or a piece of
// field 86 costs half of what it costs a std::string.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace afletter::mt940 {

class TextBuffer {
  public:
    void clear() { size_ = 0; }
    TextBuffer& operator+=(std::string_view text) {
        make_room(text.size());
        text.copy(memory_.data() + size_, text.size());
        size_ += text.size();
        return *this;
    }
    TextBuffer& operator+=(char c) { return *this += std::string_view(&c, 1); }

    // Until something is added.
    [[nodiscard]] std::string_view text() const { return {memory_.data(), size_}; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] char back() const { return memory_[size_ - 1]; }

  private:
    void make_room(std::size_t size) {
        if (memory_.size() - size_ < size) {
            memory_.resize(std::max(2 * memory_.size(), size_ + size));
        }
    }

    std::vector<char> memory_;
    std::size_t size_ = 0;
};

}  // namespace afletter::mt940
