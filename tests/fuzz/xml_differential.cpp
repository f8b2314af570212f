// Runs the scanner and expat over the same bytes, and writes down what each tells in one form.
#include "fuzz/xml_differential.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include <expat.h>

#include "encoding.hpp"
#include "support/view_source.hpp"
#include "xml/scanner.hpp"

namespace afletter::test {

namespace {

// No document holds these, so that no two different stories look alike.
constexpr char name_separator = '\x01';
constexpr char part_end = '\x02';
constexpr char event_end = '\x03';

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// What one of the two says of the bytes.
struct Story {
    std::string events;
    bool is_accepted = false;
    std::string fault;     // a code, or expat's words
    std::size_t byte = 0;  // of the fault, from 0
    bool is_invalid_token = false;
};

// The part that both ask for, made from the name alone: some elements are groups, some are not.
struct Wanted {
    bool is_group;
    std::string_view attribute;
};
Wanted wanted_of(std::string_view local_name) {
    return {local_name.size() != 3, local_name.size() % 2 == 1 ? "Ccy" : "b"};
}

class Teller {
  public:
    void start(std::string_view path, std::size_t byte) { tell('<', path, std::to_string(byte)); }
    void attribute(std::string_view path, std::string_view value) { tell('@', path, value); }
    void text(std::string_view path, std::string_view value) { tell('=', path, value); }
    void end(std::string_view path) { tell('>', path, ""); }
    [[nodiscard]] std::string take() { return std::move(told_); }

  private:
    void tell(char kind, std::string_view path, std::string_view value) {
        told_.append(1, kind).append(path).append(1, part_end).append(value).append(1, event_end);
    }
    std::string told_;
};

std::string child_path(std::string_view parent, std::string_view namespace_name,
                       std::string_view local_name) {
    std::string path(parent);
    path.append(namespace_name.empty() ? "/" : "/{");
    path.append(namespace_name).append(namespace_name.empty() ? "" : "}").append(local_name);
    return path;
}

// Numbers every path of names as it comes.
class PathVocabulary final : public xml::Vocabulary {
  public:
    xml::ElementRole role_of(std::uint16_t parent, std::string_view namespace_name,
                             std::string_view local_name) override {
        const std::string above = parent == root ? "" : paths_[parent];
        const std::string path = child_path(above, namespace_name, local_name);
        const auto [found, is_new] =
            numbers_.try_emplace(path, static_cast<std::uint16_t>(paths_.size()));
        if (is_new) {
            paths_.push_back(path);
        }
        const Wanted wanted = wanted_of(local_name);
        return {found->second, wanted.is_group, wanted.attribute};
    }
    [[nodiscard]] std::string_view path(std::uint16_t number) const { return paths_[number]; }

  private:
    std::map<std::string, std::uint16_t> numbers_;
    std::vector<std::string> paths_;
};

Story story_of_scanner(std::string_view bytes, std::size_t piece_size) {
    ViewSource source(bytes);
    PathVocabulary vocabulary;
    xml::Scanner scanner("input", source, vocabulary, piece_size);
    Teller teller;
    for (auto events = scanner.next(); !events.empty(); events = scanner.next()) {
        for (const xml::Event& event : events) {
            const std::string_view path = vocabulary.path(event.element);
            switch (event.kind) {
                case xml::EventKind::start:
                    teller.start(path, scanner.position(event).byte - 1);
                    break;
                case xml::EventKind::attribute:
                    teller.attribute(path, event.text());
                    break;
                case xml::EventKind::text:
                    teller.text(path, event.text());
                    break;
                case xml::EventKind::end:
                    teller.end(path);
                    break;
            }
        }
    }
    Story story;
    story.events = teller.take();
    story.is_accepted = !scanner.fault().has_value();
    if (scanner.fault()) {
        story.fault = scanner.fault()->code;
        story.byte = static_cast<std::size_t>(scanner.fault()->place.byte - 1);
    }
    return story;
}

std::pair<std::string_view, std::string_view> split(const XML_Char* name) {
    const std::string_view whole(name);
    const std::size_t separator = whole.find(name_separator);
    if (separator == std::string_view::npos) {
        return {"", whole};
    }
    return {whole.substr(0, separator), whole.substr(separator + 1)};
}

// Expat over one document after another.
class ExpatReading {
  public:
    explicit ExpatReading(std::string_view bytes) : bytes_(bytes) {}

