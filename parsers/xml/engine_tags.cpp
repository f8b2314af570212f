// Tags, what stands outside of the root element, and remembering what came of them.
#include <algorithm>
#include <utility>

#include "xml/byte_search.hpp"
#include "xml/engine.hpp"
#include "xml/markup.hpp"
#include "xml/references.hpp"

namespace afletter::xml {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

bool Scanner::Engine::scan_outside() {
    at_ = end_of_blanks(at_);
    if (at_ == window_.end()) {
        return stop({at_, Problem::incomplete});
    }
    const bool may_be_mark = part_ == Part::beginning || part_ == Part::epilog;
    if (may_be_mark && between(at_, window_.end()).starts_with(byte_order_mark)) {
        part_ = Part::marked;
        at_ += byte_order_mark.size();
        return true;
    }
    if (*at_ != '<') {
        const bool is_after = part_ == Part::epilog;
        return stop({at_, is_after ? Problem::after_document : Problem::invalid_character});
    }
    if (at_[1] == '!' || at_[1] == '?') {
        return scan_outside_markup();
    }
    if (at_[1] == '/') {
        return stop({at_ + 1, Problem::invalid_character});
    }
    return scan_start_tag();
}

bool Scanner::Engine::scan_outside_markup() {
    Instruction instruction;
    const Step step = at_[1] == '?' ? read_instruction(at_, window_.end(), instruction)
                                    : read_comment(at_, window_.end());
    if (!step.is_complete()) {
        return stop_at_markup(step);
    }
    if (between(at_, step.at).size() > markup_size_max) {
        return stop({at_, Problem::markup_too_long});
    }
    if (instruction.is_declaration) {
        return scan_declaration(step.at);
    }
    part_ = part_ == Part::epilog ? part_ : Part::prolog;
    at_ = step.at;
    return true;
}

// A document type is refused by its name; nothing of it is looked at.
bool Scanner::Engine::stop_at_markup(Step step) {
    const Step doctype = read_word(at_, window_.end(), "<!DOCTYPE");
    if (doctype.is_complete()) {
        return stop({at_, Problem::doctype});
    }
    return stop(doctype.problem == Problem::incomplete ? doctype : step);
}

bool Scanner::Engine::scan_declaration(const char* behind) {
    if (part_ == Part::prolog) {
        return stop({at_, Problem::misplaced_declaration});
    }
    const Step step = check_declaration(between(at_, behind));
    if (!step.is_complete()) {
        return stop(step);
    }
    part_ = Part::prolog;
    at_ = behind;
    return true;
}

// Tags with nothing but blanks between them. What comes of them is remembered where they began.
bool Scanner::Engine::scan_run() {
    Context& context = *context_;
    const char* const begin = at_;
    const std::size_t first_event = event_count_;
    const std::size_t kept_size = kept_size_;
    bool goes_on = scan_tag();
    if (context.pause > 0 || !context.is_kept) {
        return goes_on;  // nothing is remembered here: the fast path may know the tags that follow
    }
    bool is_whole = false;  // what ends it is the text that follows, not a border of ours
    while (goes_on && part_ == Part::inside && has_room()) {
        const char* const next = end_of_blanks(at_);
        if (window_.end() - next < 2) {
            break;
        }
        is_whole = *next != '<' || next[1] == '!' || next[1] == '?' ||
                   next - at_ > static_cast<std::ptrdiff_t>(Run::size_max);
        if (is_whole) {
            break;
        }
        at_ = next;
        goes_on = scan_tag();
    }
    const auto run_size = static_cast<std::size_t>(at_ - begin);
    if (is_whole && run_size <= Run::size_max && kept_size == kept_size_) {
        remember(context, begin, first_event);
    }
    return goes_on;
}

void Scanner::Engine::remember(Context& context, const char* begin, std::size_t first_event) {
    const std::size_t event_count = event_count_ - first_event;
    if (event_count > Run::events_max || !context.is_kept || !context_->is_kept) {
        return;
    }
    Run* const run = contexts_.room_for_run(context);
    if (run == nullptr) {
        return;
    }
    run->after = context_;
    run->size = static_cast<std::uint16_t>(at_ - begin);
    run->event_count = static_cast<std::uint16_t>(event_count);
    std::copy(begin, at_, run->bytes.begin());
    for (std::size_t i = 0; i < event_count; ++i) {
        const Event& event = events_[first_event + i];
        run->events[i] = {event.offset - window_.offset_of(begin), event.size, event.element,
                          event.kind};
    }
}

bool Scanner::Engine::scan_tag() {
    if (size_at_hand() < 2) {
        return stop({at_, Problem::incomplete});
    }
    return at_[1] == '/' ? scan_end_tag() : scan_start_tag();
}

bool Scanner::Engine::scan_end_tag() {
    const std::string_view name = context_->name();
    const char* const begin = at_ + 2;
    if (size_at_hand() < name.size() + 3) {
        return stop({at_, Problem::incomplete});
    }
    const char* const name_end = begin + name.size();
    const char* const close = *name_end == '>' ? name_end : end_of_blanks(name_end);
    const bool is_own = is_equal_blockwise(name.data(), begin, name.size());
    if (!is_own || *close != '>') {
        return stop_at_end_tag(name, close);
    }
    if (context_->role.is_group) {
        push(EventKind::end, context_->role.number, between(at_, close + 1));
    }
    context_ = contexts_.leave(context_);
    at_ = close + 1;
    part_ = context_ == contexts_.document() ? Part::epilog : Part::inside;
    return true;
}

// Finds out what is wrong with an end tag.
bool Scanner::Engine::stop_at_end_tag(std::string_view name, const char* close) {
    const char* const begin = at_ + 2;
    QualifiedName found;
    const Step step = read_qualified_name(begin, window_.end(), found);
    if (!step.is_complete()) {
        return stop(step);
    }
    if (found.whole != name) {
        return stop({begin, Problem::tag_mismatch});
    }
    return stop(unexpected(std::max(close, step.at), window_.end()));
}

bool Scanner::Engine::scan_start_tag() {
    const char* const name = at_ + 1;
    const char* name_end = end_of_possible_name(name);
    Context* known = contexts_.find(*context_, between(name, name_end));
    if (known == nullptr) {
        QualifiedName qualified;
        const Step step = read_qualified_name(name, window_.end(), qualified);
        if (!step.is_complete()) {
            return stop(step);
        }
        name_end = step.at;
    }
    const Step step = read_attributes(name_end, window_.end(), tag_);
    if (!step.is_complete()) {
        return stop(step);
    }
    if (between(at_, step.at).size() > markup_size_max) {
        return stop({at_, Problem::markup_too_long});
    }
    const char* const key_end = tag_.declares ? step.at - (tag_.is_empty ? 2 : 1) : name_end;
    if (tag_.declares) {
        known = contexts_.find(*context_, between(name, key_end));
    }
    const auto name_size = static_cast<std::size_t>(name_end - name);
    if (!open_element(between(name, key_end), name_size, known)) {
        return false;
    }
    at_ = step.at;
    return true;
}

bool Scanner::Engine::open_element(std::string_view key, std::size_t name_size, Context* known) {
    if (context_->depth == depth_max) {
        return stop({at_, Problem::too_deep});
    }
    Context* const opened = known != nullptr ? known : make_context(key, name_size);
    if (opened == nullptr || (tag_.attribute_count != 0 && !check_attributes(*opened))) {
        return false;
    }
    const ElementRole& role = opened->role;
    const std::string_view where(at_, key.size() + 1);
    if (role.is_group) {
        push(EventKind::start, role.number, where);
    }
    if (tag_.attribute_count != 0 && !role.attribute.empty()) {
        push_attribute(*opened);
    }
    context_ = opened;
    if (tag_.is_empty) {
        if (role.is_group) {
            push(EventKind::end, role.number, where);
        }
        context_ = contexts_.leave(opened);
    }
    part_ = context_ == contexts_.document() ? Part::epilog : Part::inside;
    return true;
}

Context* Scanner::Engine::make_context(std::string_view key, std::size_t name_size) {
    Context* const context = contexts_.add(*context_, key, name_size);
    const std::string_view name = key.substr(0, name_size);
    const std::size_t colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos ? "" : name.substr(0, colon);
    Step step{begin_of(name)};
    if (tag_.declares) {
        step = declare_namespaces(tag_.attributes(), context->declared, context->scope);
    }
    const std::string* const namespace_name = find_namespace(context->scope, prefix);
    if (step.is_complete() && namespace_name == nullptr) {
        step = {begin_of(name), Problem::unbound_prefix};
    }
    if (!step.is_complete()) {
        static_cast<void>(stop(step));
        return nullptr;
    }
    const std::string_view local_name = name.substr(prefix.empty() ? 0 : colon + 1);
    context->role = vocabulary_.role_of(context_->role.number, *namespace_name, local_name);
    return context;
}

bool Scanner::Engine::check_attributes(const Context& context) {
    Step step = check_unique(tag_.attributes());
    if (step.is_complete()) {
        step = check_prefixes(tag_.attributes(), context.scope);
    }
    return step.is_complete() || stop(step);
}

void Scanner::Engine::push_attribute(const Context& context) {
    for (const Attribute& attribute : tag_.attributes()) {
        if (attribute.declares || attribute.name.local() != context.role.attribute) {
            continue;
        }
        push(EventKind::attribute, context.role.number, attribute.raw);
        if (!attribute.is_plain) {
            tag_.scratch.clear();
            static_cast<void>(resolve_attribute_value(attribute.raw, tag_.scratch));
            const std::string_view value = keep(tag_.scratch);
            events_[event_count_ - 1].data = value.data();
            events_[event_count_ - 1].size = static_cast<std::uint32_t>(value.size());
        }
        return;
    }
}

}  // namespace afletter::xml
