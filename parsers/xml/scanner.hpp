// XML as a stream of events, piece by piece, so that memory stays constant. It stands between the
// UTF-8 bytes of a file and the CAMT reader, and is the only place that knows how XML is written.
//
// The subset. A document is read as XML 1.0 (fifth edition) with Namespaces in XML 1.0 say, and
// whatever is not well-formed or not namespace-well-formed by them is a fault, except that:
//  - a document type declaration (clause 2.8) is a fault, so the only entities are lt, gt, amp,
//    apos and quot, and no attribute has a default or a type;
//  - the bytes are UTF-8 already: the encoding that a declaration names (4.3.3) is ignored;
//  - blanks may stand before the XML declaration (2.8), as some banks write them;
//  - another document may follow where one ends: with an XML declaration, or simply with its root
//    element; a byte order mark may stand before either. (Files of some banks are glued together.)
//  - the limits below hold.
// From expat it departs in these, in that a name may hold every letter of the fifth edition (clause
// 2.3), where expat knows those of the fourth, and in that a second byte order mark in front is a
// fault, where expat passes over it. Like expat it takes any version (2.8) that is made of ASCII
// letters, digits, '.', '-' and '_', and no ':' in the target of a processing instruction
// (Namespaces, clause 7).
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/parsers.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace afletter::xml {

// More than any bank needs, little enough that a hostile file costs nothing.
inline constexpr std::size_t depth_max = 64;
inline constexpr std::size_t attributes_max = 64;   // of one element, namespaces included
inline constexpr std::size_t namespaces_max = 64;   // declared by the elements that are open
inline constexpr std::size_t name_size_max = 1024;  // also of a namespace's name
// Between two tags, blanks included, or of an attribute's value.
inline constexpr std::size_t text_size_max = std::size_t{64} * 1024;
// One tag, comment, instruction or CDATA section.
inline constexpr std::size_t markup_size_max = std::size_t{1024} * 1024;

enum class EventKind : std::uint8_t {
    start,      // of an element that is a group
    attribute,  // the one that the element's role asked for; after its start, before its text
    text,       // everything between two tags, unless it is only blanks
    end,        // of an element that is a group
};

// Its views hold until the scanner takes them back, see Scanner::before_taking_back().
struct Event {
    // Of text and attribute: the value, references resolved, line ends normalised, not trimmed.
    // Of start and end: where the tag begins.
    const char* data = nullptr;
    std::uint32_t size = 0;
    std::uint32_t offset = 0;   // for Scanner::position()
    std::uint16_t element = 0;  // the number that the vocabulary gave
    EventKind kind = EventKind::start;

    [[nodiscard]] std::string_view text() const { return {data, size}; }
};

struct Position {
    std::uint64_t line = 0;
    std::uint64_t column = 0;  // in bytes
    std::uint64_t byte = 0;
};

// What the consumer wants of an element.
struct ElementRole {
    std::uint16_t number = 0;
    bool is_group = false;       // its start and end are events; of others only attribute and text
    std::string_view attribute;  // local name of the one wanted; may be empty; static storage
};

// The consumer's numbering of elements.
class Vocabulary {
  public:
    static constexpr std::uint16_t root = 0xffff;  // the parent of a document element

    virtual ~Vocabulary() = default;
    // Asked once for a path of elements, not for every element, so the same question must always
    // get the same answer. `parent` is the number given to the parent, or `root`.
    virtual ElementRole role_of(std::uint16_t parent, std::string_view namespace_name,
                                std::string_view local_name) = 0;
};

class Scanner {
  public:
    static constexpr std::size_t piece_size = std::size_t{256} * 1024;

    // A smaller piece is for tests: then every token meets a border.
    Scanner(std::string source_name, ByteSource& utf8, Vocabulary& vocabulary,
            std::size_t first_piece_size = piece_size);
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    ~Scanner();

    // The events of the next piece of the input; empty at its end or at a fault, not before. What
    // precedes a fault is delivered first. Throws what the byte source throws.
    [[nodiscard]] std::span<const Event> next();

    // Called from within next() before the views of all events so far end: once for a piece of the
    // input, most often. Nothing else may be called from it but position().
    void before_taking_back(std::function<void()> notice);

    // Why the events ended, if the input is not complete and in order.
    [[nodiscard]] const std::optional<Diagnostic>& fault() const;
    // Ends the events, for limits that only the caller can see.
    void refuse(Diagnostic fault);

    // Where an event is whose views still hold. Cheap when asked in the order of the events.
    [[nodiscard]] Position position(const Event& event);
    [[nodiscard]] Place place(const Position& position) const;
    // The line that the position is on, as far as it is still at hand; may be empty.
    [[nodiscard]] std::string excerpt(const Position& position) const;

  private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace afletter::xml
