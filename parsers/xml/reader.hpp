// XML as a stream of events, read in chunks so that memory stays constant. It stands between the
// bytes and the CAMT reader, and is the only place that knows which XML library does the work.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/parsers.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace afletter::xml {

// More than any bank needs, little enough that a hostile file costs nothing.
inline constexpr std::size_t depth_max = 64;
inline constexpr std::size_t text_size_max =
    std::size_t{64} * 1024;                        // between two tags, and of a value
inline constexpr std::size_t attributes_max = 64;  // of one element
inline constexpr std::size_t markup_size_max = std::size_t{1024} * 1024;  // one tag or comment

struct Attribute {
    std::string_view name;  // without its prefix
    std::string_view value;
};

enum class EventKind : std::uint8_t {
    start,     // of an element
    text,      // everything between two tags, unless it is blank
    end,       // of an element
    finished,  // the document is complete
    fault,     // it is not, or must not be read: Reader::fault() says why. Nothing follows.
};

struct Position {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::uint64_t byte = 0;
};

// Its views hold until the next call of Reader::next().
struct Event {
    EventKind kind = EventKind::fault;
    std::string_view name;            // of start and end, without its prefix
    std::string_view namespace_name;  // of start; empty when there is none
    std::string_view text;
    std::span<const Attribute> attributes;
    Position position;  // of start
};

class Reader {
  public:
    Reader(std::string source_name, ByteSource& bytes);
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader();

    // The next event. Throws what the byte source throws.
    [[nodiscard]] Event next();

    // Why the last event was a fault.
    [[nodiscard]] const Diagnostic& fault() const;
    // Makes every later event a fault: for limits that only the caller can see.
    void refuse(std::string code, const Position& position, std::string message);

    [[nodiscard]] Place place(const Position& position) const;
    // The line that the position is on, as far as it is still at hand; may be empty.
    [[nodiscard]] std::string excerpt(const Position& position) const;

  private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

// Hands the start of every child of the open element to `read_child`, which reads up to the child's
// end, and returns at the element's own end. False when the XML fails: it fails for every caller.
template <class ReadChild>
bool for_each_child(Reader& reader, ReadChild read_child) {
    for (;;) {
        const Event event = reader.next();
        if (event.kind == EventKind::start) {
            read_child(event);
        } else if (event.kind != EventKind::text) {
            return event.kind == EventKind::end;
        }
    }
}

}  // namespace afletter::xml
