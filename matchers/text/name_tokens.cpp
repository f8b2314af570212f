// What the words of a name say together: which is the surname, which letters are initials, what may
// have been cut off.
#include "text/name_tokens.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/name_words.hpp"

namespace afletter::matching {

namespace {

using Tokens = std::vector<NameToken>;

bool has_kind(const Tokens& tokens, TokenKind kind) {
    return std::ranges::find(tokens, kind, &NameToken::kind) != tokens.end();
}

std::size_t distinctive_count(const Tokens& tokens) {
    return static_cast<std::size_t>(std::ranges::count_if(
        tokens, [](const NameToken& token) { return is_distinctive(token.kind); }));
}

bool is_prefix(const NameTokens& name, const NameToken& token) {
    return token.kind == TokenKind::small &&
           (token.after_apostrophe || kind_of_word(name.text(token)) == WordKind::prefix);
}

bool is_firm(const Tokens& tokens) {
    return has_kind(tokens, TokenKind::generic) || has_kind(tokens, TokenKind::legal_form);
}

// "HJ" of "HJ de Vries": initials without dots. In a name that has small letters, capitals say so;
// otherwise letters that nobody can pronounce do.
bool is_row_of_initials(std::string_view word, std::string_view written) {
    constexpr std::size_t initials_max = 4;
    if (word.size() < 2 || word.size() > initials_max || !std::ranges::all_of(word, is_lower)) {
        return false;
    }
    std::string capitals(word);
    std::ranges::transform(capitals, capitals.begin(), to_upper);
    return word.find_first_of("aeiouy") == word.npos ||
           (std::ranges::any_of(written, is_lower) && written.find(capitals) != written.npos);
}

// The word that is a row of initials: the first, or the last behind a surname ("Dijkstra MJ").
Tokens::iterator find_row_of_initials(NameTokens& name, std::string_view written) {
    const auto is_word = [](const NameToken& token) { return is_distinctive(token.kind); };
    const auto first = std::ranges::find_if(name.tokens, is_word);
    if (distinctive_count(name.tokens) < 2) {
        return name.tokens.end();
    }
    if (is_row_of_initials(name.text(*first), written)) {
        return first;
    }
    const auto last = std::find_if(name.tokens.rbegin(), name.tokens.rend(), is_word).base() - 1;
    const bool given_is_known =
        first->kind == TokenKind::given || has_kind(name.tokens, TokenKind::initial);
    return !given_is_known && is_row_of_initials(name.text(*last), written) ? last
                                                                            : name.tokens.end();
}

void split_initials(NameTokens& name, std::string_view written) {
    const auto found = find_row_of_initials(name, written);
    if (found == name.tokens.end()) {
        return;
    }
    Tokens initials(found->size, *found);
    for (std::size_t i = 0; i < initials.size(); ++i) {
        initials[i].begin = static_cast<std::uint16_t>(found->begin + i);
        initials[i].size = 1;
        initials[i].kind = TokenKind::initial;
    }
    name.tokens.insert(name.tokens.erase(found), initials.begin(), initials.end());
}

// A surname that is a trade as well: "J. van de Winkel".
void take_trade_for_surname(Tokens& tokens, bool is_person) {
    if (!is_person || distinctive_count(tokens) > 0 || has_kind(tokens, TokenKind::legal_form)) {
        return;
    }
    for (NameToken& token : tokens) {
        token.kind = token.kind == TokenKind::generic ? TokenKind::name : token.kind;
    }
}

// All distinctive words from `first` to before `end` become this kind.
void set_kinds(Tokens& tokens, std::size_t first, std::size_t end, TokenKind kind) {
    for (std::size_t i = first; i < end; ++i) {
        if (is_distinctive(tokens[i].kind)) {
            tokens[i].kind = kind;
        }
    }
}

// The end of a double surname that begins here: "Jansen-Bakker".
std::size_t end_of_unit(const Tokens& tokens, std::size_t first) {
    std::size_t end = first + 1;
    while (end < tokens.size() && tokens[end].after_hyphen) {
        ++end;
    }
    return end;
}

// "Vries, Jan de": the comma says it.
bool told_by_comma(Tokens& tokens) {
    const auto comma =
        std::ranges::find_if(tokens, [](const NameToken& token) { return token.after_comma; });
    const auto at = static_cast<std::size_t>(comma - tokens.begin());
    if (comma == tokens.end() || std::none_of(tokens.begin(), comma, [](const NameToken& token) {
            return is_distinctive(token.kind);
        })) {
        return false;
    }
    set_kinds(tokens, 0, at, TokenKind::name);
    set_kinds(tokens, at, tokens.size(), TokenKind::given);
    return true;
}

// "Jan de Vries", "de Vries Jan": a surname follows its prefix. A word behind an initial is one,
// too: "J. Jansen e/o P. de Vries".
bool told_by_prefix(NameTokens& name) {
    Tokens& tokens = name.tokens;
    std::size_t at = 0;
    while (at + 1 < tokens.size() &&
           !(is_prefix(name, tokens[at]) && is_distinctive(tokens[at + 1].kind))) {
        ++at;
    }
    if (at + 1 >= tokens.size()) {
        return false;
    }
    const auto is_initial = [](const NameToken& token) { return token.kind == TokenKind::initial; };
    const auto prefix = tokens.begin() + static_cast<std::ptrdiff_t>(at);
    const auto initial =
        static_cast<std::size_t>(std::find_if(tokens.begin(), prefix, is_initial) - tokens.begin());
    const std::size_t end = end_of_unit(tokens, at + 1);
    const bool given_is_known = has_kind(tokens, TokenKind::initial) ||
                                std::any_of(tokens.begin(), prefix, [](const NameToken& token) {
                                    return is_distinctive(token.kind);
                                });
    set_kinds(tokens, 0, initial, TokenKind::given);
    set_kinds(tokens, initial, end, TokenKind::name);
    set_kinds(tokens, end, tokens.size(), given_is_known ? TokenKind::name : TokenKind::given);
    return true;
}

// "J. Jansen", "Jansen J", "Jan P. Jansen".
bool told_by_initials(Tokens& tokens) {
    const auto is_initial = [](const NameToken& token) { return token.kind == TokenKind::initial; };
    const auto found = std::ranges::find_if(tokens, is_initial);
    if (found == tokens.end()) {
        return false;
    }
    const auto at = static_cast<std::size_t>(found - tokens.begin());
    const bool words_follow = std::any_of(
        found, tokens.end(), [](const NameToken& token) { return is_distinctive(token.kind); });
    set_kinds(tokens, 0, at, words_follow ? TokenKind::given : TokenKind::name);
    set_kinds(tokens, at, tokens.size(), TokenKind::name);
    return true;
}

// Neither: the surname is the last word, unless that is a known first name and the first is not.
void tell_by_place(Tokens& tokens) {
    std::vector<std::size_t> units;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_distinctive(tokens[i].kind) && (units.empty() || !tokens[i].after_hyphen)) {
            units.push_back(i);
        }
    }
    if (units.size() < 2) {
        return;
    }
    const std::size_t last = units.back();
    const bool reversed =
        tokens[last].kind == TokenKind::given && tokens[units.front()].kind != TokenKind::given;
    if (reversed) {
        set_kinds(tokens, 0, last, TokenKind::name);
        set_kinds(tokens, last, tokens.size(), TokenKind::given);
        return;
    }
    for (std::size_t i = 0; i < last; ++i) {
        if (tokens[i].kind == TokenKind::name) {
            tokens[i].kind = TokenKind::first_word;
        }
    }
    set_kinds(tokens, last, tokens.size(), TokenKind::name);
}

