// Reads a whole text input, finds out its encoding, and names places in it.
#include "source_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "encoding.hpp"

namespace afletter {

namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";
constexpr std::string_view utf16_little_mark = "\xff\xfe";
constexpr std::string_view utf16_big_mark = "\xfe\xff";

constexpr std::size_t excerpt_size_max = 160;

std::string read_all(ByteSource& bytes) {
    std::string all;
    std::array<char, 65536> buffer;
    while (const std::size_t count = bytes.read(buffer.data(), buffer.size())) {
        all.append(buffer.data(), count);
    }
    return all;
}

std::string text_from_utf16(const std::string& name, std::string_view bytes, ByteOrder order,
                            const DiagnosticHandler& report) {
    Utf16Conversion conversion = utf8_from_utf16(bytes, order);
    if (conversion.invalid_offset) {
        const std::size_t mark_size = 2;
        const SourceText before{name, conversion.text};
        Place place = place_at(before, before.text.size());
        place.byte = *conversion.invalid_offset + mark_size + 1;
        report({Severity::error, "source.utf16", place,
                "expected UTF-16 text, found half a character",
                excerpt_at(before, before.text.size()),
                "The file is damaged or cut off. Download it again from the bank."});
    }
    return std::move(conversion.text);
}

std::string text_from_windows_1252(const SourceText& raw, std::size_t invalid_offset,
                                   const DiagnosticHandler& report) {
    report({Severity::warning, "source.encoding", place_at(raw, invalid_offset),
            "expected UTF-8 text, found another encoding; read as Windows-1252",
            utf8_from_windows_1252(excerpt_at(raw.text, invalid_offset)),
            "Check the names with accents. Export the file as UTF-8 if they are wrong."});
    return utf8_from_windows_1252(raw.text);
}

bool is_line_end(char character) {
    return character == '\n' || character == '\r';
}

}  // namespace

SourceText read_source_text(const std::string& name, ByteSource& bytes,
                            const DiagnosticHandler& report) {
    std::string all = read_all(bytes);
    const std::string_view view = all;
    if (view.starts_with(utf16_little_mark)) {
        return {name, text_from_utf16(name, view.substr(2), ByteOrder::little, report)};
    }
    if (view.starts_with(utf16_big_mark)) {
        return {name, text_from_utf16(name, view.substr(2), ByteOrder::big, report)};
    }
    if (view.starts_with(utf8_mark)) {
        all.erase(0, utf8_mark.size());
    }
    if (const std::optional<std::size_t> invalid = first_invalid_utf8(all)) {
        return {name, text_from_windows_1252({name, std::move(all)}, *invalid, report)};
    }
    return {name, std::move(all)};
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
