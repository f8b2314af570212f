// The wide check takes every pair of neighbours through three tables of sixteen, whose common bits
// name what is wrong with the pair: "Validating UTF-8 In Less Than One Instruction Per Byte"
// (Keiser and Lemire, 2021) explains it. Where it finds anything, it leaves the rest to the careful
// check.
#include "utf8_check.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace afletter {

namespace {

std::uint8_t byte_at(const char* at) {
    return static_cast<std::uint8_t>(*at);
}

// What the second byte of a character may be that begins so, and its size (RFC 3629, section 4).
struct Lead {
    std::uint8_t size = 0;  // 0: no character begins so
    std::uint8_t second_min = 0x80;
    std::uint8_t second_max = 0xbf;
};
Lead lead_of(std::uint8_t byte) {
    if (byte < 0x80) {
        return {1};
    }
    if (byte >= 0xc2 && byte <= 0xdf) {
        return {2};
    }
    if (byte >= 0xe0 && byte <= 0xef) {
        return {3, static_cast<std::uint8_t>(byte == 0xe0 ? 0xa0 : 0x80),
                static_cast<std::uint8_t>(byte == 0xed ? 0x9f : 0xbf)};
    }
    if (byte >= 0xf0 && byte <= 0xf4) {
        return {4, static_cast<std::uint8_t>(byte == 0xf0 ? 0x90 : 0x80),
                static_cast<std::uint8_t>(byte == 0xf4 ? 0x8f : 0xbf)};
    }
    return {};
}

enum class Repertoire : std::uint8_t { all, xml };

#if defined(__x86_64__)

// Of 16 bytes: those that are not ASCII or, for XML, control characters. A signed comparison finds
// the bytes below 0x20 and those from 0x80 at once.
template <Repertoire repertoire>
unsigned unusual_sse2(__m128i bytes) {
    if constexpr (repertoire == Repertoire::all) {
        return static_cast<unsigned>(_mm_movemask_epi8(bytes));
    }
    const __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
    const __m128i allowed = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')),
                                         _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'))));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_andnot_si128(allowed, below)));
}

template <Repertoire repertoire>
const char* skip_sse2(const char* at, const char* end) {
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        if (const unsigned unusual = unusual_sse2<repertoire>(bytes)) {
            return at + __builtin_ctz(unusual);
        }
    }
    return at;
}

// What can be wrong with two neighbours. The last two bits each serve twice, for pairs that no
// table confuses.
enum Wrong : std::uint8_t {
    too_short = 1 << 0,                    // a lead, and no continuation behind it
    too_long = 1 << 1,                     // ASCII, and a continuation behind it
    overlong_3 = 1 << 2,                   // E0 80 to E0 9F
    too_large = 1 << 3,                    // F4 90 and above
    surrogate = 1 << 4,                    // ED A0 to ED BF
    overlong_2 = 1 << 5,                   // C0 and C1
    far_too_large_or_overlong_4 = 1 << 6,  // F5 and above with 80 to 8F; F0 80 to F0 8F
    continuations = 1 << 7,                // two: right only as the end of three or four bytes
};
constexpr std::uint8_t any_low = too_short | too_long | continuations;
constexpr std::uint8_t large_low = any_low | too_large | far_too_large_or_overlong_4;

#define AFLETTER_AVX2 __attribute__((target("avx2")))

AFLETTER_AVX2 inline __m256i look_up(__m128i table, __m256i nibbles) {
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(table), nibbles);
}

AFLETTER_AVX2 inline __m256i high_nibbles(__m256i bytes) {
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0f));
}

// The bytes that stand `distance` before each of `bytes`; `previous` are the 32 before them.
template <int distance>
AFLETTER_AVX2 inline __m256i shifted(__m256i previous, __m256i bytes) {
    return _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(previous, bytes, 0x21),
                              16 - distance);
}

