// Text inside of elements. Plain text is handed out where it lies; text with references, CDATA,
// comments or instructions in it, and text that crosses a piece, is gathered.
#include <algorithm>

#include "xml/engine.hpp"
#include "xml/markup.hpp"
#include "xml/references.hpp"

namespace afletter::xml {

namespace {

// Whether a tag begins at '<', which is not the last character at hand.
bool is_tag(const char* at) {
    return at[1] != '!' && at[1] != '?';
}

}  // namespace

// Up to the next tag.
bool Scanner::Engine::scan_text() {
    if (!is_gathering_) {
        const char* const nonblank = end_of_blanks(at_);
        const char* const text_end = *nonblank == '<' ? nonblank : end_of_plain_text(nonblank);
        const bool is_only_blanks = nonblank == text_end;
        const bool is_plain = is_only_blanks || std::find(at_, nonblank, '\r') == nonblank;
        const bool is_before_tag =
            *text_end == '<' && window_.end() - text_end >= 2 && is_tag(text_end);
        const bool is_short = text_end - at_ <= static_cast<std::ptrdiff_t>(text_size_max);
        const bool is_nothing_yet = at_ == text_end && *at_ == '<' && size_at_hand() < 2;
        if ((is_plain && is_before_tag && is_short) || is_nothing_yet) {
            if (nonblank != text_end) {
                push(EventKind::text, context_->role.number, between(at_, text_end));
            }
            at_ = text_end;
            return true;
        }
        begin_gathering();
    }
    return gather_text();
}

void Scanner::Engine::begin_gathering() {
    is_gathering_ = true;
    gathered_.clear();
    gathered_from_ = at_;
}

bool Scanner::Engine::gather_text() {
    for (;;) {
        const char* const plain_end = end_of_plain_text(at_);
        if (!gather(between(at_, plain_end))) {
            return false;
        }
        at_ = plain_end;
        if (*at_ == '<' && size_at_hand() >= 2 && is_tag(at_)) {
            push_gathered_text();
            return true;
        }
        if (!gather_special()) {
            return false;
        }
    }
}

// What ended plain text, but not the text.
bool Scanner::Engine::gather_special() {
    if (size_at_hand() < 2) {
        return stop({at_, Problem::incomplete});
    }
    switch (*at_) {
        case '\r':
            at_ += at_[1] == '\n' ? 2 : 1;
            return gather("\n");
        case ']': {
            const Step step = read_word(at_, window_.end(), cdata_end);
            if (step.is_complete()) {
                return stop({at_, Problem::invalid_character});
            }
            if (step.problem == Problem::incomplete) {
                return stop(step);
            }
            ++at_;
            return gather("]");
        }
        case '&': {
            const Step step = read_reference(at_, window_.end(), gathered_);
            if (!step.is_complete()) {
                return stop(step);
            }
            at_ = step.at;
            return gather("");
        }
        default:
            return gather_markup();
    }
}

// "<!" or "<?" in text.
bool Scanner::Engine::gather_markup() {
    Instruction instruction;
    const bool is_instruction = at_[1] == '?';
    const bool is_cdata = !is_instruction && size_at_hand() >= 3 && at_[2] == '[';
    const Step step = is_instruction ? read_instruction(at_, window_.end(), instruction)
                      : is_cdata     ? read_cdata(at_, window_.end())
                                     : read_comment(at_, window_.end());
    if (!step.is_complete()) {
        return stop_at_markup(step);
    }
    if (instruction.is_declaration) {
        return stop({at_, Problem::misplaced_declaration});
    }
    if (between(at_, step.at).size() > markup_size_max) {
        return stop({at_, Problem::markup_too_long});
    }
    const char* at = at_ + cdata_begin.size();
    const char* const end = step.at - cdata_end.size();
    while (is_cdata && at != end) {
        const char* const line_end = std::find(at, end, '\r');
        if (!gather(between(at, line_end))) {
            return false;
        }
        at = line_end;
        if (at != end) {
            at += at + 1 != end && at[1] == '\n' ? 2 : 1;
            if (!gather("\n")) {
                return false;
            }
        }
    }
    at_ = step.at;
    return true;
}

bool Scanner::Engine::gather(std::string_view text) {
    if (gathered_.size() + text.size() > text_size_max) {
        return fail(Problem::text_too_long, gathered_from_ != nullptr
                                                ? window_.position(gathered_from_)
                                                : gathered_position_);
    }
    gathered_.append(text);
    return true;
}

void Scanner::Engine::push_gathered_text() {
    is_gathering_ = false;
    if (std::ranges::all_of(gathered_, is_blank)) {
        return;
    }
    const std::string_view text = keep(gathered_);
    events_[event_count_++] = {
        text.data(), static_cast<std::uint32_t>(text.size()),
        gathered_from_ != nullptr ? window_.offset_of(gathered_from_) : in_an_earlier_piece,
        context_->role.number, EventKind::text};
}

}  // namespace afletter::xml
