// Framing: cuts a file into messages, and a message into fields, whatever the bank put around
// them. The first step of the MT940 reader; nothing is interpreted here, every field is a view.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "mt940/frame_lines.hpp"
#include "mt940/tags.hpp"
#include "mt940/window.hpp"

namespace afletter::mt940 {

// One field as the file has it: what follows ":NN:" up to the next field, line ends included.
struct Field {
    Tag tag = Tag::reference;
    char option = '\0';              // the letter of :60F:
    std::string_view message_type;   // "940", "942", ... where the envelope says it; else empty
    std::uint64_t line = 0;          // its number in the file, from 1
    std::uint64_t line_offset = 0;   // the first byte of that line
    std::uint64_t value_offset = 0;  // the first byte of the value
    std::string_view value;          // until the reader reads on: see FieldReader::renew()
};

enum class Framing : std::uint8_t { field, end_of_message, end_of_text };

// Reads fields one after the other. Knows SWIFT blocks ({1:..}{2:..}{4: to -}), bare tags, bank
// headers before each message, prose between messages, and SOH, ETX and SUB around them.
class FieldReader {
  public:
    explicit FieldReader(Window& window) : window_(window), rest_(window.text()) {}

    // Replaces `field` by the next one, or says that its message has ended.
    [[nodiscard]] Framing next(Field& field);

    // Keeps the text from this field on in memory until the next call of these two.
    void keep_from(const Field& field) { kept_offset_ = field.line_offset; }
    void keep_nothing() { kept_offset_ = nothing_kept; }
    // Makes the value of a field that is kept a view again.
    void renew(Field& field) const {
        field.value = window_.view(field.value_offset, field.value.size());
    }

    // What of the file behind the field read last is in memory: at least a good part of
    // Window::size_start where the file has it. The fields read so far must be renewed.
    [[nodiscard]] std::string_view look_ahead();
    // Whether reading ended before the text did, at position(): what had to be kept was too large.
    [[nodiscard]] bool is_overfull() const { return window_.is_overfull(); }
    [[nodiscard]] std::uint64_t line_number() const { return line_number_; }
    [[nodiscard]] std::uint64_t position() const { return window_.end() - rest_.size(); }

  private:
    static constexpr std::uint64_t nothing_kept = std::numeric_limits<std::uint64_t>::max();

    struct Line {
        std::string_view text;  // without its line end
        LineKind kind = LineKind::text;
    };
    enum class Follower : bool { none, field };

    [[nodiscard]] bool read_line(Line& line);
    [[nodiscard]] bool read_unusual_line(Line& line);
    [[nodiscard]] bool take_line_before_lone_return(Line& line);
    void take_line(Line& line, std::size_t size, std::size_t size_with_end);
    [[nodiscard]] std::size_t fill_line();
    [[nodiscard]] bool fill(std::uint64_t keep);
    [[nodiscard]] std::uint64_t kept_offset() const;
    [[nodiscard]] std::uint64_t offset_of(const Line& line) const {
        const std::string_view text = window_.text();
        return window_.begin() + static_cast<std::uint64_t>(line.text.begin() - text.begin());
    }
    [[nodiscard]] std::uint64_t end_of(const Line& line) const {
        return offset_of(line) + line.text.size();
    }
    [[nodiscard]] TagAtStart tag_in(const Line& line);
    [[nodiscard]] TagAtStart tag_in_frame(const Line& line);
    [[nodiscard]] bool begins_next(Tag tag) const;
    void open(const TagAtStart& tag, const Line& line);
    void begin_message(const Line& line);
    [[nodiscard]] bool add_text(Line& line);
    [[nodiscard]] bool begins_bank_header(Line& line);
    void extend(const Line& line);
    void note_block_end(std::string_view text);
    void close(Field& field, Follower follower);

    Window& window_;
    std::string_view rest_;  // what is in memory behind the lines read so far
    std::uint64_t line_number_ = 0;
    std::uint64_t kept_offset_ = nothing_kept;
    Field open_;                  // without its value
    std::uint64_t open_end_ = 0;  // of its value so far
    bool is_open_ = false;
    bool is_complete_ = false;  // nothing more belongs to the open field, nor to its message
    bool has_ended_ = false;    // the end of the message is still to be told
    // Of the message that `open_` belongs to.
    std::string_view type_;
    bool is_indented_ = false;  // its first tag stood behind blanks
    bool is_closed_ = false;    // it has its closing balance
    bool is_tail_ = false;      // or its sums: only fields of one line are left, and a :86:
    // Where the open field's value ends before a "-" or "-}" that may be text or the end.
    static constexpr std::uint64_t no_dash = nothing_kept;
    std::uint64_t end_before_dash_ = no_dash;
};

}  // namespace afletter::mt940
