// Names: XML 1.0, clause 2.3, without the colon (Namespaces in XML 1.0, clause 3: NCName).
#pragma once

#include <cstddef>
#include <string_view>

#include "xml/problem.hpp"

namespace afletter::xml {

// Behind the name without colon that begins at `at`.
[[nodiscard]] Step read_plain_name(const char* at, const char* end);

// A name that may have a prefix (Namespaces, clause 4: QName).
struct QualifiedName {
    std::string_view whole;
    std::size_t prefix_size = 0;

    [[nodiscard]] std::string_view prefix() const { return whole.substr(0, prefix_size); }
    [[nodiscard]] std::string_view local() const {
        return whole.substr(prefix_size == 0 ? 0 : prefix_size + 1);
    }
};
[[nodiscard]] Step read_qualified_name(const char* at, const char* end, QualifiedName& name);

}  // namespace afletter::xml
