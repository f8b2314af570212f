// Whether one word of a name can answer one of another's, and how well: what text/token_likeness
// asks of every two words.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/name_alignment.hpp"

namespace afletter::matching {

// The worth of an equal word; other matches are worth less, in ten-thousandths.
constexpr std::uint64_t whole_share = 10'000;

struct Likeness {
    TokenMatch how = TokenMatch::equal;
    std::uint64_t worth = 0;  // 0: not alike
};

// A token, and the name it stands in.
struct Side {
    const NameTokens& name;
    const NameToken& token;

    [[nodiscard]] std::string_view text() const { return name.text(token); }
    [[nodiscard]] std::string_view other() const { return name.other_text(token); }
    [[nodiscard]] bool is_last() const { return &token == &name.tokens.back(); }
    [[nodiscard]] bool may_be_given() const {
        return token.kind == TokenKind::given || token.kind == TokenKind::first_word;
    }
};

[[nodiscard]] bool is_word(const NameToken& token);

[[nodiscard]] bool equal_texts(const Side& left, const Side& right);

// Refuses nearly all pairs of unlike words, and none that are alike in their letters. A slip adds
// or takes away a letter at most, and three bigrams; a cut word keeps all of its bigrams, and one
// that is glued to others loses the one it begins with.
[[nodiscard]] bool may_be_alike(const NameToken& left, const NameToken& right);

// Of words that are not equal.
[[nodiscard]] Likeness likeness_of_words(const Side& left, const Side& right);

// Whether the initial may stand for the word, which is a first name or may be one. `by_place`:
// which word of its name is the surname was only told by where they stand.
[[nodiscard]] bool is_initial_of(const Side& initial, const Side& word, bool by_place);

}  // namespace afletter::matching
