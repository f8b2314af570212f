// What lines around and between messages look like: used by the framing alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afletter::mt940 {

// What a line may be, as its first character shows: the quick answer for nearly all lines.
enum class LineKind : std::uint8_t {
    text,    // nothing but text of a field, or prose
    tag,     // ':'
    dash,    // '-'
    blank,   // a blank or a tab
    framing  // '{', a control character, a byte order mark, or nothing at all
};
constexpr std::array<LineKind, 256> make_line_kinds() {
    std::array<LineKind, 256> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        kinds[i] = i <= ' ' ? LineKind::framing : LineKind::text;
    }
    kinds[':'] = LineKind::tag;
    kinds['-'] = LineKind::dash;
    kinds[' '] = LineKind::blank;
    kinds['\t'] = LineKind::blank;
    kinds['{'] = LineKind::framing;
    kinds[0xef] = LineKind::framing;  // the first byte of a byte order mark
    kinds[0xc3] = LineKind::framing;  // and of the Swedish "{"
    return kinds;
}
inline constexpr std::array<LineKind, 256> line_kinds = make_line_kinds();
[[nodiscard]] constexpr LineKind kind_of(std::string_view line) {
    return line.empty() ? LineKind::framing : line_kinds[static_cast<unsigned char>(line.front())];
}

// Without blanks, and without what files glued together keep in the middle: SOH, ETX, SUB and byte
// order marks.
[[nodiscard]] std::string_view without_framing(std::string_view line);

// "{1:..", "{2:..", "{4:": no text, for '{' is no character of a field.
[[nodiscard]] bool is_block(std::string_view line);
// "-}.."
[[nodiscard]] bool ends_block(std::string_view line);
// Where in a line its block ends: at "-}" before another block or the end of the line.
[[nodiscard]] std::size_t find_block_end(std::string_view line);
// "-" alone; "-XXX" of old ING files; "-'" and "-+@" where FinTS goes on.
[[nodiscard]] bool ends_closed_message(std::string_view line);

// "ABNANL2A": with a type on the next line, the header of ABN AMRO and its labels.
[[nodiscard]] bool is_bank_header(std::string_view line);
// The type of message that `text` begins with ("940", "942", ...), else empty.
[[nodiscard]] std::string_view type_at_start(std::string_view text);

// What a line that may stand outside of the fields tells.
struct FrameLine {
    std::string_view type;  // of the messages behind it, else empty
    std::string_view text;  // what stands behind "{4:"; without blocks the line, without framing
};
[[nodiscard]] FrameLine read_frame_line(std::string_view line);

}  // namespace afletter::mt940
