// The end of a program whose own promise is broken.
#include <afletter/assert.hpp>

#include <cstdio>
#include <cstdlib>

namespace afletter {

void assertion_failed(const char* promise, const char* file, int line) {
    std::fprintf(stderr, "afletter: internal error: %s:%d: broken promise: %s\n", file, line,
                 promise);
    std::abort();
}

}  // namespace afletter