    Story story() {
        read_document(skip_blanks(0));
        while (!story_.is_accepted && may_begin_anew()) {
            read_document(story_.byte);
        }
        story_.events = teller_.take();
        return std::move(story_);
    }

  private:
    // Blanks before an XML declaration are nothing to the scanner.
    [[nodiscard]] std::size_t skip_blanks(std::size_t from) const {
        const bool has_mark = bytes_.substr(from).starts_with(byte_order_mark);
        const std::size_t begin = from + (has_mark ? byte_order_mark.size() : 0);
        return std::min(bytes_.find_first_not_of(blanks, begin), bytes_.size());
    }

    // Whether expat stopped behind a root element, where another document begins.
    [[nodiscard]] bool may_begin_anew() const {
        const bool is_mark = is_between_tokens(story_.byte) &&
                             bytes_.substr(story_.byte).starts_with(byte_order_mark);
        const bool is_other_document = is_mark || error_ == XML_ERROR_JUNK_AFTER_DOC_ELEMENT ||
                                       error_ == XML_ERROR_MISPLACED_XML_PI;
        return is_behind_root_ && is_other_document;
    }

    [[nodiscard]] bool is_between_tokens(std::size_t at) const {
        return at > 0 && at < bytes_.size() &&
               (bytes_[at - 1] == '>' || blanks.find(bytes_[at - 1]) != std::string_view::npos);
    }

    void read_document(std::size_t begin) {
        begin = skip_blanks(begin);
        is_behind_root_ = false;
        begin_ = begin;
        const std::string_view document = bytes_.substr(begin);
        XML_Parser parser = reset_parser();
        const XML_Status status =
            XML_Parse(parser, document.data(), static_cast<int>(document.size()), 1);
        story_.is_accepted = status == XML_STATUS_OK;
        error_ = XML_GetErrorCode(parser);
        story_.fault = story_.is_accepted ? "" : XML_ErrorString(error_);
        story_.is_invalid_token = error_ == XML_ERROR_INVALID_TOKEN;
        story_.byte = begin + static_cast<std::size_t>(
                                  std::max<XML_Index>(XML_GetCurrentByteIndex(parser), 0));
    }

    XML_Parser reset_parser() {
        struct Free {
            void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
        };
        static const std::unique_ptr<XML_ParserStruct, Free> kept(
            XML_ParserCreateNS("UTF-8", name_separator));
        XML_Parser parser = kept.get();
        XML_ParserReset(parser, "UTF-8");
        XML_SetUserData(parser, this);
        XML_SetElementHandler(
            parser,
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                static_cast<ExpatReading*>(self)->on_start(name, attributes);
            },
            [](void* self, const XML_Char* /*name*/) {
                static_cast<ExpatReading*>(self)->on_end();
            });
        XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* text, int size) {
            static_cast<ExpatReading*>(self)->text_.append(text, static_cast<std::size_t>(size));
        });
        XML_SetStartDoctypeDeclHandler(
            parser, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                static_cast<ExpatReading*>(self)->on_doctype();
            });
        parser_ = parser;
        return parser;
    }

    void on_start(const XML_Char* name, const XML_Char** attributes) {
        flush_text();
        const auto [namespace_name, local_name] = split(name);
        const std::string above = open_.empty() ? "" : open_.back().path;
        const Wanted wanted = wanted_of(local_name);
        open_.push_back({child_path(above, namespace_name, local_name), wanted.is_group});
        const std::string& path = open_.back().path;
        if (wanted.is_group) {
            teller_.start(path,
                          begin_ + static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_)));
        }
        for (; attributes[0] != nullptr; attributes += 2) {
            if (split(attributes[0]).second == wanted.attribute) {
                teller_.attribute(path, attributes[1]);
                break;
            }
        }
    }

    void on_end() {
        flush_text();
        if (open_.back().is_group) {
            teller_.end(open_.back().path);
        }
        open_.pop_back();
        is_behind_root_ = open_.empty();
    }

    void flush_text() {
        if (text_.find_first_not_of(blanks) != std::string::npos) {
            teller_.text(open_.back().path, text_);
        }
        text_.clear();
    }

    void on_doctype() { XML_StopParser(parser_, XML_FALSE); }

    struct Open {
        std::string path;
        bool is_group;
    };

    std::string_view bytes_;
    Teller teller_;
    Story story_;
    XML_Parser parser_ = nullptr;
    std::size_t begin_ = 0;
    XML_Error error_ = XML_ERROR_NONE;
    bool is_behind_root_ = false;
    std::vector<Open> open_;
    std::string text_;
};

