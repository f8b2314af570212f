// What the grammars of the single fields share. Included only by their .cpp files, so that Spirit
// stays out of every header that others see.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/spirit/home/x3.hpp>

#include "mt940/grammar_fault.hpp"
#include "mt940/subfields.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace x3 = boost::spirit::x3;

// A rule by the name that is read after "expected".
template <class Id>
using named = x3::rule<Id>;

struct subfields_tag;

// The struct that parse_into() fills.
template <class Context>
auto& subfields_of(const Context& context) {
    return x3::get<subfields_tag>(context).get();
}

// Terminals. Each looks at every character once and hands out views and numbers: attributes that
// Spirit puts together itself (std::string, tuples) cost ten times as much.
template <class Terminal, class Attribute>
// NOLINTNEXTLINE(bugprone-crtp-constructor-accessibility): terminals are made as aggregates, {}.
struct TerminalParser : x3::parser<Terminal> {
    using attribute_type = Attribute;
    static const bool has_attribute = true;

    template <class Context, class RuleContext, class Kept>
    bool parse(const char*& first, const char* const& last, const Context& /*context*/,
               RuleContext& /*rule_context*/, Kept& kept) const {
        if constexpr (std::is_same_v<std::remove_const_t<Kept>, Attribute>) {
            return this->derived().take(first, last, kept);
        } else {
            Attribute unused;
            return this->derived().take(first, last, unused);
        }
    }
};

// 6!n and its like: exactly so many digits.
template <std::size_t Size>
struct DigitsParser : TerminalParser<DigitsParser<Size>, Digits> {
    static bool take(const char*& first, const char* last, Digits& taken) {
        if (last - first < static_cast<std::ptrdiff_t>(Size)) {
            return false;
        }
        return take_all(first, taken, std::make_index_sequence<Size>());
    }

  private:
    // Without a loop: the places are known when this is compiled.
    template <std::size_t... Place>
    static bool take_all(const char*& first, Digits& taken, std::index_sequence<Place...>) {
        if (!(is_digit(first[Place]) && ...)) {
            return false;
        }
        std::uint32_t number = 0;
        ((number = number * 10 + static_cast<std::uint32_t>(first[Place] - '0')), ...);
        taken = {{first, Size}, number};
        first += Size;
        return true;
    }
};
template <std::size_t Size>
constexpr DigitsParser<Size> digits{};

// 15d, and every other run of digits, commas and points; which of them are an amount is decided
// afterwards.
struct DecimalParser : TerminalParser<DecimalParser, Decimal> {
    static bool take(const char*& first, const char* last, Decimal& taken) {
        std::int64_t number = 0;
        // No more than these can be regular, and none of them overflows.
        const char* const limit = first + std::min(last - first, Decimal::size_max);
        const char* const comma = take_digits(first, limit, number);
        const char* end = comma;
        if (comma != first && comma != limit && *comma == ',') {
            end = take_digits(comma + 1, limit, number);
        }
        const bool is_regular = end != comma && (end == last || !is_part(*end));
        while (end != last && is_part(*end)) {
            ++end;
        }
        if (end == first) {
            return false;
        }
        taken = {{first, static_cast<std::size_t>(end - first)},
                 number,
                 is_regular ? static_cast<int>(end - comma) - 1 : Decimal::irregular};
        first = end;
        return true;
    }

  private:
    static bool is_part(char c) { return is_digit(c) || c == ',' || c == '.'; }

    // Appends the digits from `at` on to `number`.
    static const char* take_digits(const char* at, const char* limit, std::int64_t& number) {
        for (; at != limit && is_digit(*at); ++at) {
            number = number * 10 + (*at - '0');
        }
        return at;
    }
};
constexpr DecimalParser decimal{};

// "nul", an amount in a word.
struct NoughtParser : TerminalParser<NoughtParser, Decimal> {
    static bool take(const char*& first, const char* last, Decimal& taken) {
        constexpr std::string_view word = "nul";
        const std::string_view text(first, static_cast<std::size_t>(last - first));
        if (!text.starts_with(word) && !text.starts_with("NUL")) {
            return false;
        }
        taken = {text.substr(0, word.size()), 0, Decimal::irregular};
        first += word.size();
        return true;
    }
};
constexpr NoughtParser nought{};

