// What the grammars of the single fields share. Included only by their .cpp files, so that Spirit
// stays out of every header that others see.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include <boost/spirit/home/x3.hpp>

#include "mt940/grammar_fault.hpp"

namespace afletter::mt940 {

namespace x3 = boost::spirit::x3;

// A rule by the name that is read after "expected".
template <class Id>
using named = x3::rule<Id>;

struct subfields_tag;

// Keeps the text that `parser` takes, as a view, in a member of the struct that parse_into() fills.
template <class Parser, class Subfields>
auto text_of(const Parser& parser, std::string_view Subfields::* member) {
    return x3::raw[parser][([member](auto& context) {
        const auto& taken = x3::_attr(context);
        x3::get<subfields_tag>(context).get().*member = {&*taken.begin(), taken.size()};
    })];
}

// Runs a grammar that begins with x3::eps >, so that its one way to fail is an expectation.
template <class Subfields, class Grammar>
std::optional<GrammarFault> parse_into(Subfields& subfields, std::string_view text,
                                       const Grammar& grammar) {
    const char* first = text.data();
    const char* const last = first + text.size();
    try {
        x3::parse(first, last, x3::with<subfields_tag>(std::ref(subfields))[grammar]);
    } catch (const x3::expectation_failure<const char*>& failure) {
        return GrammarFault{failure.which(), failure.where()};
    }
    return std::nullopt;
}

}  // namespace afletter::mt940