// Text right before a tag that is at fault: the scanner tells it, expat does not.
std::string_view without_last_text(std::string_view events) {
    if (events.empty()) {
        return events;
    }
    const std::size_t last_end = events.substr(0, events.size() - 1).rfind(event_end);
    const std::size_t last = last_end == std::string_view::npos ? 0 : last_end + 1;
    return events[last] == '=' ? events.substr(0, last) : events;
}

bool is_limit(std::string_view code) {
    return code == "xml.depth" || code == "xml.attributes" || code == "xml.text_size" ||
           code == "xml.markup_size";
}

// Expat refuses a letter that the fourth edition did not have in names.
bool is_newer_letter(std::string_view bytes, const Story& expat) {
    if (!expat.is_invalid_token || expat.byte >= bytes.size()) {
        return false;
    }
    const std::string_view character = bytes.substr(expat.byte, 4);
    const bool is_complete = first_invalid_utf8(character).value_or(4) > 1;
    return static_cast<unsigned char>(character.front()) >= 0x80 && is_complete &&
           !character.starts_with("\xef\xbf\xbe") && !character.starts_with("\xef\xbf\xbf");
}

// Expat passes over a second byte order mark; to the scanner it is a character before the root.
bool has_second_mark(std::string_view bytes, const Story& scanner) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (scanner.is_accepted || scanner.byte > bytes.size()) {
        return false;
    }
    const std::string_view before = bytes.substr(0, scanner.byte);
    const std::size_t end = before.find_last_not_of(" \t\r\n") + 1;  // 0 when there is none
    return before.substr(0, end).ends_with(mark) && bytes.substr(scanner.byte).starts_with(mark);
}

bool agree(std::string_view bytes, const Story& scanner, const Story& expat) {
    const std::string_view before_text = without_last_text(scanner.events);
    if (is_limit(scanner.fault) && expat.events.starts_with(before_text)) {
        return true;
    }
    if (scanner.is_accepted == expat.is_accepted &&
        (scanner.events == expat.events || (!scanner.is_accepted && before_text == expat.events))) {
        return true;
    }
    if (has_second_mark(bytes, scanner) && expat.events.starts_with(before_text)) {
        return true;
    }
    return is_newer_letter(bytes, expat) && scanner.events.starts_with(expat.events);
}

std::string readable(const Story& story, std::size_t from) {
    std::string text = story.events.substr(from);
    std::ranges::replace(text, part_end, ' ');
    std::ranges::replace(text, event_end, '\n');
    return text + (story.is_accepted ? "accepted\n"
                                     : story.fault + " at " + std::to_string(story.byte) + "\n");
}

// Both stories from the first event that is not the same.
std::string both(const std::string& left_name, const Story& left, const std::string& right_name,
                 const Story& right) {
    const auto [at, unused] = std::ranges::mismatch(left.events, right.events);
    const std::size_t equal = static_cast<std::size_t>(at - left.events.begin());
    const std::size_t last_end =
        equal == 0 ? std::string::npos : left.events.rfind(event_end, equal - 1);
    const std::size_t from = last_end == std::string::npos ? 0 : last_end + 1;
    return left_name + " tells\n" + readable(left, from) + right_name + " tells\n" +
           readable(right, from);
}

}  // namespace

std::optional<std::string> compare_with_expat(std::string_view bytes, std::size_t piece_size) {
    const Story whole = story_of_scanner(bytes, bytes.size() + 1);
    const Story pieces = story_of_scanner(bytes, piece_size);
    if (pieces.events != whole.events || pieces.fault != whole.fault || pieces.byte != whole.byte) {
        return both("the scanner in pieces of " + std::to_string(piece_size) + " bytes", pieces,
                    "the scanner in one piece", whole);
    }
    const Story expat = ExpatReading(bytes).story();
    if (!agree(bytes, whole, expat)) {
        return both("the scanner", whole, "expat", expat);
    }
    return std::nullopt;
}

std::optional<std::string> compare_with_expat(std::string_view bytes) {
    std::size_t sum = bytes.size();
    for (const char byte : bytes) {
        sum = sum * 31 + static_cast<unsigned char>(byte);
    }
    constexpr std::size_t sizes[] = {1, 2, 3, 5, 11, 16, 33, 64, 200, 1000};
    return compare_with_expat(bytes, sizes[sum % std::size(sizes)]);
}

}  // namespace afletter::test
