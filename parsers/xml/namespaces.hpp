// Which namespace a prefix stands for: Namespaces in XML 1.0.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml/problem.hpp"
#include "xml/start_tag.hpp"

namespace afletter::xml {

// One declaration. Those of the elements that are open form a chain, innermost first.
struct Binding {
    std::string prefix;  // empty: the default namespace
    std::string name;    // empty: none
    const Binding* outer = nullptr;
};

// The declarations that an element sees.
struct Scope {
    const Binding* innermost = nullptr;
    std::size_t size = 0;
};

// Adds what the tag declares to `declared`, which must not be moved afterwards, and to `scope`.
[[nodiscard]] Step declare_namespaces(std::span<const Attribute> attributes,
                                      std::vector<Binding>& declared, Scope& scope);

// The namespace of a prefix; nullptr when it is not bound. The empty prefix always is.
[[nodiscard]] const std::string* find_namespace(const Scope& scope, std::string_view prefix);

// Refuses attributes with a prefix that is not bound, and two of one namespace and local name.
[[nodiscard]] Step check_prefixes(std::span<const Attribute> attributes, const Scope& scope);

}  // namespace afletter::xml
