// Counts line ends with vectors, as wide as the processor has them: every piece is gone through.
#include "line_counter.hpp"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace afletter {

namespace {

// A CR ends a line, and so does an LF, unless a CR is before it.
bool ends_line(const char* at) {
    return *at == '\r' || (*at == '\n' && at[-1] != '\r');
}

// The line ends in bytes that have another byte before them.
std::uint64_t count_bytewise(const char* at, const char* end) {
    std::uint64_t count = 0;
    for (; at != end; ++at) {
        count += std::uint64_t{ends_line(at)};
    }
    return count;
}

#if defined(__x86_64__)

// One byte of a vector counts to 255 at most.
constexpr std::ptrdiff_t blocks_at_once = 255;

std::uint64_t count_sse2(const char* at, const char* end) {
    const __m128i carriage_return = _mm_set1_epi8('\r');
    const __m128i line_feed = _mm_set1_epi8('\n');
    std::uint64_t total = 0;
    while (end - at >= 16) {
        __m128i counts = _mm_setzero_si128();
        const char* const stop = at + 16 * std::min((end - at) / 16, blocks_at_once);
        for (; at != stop; at += 16) {
            const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
            const __m128i before = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at - 1));
            const __m128i alone = _mm_andnot_si128(_mm_cmpeq_epi8(before, carriage_return),
                                                   _mm_cmpeq_epi8(here, line_feed));
            const __m128i ends = _mm_or_si128(alone, _mm_cmpeq_epi8(here, carriage_return));
            counts = _mm_sub_epi8(counts, ends);
        }
        const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
        total += static_cast<std::uint64_t>(_mm_cvtsi128_si64(sums)) +
                 static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
    }
    return total + count_bytewise(at, end);
}

__attribute__((target("avx2"))) std::uint64_t sum_of_bytes(__m256i counts) {
    const __m256i sums = _mm256_sad_epu8(counts, _mm256_setzero_si256());
    const __m128i halves =
        _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(halves)) +
           static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(halves, halves)));
}

// Whole blocks, with a byte before them.
__attribute__((target("avx2"))) std::uint64_t count_with_returns_avx2(const char* at,
                                                                      const char* end) {
    const __m256i carriage_return = _mm256_set1_epi8('\r');
    const __m256i line_feed = _mm256_set1_epi8('\n');
    std::uint64_t total = 0;
    while (at != end) {
        __m256i counts = _mm256_setzero_si256();
        const char* const stop = at + 32 * std::min((end - at) / 32, blocks_at_once);
        for (; at != stop; at += 32) {
            const __m256i here = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
            const __m256i before = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at - 1));
            const __m256i alone = _mm256_andnot_si256(_mm256_cmpeq_epi8(before, carriage_return),
                                                      _mm256_cmpeq_epi8(here, line_feed));
            const __m256i ends = _mm256_or_si256(alone, _mm256_cmpeq_epi8(here, carriage_return));
            counts = _mm256_sub_epi8(counts, ends);
        }
        total += sum_of_bytes(counts);
    }
    return total;
}

// Few texts have a CR, and then nearly every line of them: a stretch without one has only LF to
// count. Two sums, so that neither waits for the other.
__attribute__((target("avx2"))) std::uint64_t count_avx2(const char* at, const char* end) {
    const __m256i carriage_return = _mm256_set1_epi8('\r');
    const __m256i line_feed = _mm256_set1_epi8('\n');
    std::uint64_t total = 0;
    while (end - at >= 64) {
        __m256i counts = _mm256_setzero_si256();
        __m256i more_counts = _mm256_setzero_si256();
        __m256i returns = _mm256_setzero_si256();
        const char* const begin = at;
        const char* const stop = at + 64 * std::min((end - at) / 64, blocks_at_once);
        for (; at != stop; at += 64) {
            const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
            const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 32));
            counts = _mm256_sub_epi8(counts, _mm256_cmpeq_epi8(first, line_feed));
            more_counts = _mm256_sub_epi8(more_counts, _mm256_cmpeq_epi8(second, line_feed));
            returns = _mm256_or_si256(returns,
                                      _mm256_or_si256(_mm256_cmpeq_epi8(first, carriage_return),
                                                      _mm256_cmpeq_epi8(second, carriage_return)));
        }
        const bool has_returns = begin[-1] == '\r' || _mm256_movemask_epi8(returns) != 0;
        total += has_returns ? count_with_returns_avx2(begin, stop)
                             : sum_of_bytes(counts) + sum_of_bytes(more_counts);
    }
    return total + count_sse2(at, end);
}

using CountEnds = std::uint64_t (*)(const char*, const char*);
CountEnds widest() {
    return __builtin_cpu_supports("avx2") != 0 ? count_avx2 : count_sse2;
}

std::uint64_t count_ends(const char* at, const char* end) {
    static const CountEnds chosen = widest();
    return chosen(at, end);
}

#else

std::uint64_t count_ends(const char* at, const char* end) {
    return count_bytewise(at, end);
}

#endif

// Behind the last `character` between the two, or `begin`.
const char* behind_last(const char* begin, const char* end, char character) {
    const void* const found = ::memrchr(begin, character, static_cast<std::size_t>(end - begin));
    return found == nullptr ? begin : static_cast<const char*>(found) + 1;
}

}  // namespace

void LineCounter::advance(std::string_view text) {
    if (text.empty()) {
        return;
    }
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const bool is_second_half = *begin == '\n' && is_after_carriage_return_;
    const bool is_first_end = (*begin == '\n' || *begin == '\r') && !is_second_half;
    const std::uint64_t ends = std::uint64_t{is_first_end} + count_ends(begin + 1, end);
    line_ += ends;
    if (ends != 0 || is_second_half) {
        const char* const line_begin = behind_last(behind_last(begin, end, '\n'), end, '\r');
        line_begin_ = passed_ + static_cast<std::uint64_t>(line_begin - begin);
    }
    is_after_carriage_return_ = end[-1] == '\r';
    passed_ += text.size();
}

void ShownLine::advance(std::string_view text) {
    lines_.advance(text);
    if (text.size() >= shown_size_max) {
        last_ = text.substr(text.size() - shown_size_max);
        return;
    }
    last_ += text;
    if (last_.size() > shown_size_max) {
        last_.erase(0, last_.size() - shown_size_max);
    }
}

std::string_view ShownLine::before() const {
    const std::uint64_t size = lines_.column() - 1;
    return size > last_.size() ? std::string_view()
                               : std::string_view(last_).substr(last_.size() - size);
}

}  // namespace afletter
