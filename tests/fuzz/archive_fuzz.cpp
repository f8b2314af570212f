// Archives: what does not begin as a zip file is made to.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/libfuzzer.hpp"
#include "fuzz/properties.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(afletter::fuzz::text_of(data, size));
    if (!bytes.starts_with("PK\x03\x04") && !bytes.starts_with("\x1f\x8b")) {
        bytes.insert(0, "PK\x03\x04");
    }
    afletter::fuzz::check_statements(bytes);
    return 0;
}
