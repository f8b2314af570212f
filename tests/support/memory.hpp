// How much memory this process has used at most.
#pragma once

#include <cstdint>

namespace afletter::test {

// Linux counts the peak anew from here; false where that is not allowed (proc(5), clear_refs).
bool reset_peak();
[[nodiscard]] std::uint64_t peak_kib();

}  // namespace afletter::test
