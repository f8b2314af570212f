// Sixteen characters of a text at once, for the questions that are asked of every character of a
// file. GCC and Clang make machine vectors of it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

// Sixteen times the same.
[[nodiscard]] inline Block block_of(char c) {
    return Block{} + static_cast<unsigned char>(c);
}

[[nodiscard]] inline bool has_any(BlockMask mask) {
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &mask, sizeof mask);
    return (halves[0] | halves[1]) != 0;
}

// A bit for each place of a mask, the first place lowest.
[[nodiscard]] inline std::uint32_t places_of(BlockMask mask) {
#if defined(__SSE2__)
    return static_cast<std::uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(mask)));
#else
    std::uint32_t places = 0;
    for (std::size_t i = 0; i < block_size; ++i) {
        places |= (mask[i] != 0 ? 1U : 0U) << i;
    }
    return places;
#endif
}

}  // namespace afletter::mt940
