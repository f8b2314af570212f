// libFuzzer target: whatever the text, the finder of numbers finds what its slow twin
// finds.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz/number_differential.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t bytes_max = 64;  // the twin takes the square of the text's size
    const std::string_view bytes(reinterpret_cast<const char*>(data), std::min(size, bytes_max));
    const std::string text = afletter::test::text_from_bytes(bytes);
    if (const auto difference = afletter::test::compare_finders(text)) {
        std::fputs(difference->c_str(), stderr);
        std::abort();
    }
    return 0;
}
