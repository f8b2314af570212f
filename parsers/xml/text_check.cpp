// ASCII is skipped with vectors, as wide as the processor has them; other characters one by one.
#include "xml/text_check.hpp"

#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace afletter::xml {

namespace {

std::uint8_t byte_at(const char* at) {
    return static_cast<std::uint8_t>(*at);
}

// ASCII that XML has: all but the control characters, of which tab and the line ends may stand.
bool is_plain(std::uint8_t byte) {
    return (byte >= 0x20 && byte < 0x80) || byte == '\n' || byte == '\t' || byte == '\r';
}

const char* end_of_plain_bytes(const char* at, const char* end) {
    while (at != end && is_plain(byte_at(at))) {
        ++at;
    }
    return at;
}

#if defined(__x86_64__)

// Of 16 or 32 bytes: those that are not plain ASCII. A signed comparison finds the bytes below 0x20
// and those from 0x80 at once.
const char* end_of_plain_sse2(const char* at, const char* end) {
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
        const __m128i allowed =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'))));
        const auto found =
            static_cast<unsigned>(_mm_movemask_epi8(_mm_andnot_si128(allowed, below)));
        if (found != 0) {
            return at + __builtin_ctz(found);
        }
    }
    return end_of_plain_bytes(at, end);
}

__attribute__((target("avx2"))) const char* end_of_plain_avx2(const char* at, const char* end) {
    for (; end - at >= 32; at += 32) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
        const __m256i below = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes);
        const __m256i allowed =
            _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\t')),
                            _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')),
                                            _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r'))));
        const auto found =
            static_cast<unsigned>(_mm256_movemask_epi8(_mm256_andnot_si256(allowed, below)));
        if (found != 0) {
            return at + __builtin_ctz(found);
        }
    }
    return end_of_plain_sse2(at, end);
}

using EndOfPlain = const char* (*)(const char*, const char*);
EndOfPlain widest() {
    return __builtin_cpu_supports("avx2") != 0 ? end_of_plain_avx2 : end_of_plain_sse2;
}

const char* end_of_plain(const char* at, const char* end) {
    static const EndOfPlain chosen = widest();
    return chosen(at, end);
}

#else

const char* end_of_plain(const char* at, const char* end) {
    return end_of_plain_bytes(at, end);
}

#endif

// How long a character is that begins so, and what its second byte may be (RFC 3629, clause 4).
struct Lead {
    std::uint8_t size = 0;  // 0: no character begins so
    std::uint8_t second_min = 0x80;
    std::uint8_t second_max = 0xbf;
};
Lead lead_of(std::uint8_t byte) {
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

// The character at `at`, which begins with a byte from 0x80: behind it, or why it is not good.
TextCheck check_character(const char* at, const char* end) {
    const Lead lead = lead_of(byte_at(at));
    if (lead.size == 0) {
        return {at, TextState::foreign_byte};
    }
    for (std::ptrdiff_t i = 1; i < lead.size; ++i) {
        if (at + i == end) {
            return {at, TextState::cut};
        }
        const std::uint8_t min = i == 1 ? lead.second_min : std::uint8_t{0x80};
        const std::uint8_t max = i == 1 ? lead.second_max : std::uint8_t{0xbf};
        if (byte_at(at + i) < min || byte_at(at + i) > max) {
            return {at, TextState::foreign_byte};
        }
    }
    if (lead.size == 3 && !is_xml_character(character_at(at).code)) {
        return {at, TextState::invalid_character};
    }
    return {at + lead.size, TextState::good};
}

}  // namespace

TextCheck check_text(const char* begin, const char* end) {
    const char* at = begin;
    for (;;) {
        at = end_of_plain(at, end);
        if (at == end) {
            return {at, TextState::good};
        }
        if (byte_at(at) < 0x80) {
            return {at, TextState::invalid_character};
        }
        do {
            const TextCheck character = check_character(at, end);
            if (character.state != TextState::good) {
                return character;
            }
            at = character.end;
        } while (at != end && byte_at(at) >= 0x80);
    }
}

Character character_at(const char* at) {
    const std::uint8_t lead = byte_at(at);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const unsigned size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t code = lead & (0xffU >> (size + 1));
    for (unsigned i = 1; i < size; ++i) {
        code = code << 6 | (byte_at(at + i) & 0x3fU);
    }
    return {code, size};
}

bool is_xml_character(char32_t code) {
    if (code < 0x80) {
        return code == 0x7f || is_plain(static_cast<std::uint8_t>(code));
    }
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    return !is_surrogate && code != 0xfffe && code != 0xffff && code <= 0x10ffff;
}

}  // namespace afletter::xml
