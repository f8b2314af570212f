// The innermost loops of the scanner: where a value or a name ends, and whether markup is as
// remembered. With SSE2, which every x86-64 has; byte by byte elsewhere.
//
// They read up to byte_search_margin bytes past what they look at, which InputWindow provides, and
// need no end: '<' stands behind the last byte of the window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace afletter::xml {

inline constexpr std::size_t byte_search_margin = 64;

inline bool is_blank(char character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

#if defined(__SSE2__)

inline constexpr std::size_t block_size = 16;
using Block = __m128i;

inline Block load_block(const char* at) {
    Block block;
    std::memcpy(&block, at, sizeof block);
    return block;
}
inline Block where(Block block, char character) {
    return _mm_cmpeq_epi8(block, _mm_set1_epi8(character));
}
inline unsigned bits(Block block) {
    return static_cast<unsigned>(_mm_movemask_epi8(block));
}

// Of the characters that XML has, these are the blanks: those not above ' '.
inline const char* end_of_blanks(const char* at) {
    for (;; at += block_size) {
        const Block block = load_block(at);
        const unsigned blanks =
            bits(_mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(' ')), block));
        if (blanks != 0xffffU) {
            return at + __builtin_ctz(~blanks);
        }
    }
}

// The first '<', '&', ']' or carriage return: what a plain value does not hold.
inline const char* end_of_plain_text(const char* at) {
    for (;; at += block_size) {
        const Block block = load_block(at);
        const Block left = _mm_or_si128(where(block, '<'), where(block, '&'));
        const Block right = _mm_or_si128(where(block, ']'), where(block, '\r'));
        if (const unsigned found = bits(_mm_or_si128(left, right))) {
            return at + __builtin_ctz(found);
        }
    }
}

// The first blank, '>', '/', '=' or '<': what cannot stand in a name, so that a name that is known
// to be one need not be checked.
inline const char* end_of_possible_name(const char* at) {
    for (;; at += block_size) {
        const Block block = load_block(at);
        const Block low = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(' ')), block);
        const Block left = _mm_or_si128(where(block, '>'), where(block, '/'));
        const Block right = _mm_or_si128(where(block, '='), where(block, '<'));
        if (const unsigned found = bits(_mm_or_si128(low, _mm_or_si128(left, right)))) {
            return at + __builtin_ctz(found);
        }
    }
}

// Whether `size` bytes at `left` and `right` are equal. Both may be read up to a whole block.
inline bool is_equal_blockwise(const char* left, const char* right, std::size_t size) {
    while (size > block_size) {
        if (bits(_mm_cmpeq_epi8(load_block(left), load_block(right))) != 0xffffU) {
            return false;
        }
        left += block_size;
        right += block_size;
        size -= block_size;
    }
    const unsigned wanted = (1U << size) - 1;
    return (bits(_mm_cmpeq_epi8(load_block(left), load_block(right))) & wanted) == wanted;
}

#else

inline const char* end_of_blanks(const char* at) {
    while (is_blank(*at)) {
        ++at;
    }
    return at;
}

inline const char* end_of_plain_text(const char* at) {
    while (*at != '<' && *at != '&' && *at != ']' && *at != '\r') {
        ++at;
    }
    return at;
}

inline const char* end_of_possible_name(const char* at) {
    while (static_cast<unsigned char>(*at) > ' ' && *at != '>' && *at != '/' && *at != '=' &&
           *at != '<') {
        ++at;
    }
    return at;
}

inline bool is_equal_blockwise(const char* left, const char* right, std::size_t size) {
    return std::memcmp(left, right, size) == 0;
}

#endif

}  // namespace afletter::xml
