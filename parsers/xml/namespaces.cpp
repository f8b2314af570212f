// Keeps the rules of Namespaces in XML 1.0, clauses 2.2, 3, 5 and 6.3.
#include "xml/namespaces.hpp"

#include <array>
#include <utility>

#include "xml/references.hpp"

namespace afletter::xml {

namespace {

const std::string no_namespace;
const std::string xml_namespace = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

// Clause 3, "Reserved Prefixes and Namespace Names", and 2.2 for the empty name.
Problem problem_of(const Binding& binding) {
    if (binding.name.empty() && !binding.prefix.empty()) {
        return Problem::undeclared_prefix;
    }
    if (binding.prefix == "xmlns") {
        return Problem::reserved_prefix;
    }
    const bool is_xml = binding.name == xml_namespace;
    if (binding.prefix == "xml" && !is_xml) {
        return Problem::reserved_prefix;
    }
    if ((binding.prefix != "xml" && is_xml) || binding.name == xmlns_namespace) {
        return Problem::reserved_namespace;
    }
    return binding.name.size() > name_size_max ? Problem::name_too_long : Problem::none;
}

}  // namespace

Step declare_namespaces(std::span<const Attribute> attributes, std::vector<Binding>& declared,
                        Scope& scope) {
    declared.reserve(attributes.size());
    for (const Attribute& attribute : attributes) {
        if (!attribute.declares) {
            continue;
        }
        const char* const at = attribute.name.whole.data();
        Binding binding;
        if (attribute.name.prefix_size != 0) {
            binding.prefix = attribute.name.local();
        }
        static_cast<void>(resolve_attribute_value(attribute.raw, binding.name));
        if (const Problem problem = problem_of(binding); problem != Problem::none) {
            return {at, problem};
        }
        if (++scope.size > namespaces_max) {
            return {at, Problem::too_many_namespaces};
        }
        binding.outer = scope.innermost;
        declared.push_back(std::move(binding));
        scope.innermost = &declared.back();
    }
    return {nullptr};
}

const std::string* find_namespace(const Scope& scope, std::string_view prefix) {
    for (const Binding* binding = scope.innermost; binding != nullptr; binding = binding->outer) {
        if (binding->prefix == prefix) {
            return &binding->name;
        }
    }
    if (prefix == "xml") {
        return &xml_namespace;
    }
    return prefix.empty() ? &no_namespace : nullptr;
}

Step check_prefixes(std::span<const Attribute> attributes, const Scope& scope) {
    std::array<const std::string*, attributes_max> names{};
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const QualifiedName& name = attributes[i].name;
        if (attributes[i].declares || name.prefix_size == 0) {
            continue;
        }
        names[i] = find_namespace(scope, name.prefix());
        if (names[i] == nullptr) {
            return {begin_of(name.whole), Problem::unbound_prefix};
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (names[j] != nullptr && attributes[j].name.local() == name.local() &&
                *names[j] == *names[i]) {
                return {begin_of(name.whole), Problem::attribute_twice};
            }
        }
    }
    return {nullptr};
}

}  // namespace afletter::xml
