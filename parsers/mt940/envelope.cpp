// Lines -> fields -> messages. A field ends only at a known tag or at a line that ends its message.
#include "mt940/envelope.hpp"

#include <algorithm>
#include <utility>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

bool is_free_text(Tag tag) {
    return tag == Tag::information || tag == Tag::sub_structured || tag == Tag::statement_line;
}

}  // namespace

Framing FieldReader::next(Field& field) {
    if (std::exchange(has_ended_, false)) {
        return Framing::end_of_message;
    }
    Line line;
    while (!is_complete_ && read_line(line)) {
        if (line.kind == LineKind::text && is_open_ && !is_tail_) {
            extend(line);
        } else if (const TagAtStart tag = tag_in(line)) {
            if (!is_open_) {
                begin_message(line);
                open(tag, line);
                continue;
            }
            has_ended_ = begins_next(tag.tag);
            close(field, has_ended_ ? Follower::none : Follower::field);
            if (has_ended_) {
                begin_message(line);
            }
            open(tag, line);
            return Framing::field;
        } else if (is_open_ && !add_text(line)) {
            break;
        }
    }
    if (!is_open_ || window_.is_overfull()) {
        return Framing::end_of_text;
    }
    close(field, Follower::none);
    has_ended_ = true;
    return Framing::field;
}

inline bool FieldReader::read_line(Line& line) {
    // Where a CR alone ends lines, the next LF may be far away.
    const std::size_t size =
        window_.has_lone_carriage_return() ? std::string_view::npos : rest_.find('\n');
    if (size == std::string_view::npos) {
        return read_unusual_line(line);
    }
    take_line(line, size, size + 1);
    return true;
}

// CR LF, LF, and CR alone each end a line, also when they are mixed in one file.
bool FieldReader::read_unusual_line(Line& line) {
    if (window_.is_overfull()) {
        return false;
    }
    if (take_line_before_lone_return(line)) {
        return true;
    }
    const std::size_t size = fill_line();
    if (rest_.empty() || window_.is_overfull()) {
        return false;
    }
    if (!take_line_before_lone_return(line)) {
        take_line(line, size, std::min(size + 1, rest_.size()));
    }
    return true;
}

// The CR of CR LF is no line end of its own.
bool FieldReader::take_line_before_lone_return(Line& line) {
    const std::size_t size = first_line(rest_).size();
    const std::string_view line_end = rest_.substr(size, 2);
    const bool is_lone = line_end.size() == 2 && line_end[0] == '\r' && line_end[1] != '\n';
    if (is_lone) {
        take_line(line, size, size + 1);
    }
    return is_lone;
}

inline void FieldReader::take_line(Line& line, std::size_t size, std::size_t size_with_end) {
    const char* const first = rest_.data();
    line.text = {first, size > 0 && first[size - 1] == '\r' ? size - 1 : size};
    line.kind = kind_of(line.text);
    rest_.remove_prefix(size_with_end);
    ++line_number_;
}

// Reads on until there is a line end; the size of the line before it, or of all there is.
std::size_t FieldReader::fill_line() {
    std::size_t size = rest_.find('\n');
    std::size_t searched = rest_.size();
    while (size == std::string_view::npos && fill(kept_offset())) {
        size = rest_.find('\n', searched);
        searched = rest_.size();
    }
    return std::min(size, rest_.size());
}

bool FieldReader::fill(std::uint64_t keep) {
    const std::uint64_t at = position();
    const bool has_more = window_.fill(keep);
    rest_ = window_.view_from(at);
    return has_more;
}

std::uint64_t FieldReader::kept_offset() const {
    return std::min(kept_offset_, is_open_ ? open_.line_offset : position());
}

std::string_view FieldReader::look_ahead() {
    constexpr std::size_t enough = Window::size_start / 2;
    if (rest_.size() < enough) {
        // Nothing more is no fault: the text is just at its end.
        static_cast<void>(fill(kept_offset()));
    }
    return window_.view_from(is_open_ ? open_.line_offset : position());
}

// The tag that a line begins with. Before it may stand what frames messages; its size includes
// that.
inline TagAtStart FieldReader::tag_in(const Line& line) {
    if (line.kind == LineKind::tag) {
        const TagAtStart tag = tag_at_start(line.text);
        if (tag || is_open_) {
            return tag;
        }
    }
    const bool is_text =
        line.kind == LineKind::text || (line.kind == LineKind::blank && !is_indented_);
    if (is_open_ && is_text) {
        return {};
    }
    return tag_in_frame(line);
}

