// Bytes in and out of libFuzzer's buffer.
#include "fuzz/libfuzzer.hpp"

#include <algorithm>
#include <cstring>

namespace afletter::fuzz {

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

std::size_t put(std::string_view text, std::uint8_t* data, std::size_t size_max) {
    const std::size_t size = std::min(text.size(), size_max);
    std::memcpy(data, text.data(), size);
    return size;
}

std::string mutated_bytes(std::string text) {
    constexpr std::size_t growth_max = 16;
    const std::size_t size = text.size();
    text.resize(size + growth_max);
    auto* const bytes = reinterpret_cast<std::uint8_t*>(text.data());
    text.resize(LLVMFuzzerMutate(bytes, size, text.size()));
    return text;
}

}  // namespace afletter::fuzz
