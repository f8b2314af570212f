// What can be wrong with XML, and how it is said. The small readers of markup return a Step; the
// scanner turns a faulty one into a Diagnostic.
#pragma once

#include <afletter/diagnostic.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace afletter::xml {

enum class Problem : std::uint8_t {
    none,
    incomplete,  // no problem of the input: the bytes at hand end before the token does
    ended,       // the input does
    foreign_byte,
    invalid_character,
    tag_mismatch,
    attribute_twice,
    after_document,
    undefined_entity,
    invalid_reference,
    unbound_prefix,
    undeclared_prefix,
    reserved_prefix,
    reserved_namespace,
    reserved_target,
    misplaced_declaration,
    malformed_declaration,
    doctype,
    too_deep,
    too_many_attributes,
    too_many_namespaces,
    name_too_long,
    text_too_long,
    markup_too_long,
};

// How far a token went: to its end, or to the place of the problem.
struct Step {
    const char* at;
    Problem problem = Problem::none;

    [[nodiscard]] bool is_complete() const { return problem == Problem::none; }
};

// Where a view begins; a view is not a string that ends by itself.
inline const char* begin_of(std::string_view text) {
    return std::to_address(text.begin());
}

inline std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// What to say of a character that cannot stand at `at`: nothing yet, when it has not been read.
inline Step unexpected(const char* at, const char* end, Problem problem) {
    return {at, at == end ? Problem::incomplete : problem};
}
inline Step unexpected(const char* at, const char* end) {
    return unexpected(at, end, Problem::invalid_character);
}

[[nodiscard]] Diagnostic diagnostic_of(Problem problem, Place place, std::string excerpt);

}  // namespace afletter::xml
