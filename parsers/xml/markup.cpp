// Finds the ends of comments, processing instructions and CDATA sections.
#include "xml/markup.hpp"

#include <algorithm>
#include <cstddef>

#include "xml/byte_search.hpp"
#include "xml/name_check.hpp"

namespace afletter::xml {

namespace {

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool is_pseudo_value(char character) {
    return is_letter(character) || (character >= '0' && character <= '9') || character == '.' ||
           character == '-' || character == '_';
}

bool equals_xml_in_any_case(std::string_view name) {
    return name.size() == 3 && (name[0] | 0x20) == 'x' && (name[1] | 0x20) == 'm' &&
           (name[2] | 0x20) == 'l';
}

// One `name = "value"` of an XML declaration.
struct PseudoAttribute {
    std::string_view name;
    std::string_view value;
};

// Takes one from the front of `text`, with the blanks before it. False when there is none.
bool take_pseudo_attribute(std::string_view& text, PseudoAttribute& found) {
    const auto skip_blanks = [&text] {
        const auto* const first = std::ranges::find_if_not(text, is_blank);
        text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
    };
    const auto take_while = [&text](bool (*belongs)(char)) {
        const auto* const first = std::ranges::find_if_not(text, belongs);
        const std::string_view taken =
            text.substr(0, static_cast<std::size_t>(first - text.begin()));
        text.remove_prefix(taken.size());
        return taken;
    };
    if (text.empty() || !is_blank(text.front())) {
        return false;
    }
    skip_blanks();
    found.name = take_while(is_letter);
    skip_blanks();
    if (!text.starts_with('=')) {
        return false;
    }
    text.remove_prefix(1);
    skip_blanks();
    if (!text.starts_with('"') && !text.starts_with('\'')) {
        return false;
    }
    const char quote = text.front();
    text.remove_prefix(1);
    found.value = take_while(is_pseudo_value);
    if (!text.starts_with(quote)) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

bool is_only_blanks(std::string_view text) {
    return std::ranges::all_of(text, is_blank);
}

}  // namespace

Step read_word(const char* at, const char* end, std::string_view word) {
    for (const char wanted : word) {
        if (at == end || *at != wanted) {
            return unexpected(at, end);
        }
        ++at;
    }
    return {at};
}

Step read_comment(const char* at, const char* end) {
    const Step begin = read_word(at, end, "<!--");
    if (!begin.is_complete()) {
        return begin;
    }
    const std::size_t dashes = between(begin.at, end).find("--");
    if (dashes == std::string_view::npos) {
        return {at, Problem::incomplete};
    }
    const char* const behind = begin.at + dashes + 2;
    return behind != end && *behind == '>' ? Step{behind + 1} : unexpected(behind, end);
}

Step read_cdata(const char* at, const char* end) {
    const Step begin = read_word(at, end, cdata_begin);
    if (!begin.is_complete()) {
        return begin;
    }
    const std::size_t close = between(begin.at, end).find(cdata_end);
    if (close == std::string_view::npos) {
        return {at, Problem::incomplete};
    }
    return {begin.at + close + cdata_end.size()};
}

Step read_instruction(const char* at, const char* end, Instruction& instruction) {
    const char* const target = at + 2;
    const Step behind = read_plain_name(target, end);
    if (!behind.is_complete()) {
        return behind;
    }
    const std::string_view name(target, static_cast<std::size_t>(behind.at - target));
    instruction.is_declaration = name == "xml";
    if (!instruction.is_declaration && equals_xml_in_any_case(name)) {
        return {target, Problem::reserved_target};
    }
    if (!is_blank(*behind.at)) {
        return read_word(behind.at, end, "?>");
    }
    const std::size_t close = between(behind.at, end).find("?>");
    if (close == std::string_view::npos) {
        return {at, Problem::incomplete};
    }
    return {behind.at + close + 2};
}

Step check_declaration(std::string_view declaration) {
    constexpr std::size_t begin_size = 5;  // "<?xml"
    constexpr std::size_t end_size = 2;    // "?>"
    std::string_view text =
        declaration.substr(begin_size, declaration.size() - begin_size - end_size);
    const auto faulty = [&text] { return Step{begin_of(text), Problem::malformed_declaration}; };

    PseudoAttribute found;
    if (!take_pseudo_attribute(text, found) || found.name != "version") {
        return faulty();
    }
    if (is_only_blanks(text)) {
        return {begin_of(text)};
    }
    if (!take_pseudo_attribute(text, found)) {
        return faulty();
    }
    if (found.name == "encoding") {
        if (found.value.empty() || !is_letter(found.value.front())) {
            return faulty();
        }
        if (is_only_blanks(text)) {
            return {begin_of(text)};
        }
        if (!take_pseudo_attribute(text, found)) {
            return faulty();
        }
    }
    const bool is_standalone =
        found.name == "standalone" && (found.value == "yes" || found.value == "no");
    return is_standalone && is_only_blanks(text) ? Step{begin_of(text)} : faulty();
}

}  // namespace afletter::xml
