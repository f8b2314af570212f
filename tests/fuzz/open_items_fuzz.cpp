// Any bytes at all as a file of open items.
#include <cstddef>
#include <cstdint>

#include "fuzz/libfuzzer.hpp"
#include "fuzz/properties.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    afletter::fuzz::check_open_items(afletter::fuzz::text_of(data, size));
    return 0;
}
