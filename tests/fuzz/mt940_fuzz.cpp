// MT940 whatever the bytes are: what does not begin with a tag is put behind one.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/libfuzzer.hpp"
#include "fuzz/properties.hpp"

namespace fuzz = afletter::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string message(fuzz::text_of(data, size));
    if (!message.starts_with(":20:")) {
        message.insert(0, ":20:FUZZ\n");
    }
    fuzz::check_statements(message);
    return 0;
}