TagAtStart FieldReader::tag_in_frame(const Line& line) {
    const FrameLine frame = read_frame_line(line.text);
    type_ = frame.type.empty() ? type_ : frame.type;
    TagAtStart tag = tag_at_start(frame.text);
    if (tag) {
        tag.size += static_cast<std::uint32_t>(frame.text.data() - line.text.data());
    }
    return tag;
}

inline bool FieldReader::begins_next(Tag tag) const {
    switch (tag) {
        case Tag::reference:
            return true;
        case Tag::account:
        case Tag::sequence:
        case Tag::opening_balance:
        case Tag::statement_line:
            return is_closed_;  // some banks leave out :20:
        default:
            return false;
    }
}

inline void FieldReader::begin_message(const Line& line) {
    is_indented_ = line.kind == LineKind::blank;
    is_closed_ = false;
    is_tail_ = false;
}

inline void FieldReader::open(const TagAtStart& tag, const Line& line) {
    is_closed_ = is_closed_ || tag.tag == Tag::closing_balance;
    is_tail_ =
        tag.tag != Tag::statement_line && (is_tail_ || is_closed_ || tag.tag == Tag::entry_sums);
    open_.tag = tag.tag;
    open_.option = tag.option;
    open_.message_type = type_;
    open_.line = line_number_;
    open_.line_offset = offset_of(line);
    open_.value_offset = open_.line_offset + tag.size;
    open_end_ = end_of(line);
    is_open_ = true;
    if (line.text.ends_with('}')) {
        note_block_end(line.text);
    }
}

// Adds a line of text to the open field. False when the line is no text but the end of the message.
bool FieldReader::add_text(Line& line) {
    const std::string_view text = without_framing(line.text);
    if (is_block(text) || ends_block(text)) {
        if (ends_block(text)) {
            end_before_dash_ = no_dash;  // so the "-" before it was text
        }
        return false;
    }
    if (is_tail_ && (ends_closed_message(text) || begins_bank_header(line))) {
        return false;
    }
    // Behind the closing balance only balances, sums and the statement's own :86: are left.
    if (text.empty() || (is_tail_ && !is_free_text(open_.tag))) {
        return true;
    }
    if (text == "-" && end_before_dash_ == no_dash) {
        end_before_dash_ = open_end_;
    }
    extend(line);
    return true;
}

// ABN AMRO and its labels put "ABNANL2A", "940", "ABNANL2A" before each message.
bool FieldReader::begins_bank_header(Line& line) {
    constexpr std::size_t type_size = 3;
    if (!is_bank_header(without_framing(line.text))) {
        return false;
    }
    const std::uint64_t offset = offset_of(line);
    if (rest_.size() < type_size && fill(std::min(kept_offset(), offset))) {
        line.text = window_.view(offset, line.text.size());
    }
    return !type_at_start(rest_).empty();
}

inline void FieldReader::extend(const Line& line) {
    open_end_ = end_of(line);
    if (line.text.ends_with('}')) {
        note_block_end(line.text);
    }
}

// A block may end on the line of its last field, ":62F:C260105EUR1,00-}{5:}". In free text that
// can be text as well, unless another block follows at once.
void FieldReader::note_block_end(std::string_view text) {
    const std::size_t at = find_block_end(text);
    if (at == text.npos) {
        return;
    }
    const std::uint64_t end = open_end_ - (text.size() - at);
    if (is_free_text(open_.tag) && text.substr(at) == "-}") {
        end_before_dash_ = end;
        return;
    }
    open_end_ = end;
    end_before_dash_ = no_dash;
    is_complete_ = true;
}

// The open field, to which nothing more belongs. A "-" in it was the end when none of its message
// follows.
inline void FieldReader::close(Field& field, Follower follower) {
    const std::uint64_t end =
        follower == Follower::none ? std::min(open_end_, end_before_dash_) : open_end_;
    field = open_;
    field.value =
        window_.view(open_.value_offset, static_cast<std::size_t>(end - open_.value_offset));
    end_before_dash_ = no_dash;
    is_open_ = false;
    is_complete_ = false;
}

}  // namespace afletter::mt940