void tell_given_from_surname(NameTokens& name, std::string_view written) {
    if (name.tokens.empty()) {
        return;
    }
    take_trade_for_surname(
        name.tokens, has_kind(name.tokens, TokenKind::initial) || name.gender != Gender::unsaid);
    if (is_firm(name.tokens)) {
        set_kinds(name.tokens, 0, name.tokens.size(), TokenKind::name);
        return;
    }
    split_initials(name, written);
    if (!told_by_comma(name.tokens) && !told_by_prefix(name) && !told_by_initials(name.tokens)) {
        tell_by_place(name.tokens);
    }
}

// A word that stands there twice says nothing new.
void drop_repeated(NameTokens& name) {
    for (std::size_t i = 1; i < name.tokens.size(); ++i) {
        NameToken& token = name.tokens[i];
        const auto is_same = [&](const NameToken& earlier) {
            return earlier.kind != TokenKind::initial && name.text(earlier) == name.text(token);
        };
        if (token.kind != TokenKind::initial &&
            std::any_of(name.tokens.begin(), name.tokens.begin() + static_cast<std::ptrdiff_t>(i),
                        is_same)) {
            token.kind = TokenKind::small;
        }
    }
}

void add_other_reading(NameTokens& name, NameToken& token, std::string_view reading) {
    if (reading != name.text(token)) {
        token.other_begin = static_cast<std::uint16_t>(name.letters.size());
        token.other_size = static_cast<std::uint8_t>(reading.size());
        name.letters += reading;
    }
}

