// From the kernel's own account of the process.
#include "support/memory.hpp"

#include <fstream>
#include <string>

namespace afletter::test {

bool reset_peak() {
    std::ofstream file("/proc/self/clear_refs");
    file << "5";
    return static_cast<bool>(file.flush());
}

std::uint64_t peak_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::uint64_t kib = 0;
        if (word == "VmHWM:" && status >> kib) {
            return kib;
        }
    }
    return 0;
}

}  // namespace afletter::test
