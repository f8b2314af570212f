// Memory of what a matching holds of millions of lines and items. It is read here and there, so it
// lies in large pages where the system has them: the processor then knows where all of it is.
#pragma once

#include <cstddef>
#include <limits>
#include <new>
#include <vector>

namespace afletter::matching {

// At least `bytes`; throws std::bad_alloc. To be given back with the same size.
[[nodiscard]] void* allocate_large(std::size_t bytes);
void free_large(void* memory, std::size_t bytes);

// For containers that may become large; a small one asks for memory as any other.
template <class Value>
class LargeAllocator {
  public:
    using value_type = Value;

    LargeAllocator() = default;
    template <class Other>
    LargeAllocator(const LargeAllocator<Other>&) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] Value* allocate(std::size_t count) {
        if (count > std::numeric_limits<std::size_t>::max() / sizeof(Value)) {
            throw std::bad_array_new_length();
        }
        return static_cast<Value*>(allocate_large(count * sizeof(Value)));
    }
    void deallocate(Value* memory, std::size_t count) { free_large(memory, count * sizeof(Value)); }

    friend bool operator==(const LargeAllocator&, const LargeAllocator&) { return true; }
};

template <class Value>
using LargeVector = std::vector<Value, LargeAllocator<Value>>;

}  // namespace afletter::matching