// "Müller" as "mueller", "Meijer" as "meyer".
void add_other_readings(NameTokens& name, std::string_view written) {
    const auto other = folded_otherwise(written);
    if (!other) {
        return;
    }
    const NameTokens others = read_tokens(*other);
    if (others.tokens.size() != name.tokens.size()) {
        return;
    }
    for (std::size_t i = 0; i < name.tokens.size(); ++i) {
        if (is_distinctive(name.tokens[i].kind) || name.tokens[i].kind == TokenKind::generic) {
            add_other_reading(name, name.tokens[i], others.text(others.tokens[i]));
        }
    }
}

// Lengths of the fields in which banks keep names, in the formats of today and those before.
std::uint8_t cut_letters_min(std::string_view written) {
    constexpr auto field_lengths =
        std::to_array<std::size_t>({24, 27, 30, 32, 35, 40, 50, 70, 140});
    constexpr std::size_t cut_often_min = 24;
    constexpr std::size_t cut_ever_min = 18;
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const std::size_t length =
        written.size() - static_cast<std::size_t>(std::ranges::count_if(written, continues));
    if (std::ranges::find(field_lengths, length) != field_lengths.end()) {
        return 1;
    }
    if (length >= cut_often_min) {
        return 4;
    }
    return length >= cut_ever_min ? 6 : 255;
}

std::uint32_t usual_weight(TokenKind kind) {
    switch (kind) {
        case TokenKind::name:
        case TokenKind::first_word:
            return 8'000;
        case TokenKind::given:
            return 5'000;
        case TokenKind::initial:
            return 2'500;
        case TokenKind::generic:
            return 1'500;
        default:
            return 0;
    }
}

}  // namespace

void complete_tokens(NameTokens& name, std::string_view written) {
    add_other_readings(name, written);
    drop_repeated(name);
    tell_given_from_surname(name, written);
    name.cut_letters_min = cut_letters_min(written);
    if (name.tokens.size() > NameTokens::tokens_max) {
        name.tokens.resize(NameTokens::tokens_max);
        name.has_more = true;
    }
    name.has_surname =
        has_kind(name.tokens, TokenKind::name) || has_kind(name.tokens, TokenKind::first_word);
    for (NameToken& token : name.tokens) {
        token.weight = usual_weight(token.kind);
        token.bigrams = bigrams_of(name.text(token));
        token.other_bigrams = bigrams_of(name.other_text(token));
    }
}

}  // namespace afletter::matching