__m128i first_high_table() {
    constexpr auto e = static_cast<char>(too_short | overlong_3 | surrogate);
    constexpr auto f = static_cast<char>(too_short | too_large | far_too_large_or_overlong_4);
    constexpr auto c = static_cast<char>(too_short | overlong_2);
    constexpr auto two = static_cast<char>(continuations);
    return _mm_setr_epi8(too_long, too_long, too_long, too_long, too_long, too_long, too_long,
                         too_long, two, two, two, two, c, too_short, e, f);
}

__m128i first_low_table() {
    constexpr auto low_0 =
        static_cast<char>(any_low | overlong_3 | overlong_2 | far_too_large_or_overlong_4);
    constexpr auto low_1 = static_cast<char>(any_low | overlong_2);
    constexpr auto low_2 = static_cast<char>(any_low);
    constexpr auto low_4 = static_cast<char>(any_low | too_large);
    constexpr auto low_d = static_cast<char>(large_low | surrogate);
    constexpr auto other = static_cast<char>(large_low);
    return _mm_setr_epi8(low_0, low_1, low_2, low_2, low_4, other, other, other, other, other,
                         other, other, other, low_d, other, other);
}

__m128i second_high_table() {
    constexpr auto any = static_cast<char>(too_long | overlong_2 | continuations);
    constexpr auto of_8 = static_cast<char>(any | overlong_3 | far_too_large_or_overlong_4);
    constexpr auto of_9 = static_cast<char>(any | overlong_3 | too_large);
    constexpr auto of_a = static_cast<char>(any | surrogate | too_large);
    return _mm_setr_epi8(too_short, too_short, too_short, too_short, too_short, too_short,
                         too_short, too_short, of_8, of_9, of_a, of_a, too_short, too_short,
                         too_short, too_short);
}

AFLETTER_AVX2 inline bool is_utf8_avx2(__m256i previous, __m256i bytes) {
    const __m256i first = shifted<1>(previous, bytes);
    const __m256i low = _mm256_and_si256(first, _mm256_set1_epi8(0x0f));
    const __m256i wrong =
        _mm256_and_si256(_mm256_and_si256(look_up(first_high_table(), high_nibbles(first)),
                                          look_up(first_low_table(), low)),
                         look_up(second_high_table(), high_nibbles(bytes)));
    // The third byte of three and the third and fourth of four: there two continuations are right.
    const __m256i third = _mm256_subs_epu8(shifted<2>(previous, bytes), _mm256_set1_epi8(0x60));
    const __m256i fourth = _mm256_subs_epu8(shifted<3>(previous, bytes), _mm256_set1_epi8(0x70));
    const __m256i right = _mm256_and_si256(_mm256_or_si256(third, fourth),
                                           _mm256_set1_epi8(static_cast<char>(continuations)));
    const __m256i errors = _mm256_xor_si256(wrong, right);
    return _mm256_testz_si256(errors, errors) != 0;
}

// Control characters, and the lead of U+F000 to U+FFFF.
AFLETTER_AVX2 inline bool may_not_be_xml(__m256i bytes) {
    const __m256i below = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes);
    const __m256i ascii = _mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(-1));
    const __m256i allowed =
        _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\t')),
                        _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')),
                                        _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r'))));
    const __m256i controls = _mm256_andnot_si256(allowed, _mm256_and_si256(below, ascii));
    const __m256i leads = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(static_cast<char>(0xef)));
    const __m256i found = _mm256_or_si256(controls, leads);
    return _mm256_testz_si256(found, found) == 0;
}

// Where the character begins that lies across `at`, or the byte before it that begins none: what is
// wrong with those shows only behind them.
const char* before_cut_character(const char* begin, const char* at) {
    for (std::ptrdiff_t back = 1; back <= 3 && at - back >= begin; ++back) {
        const std::uint8_t byte = byte_at(at - back);
        if (byte < 0x80 || byte >= 0xc0) {
            const std::uint8_t size = lead_of(byte).size;
            return size == 0 || size > back ? at - back : at;
        }
    }
    return at;
}

