// Headings and paragraphs on a terminal.
#include <algorithm>

#include "story/layers.hpp"
#include "story/marked_text.hpp"
#include "utf8.hpp"

namespace afletter::rendering {

void write_heading(std::ostream& out, std::string_view heading, const ReportOptions& options) {
    constexpr std::string_view bold = "\x1b[1m";
    constexpr std::string_view plain = "\x1b[0m";
    out << (options.color ? bold : "") << heading << (options.color ? plain : "") << '\n';
}

void write_paragraph(std::ostream& out, std::string_view mark, std::string_view text,
                     const ReportOptions& options) {
    constexpr std::size_t width_min = 20;
    const std::size_t indent = width_of(mark);
    const std::size_t width = std::max(width_min, options.width - std::min(options.width, indent));
    std::string before(mark);
    for (const MarkedText& part : wrapped(letters_of(text), width)) {
        std::string line = before + shown(part, false);
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
        before.assign(indent, ' ');
    }
}

}  // namespace afletter::rendering
