// The scanner's outside, and how it goes through the input: piece by piece, and in a piece from
// value to value.
#include "xml/scanner.hpp"

#include <afletter/assert.hpp>

#include <utility>

#include "xml/engine.hpp"

namespace afletter::xml {

Scanner::Scanner(std::string source_name, ByteSource& utf8, Vocabulary& vocabulary,
                 std::size_t first_piece_size)
    : engine_(
          std::make_unique<Engine>(std::move(source_name), utf8, vocabulary, first_piece_size)) {}
Scanner::~Scanner() = default;

std::span<const Event> Scanner::next() {
    return engine_->next();
}
void Scanner::before_taking_back(std::function<void()> notice) {
    engine_->before_taking_back(std::move(notice));
}
const std::optional<Diagnostic>& Scanner::fault() const {
    return engine_->fault();
}
void Scanner::refuse(Diagnostic fault) {
    engine_->refuse(std::move(fault));
}
Position Scanner::position(const Event& event) {
    return engine_->position(event);
}
Place Scanner::place(const Position& position) const {
    return engine_->place(position);
}
std::string Scanner::excerpt(const Position& position) const {
    return engine_->excerpt(position);
}

Scanner::Engine::Engine(std::string source_name, ByteSource& bytes, Vocabulary& vocabulary,
                        std::size_t piece_size)
    : source_name_(std::move(source_name)),
      vocabulary_(vocabulary),
      window_(bytes, piece_size),
      context_(contexts_.document()),
      at_(window_.begin()),
      events_(events_max + Run::events_max + 1) {}

std::span<const Event> Scanner::Engine::next() {
    event_count_ = 0;
    if (kept_size_ > kept_max / 2) {
        take_back();
    }
    while (event_count_ == 0 && !fault_ && !is_finished_) {
        if (!needs_input_ || read_more()) {
            scan();
        }
    }
    return {events_.data(), event_count_};
}

bool Scanner::Engine::read_more() {
    take_back();
    if (is_gathering_ && gathered_from_ != nullptr) {
        gathered_position_ = window_.position(gathered_from_);
        gathered_from_ = nullptr;
    }
    if (size_at_hand() > markup_size_max) {
        return fail(Problem::markup_too_long, window_.position(at_));
    }
    const std::size_t known_size = size_at_hand();
    const bool may_go_on = window_.advance(at_);
    at_ = window_.begin();
    if (may_go_on || size_at_hand() > known_size) {
        needs_input_ = false;
        return true;
    }
    return end_input();
}

// Nothing follows what is at hand, of which nothing more can be made.
bool Scanner::Engine::end_input() {
    switch (window_.state()) {
        case TextState::foreign_byte:
            return fail(Problem::foreign_byte, window_.position(window_.end()));
        case TextState::invalid_character:
            return fail(Problem::invalid_character, window_.position(window_.end()));
        default:
            break;
    }
    const bool is_cut = window_.state() == TextState::cut || size_at_hand() != 0;
    if (is_cut || part_ != Part::epilog) {
        return fail(Problem::ended, window_.position(at_));
    }
    is_finished_ = true;
    return false;
}

void Scanner::Engine::scan() {
    bool goes_on = true;
    while (goes_on && has_room()) {
        if (part_ != Part::inside) {
            goes_on = scan_outside();
        } else if (is_gathering_ || !replay()) {
            goes_on = scan_text() && has_room() && scan_run();
        }
    }
}

void Scanner::Engine::push(EventKind kind, std::uint16_t element, std::string_view where) {
    events_[event_count_++] = {where.data(), static_cast<std::uint32_t>(where.size()),
                               window_.offset_of(begin_of(where)), element, kind};
}

std::string_view Scanner::Engine::keep(std::string_view value) {
    AFLETTER_ASSERT(value.size() <= text_size_max && kept_size_ <= kept_max);
    auto* const kept = static_cast<char*>(kept_values_.allocate(value.size(), 1));
    value.copy(kept, value.size());
    kept_size_ += value.size();
    return {kept, value.size()};
}

// What was lent, before it goes.
void Scanner::Engine::take_back() {
    notice_();
    kept_values_.release();
    kept_size_ = 0;
}

bool Scanner::Engine::stop(Step step) {
    if (step.problem == Problem::incomplete) {
        needs_input_ = true;
        return false;
    }
    return fail(step.problem, window_.position(step.at));
}

bool Scanner::Engine::fail(Problem problem, const Position& position) {
    fault_ = diagnostic_of(problem, place(position), excerpt(position));
    return false;
}

Position Scanner::Engine::position(const Event& event) {
    return event.offset == in_an_earlier_piece ? gathered_position_
                                               : window_.position(window_.at(event.offset));
}

Place Scanner::Engine::place(const Position& position) const {
    return {source_name_, position.line, position.column, position.byte};
}

}  // namespace afletter::xml
