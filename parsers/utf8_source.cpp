// Chunks of bytes -> chunks of UTF-8. What is UTF-8 already is checked where the caller wants it;
// what is not goes through `ahead_`, and so does whatever has to be looked at twice.
#include "utf8_source.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "encoding_guess.hpp"
#include "source_text.hpp"

namespace afletter {

namespace {

constexpr std::size_t head_size = 4096;
constexpr std::size_t guess_size = std::size_t{64} * 1024;
constexpr std::size_t chunk_size = std::size_t{64} * 1024;
// Below this a buffer is filled from `converted_`: a caller who wants single bytes gets them.
constexpr std::size_t direct_size_min = 4096;
// A UTF-16 unit pair and a byte of a page become at most this many bytes.
constexpr std::size_t character_size_max = 4;
constexpr char32_t replacement_character = 0xfffd;

bool is_utf16(Encoding encoding) {
    return encoding == Encoding::utf16_little || encoding == Encoding::utf16_big;
}

std::uint32_t unit_at(std::string_view bytes, std::size_t index, Encoding encoding) {
    const auto first = static_cast<std::uint8_t>(bytes[index]);
    const auto second = static_cast<std::uint8_t>(bytes[index + 1]);
    const auto joined = [](std::uint8_t high, std::uint8_t low) {
        return static_cast<std::uint32_t>(high << 8 | low);
    };
    return encoding == Encoding::utf16_little ? joined(second, first) : joined(first, second);
}

}  // namespace

Utf8Source::Utf8Source(std::string source_name, ByteSource& bytes, DiagnosticHandler report,
                       NulBytes nul_bytes)
    : source_name_(std::move(source_name)),
      bytes_(bytes),
      report_(std::move(report)),
      nul_bytes_(nul_bytes) {}

bool Utf8Source::can_read() {
    begin();
    return can_read_;
}

std::size_t Utf8Source::read(char* buffer, std::size_t size) {
    begin();
    if (given_ == converted_.size()) {
        if (size >= direct_size_min) {
            return decode(buffer, size);
        }
        converted_.resize(direct_size_min);
        converted_.resize(decode(converted_.data(), converted_.size()));
        given_ = 0;
    }
    const std::size_t count = std::min(size, converted_.size() - given_);
    std::memcpy(buffer, converted_.data() + given_, count);
    given_ += count;
    return count;
}

void Utf8Source::begin() {
    if (std::exchange(has_begun_, true)) {
        return;
    }
    const std::string_view head = look_ahead(head_size);
    const Beginning beginning = beginning_of(head);
    encoding_ = beginning.encoding;
    if (!beginning.unknown_name.empty()) {
        can_read_ = false;
        has_errors_ = true;
        const ShownLine lines = lines_behind(head.substr(0, beginning.unknown_offset));
        report_({Severity::error, "xml.encoding",
                 Place{source_name_, lines.line(), lines.column(), beginning.unknown_offset + 1},
                 "expected UTF-8, UTF-16, ISO-8859-1, -2 or -15, or Windows-1250 or -1252, found "
                 "another encoding",
                 shown_as_utf8(excerpt_at(head, beginning.unknown_offset)),
                 "Save the file as UTF-8, with its XML declaration to match."});
        return;
    }
    consumed_ += beginning.mark_size;
}

// 0 only at the end.
std::size_t Utf8Source::decode(char* out, std::size_t size) {
    while (encoding_ == Encoding::utf8) {
        const std::size_t count = pass_through(out, size);
        if (count > 0 || (is_at_end_ && consumed_ == ahead_.size())) {
            return count;
        }
        decide();
    }
    return convert(out, size);
}

// The next bytes as they are; 0 when the first of them needs a decision, or there is none.
std::size_t Utf8Source::pass_through(char* out, std::size_t size) {
    const std::string_view bytes(out, take(out, size));
    const std::size_t valid = is_proved_utf8_ ? utf8_extent(bytes).valid : ascii_extent(bytes);
    put_back(bytes.substr(valid));
    return hand_out(out, valid);
}

// UTF-8 or not, by what comes next. One byte more is asked for, to know whether the input ends:
// the answer must not depend on how it is read.
void Utf8Source::decide() {
    const std::string_view ahead = look_ahead(guess_size + 1);
    const std::string_view window = ahead.substr(0, guess_size);
    const bool has_more = ahead.size() > window.size();
    const Utf8Extent extent = utf8_extent(window);
    const bool is_valid = extent.valid == window.size() || (extent.is_cut && has_more);
    if (is_valid || (is_proved_utf8_ && extent.valid > 0)) {
        is_proved_utf8_ = true;
        return;
    }
    encoding_ = guessed_encoding(lines_.before(), window);
    report_guess(window);
}

std::size_t Utf8Source::convert(char* out, std::size_t size) {
    std::string text;
    text.reserve(size);
    std::string_view bytes;
    while (text.size() + character_size_max <= size) {
        if (bytes.size() < character_size_max) {
            bytes = look_ahead(chunk_size);  // a character may lie across two reads
        }
        if (bytes.empty()) {
            break;
        }
        const std::size_t used = is_utf16(encoding_)
                                     ? convert_utf16(bytes, text)
                                     : convert_page(bytes, size - text.size(), text);
        bytes.remove_prefix(used);
        consumed_ += used;
    }
    text.copy(out, text.size());
    return hand_out(out, text.size());
}

// Appends the ASCII at the front, or the one character there; returns how many bytes it took.
std::size_t Utf8Source::convert_page(std::string_view bytes, std::size_t size_max,
                                     std::string& text) const {
    std::size_t size = ascii_extent(bytes.substr(0, size_max));
    if (size == 0 && encoding_ == Encoding::damaged_utf8) {
        size = utf8_character_size(bytes);
    }
    if (size > 0) {
        text.append(bytes.substr(0, size));
        return size;
    }
    append_utf8(text, character_of(static_cast<std::uint8_t>(bytes.front()), encoding_));
    return 1;
}

// Likewise of UTF-16 (RFC 2781, section 2.2).
std::size_t Utf8Source::convert_utf16(std::string_view bytes, std::string& text) {
    constexpr std::uint32_t high_first = 0xd800;
    constexpr std::uint32_t low_first = 0xdc00;
    constexpr std::uint32_t low_last = 0xdfff;
    if (bytes.size() >= 2) {
        const std::uint32_t unit = unit_at(bytes, 0, encoding_);
        if (unit < high_first || unit > low_last) {
            append_utf8(text, unit);
            return 2;
        }
        const std::uint32_t low = bytes.size() < 4 ? 0 : unit_at(bytes, 2, encoding_);
        if (unit < low_first && low >= low_first && low <= low_last) {
            append_utf8(text, 0x10000 + ((unit - high_first) << 10) + (low - low_first));
            return 4;
        }
    }
    report_damage(text);
    if (bytes.size() < 2) {
        return bytes.size();
    }
    append_utf8(text, replacement_character);
    return 2;
}

// Every text goes to the caller through here.
std::size_t Utf8Source::hand_out(char* text, std::size_t size) {
    if (nul_bytes_ == NulBytes::blanked) {
        const std::string_view view(text, size);
        for (std::size_t nul = view.find('\0'); nul != std::string_view::npos;
             nul = view.find('\0', nul + 1)) {
            report_nul(view, nul);
            text[nul] = ' ';
        }
    }
    lines_.advance({text, size});
    return size;
}

std::string_view Utf8Source::look_ahead(std::size_t size) {
    if (ahead_.size() - consumed_ < size && !is_at_end_) {
        ahead_.erase(0, std::exchange(consumed_, 0));
        std::size_t used = ahead_.size();
        ahead_.resize(size);
        while (used < size && !is_at_end_) {
            const std::size_t count = bytes_.read(ahead_.data() + used, size - used);
            is_at_end_ = count == 0;
            used += count;
            taken_ += count;
        }
        ahead_.resize(used);
    }
    return std::string_view(ahead_).substr(consumed_);
}

// What was looked at and not consumed, and then what one read gives.
std::size_t Utf8Source::take(char* out, std::size_t size) {
    const std::size_t count = std::min(size, ahead_.size() - consumed_);
    std::memcpy(out, ahead_.data() + consumed_, count);
    consumed_ += count;
    if (count == size || is_at_end_) {
        return count;
    }
    const std::size_t more = bytes_.read(out + count, size - count);
    is_at_end_ = more == 0;
    taken_ += more;
    return count + more;
}

void Utf8Source::put_back(std::string_view bytes) {
    if (!bytes.empty()) {
        ahead_.replace(0, std::exchange(consumed_, 0), bytes);
    }
}

// Byte of the input that is converted next.
std::uint64_t Utf8Source::byte() const {
    return taken_ - (ahead_.size() - consumed_) + 1;
}

ShownLine Utf8Source::lines_behind(std::string_view text) const {
    ShownLine lines = lines_;
    lines.advance(text);
    return lines;
}

void Utf8Source::report_guess(std::string_view bytes) {
    // In damaged UTF-8 well-formed characters may come first.
    const std::size_t offset =
        encoding_ == Encoding::damaged_utf8 ? utf8_extent(bytes).valid : std::size_t{0};
    const ShownLine lines = lines_behind(bytes.substr(0, offset));
    const std::string before(lines.before());
    const std::string_view rest = bytes.substr(offset, excerpt_size_max + 1);
    report_(
        {Severity::warning, "source.encoding",
         Place{source_name_, lines.line(), lines.column(), byte() + offset},
         fmt::format("expected UTF-8 text, found another encoding; read as {}", name_of(encoding_)),
         excerpt_at(before + utf8_from(rest, encoding_), before.size()),
         "Check the names with accents. Export the file as UTF-8 if they are wrong."});
}

void Utf8Source::report_damage(std::string_view text) {
    if (!std::exchange(has_errors_, true)) {
        const ShownLine lines = lines_behind(text);
        report_({Severity::error, "source.utf16",
                 Place{source_name_, lines.line(), lines.column(), byte()},
                 "expected UTF-16 text, found half a character", std::string(lines.before()),
                 "The file is damaged or cut off. Download it again from the bank."});
    }
}

void Utf8Source::report_nul(std::string_view text, std::size_t offset) {
    if (!std::exchange(has_nul_, true)) {
        const ShownLine lines = lines_behind(text.substr(0, offset));
        // Converted text has other offsets than the input.
        const std::uint64_t where =
            encoding_ == Encoding::utf8 ? byte() - (text.size() - offset) : 0;
        report_({Severity::warning, "source.nul",
                 Place{source_name_, lines.line(), lines.column(), where},
                 "expected text, found a byte 0; it and others like it are read as blanks",
                 std::string(lines.before()),
                 "The file is damaged, perhaps on its way. Download it again from the bank."});
    }
}

}  // namespace afletter
