// The words for what is wrong with XML.
#include "xml/problem.hpp"

#include <afletter/assert.hpp>

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "xml/scanner.hpp"

namespace afletter::xml {

namespace {

// The end of "expected well-formed XML, found ...".
std::string_view in_plain_words(Problem problem) {
    switch (problem) {
        case Problem::ended:
            return "the end of the file before its last end tag";
        case Problem::tag_mismatch:
            return "an end tag that does not belong to the element that is open";
        case Problem::attribute_twice:
            return "an attribute twice in one element";
        case Problem::after_document:
            return "something after the end of the document";
        case Problem::undefined_entity:
            return "an entity that is not defined";
        case Problem::invalid_reference:
            return "a reference to a character that XML does not have";
        case Problem::unbound_prefix:
            return "a namespace prefix that is not declared";
        case Problem::undeclared_prefix:
            return "a namespace prefix that is declared as nothing";
        case Problem::reserved_prefix:
            return "a declaration of a prefix that XML keeps for itself";
        case Problem::reserved_namespace:
            return "a declaration of a namespace that XML keeps for itself";
        case Problem::reserved_target:
            return "a processing instruction with a name that XML keeps for itself";
        case Problem::misplaced_declaration:
            return "an XML declaration that is not at the very beginning";
        case Problem::malformed_declaration:
            return "an XML declaration that is not in order";
        default:
            return "a character that cannot stand here";
    }
}

Diagnostic malformed(Problem problem) {
    return {Severity::error,
            "xml.malformed",
            {},
            fmt::format("expected well-formed XML, found {}", in_plain_words(problem)),
            "",
            "The file is damaged or cut off. Download it again from the bank."};
}

Diagnostic beyond_limit(std::string code, std::string message) {
    return {Severity::error,
            std::move(code),
            {},
            std::move(message),
            "",
            "No bank statement is like this. Ask who made this file."};
}

Diagnostic placeless(Problem problem) {
    switch (problem) {
        case Problem::foreign_byte:
            return {Severity::error,
                    "xml.encoding",
                    {},
                    "expected text in the declared encoding, found a byte of another",
                    "",
                    "The XML declaration names the wrong encoding. Download the file again."};
        case Problem::doctype:
            return {Severity::error,
                    "xml.doctype",
                    {},
                    "expected no document type declaration, found DOCTYPE",
                    "",
                    "No bank statement has one; it can make a reader load other files. "
                    "Ask who made this file."};
        case Problem::too_deep:
            return beyond_limit(
                "xml.depth",
                fmt::format("expected at most {} levels of elements, found more", depth_max));
        case Problem::too_many_attributes:
            return beyond_limit(
                "xml.attributes",
                fmt::format("expected at most {} attributes, found more", attributes_max));
        case Problem::too_many_namespaces:
            return beyond_limit(
                "xml.attributes",
                fmt::format("expected at most {} namespaces declared at once, found more",
                            namespaces_max));
        case Problem::name_too_long:
            return beyond_limit(
                "xml.markup_size",
                fmt::format("expected a name of at most {} bytes, found more", name_size_max));
        case Problem::text_too_long:
            return beyond_limit("xml.text_size", "expected a text of at most 64 KiB, found more");
        case Problem::markup_too_long:
            return beyond_limit("xml.markup_size",
                                "expected a tag or comment of at most 1 MiB, found more");
        default:
            return malformed(problem);
    }
}

}  // namespace

Diagnostic diagnostic_of(Problem problem, Place place, std::string excerpt) {
    AFLETTER_ASSERT(problem != Problem::none && problem != Problem::incomplete);
    Diagnostic diagnostic = placeless(problem);
    diagnostic.place = std::move(place);
    diagnostic.excerpt = std::move(excerpt);
    return diagnostic;
}

}  // namespace afletter::xml
