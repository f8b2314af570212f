// libFuzzer target: the scanner must tell what expat tells, whatever the bytes. The mutator of CAMT
// moves its markup about.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/xml_differential.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto difference = afletter::test::compare_with_expat(bytes)) {
        std::fputs(difference->c_str(), stderr);
        std::abort();
    }
    return 0;
}
