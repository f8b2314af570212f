// Counts line ends 64 bytes at a time, as bits.
#include "xml/line_count.hpp"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace afletter::xml {

namespace {

constexpr std::size_t block_size = 64;

std::uint64_t bits_of(const char* bytes, std::size_t size, char wanted) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        bits |= std::uint64_t{bytes[i] == wanted} << i;
    }
    return bits;
}

#if defined(__SSE2__)
std::uint64_t bits_of_block(const char* bytes, char wanted) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block_size; i += sizeof(__m128i)) {
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
        const int found = _mm_movemask_epi8(_mm_cmpeq_epi8(part, _mm_set1_epi8(wanted)));
        bits |= static_cast<std::uint64_t>(static_cast<unsigned>(found)) << i;
    }
    return bits;
}
#else
std::uint64_t bits_of_block(const char* bytes, char wanted) {
    return bits_of(bytes, block_size, wanted);
}
#endif

}  // namespace

void LineCount::pass(const char* bytes, std::size_t size) {
    for (; size >= block_size; bytes += block_size, size -= block_size) {
        pass_block(bits_of_block(bytes, '\n'), bits_of_block(bytes, '\r'), block_size);
    }
    if (size != 0) {
        pass_block(bits_of(bytes, size, '\n'), bits_of(bytes, size, '\r'), size);
    }
}

void LineCount::pass_block(std::uint64_t line_feeds, std::uint64_t carriage_returns,
                           std::size_t size) {
    // A line is counted at its CR; the LF behind that only moves where the next line begins.
    const std::uint64_t second_halves =
        line_feeds & (carriage_returns << 1 | std::uint64_t{is_after_carriage_return_});
    const std::uint64_t ends = line_feeds | carriage_returns;
    line_ += static_cast<std::uint64_t>(std::popcount(ends & ~second_halves));
    if (ends != 0) {
        line_begin_ = passed_ + static_cast<std::uint64_t>(std::bit_width(ends));
    }
    is_after_carriage_return_ = (carriage_returns >> (size - 1) & 1) != 0;
    passed_ += size;
}

}  // namespace afletter::xml
