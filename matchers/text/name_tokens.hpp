// A name as a row of tokens that can be aligned with another's: where each stands, what it is, how
// else it may be read, and how much it distinguishes. Made by name_key(), compared by
// text/name_alignment; the letters and tokens lie flat, so comparing allocates nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/similarity.hpp"

namespace afletter::matching {

enum class TokenKind : std::uint8_t {
    name,        // a surname or brand
    first_word,  // a first name or a surname written first: "Aylin Yilmaz", "Jansen Roos"
    given,       // a first name, by the word or its place
    generic,     // "bakkerij"
    initial,
    legal_form,
    small  // a prefix, title or joining word, and what stands there twice
};

struct NameToken {
    std::uint16_t begin = 0;  // of its letters in the name's
    std::uint16_t other_begin = 0;
    std::uint8_t size = 0;
    std::uint8_t other_size = 0;  // 0: it can be read in one way only
    TokenKind kind = TokenKind::name;
    bool has_digit : 1 = false;
    bool has_wildcard : 1 = false;    // '?' for a letter that a bank could not write
    bool after_dot : 1 = false;       // "M.ller": the dot may stand for a letter as well
    bool is_abbreviated : 1 = false;  // a dot ends it: "Bouwbedr."
    bool after_comma : 1 = false;
    bool after_hyphen : 1 = false;
    bool after_slash : 1 = false;
    bool after_apostrophe : 1 = false;
    std::uint32_t id = 0;      // of TokenCounts; 0 when it was not asked, or knows it not
    std::uint32_t weight = 0;  // in milli-nats: how much agreeing on it says
    Bigrams bigrams = 0;
    Bigrams other_bigrams = 0;
};

// A word that a name can be known by.
[[nodiscard]] constexpr bool is_distinctive(TokenKind kind) {
    return kind == TokenKind::name || kind == TokenKind::first_word || kind == TokenKind::given;
}

// A surname may be written where a first name is guessed; two guessed or known first names that
// agree are no surname.
[[nodiscard]] constexpr bool is_of_surnames(TokenKind left, TokenKind right) {
    return (left == TokenKind::name && right == TokenKind::name) ||
           (left == TokenKind::name && right == TokenKind::first_word) ||
           (left == TokenKind::first_word && right == TokenKind::name);
}

enum class Gender : std::uint8_t { unsaid, man, woman, both };

struct NameTokens {
    static constexpr std::size_t tokens_max = 16;

    std::string letters;
    std::vector<NameToken> tokens;  // in the order they are written
    // Letters a word must have kept to be taken for the beginning of a longer one: few if the name
    // is as long as a bank's field, many if it is shorter, 255 if it is so short that none was cut.
    std::uint8_t cut_letters_min = 255;
    bool has_surname = false;  // or a brand: a word that could be one
    bool has_more = false;     // tokens behind the sixteenth were left out
    Gender gender = Gender::unsaid;
    // Of a name that is one surname, small words, and either initials, each twice at most, or one
    // first name: the surname's id, the initials (bit 0 is A), those that are there twice, and the
    // place of the first name, from 1. Else 0, and before TokenCounts has weighed it.
    std::uint32_t plain_surname = 0;
    std::uint32_t plain_initials = 0;
    std::uint32_t plain_repeated = 0;
    std::uint8_t plain_given = 0;

    [[nodiscard]] std::string_view text(const NameToken& token) const {
        return {letters.data() + token.begin, token.size};
    }
    [[nodiscard]] std::string_view other_text(const NameToken& token) const {
        return {letters.data() + token.other_begin, token.other_size};
    }
};

// The tokens of a folded name, as far as single words tell: kinds, but not which word is a first
// name. Apostrophes are left out: "d'Angelo" is one word. '?' is a letter where one follows it.
[[nodiscard]] NameTokens read_tokens(std::string_view folded);

// The rest, from how the words stand together and how the name was written.
void complete_tokens(NameTokens& tokens, std::string_view name);

}  // namespace afletter::matching
