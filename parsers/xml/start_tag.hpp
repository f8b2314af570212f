// A start tag as it is written: its attributes in order, nothing resolved.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "xml/name_check.hpp"
#include "xml/problem.hpp"
#include "xml/scanner.hpp"

namespace afletter::xml {

struct Attribute {
    QualifiedName name;
    std::string_view raw;   // between the quotes
    bool is_plain = true;   // the raw text is the value
    bool declares = false;  // a namespace: "xmlns" or "xmlns:..."
};

struct StartTag {
    bool is_empty = false;  // "<a/>"
    bool declares = false;  // an attribute does
    std::size_t attribute_count = 0;
    std::array<Attribute, attributes_max> storage;
    std::string scratch;  // where values are checked

    [[nodiscard]] std::span<const Attribute> attributes() const {
        return {storage.data(), attribute_count};
    }
};

// Reads what follows the element's name, up to and with '>' (XML 1.0, clause 3.1).
[[nodiscard]] Step read_attributes(const char* at, const char* end, StartTag& tag);

// Refuses an attribute that the element has twice, by name.
[[nodiscard]] Step check_unique(std::span<const Attribute> attributes);

}  // namespace afletter::xml
