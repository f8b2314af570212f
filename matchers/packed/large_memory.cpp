// Aligned to a large page, and marked for it (madvise(2), MADV_HUGEPAGE).
#include "packed/large_memory.hpp"

#include <sys/mman.h>

namespace afletter::matching {

namespace {

constexpr std::size_t large_page = std::size_t{2} * 1024 * 1024;
constexpr auto alignment = std::align_val_t{large_page};

}  // namespace

void* allocate_large(std::size_t bytes) {
    if (bytes < large_page) {
        return ::operator new(bytes);
    }
    void* const memory = ::operator new(bytes, alignment);
    // Only advice: where there are no large pages, small ones do.
    static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));
    return memory;
}

void free_large(void* memory, std::size_t bytes) {
    if (bytes < large_page) {
        ::operator delete(memory);
    } else {
        ::operator delete(memory, alignment);
    }
}

}  // namespace afletter::matching
