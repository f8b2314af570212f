// Reads a whole text input, and names places in it.
#include "source_text.hpp"

#include <algorithm>
#include <vector>

#include "encoding.hpp"
#include "utf8_source.hpp"

namespace afletter {

namespace {

constexpr std::size_t chunk_size = std::size_t{64} * 1024;

bool is_line_end(char character) {
    return character == '\n' || character == '\r';
}

}  // namespace

SourceText read_source_text(const std::string& name, ByteSource& bytes,
                            const DiagnosticHandler& report) {
    SourceText source{name, ""};
    Utf8Source utf8(name, bytes, report);
    if (utf8.can_read()) {
        std::vector<char> chunk(chunk_size);
        while (const std::size_t count = utf8.read(chunk.data(), chunk.size())) {
            source.text.append(chunk.data(), count);
        }
    }
    return source;
}

Place place_at(const SourceText& source, std::size_t offset) {
    const std::string_view before =
        std::string_view(source.text).substr(0, std::min(offset, source.text.size()));
    std::uint64_t line = 1;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        // CR LF is one line end, counted at its LF; a CR alone is one as well.
        const bool is_end = before[i] == '\n' || (before[i] == '\r' && i + 1 < source.text.size() &&
                                                  source.text[i + 1] != '\n');
        if (is_end) {
            ++line;
            line_start = i + 1;
        }
    }
    return {source.name, line, before.size() - line_start + 1, before.size() + 1};
}

std::string excerpt_at(const SourceText& source, std::size_t offset) {
    return excerpt_at(source.text, offset);
}

std::string excerpt_at(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    std::size_t start = offset;
    while (start > 0 && !is_line_end(text[start - 1])) {
        --start;
    }
    if (offset - start >= excerpt_size_max) {
        start = offset;
    }
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const std::string_view shown = utf8_prefix(line, excerpt_size_max);
    return std::string(shown) + (shown.size() < line.size() ? "..." : "");
}

}  // namespace afletter
