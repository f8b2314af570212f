// The reader over expat: the only file that includes it.
#include "xml/reader.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include <expat.h>
#include <fmt/format.h>

#include "source_text.hpp"
#include "xml/event_queue.hpp"

namespace afletter::xml {

namespace {

constexpr std::size_t chunk_size = std::size_t{64} * 1024;
// Between namespace and local name in the names that expat hands over; no URI contains it.
constexpr char name_separator = '\n';

constexpr std::string_view blanks = " \t\r\n";

struct QualifiedName {
    std::string_view namespace_name;
    std::string_view local_name;
};
QualifiedName split(std::string_view name) {
    const std::size_t separator = name.rfind(name_separator);
    if (separator == std::string_view::npos) {
        return {"", name};
    }
    return {name.substr(0, separator), name.substr(separator + 1)};
}

// What expat found, as the end of "expected well-formed XML, found ...".
std::string_view in_plain_words(XML_Error error) {
    switch (error) {
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
        case XML_ERROR_PARTIAL_CHAR:
            return "the end of the file before its last end tag";
        case XML_ERROR_TAG_MISMATCH:
            return "an end tag that does not belong to the element that is open";
        case XML_ERROR_INVALID_TOKEN:
            return "a character that cannot stand here";
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return "an attribute twice in one element";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return "something after the end of the document";
        case XML_ERROR_UNDEFINED_ENTITY:
            return "an entity that is not defined";
        case XML_ERROR_BAD_CHAR_REF:
            return "a reference to a character that XML does not have";
        case XML_ERROR_UNBOUND_PREFIX:
            return "a namespace prefix that is not declared";
        case XML_ERROR_MISPLACED_XML_PI:
            return "an XML declaration that is not at the very beginning";
        default:
            return XML_ErrorString(error);
    }
}

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserHandle = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserDeleter>;

}  // namespace

class Reader::Parser {
  public:
    Parser(std::string source_name, ByteSource& bytes)
        // Utf8Source has converted the text already, whatever its declaration says.
        : expat_(XML_ParserCreateNS("UTF-8", name_separator)),
          source_name_(std::move(source_name)),
          bytes_(bytes) {
        if (!expat_) {
            throw std::bad_alloc();
        }
        XML_SetUserData(expat_.get(), this);
        XML_SetElementHandler(
            expat_.get(),
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                static_cast<Parser*>(self)->on_start(name, attributes);
            },
            [](void* self, const XML_Char* name) { static_cast<Parser*>(self)->on_end(name); });
        XML_SetCharacterDataHandler(expat_.get(), [](void* self, const XML_Char* text, int size) {
            static_cast<Parser*>(self)->on_text({text, static_cast<std::size_t>(size)});
        });
        XML_SetStartDoctypeDeclHandler(
            expat_.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                static_cast<Parser*>(self)->on_doctype();
            });
    }

    Event next() {
        while (queue_.empty() && !fault_ && !finished_) {
            parse_chunk();
        }
        if (!queue_.empty() && !refused_by_caller_) {
            return queue_.pop();
        }
        Event last;
        last.kind = fault_ ? EventKind::fault : EventKind::finished;
        return last;
    }

    const Diagnostic& fault() const {
        AFLETTER_ASSERT(fault_.has_value());
        return *fault_;
    }

    void refuse(Diagnostic fault) {
        refused_by_caller_ = true;
        fault_ = std::move(fault);
    }

    Place place(const Position& position) const {
        return {source_name_, position.line, position.column, position.byte};
    }

    std::string excerpt(const Position& position) const {
        const std::string_view chunk(chunk_.data(), chunk_used_);
        if (position.byte <= chunk_start_ || position.byte > chunk_start_ + chunk.size()) {
            return "";
        }
        const std::size_t offset = position.byte - chunk_start_ - 1;
        const bool has_line_start =
            chunk_start_ == 0 || chunk.substr(0, offset).find('\n') != std::string_view::npos;
        if (!has_line_start) {
            return "";
        }
        return excerpt_at(chunk, offset);
    }

  private:
    void parse_chunk() {
        chunk_start_ += chunk_used_;
        chunk_used_ = bytes_.read(chunk_.data(), chunk_.size());
        const bool is_last = chunk_used_ == 0;
        std::string_view chunk(chunk_.data(), chunk_used_);
        if (is_at_beginning_) {
            chunk = without_leading_blanks(chunk);
        }
        markup_size_ += chunk.size();
        const XML_Status status =
            XML_Parse(expat_.get(), chunk.data(), static_cast<int>(chunk.size()), is_last ? 1 : 0);
        if (status != XML_STATUS_OK && !fault_) {
            on_malformed(XML_GetErrorCode(expat_.get()));
        }
        if (markup_size_ > markup_size_max && !fault_) {
            stop("xml.markup_size", "expected a tag or comment of at most 1 MiB, found more");
        }
        finished_ = is_last && !fault_;
    }

    // A blank line before <?xml is forbidden, harmless, and seen in bank files.
    std::string_view without_leading_blanks(std::string_view chunk) {
        const std::size_t count = std::min(chunk.find_first_not_of(blanks), chunk.size());
        const std::string_view skipped = chunk.substr(0, count);
        skipped_bytes_ += count;
        skipped_lines_ += static_cast<std::uint64_t>(std::ranges::count(skipped, '\n'));
        is_at_beginning_ = count == chunk.size() && count > 0;
        return chunk.substr(count);
    }

    void on_start(const XML_Char* name, const XML_Char** attributes) {
        if (fault_) {
            return;
        }
        flush_text();
        markup_size_ = 0;
        if (++depth_ > depth_max) {
            stop("xml.depth",
                 fmt::format("expected at most {} levels of elements, found more", depth_max));
            return;
        }
        attributes_.clear();
        for (; attributes[0] != nullptr; attributes += 2) {
            attributes_.push_back({split(attributes[0]).local_name, attributes[1]});
        }
        if (attributes_.size() > attributes_max) {
            stop("xml.attributes", fmt::format("expected at most {} attributes, found {}",
                                               attributes_max, attributes_.size()));
            return;
        }
        const auto [namespace_name, local_name] = split(name);
        queue_.push({EventKind::start, local_name, namespace_name, "", attributes_, position()});
    }

    void on_end(const XML_Char* name) {
        if (fault_) {
            return;
        }
        flush_text();
        markup_size_ = 0;
        --depth_;
        queue_.push({EventKind::end, split(name).local_name, "", "", {}, {}});
    }

    void on_text(std::string_view text) {
        if (fault_) {
            return;
        }
        markup_size_ = 0;
        if (text_.size() + text.size() > text_size_max) {
            stop("xml.text_size", "expected a text of at most 64 KiB, found more");
            return;
        }
        text_.append(text);
    }

    void flush_text() {
        if (text_.find_first_not_of(blanks) != std::string::npos) {
            queue_.push({EventKind::text, "", "", text_, {}, {}});
        }
        text_.clear();
    }

    void on_doctype() {
        if (!fault_) {
            stop("xml.doctype", "expected no document type declaration, found DOCTYPE",
                 "No bank statement has one; it can make a reader load other files. "
                 "Ask who made this file.");
        }
    }

    void on_malformed(XML_Error error) {
        if (error == XML_ERROR_NO_MEMORY) {
            throw std::bad_alloc();
        }
        stop("xml.malformed",
             fmt::format("expected well-formed XML, found {}", in_plain_words(error)),
             "The file is damaged or cut off. Download it again from the bank.");
    }

    void stop(std::string code, std::string message,
              std::string hint = "No bank statement is like this. Ask who made this file.") {
        const Position where = position();
        fault_ = Diagnostic{Severity::error,    std::move(code), place(where),
                            std::move(message), excerpt(where),  std::move(hint)};
        XML_StopParser(expat_.get(), XML_FALSE);
    }

    Position position() const {
        const auto byte = std::max<XML_Index>(XML_GetCurrentByteIndex(expat_.get()), 0);
        return {XML_GetCurrentLineNumber(expat_.get()) + skipped_lines_,
                XML_GetCurrentColumnNumber(expat_.get()) + 1,
                static_cast<std::uint64_t>(byte) + skipped_bytes_ + 1};
    }

    ParserHandle expat_;
    std::string source_name_;
    ByteSource& bytes_;
    EventQueue queue_;
    std::optional<Diagnostic> fault_;
    bool refused_by_caller_ = false;
    bool finished_ = false;

    std::vector<char> chunk_ = std::vector<char>(chunk_size);
    std::size_t chunk_used_ = 0;
    std::uint64_t chunk_start_ = 0;  // bytes before the chunk
    bool is_at_beginning_ = true;
    std::uint64_t skipped_bytes_ = 0;
    std::uint64_t skipped_lines_ = 0;

    std::size_t depth_ = 0;
    std::size_t markup_size_ = 0;  // bytes handed to expat since it last found something
    std::string text_;
    std::vector<Attribute> attributes_;
};

Reader::Reader(std::string source_name, ByteSource& bytes)
    : parser_(std::make_unique<Parser>(std::move(source_name), bytes)) {}
Reader::~Reader() = default;

Event Reader::next() {
    return parser_->next();
}
const Diagnostic& Reader::fault() const {
    return parser_->fault();
}

void Reader::refuse(std::string code, const Position& position, std::string message) {
    parser_->refuse({Severity::error, std::move(code), place(position), std::move(message),
                     excerpt(position), "No bank statement is like this. Ask who made this file."});
}

Place Reader::place(const Position& position) const {
    return parser_->place(position);
}
std::string Reader::excerpt(const Position& position) const {
    return parser_->excerpt(position);
}

}  // namespace afletter::xml
