// Any bytes at all, as they might lie in the import folder.
#include <cstddef>
#include <cstdint>

#include "fuzz/libfuzzer.hpp"
#include "fuzz/properties.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    afletter::fuzz::check_statements(afletter::fuzz::text_of(data, size));
    return 0;
}
