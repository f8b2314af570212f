// Resolves the five entities, and references to characters.
#include "xml/references.hpp"

#include <array>
#include <cstdint>

#include "xml/byte_search.hpp"
#include "xml/name_check.hpp"
#include "xml/text_check.hpp"

namespace afletter::xml {

namespace {

constexpr char32_t code_end = 0x110000;

void append_utf8(std::string& text, char32_t code) {
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
        return;
    }
    if (code < 0x800) {
        put(0xc0 | code >> 6);
    } else {
        if (code < 0x10000) {
            put(0xe0 | code >> 12);
        } else {
            put(0xf0 | code >> 18);
            put(0x80 | (code >> 12 & 0x3f));
        }
        put(0x80 | (code >> 6 & 0x3f));
    }
    put(0x80 | (code & 0x3f));
}

// The value of a digit, or 16 when it is none.
unsigned digit_value(char character) {
    if (character >= '0' && character <= '9') {
        return static_cast<unsigned>(character - '0');
    }
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? static_cast<unsigned>(lower - 'a') + 10 : 16;
}

// "&#233;" or "&#xe9;".
Step read_character_reference(const char* at, const char* end, std::string& text) {
    const char* digit = at + 2;
    const bool is_hexadecimal = digit != end && *digit == 'x';
    digit += is_hexadecimal ? 1 : 0;
    const unsigned base = is_hexadecimal ? 16 : 10;
    const char* const first = digit;
    char32_t code = 0;
    for (; digit != end && digit_value(*digit) < base; ++digit) {
        code = code * base + digit_value(*digit);
        code = code < code_end ? code : code_end;
    }
    if (digit == first || digit == end || *digit != ';') {
        return unexpected(digit, end);
    }
    if (!is_xml_character(code)) {
        return {at, Problem::invalid_reference};
    }
    append_utf8(text, code);
    return {digit + 1};
}

struct Entity {
    std::string_view name;
    char character;
};
constexpr std::array<Entity, 5> entities = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"apos", '\''}, {"quot", '"'}}};

// One character of an attribute's value, or one line end.
const char* append_normalised(const char* at, const char* end, std::string& value) {
    if (*at == '\r' && at + 1 != end && at[1] == '\n') {
        ++at;
    }
    value.push_back(is_blank(*at) ? ' ' : *at);
    return at + 1;
}

}  // namespace

Step read_reference(const char* at, const char* end, std::string& text) {
    const char* const begin = at + 1;
    if (begin != end && *begin == '#') {
        return read_character_reference(at, end, text);
    }
    const Step behind = read_plain_name(begin, end);
    if (!behind.is_complete()) {
        return behind;
    }
    if (*behind.at != ';') {
        return {behind.at, Problem::invalid_character};
    }
    const std::string_view name(begin, static_cast<std::size_t>(behind.at - begin));
    for (const Entity& entity : entities) {
        if (entity.name == name) {
            text.push_back(entity.character);
            return {behind.at + 1};
        }
    }
    return {at, Problem::undefined_entity};
}

Step resolve_attribute_value(std::string_view raw, std::string& value) {
    const char* at = begin_of(raw);
    const char* const end = at + raw.size();
    while (at != end) {
        if (*at != '&') {
            at = append_normalised(at, end, value);
            continue;
        }
        const Step step = read_reference(at, end, value);
        if (step.problem == Problem::incomplete) {
            // It meets the closing quote, which cannot stand in a reference.
            return {end, Problem::invalid_character};
        }
        if (!step.is_complete()) {
            return step;
        }
        at = step.at;
    }
    return {end};
}

}  // namespace afletter::xml
