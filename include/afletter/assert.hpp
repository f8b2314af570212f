// Assertions that stay on in release builds: a wrong booking is worse than a stopped program.
#pragma once

namespace afletter {

// Prints the broken promise to standard error and aborts.
[[noreturn]] void assertion_failed(const char* promise, const char* file, int line);

}  // namespace afletter

#define AFLETTER_ASSERT(promise) \
    ((promise) ? static_cast<void>(0) : ::afletter::assertion_failed(#promise, __FILE__, __LINE__))