// Blanks, also none.
struct BlanksParser : TerminalParser<BlanksParser, x3::unused_type> {
    static bool take(const char*& first, const char* last, const x3::unused_type& /*taken*/) {
        while (first != last && is_blank(*first)) {
            ++first;
        }
        return true;
    }
};
constexpr BlanksParser blanks{};

// Up to the end of the line.
struct LineParser : TerminalParser<LineParser, std::string_view> {
    static bool take(const char*& first, const char* last, std::string_view& text) {
        text = first_line({first, static_cast<std::size_t>(last - first)});
        first += text.size();
        return true;
    }
};
constexpr LineParser rest_of_line{};

// Up to "//" or the end of the line.
struct ReferenceParser : TerminalParser<ReferenceParser, std::string_view> {
    static bool take(const char*& first, const char* last, std::string_view& text) {
        const char* at = first;
        while (at != last && (*at > '/' || !is_end(at, last))) {
            ++at;
        }
        text = {first, static_cast<std::size_t>(at - first)};
        first = at;
        return true;
    }

  private:
    static bool is_end(const char* at, const char* last) {
        return *at == '\n' || *at == '\r' || (*at == '/' && at + 1 != last && at[1] == '/');
    }
};
constexpr ReferenceParser text_before_slashes{};

// Everything that is left.
struct RestParser : TerminalParser<RestParser, std::string_view> {
    static bool take(const char*& first, const char* last, std::string_view& text) {
        text = {first, static_cast<std::size_t>(last - first)};
        first = last;
        return true;
    }
};
constexpr RestParser rest{};

// Keeps what a terminal takes in a member of the struct that parse_into() fills.
template <auto Member, class Terminal>
struct KeepParser : x3::parser<KeepParser<Member, Terminal>> {
    using attribute_type = x3::unused_type;
    static const bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(const char*& first, const char* const& last, const Context& context,
               RuleContext& rule_context, Attribute& /*attribute*/) const {
        return Terminal().parse(first, last, context, rule_context, subfields_of(context).*Member);
    }
};
template <auto Member, class Terminal>
constexpr KeepParser<Member, Terminal> keep(const Terminal& /*terminal*/) {
    return {};
}

// Keeps the text that `parser` takes, as a view.
template <auto Member, class Parser>
struct TextParser : x3::unary_parser<Parser, TextParser<Member, Parser>> {
    using Base = x3::unary_parser<Parser, TextParser<Member, Parser>>;
    using attribute_type = x3::unused_type;
    static const bool has_attribute = false;

    constexpr explicit TextParser(const Parser& taken) : Base(taken) {}

    template <class Context, class RuleContext, class Attribute>
    bool parse(const char*& first, const char* const& last, const Context& context,
               RuleContext& rule_context, Attribute& /*attribute*/) const {
        const char* const start = first;
        if (!this->subject.parse(first, last, context, rule_context, x3::unused)) {
            return false;
        }
        subfields_of(context).*Member = {start, static_cast<std::size_t>(first - start)};
        return true;
    }
};
template <auto Member, class Parser>
constexpr auto text_of(const Parser& parser) {
    return TextParser<Member, typename x3::extension::as_parser<Parser>::value_type>(
        x3::as_parser(parser));
}

// Runs a grammar that begins with x3::eps >, so that its one way to fail is an expectation.
template <class Subfields, class Grammar>
std::optional<GrammarFault> parse_into(Subfields& subfields, std::string_view text,
                                       const Grammar& grammar) {
    const char* first = text.data();
    const char* const last = first + text.size();
    try {
        // What x3::with[] does, without its copy of the grammar for each field.
        auto kept = std::ref(subfields);
        grammar.parse(first, last, x3::make_context<subfields_tag>(kept), x3::unused, x3::unused);
    } catch (const x3::expectation_failure<const char*>& failure) {
        return GrammarFault{failure.which(), failure.where()};
    }
    return std::nullopt;
}

}  // namespace afletter::mt940
