// Reads the attributes of a start tag.
#include "xml/start_tag.hpp"

#include "xml/byte_search.hpp"
#include "xml/references.hpp"

namespace afletter::xml {

namespace {

bool declares_namespace(const QualifiedName& name) {
    return name.whole == "xmlns" || name.prefix() == "xmlns";
}

// " = " and the quote: behind it.
Step read_equals(const char* at, const char* end) {
    at = end_of_blanks(at);
    if (*at != '=') {
        return unexpected(at, end);
    }
    at = end_of_blanks(at + 1);
    if (*at != '"' && *at != '\'') {
        return unexpected(at, end);
    }
    return {at + 1};
}

// The value up to its closing quote, and behind that. '<' cannot stand in it, and stands behind the
// bytes at hand.
Step read_value(const char* at, const char* end, StartTag& tag, Attribute& attribute) {
    const char quote = at[-1];
    const char* const begin = at;
    bool has_reference = false;
    bool has_line_end = false;
    for (; *at != quote; ++at) {
        if (*at == '<') {
            return unexpected(at, end);
        }
        has_reference = has_reference || *at == '&';
        has_line_end = has_line_end || *at == '\n' || *at == '\r' || *at == '\t';
    }
    attribute.raw = {begin, static_cast<std::size_t>(at - begin)};
    attribute.is_plain = !has_reference && !has_line_end;
    if (!attribute.is_plain) {
        tag.scratch.clear();
        const Step step = resolve_attribute_value(attribute.raw, tag.scratch);
        if (!step.is_complete()) {
            return step;
        }
    }
    const std::size_t size = attribute.is_plain ? attribute.raw.size() : tag.scratch.size();
    return size > text_size_max ? Step{begin, Problem::text_too_long} : Step{at + 1};
}

Step read_attribute(const char* at, const char* end, StartTag& tag) {
    Attribute attribute;
    const char* const begin = at;
    Step step = read_qualified_name(at, end, attribute.name);
    if (step.is_complete()) {
        step = read_equals(step.at, end);
    }
    if (step.is_complete()) {
        step = read_value(step.at, end, tag, attribute);
    }
    if (!step.is_complete()) {
        return step;
    }
    if (tag.attribute_count == attributes_max) {
        return {begin, Problem::too_many_attributes};
    }
    attribute.declares = declares_namespace(attribute.name);
    tag.declares = tag.declares || attribute.declares;
    tag.storage[tag.attribute_count++] = attribute;
    return step;
}

}  // namespace

Step read_attributes(const char* at, const char* end, StartTag& tag) {
    tag.is_empty = false;
    tag.declares = false;
    tag.attribute_count = 0;
    for (;;) {
        const char* const next = end_of_blanks(at);
        if (*next == '>') {
            return {next + 1};
        }
        if (*next == '/') {
            tag.is_empty = true;
            return next[1] == '>' ? Step{next + 2} : unexpected(next + 1, end);
        }
        if (next == at) {  // an attribute needs a blank before it
            return unexpected(next, end);
        }
        const Step step = read_attribute(next, end, tag);
        if (!step.is_complete()) {
            return step;
        }
        at = step.at;
    }
}

Step check_unique(std::span<const Attribute> attributes) {
    for (std::size_t i = 1; i < attributes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (attributes[i].name.whole == attributes[j].name.whole) {
                return {begin_of(attributes[i].name.whole), Problem::attribute_twice};
            }
        }
    }
    return {nullptr};
}

}  // namespace afletter::xml
