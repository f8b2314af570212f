// Whether the sanitizers watch, for tests that try a great many inputs.
#pragma once

#include <cstddef>

namespace afletter::test {

// They make everything about ten times as slow. So a test that would take minutes tries one input
// in so many under them, or shorter ones; every other build tries all.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t sanitizer_divisor = 8;
#else
inline constexpr std::size_t sanitizer_divisor = 1;
#endif

}  // namespace afletter::test
