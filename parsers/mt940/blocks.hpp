// Sixteen characters of a text at once, for the questions that are asked of every character of a
// file. GCC and Clang make machine vectors of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace afletter::mt940 {

using Block = unsigned char __attribute__((vector_size(16)));
// Of a comparison: all bits of a place are set where it holds.
using BlockMask = signed char __attribute__((vector_size(16)));
inline constexpr std::size_t block_size = sizeof(Block);

[[nodiscard]] inline Block block_at(const char* at) {
    Block block;
    std::memcpy(&block, at, sizeof block);
    return block;
}

[[nodiscard]] inline bool has_any(BlockMask mask) {
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &mask, sizeof mask);
    return (halves[0] | halves[1]) != 0;
}

}  // namespace afletter::mt940
