// Signatures of files, and the first lines of statements.
#include "content.hpp"

#include <afletter/ascii.hpp>
#include <afletter/parsers.hpp>

#include <algorithm>
#include <array>

#include "findings.hpp"
#include "utf8_source.hpp"

namespace afletter {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view blanks = " \t\r\n";
// In front of a message also SOH, and what a damaged file has in place of text.
constexpr std::string_view framing = " \t\x01\0"sv;

struct Signature {
    std::string_view bytes;
    std::size_t offset = 0;
};
constexpr auto other_archives = std::to_array<Signature>({
    {"7z\xbc\xaf\x27\x1c"sv},
    {"Rar!\x1a\x07"sv},
    {"\xfd"
     "7zXZ\0"sv},
    {"BZh"sv},
    {"\x28\xb5\x2f\xfd"sv},
    {"ustar"sv, 257},
});

bool has(std::string_view head, const Signature& signature) {
    return head.size() > signature.offset &&
           head.substr(signature.offset).starts_with(signature.bytes);
}

// Office documents are zip archives; these come first in them.
bool is_office_archive(std::string_view head) {
    constexpr std::size_t name_offset = 30;  // in a local file header
    const auto first_names = {
        "[Content_Types].xml"sv, "_rels/"sv, "docProps/"sv, "xl/"sv, "word/"sv, "mimetype"sv};
    return std::ranges::any_of(
        first_names, [head](std::string_view name) { return has(head, {name, name_offset}); });
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

// A line that begins with a tag, or a SWIFT block ({1:, {4:), which may have the tag behind it. In
// the Swedish and German 7-bit variants of ASCII, "ä" stands where "{" is meant.
bool is_swift_line(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(framing), line.size()));
    const auto blocks = {"{1:"sv, "{4:"sv, "ä1:"sv, "ä4:"sv};
    return starts_with_tag(line) || std::ranges::any_of(blocks, [line](std::string_view block) {
               return line.starts_with(block);
           });
}

bool has_swift_line(std::string_view text) {
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
        if (is_swift_line(text.substr(start, end - start))) {
            return true;
        }
        start = end + 1;
    }
    return false;
}

// The head as text, whatever its encoding, without the blanks in front. What is wrong with it is
// reported when the whole is read.
std::string readable(std::string_view head) {
    const auto bytes = open_memory(std::string(head));
    Utf8Source utf8("", *bytes, [](const Diagnostic&) {});
    std::string text(2 * head.size(), '\0');
    text.resize(utf8.read(text.data(), text.size()));
    for (std::size_t used = text.size(); used > 0;) {
        std::array<char, 4096> more;
        used = utf8.read(more.data(), more.size());
        text.append(more.data(), used);
    }
    return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

bool starts_with_word(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::ranges::equal(text.substr(0, lower.size()), lower,
                              [](char a, char b) { return to_lower(a) == b; });
}

bool is_web_page(std::string_view text) {
    return starts_with_word(text, "<!doctype html") || starts_with_word(text, "<html");
}

}  // namespace

Content content_of(std::string_view head) {
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
        return is_office_archive(head) ? Content::unknown : Content::zip;
    }
    if (head.starts_with("\x1f\x8b")) {
        return Content::gzip;
    }
    if (std::ranges::any_of(other_archives,
                            [head](const Signature& archive) { return has(head, archive); })) {
        return Content::other_archive;
    }
    const std::string text = readable(head);
    if (text.empty()) {
        return Content::empty;
    }
    if (text.starts_with('<')) {
        return is_web_page(text) ? Content::unknown : Content::camt;
    }
    return has_swift_line(text) ? Content::mt940 : Content::unknown;
}

Description description_of(std::string_view head) {
    const std::string ask = "Ask the bank for the statement as MT940 or CAMT.053.";
    if (head.starts_with("%PDF")) {
        return {"a PDF document", ask};
    }
    if (head.starts_with("\xd0\xcf\x11\xe0") || head.starts_with("PK")) {
        return {"an Office document", ask};
    }
    const std::string text = readable(head);
    if (is_web_page(text)) {
        return {"a web page",
                "The bank's website sent a page, perhaps to log in, in place of the "
                "statement. Download it again."};
    }
    const std::string_view line = std::string_view(text).substr(0, text.find_first_of("\r\n"));
    if (line.find('\0') != std::string_view::npos) {
        return {"binary data", ask};
    }
    return {"text that begins with " + in_quotes(line), ask};
}

}  // namespace afletter
