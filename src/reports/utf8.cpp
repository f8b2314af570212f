// UTF-8 as RFC 3629 has it.
#include "utf8.hpp"

#include <afletter/reports.hpp>

#include <fmt/format.h>

namespace afletter::rendering {

namespace {

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Length that the first byte promises, and the bits it carries; 0 for no first byte.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t smallest;  // what a shorter form could not say
};
Lead lead_of(unsigned char byte) {
    if (byte < 0x80U) {
        return {1, byte, 0};
    }
    if ((byte & 0xE0U) == 0xC0U) {
        return {2, byte & 0x1FU, 0x80};
    }
    if ((byte & 0xF0U) == 0xE0U) {
        return {3, byte & 0x0FU, 0x800};
    }
    return (byte & 0xF8U) == 0xF0U ? Lead{4, byte & 0x07U, 0x10000} : Lead{0, 0, 0};
}

// What a terminal would act on, or what would change the order of what is read: C0, DEL, C1,
// bidirectional controls, line and paragraph separators.
bool acts_on_terminal(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C ||
           c == 0x2028 || c == 0x2029;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    const CodePoint invalid{byte, 1, false};
    const Lead lead = lead_of(byte);
    if (lead.length == 0 || lead.length > text.size()) {
        return invalid;
    }
    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (!is_continuation(text[i])) {
            return invalid;
        }
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < lead.smallest || surrogate || value > 0x10FFFF) {
        return invalid;
    }
    return {value, lead.length, true};
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (; !text.empty(); text.remove_prefix(first_code_point(text).length)) {
        ++width;
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) {
        return std::string(text);
    }
    std::string kept;
    for (std::size_t count = 0; count + 1 < width; ++count) {
        const std::size_t length = first_code_point(text).length;
        kept += text.substr(0, length);
        text.remove_prefix(length);
    }
    return kept + "…";
}

std::string valid_utf8(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        clean += point.valid ? text.substr(0, point.length) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(point.length);
    }
    return clean;
}

}  // namespace afletter::rendering

namespace afletter {

std::string printable(std::string_view text) {
    using namespace rendering;
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        if (!point.valid || (point.value < 0x100 && acts_on_terminal(point.value))) {
            safe += fmt::format("\\x{:02x}", static_cast<unsigned>(point.value));
        } else if (acts_on_terminal(point.value)) {
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(point.value));
        } else {
            safe += text.substr(0, point.length);
        }
        text.remove_prefix(point.length);
    }
    return safe;
}

}  // namespace afletter
