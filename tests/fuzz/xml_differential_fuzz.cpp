// libFuzzer target: the scanner must tell what expat tells, whatever the bytes. Half of its
// mutations know what XML looks like.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz/xml_differential.hpp"
#include "fuzz/xml_mutation.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t size_max);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t size_max, unsigned seed) {
    if (seed % 2 == 0) {
        return LLVMFuzzerMutate(data, size, size_max);
    }
    afletter::test::XmlMutation mutation(afletter::test::xml_seeds(), seed);
    const std::string changed = mutation.changed({reinterpret_cast<const char*>(data), size});
    return changed.copy(reinterpret_cast<char*>(data), size_max);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto difference = afletter::test::compare_with_expat(bytes)) {
        std::fputs(difference->c_str(), stderr);
        std::abort();
    }
    return 0;
}
