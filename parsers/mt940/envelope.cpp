// Lines -> fields -> messages. A field ends only at a known tag or at a line that ends its message.
#include "mt940/envelope.hpp"

#include <algorithm>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// SOH and ETX frame messages on the wire, SUB ends a DOS file; files glued together keep them and
// their byte order marks in the middle.
std::string_view without_framing(std::string_view line) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t'; };
    while (!line.empty() && (is_control(line.front()) || line.starts_with(byte_order_mark))) {
        line.remove_prefix(is_control(line.front()) ? 1 : byte_order_mark.size());
    }
    while (!line.empty() && is_control(line.back())) {
        line.remove_suffix(1);
    }
    return trimmed(line);
}

// '{' and '}' are no characters of a field, so a block is never text.
bool is_block(std::string_view line) {
    return line.starts_with("{1:") || line.starts_with("{2:") || line.starts_with("{4:");
}
bool ends_block(std::string_view line) {
    return line.starts_with("-}");
}

// "-" alone; "-XXX" of old ING files; "-'" and "-+@" where FinTS goes on.
bool ends_closed_message(std::string_view line) {
    return line == "-" || line == "-XXX" || line.starts_with("-'") || line.starts_with("-+@");
}

bool is_type(std::string_view text) {
    return text == "940" || text == "941" || text == "942" || text == "950";
}

// ABN AMRO and its labels put "ABNANL2A", "940", "ABNANL2A" before each message.
bool is_bank_header(std::string_view line, std::string_view rest) {
    constexpr std::size_t bic_size = 8;
    constexpr std::size_t type_size = 3;
    const auto is_bic_character = [](char c) { return is_upper(c) || is_digit(c); };
    return line.size() == bic_size && std::all_of(line.begin(), line.end(), is_bic_character) &&
           is_type(rest.substr(0, type_size));
}

// Behind the closing balance only balances, sums and the statement's own :86: are left.
bool takes_text(const Field& field, bool is_closed) {
    return !is_closed || field.tag == Tag::information;
}

}  // namespace

MessageReader::MessageReader(std::string_view text) : text_(text) {}

bool MessageReader::next(Message& message) {
    message.type = {};
    message.fields.clear();
    is_closed_ = false;
    size_before_dash_.reset();
    for (Line line; read_line(line);) {
        if (const auto field = field_in(line, message.fields.empty())) {
            if (begins_next(*field, message)) {
                put_back(line);
                break;
            }
            open(*field, line, message);
        } else if (message.fields.empty()) {
            note_type(line.text);
        } else if (!add_text(line, message)) {
            break;
        }
    }
    if (size_before_dash_) {  // no field of this message came after it: it was the end
        Field& last = message.fields.back();
        last.value = last.value.substr(0, *size_before_dash_);
    }
    return !message.fields.empty();
}

// CR LF, LF, and CR alone each end a line, also when they are mixed in one file.
bool MessageReader::read_line(Line& line) {
    if (position_ >= text_.size()) {
        return false;
    }
    if (line_number_ == 0 || newline_ < position_) {
        newline_ = std::min(text_.find('\n', position_), text_.size());
    }
    const std::string_view rest = text_.substr(position_, newline_ - position_);
    const std::size_t size = std::min(rest.find('\r'), rest.size());
    line = {rest.substr(0, size), ++line_number_};
    const bool is_pair = position_ + size + 1 == newline_ && newline_ < text_.size();
    position_ = std::min(position_ + size + (is_pair ? 2 : 1), text_.size());
    return true;
}

void MessageReader::put_back(const Line& line) {
    position_ = static_cast<std::size_t>(line.text.data() - text_.data());
    newline_ = std::min(text_.find('\n', position_), text_.size());
    line_number_ = line.number - 1;
}

std::optional<Field> MessageReader::field_in(const Line& line, bool is_outside) const {
    std::string_view text = line.text;
    if (!text.empty() && text.front() != ':') {
        if (is_blank(text.front()) && !is_outside && !is_indented_) {
            return std::nullopt;
        }
        text = without_framing(text);
        // "{1:..}{2:..}{4::20:", and messages glued together: "-}${1:..}{2:..}{4::20:".
        constexpr std::string_view text_block = "{4:";
        const std::size_t start = text.rfind(text_block);
        if (start != std::string_view::npos && (is_block(text) || ends_block(text))) {
            text.remove_prefix(start + text_block.size());
        }
    }
    const std::optional<TagAtStart> found = tag_at_start(text);
    if (!found) {
        return std::nullopt;
    }
    return Field{found->tag, found->option, line.number, text.substr(found->size)};
}

bool MessageReader::begins_next(const Field& field, const Message& message) const {
    if (message.fields.empty()) {
        return false;
    }
    switch (field.tag) {
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

void MessageReader::open(const Field& field, const Line& line, Message& message) {
    if (line.text.front() != ':') {
        note_type(line.text);  // "{1:..}{2:..}{4::20:"
    }
    if (message.fields.empty()) {
        is_indented_ = is_blank(line.text.front());
        message.type = type_;
    }
    is_closed_ = is_closed_ || field.tag == Tag::closing_balance;
    size_before_dash_.reset();
    message.fields.push_back(field);
}

// False when the line is no text but the end of the message.
bool MessageReader::add_text(const Line& line, Message& message) {
    const std::string_view text = without_framing(line.text);
    Field& last = message.fields.back();
    if (is_block(text) || ends_block(text)) {
        note_type(text);
        if (ends_block(text)) {
            size_before_dash_.reset();  // so the "-" before it was text
        }
        return false;
    }
    if (is_closed_ &&
        (ends_closed_message(text) || is_bank_header(text, text_.substr(position_)))) {
        return false;
    }
    if (text.empty() || !takes_text(last, is_closed_)) {
        return true;
    }
    if (text == "-" && !size_before_dash_) {
        size_before_dash_ = last.value.size();
    }
    last.value = std::string_view(last.value.begin(), line.text.end());
    return true;
}

// The message type stands in the application header, "{2:O940..", or on a line of its own where
// the bank has its own header: "940", "940 00" (ING), ":940:" (Rabobank).
void MessageReader::note_type(std::string_view line) {
    constexpr std::string_view application_header = "{2:";
    constexpr std::size_t type_size = 3;
    std::string_view text = trimmed(line);
    if (const std::size_t start = text.find(application_header); start != std::string_view::npos) {
        // 'I' or 'O' comes before the type.
        text.remove_prefix(std::min(start + application_header.size() + 1, text.size()));
    } else if (text.starts_with(':')) {
        text.remove_prefix(1);
    } else if (text.size() != type_size && !text.ends_with(" 00")) {
        return;
    }
    if (is_type(text.substr(0, type_size))) {
        type_ = text.substr(0, type_size);
    }
}

}  // namespace afletter::mt940