// Of bytes that are not ASCII, or control characters that XML does not have: some bit of each. In
// the table every blank stands at its own low half, so that it is found where it is looked up.
template <Repertoire repertoire>
AFLETTER_AVX2 inline __m256i unusual_avx2(__m256i bytes) {
    if constexpr (repertoire == Repertoire::all) {
        return bytes;
    }
    const __m128i blanks = _mm_setr_epi8(-1, 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, 0, '\r', 0, 0);
    const __m256i below = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes);
    return _mm256_andnot_si256(_mm256_cmpeq_epi8(look_up(blanks, bytes), bytes), below);
}

// Most text is nothing but plain ASCII: passes it 128 bytes at a time.
template <Repertoire repertoire>
AFLETTER_AVX2 inline const char* skip_plain_avx2(const char* at, const char* end) {
    for (; end - at >= 128; at += 128) {
        const auto* const blocks = reinterpret_cast<const __m256i*>(at);
        const __m256i first =
            _mm256_or_si256(unusual_avx2<repertoire>(_mm256_loadu_si256(blocks)),
                            unusual_avx2<repertoire>(_mm256_loadu_si256(blocks + 1)));
        const __m256i second =
            _mm256_or_si256(unusual_avx2<repertoire>(_mm256_loadu_si256(blocks + 2)),
                            unusual_avx2<repertoire>(_mm256_loadu_si256(blocks + 3)));
        if (_mm256_movemask_epi8(_mm256_or_si256(first, second)) != 0) {
            break;
        }
    }
    return at;
}

template <Repertoire repertoire>
AFLETTER_AVX2 const char* skip_avx2(const char* begin, const char* end) {
    const char* at = skip_plain_avx2<repertoire>(begin, end);
    __m256i previous = _mm256_setzero_si256();
    bool was_ascii = true;
    while (end - at >= 32) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
        const bool is_ascii = _mm256_movemask_epi8(bytes) == 0;
        if ((!is_ascii || !was_ascii) && !is_utf8_avx2(previous, bytes)) {
            break;
        }
        if (repertoire == Repertoire::xml && may_not_be_xml(bytes)) {
            break;
        }
        previous = bytes;
        was_ascii = is_ascii;
        at += 32;
        if (is_ascii) {
            at = skip_plain_avx2<repertoire>(at, end);
        }
    }
    return before_cut_character(begin, at);
}

AFLETTER_AVX2 const char* skip_ascii_avx2(const char* begin, const char* end) {
    return skip_plain_avx2<Repertoire::all>(begin, end);
}

using Skip = const char* (*)(const char*, const char*);
template <Repertoire repertoire>
const char* skip(const char* begin, const char* end) {
    static const Skip chosen =
        __builtin_cpu_supports("avx2") != 0 ? skip_avx2<repertoire> : skip_sse2<repertoire>;
    return chosen(begin, end);
}

const char* skip_ascii_wide(const char* begin, const char* end) {
    static const Skip chosen =
        __builtin_cpu_supports("avx2") != 0 ? skip_ascii_avx2 : skip_sse2<Repertoire::all>;
    return chosen(begin, end);
}

#else

const char* skip_ascii_wide(const char* begin, const char*) {
    return begin;
}

template <Repertoire>
const char* skip(const char* begin, const char*) {
    return begin;
}

#endif

}  // namespace

const char* skip_utf8(const char* begin, const char* end) {
    return skip<Repertoire::all>(begin, end);
}

const char* skip_ascii(const char* begin, const char* end) {
    return skip_ascii_wide(begin, end);
}

const char* skip_utf8_of_xml(const char* begin, const char* end) {
    return skip<Repertoire::xml>(begin, end);
}

Utf8Front utf8_front(const char* at, const char* end) {
    const Lead lead = lead_of(byte_at(at));
    const auto size = static_cast<std::uint8_t>(end - at < lead.size ? end - at : lead.size);
    for (std::uint8_t i = 1; i < size; ++i) {
        const std::uint8_t min = i == 1 ? lead.second_min : std::uint8_t{0x80};
        const std::uint8_t max = i == 1 ? lead.second_max : std::uint8_t{0xbf};
        if (byte_at(at + i) < min || byte_at(at + i) > max) {
            return {};
        }
    }
    return {size, size > 0 && size == lead.size};
}

}  // namespace afletter
