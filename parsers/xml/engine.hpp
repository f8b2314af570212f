// The scanner's inside: where it stands, and one function for each kind of thing that may come
// next. A fast path replays markup that is known already; whatever it does not know is read with
// care, so that nothing but speed depends on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml/contexts.hpp"
#include "xml/input_window.hpp"
#include "xml/problem.hpp"
#include "xml/scanner.hpp"
#include "xml/start_tag.hpp"

namespace afletter::xml {

class Scanner::Engine {
  public:
    Engine(std::string source_name, ByteSource& bytes, Vocabulary& vocabulary,
           std::size_t piece_size);

    [[nodiscard]] std::span<const Event> next();
    [[nodiscard]] const std::optional<Diagnostic>& fault() const { return fault_; }
    void before_taking_back(std::function<void()> notice) { notice_ = std::move(notice); }
    void refuse(Diagnostic fault) { fault_ = std::move(fault); }
    [[nodiscard]] Position position(const Event& event);
    [[nodiscard]] Place place(const Position& position) const;
    [[nodiscard]] std::string excerpt(const Position& position) const {
        return window_.excerpt(position);
    }

  private:
    // Few enough that what next() hands out stays in the nearest cache.
    static constexpr std::size_t events_max = 1024;
    static constexpr std::size_t kept_max = std::size_t{128} * 1024;
    static constexpr std::uint32_t in_an_earlier_piece = UINT32_MAX;

    // What may come next outside of the elements (XML 1.0, production 1).
    enum class Part : std::uint8_t {
        beginning,  // of a document: a byte order mark, an XML declaration, or what follows it
        marked,     // the mark has been
        prolog,
        inside,
        epilog,  // the end of the input, or another document
    };

    // Each of these returns false when it cannot go on: at a fault, or until more is read.
    bool read_more();
    bool end_input();
    void scan();
    bool replay();
    bool scan_outside();
    bool scan_outside_markup();
    bool scan_declaration(const char* behind);
    bool scan_text();
    bool gather_text();
    bool gather_special();
    bool gather_markup();
    bool scan_run();
    bool scan_tag();
    bool scan_start_tag();
    bool scan_end_tag();

    bool open_element(std::string_view key, std::size_t name_size, Context* known);
    Context* make_context(std::string_view key, std::size_t name_size);
    bool check_attributes(const Context& context);
    void push_attribute(const Context& context);
    void push(EventKind kind, std::uint16_t element, std::string_view where);
    void push_text(std::string_view text);
    void push_gathered_text();
    void remember(Context& context, const char* begin, std::size_t first_event);

    void begin_gathering();
    bool gather(std::string_view text);
    std::string_view keep(std::string_view value);

    // For one more text and its markup, or one tag.
    [[nodiscard]] bool has_room() const {
        return event_count_ < events_max && kept_size_ <= kept_max;
    }
    [[nodiscard]] std::size_t size_at_hand() const {
        return static_cast<std::size_t>(window_.end() - at_);
    }
    void take_back();
    bool stop(Step step);
    bool stop_at_markup(Step step);
    bool stop_at_end_tag(std::string_view name, const char* close);
    bool fail(Problem problem, const Position& position);

    std::string source_name_;
    Vocabulary& vocabulary_;
    InputWindow window_;
    ContextTree contexts_;
    Context* context_;
    const char* at_;
    Part part_ = Part::beginning;
    bool needs_input_ = true;
    bool is_finished_ = false;
    std::optional<Diagnostic> fault_;

    std::vector<Event> events_;
    std::size_t event_count_ = 0;
    StartTag tag_;

    std::function<void()> notice_ = [] {};  // before views are taken back

    // Values that are not as they are written.
    std::pmr::monotonic_buffer_resource kept_values_;
    std::size_t kept_size_ = 0;

    // Text that is not plain, or not complete yet.
    bool is_gathering_ = false;
    std::string gathered_;
    const char* gathered_from_ = nullptr;  // nullptr: from an earlier piece
    Position gathered_position_;           // then
};

}  // namespace afletter::xml
