// read_statements: looks at the beginning of an input and hands it to the reader of its format.
#include <afletter/parsers.hpp>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "encoding.hpp"
#include "findings.hpp"
#include "readers.hpp"
#include "source_text.hpp"

namespace afletter {

namespace {

using namespace std::string_view_literals;

// Enough to get past a covering letter in front of the first message.
constexpr std::size_t head_size = std::size_t{64} * 1024;

// Shows the beginning of a source and then gives all of it.
class PeekedSource final : public ByteSource {
  public:
    explicit PeekedSource(ByteSource& rest) : rest_(rest) {
        std::size_t used = 0;
        head_.resize(head_size);
        while (used < head_.size()) {
            const std::size_t count = rest_.read(head_.data() + used, head_.size() - used);
            if (count == 0) {
                break;
            }
            used += count;
        }
        head_.resize(used);
    }

    [[nodiscard]] std::string_view head() const { return head_; }

    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = std::min(size, head_.size() - given_);
        if (count == 0) {
            return rest_.read(buffer, size);
        }
        std::memcpy(buffer, head_.data() + given_, count);
        given_ += count;
        return count;
    }

  private:
    ByteSource& rest_;
    std::string head_;
    std::size_t given_ = 0;
};

enum class Format { camt, mt940, archive, empty, unknown };

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}
bool is_upper(char character) {
    return character >= 'A' && character <= 'Z';
}

// ":20:", ":60F:", ":940:" at the front.
bool starts_with_tag(std::string_view text) {
    if (!text.starts_with(':')) {
        return false;
    }
    text.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) {
        ++digits;
    }
    const std::size_t letters = digits < text.size() && is_upper(text[digits]) ? 1 : 0;
    return (digits == 2 || digits == 3) && text.substr(digits + letters).starts_with(':');
}

// A line that begins with a tag, or a SWIFT block ({1:, {4:), which may have the tag behind it.
bool has_swift_line(std::string_view text) {
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
        std::string_view line = text.substr(start, end - start);
        line.remove_prefix(std::min(line.find_first_not_of(" \t\x01"), line.size()));
        if (starts_with_tag(line) || line.starts_with("{1:") || line.starts_with("{4:")) {
            return true;
        }
        start = end + 1;
    }
    return false;
}

// The head as text that ASCII can be looked for in, whatever its encoding.
std::string readable(std::string_view head) {
    if (head.starts_with("\xff\xfe") || head.starts_with("<\0"sv)) {
        return utf8_from_utf16(head.substr(head[0] == '<' ? 0 : 2), ByteOrder::little).text;
    }
    if (head.starts_with("\xfe\xff") || head.starts_with("\0<"sv)) {
        return utf8_from_utf16(head.substr(head[0] == '\0' ? 0 : 2), ByteOrder::big).text;
    }
    return std::string(head.substr(head.starts_with("\xef\xbb\xbf") ? 3 : 0));
}

Format format_of(std::string_view head) {
    if (head.starts_with("PK\x03\x04") || head.starts_with("\x1f\x8b")) {
        return Format::archive;
    }
    const std::string text = readable(head);
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string::npos) {
        return Format::empty;
    }
    if (text[start] == '<') {
        return Format::camt;
    }
    return has_swift_line(text) ? Format::mt940 : Format::unknown;
}

std::string description_of(std::string_view head) {
    if (head.starts_with("%PDF")) {
        return "a PDF document";
    }
    if (head.starts_with("\xd0\xcf\x11\xe0")) {
        return "an Office document";
    }
    if (head.find('\0') != std::string_view::npos) {
        return "binary data";
    }
    const std::string text = readable(head);
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    const std::string line = text.substr(start, end - start);
    return "text that begins with " +
           in_quotes(first_invalid_utf8(line) ? utf8_from_windows_1252(line) : line);
}

bool refuse(const std::string& name, StatementSink& sink, std::string code, std::string found,
            std::string hint) {
    sink.report({Severity::error, std::move(code), Place{name, 1, 1, 1},
                 "expected a bank statement (MT940 or CAMT), found " + std::move(found), "",
                 std::move(hint)});
    return false;
}

bool read_text_statements(const std::string& name, ByteSource& bytes, StatementSink& sink) {
    bool is_damaged = false;
    const SourceText source = read_source_text(name, bytes, [&](Diagnostic finding) {
        is_damaged = is_damaged || finding.severity == Severity::error;
        sink.report(std::move(finding));
    });
    return !is_damaged && read_mt940(name, *open_memory(source.text), sink);
}

}  // namespace

bool read_statements(const std::string& source_name, ByteSource& bytes, StatementSink& sink) {
    PeekedSource source(bytes);
    switch (format_of(source.head())) {
        case Format::camt:
            return read_camt(source_name, source, sink);
        case Format::mt940:
            return read_text_statements(source_name, source, sink);
        case Format::archive:
            return refuse(source_name, sink, "source.archive", "an archive",
                          "Unpack it first and import the files in it.");
        case Format::empty:
            return refuse(source_name, sink, "source.empty", "an empty file",
                          "The download may have failed. Download it again from the bank.");
        case Format::unknown:
            break;
    }
    return refuse(source_name, sink, "source.unknown_format", description_of(source.head()),
                  "Ask the bank for the statement as MT940 or CAMT.053.");
}

}  // namespace afletter
