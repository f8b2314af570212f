// Which characters a name may hold.
#include "xml/name_check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "xml/scanner.hpp"
#include "xml/text_check.hpp"

namespace afletter::xml {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};
// Clause 2.3, productions 4 and 4a, without ASCII.
constexpr Range starts[] = {
    {0xc0, 0xd6},     {0xd8, 0xf6},     {0xf8, 0x2ff},    {0x370, 0x37d},
    {0x37f, 0x1fff},  {0x200c, 0x200d}, {0x2070, 0x218f}, {0x2c00, 0x2fef},
    {0x3001, 0xd7ff}, {0xf900, 0xfdcf}, {0xfdf0, 0xfffd}, {0x10000, 0xeffff},
};
constexpr Range continuations[] = {{0xb7, 0xb7}, {0x300, 0x36f}, {0x203f, 0x2040}};

bool is_within(std::span<const Range> ranges, char32_t code) {
    return std::ranges::any_of(
        ranges, [code](Range range) { return code >= range.first && code <= range.last; });
}

enum : std::uint8_t { start_bit = 1, name_bit = 2, foreign_bit = 4 };

constexpr std::array<std::uint8_t, 256> make_kinds() {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const bool is_letter =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
        const bool is_other = (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
        kinds[byte] = byte >= 0x80 ? foreign_bit
                      : is_letter  ? start_bit | name_bit
                      : is_other   ? name_bit
                                   : 0;
    }
    return kinds;
}
constexpr std::array<std::uint8_t, 256> kinds = make_kinds();

std::uint8_t kind_at(const char* at) {
    return kinds[static_cast<std::uint8_t>(*at)];
}

bool is_start_at(const char* at) {
    return (kind_at(at) & start_bit) != 0 ||
           (kind_at(at) == foreign_bit && is_within(starts, character_at(at).code));
}

// Behind the characters that a name may go on with.
const char* end_of_name(const char* at, const char* end) {
    while (at != end) {
        if ((kind_at(at) & name_bit) != 0) {
            ++at;
            continue;
        }
        const Character character = character_at(at);
        const bool goes_on =
            kind_at(at) == foreign_bit &&
            (is_within(starts, character.code) || is_within(continuations, character.code));
        if (!goes_on) {
            break;
        }
        at += character.size;
    }
    return at;
}

}  // namespace

Step read_plain_name(const char* at, const char* end) {
    if (at == end || !is_start_at(at)) {
        return unexpected(at, end);
    }
    const char* const behind = end_of_name(at, end);
    if (behind - at > static_cast<std::ptrdiff_t>(name_size_max)) {
        return {at, Problem::name_too_long};
    }
    return behind == end ? Step{at, Problem::incomplete} : Step{behind};
}

Step read_qualified_name(const char* at, const char* end, QualifiedName& name) {
    const char* const begin = at;
    Step step = read_plain_name(at, end);
    name.prefix_size = 0;
    if (step.is_complete() && *step.at == ':') {
        name.prefix_size = static_cast<std::size_t>(step.at - begin);
        step = read_plain_name(step.at + 1, end);
        if (step.is_complete() && *step.at == ':') {
            return {step.at, Problem::invalid_character};
        }
    }
    name.whole = {begin, static_cast<std::size_t>(step.at - begin)};
    return step;
}

}  // namespace afletter::xml
