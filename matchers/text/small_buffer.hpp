// Room for the parts of one text: on the stack as long as the text is of the usual size, so that
// reading a line asks for no memory.
#pragma once

#include <cstddef>
#include <memory>

namespace afletter::matching {

template <class Value, std::size_t usual_size>
class SmallBuffer {
  public:
    explicit SmallBuffer(std::size_t size)
        : large_(size > usual_size ? std::make_unique<Value[]>(size) : nullptr) {}
    SmallBuffer(const SmallBuffer&) = delete;
    SmallBuffer& operator=(const SmallBuffer&) = delete;

    [[nodiscard]] Value* data() { return large_ ? large_.get() : small_; }
    [[nodiscard]] const Value* data() const { return large_ ? large_.get() : small_; }

  private:
    Value small_[usual_size];  // left as it is: only what was written is read
    std::unique_ptr<Value[]> large_;
};

}  // namespace afletter::matching
