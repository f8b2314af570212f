// What is left beside the surname: initials against initials, a first name against either.
#include "text/plain_names.hpp"

#include <algorithm>

#include "text/token_likeness.hpp"
#include "text/word_likeness.hpp"

namespace afletter::matching {

namespace {

bool contradict(Gender left, Gender right) {
    return (left == Gender::man && right == Gender::woman) ||
           (left == Gender::woman && right == Gender::man);
}

Side given_of(const NameTokens& name) {
    return {name, name.tokens[static_cast<std::size_t>(name.plain_given - 1)]};
}

bool has_initials_beside(const NameTokens& name, const NameTokens& other) {
    return (name.plain_initials & ~other.plain_initials) != 0 ||
           (name.plain_repeated & ~other.plain_repeated) != 0;
}

Level compare_initials(const NameTokens& left, const NameTokens& right) {
    const bool left_has_more = has_initials_beside(left, right);
    const bool right_has_more = has_initials_beside(right, left);
    if (left_has_more && right_has_more) {
        return Level::differs;
    }
    const bool any_agrees = (left.plain_initials & right.plain_initials) != 0;
    return any_agrees || (!left_has_more && !right_has_more) ? Level::equal : Level::similar;
}

Level compare_given(const Side& left, const Side& right) {
    const bool answers = equal_texts(left, right) || likeness_of_words(left, right).worth > 0;
    return answers ? Level::equal : Level::differs;
}

Level compare_given_with_initials(const Side& given, const NameTokens& other) {
    if (other.plain_initials == 0) {
        return Level::similar;  // one says more
    }
    const bool by_place = given.token.kind == TokenKind::first_word;
    const bool answers = std::ranges::any_of(other.tokens, [&](const NameToken& token) {
        return token.kind == TokenKind::initial && is_initial_of({other, token}, given, by_place);
    });
    return answers ? Level::equal : Level::differs;
}

bool may_be_glued(const NameTokens& name, const NameTokens& other) {
    return name.plain_given != 0 && is_written_in_parts(given_of(name), other);
}

}  // namespace

void tell_whether_plain(NameTokens& name) {
    constexpr std::uint8_t nowhere = 0;
    std::uint32_t surname = 0;
    std::uint32_t initials = 0;
    std::uint32_t repeated = 0;
    std::uint8_t given = nowhere;
    bool is_plain = !name.has_more;
    for (std::size_t i = 0; is_plain && i < name.tokens.size(); ++i) {
        const NameToken& token = name.tokens[i];
        if (token.kind == TokenKind::initial) {
            const std::uint32_t bit = 1U << static_cast<unsigned>(name.letters[token.begin] - 'a');
            is_plain = (repeated & bit) == 0 && given == nowhere;
            repeated |= initials & bit;
            initials |= bit;
        } else if (token.kind == TokenKind::name) {
            is_plain = surname == 0 && !token.has_wildcard;
            surname = token.id;
        } else if (is_distinctive(token.kind)) {
            is_plain = given == nowhere && initials == 0;
            given = static_cast<std::uint8_t>(i + 1);
        } else {
            is_plain = token.kind == TokenKind::small;
        }
    }
    name.plain_surname = is_plain ? surname : 0;
    name.plain_initials = is_plain ? initials : 0;
    name.plain_repeated = is_plain ? repeated : 0;
    name.plain_given = is_plain ? given : nowhere;
}

std::optional<Level> compare_plain_names(const NameKey& left, const NameKey& right) {
    const NameTokens& l = left.tokens;
    const NameTokens& r = right.tokens;
    if (l.plain_surname == 0 || l.plain_surname != r.plain_surname || may_be_glued(l, r) ||
        may_be_glued(r, l)) {
        return std::nullopt;
    }
    if (l.plain_initials == r.plain_initials && left == right) {
        return Level::equal;
    }
    if (contradict(l.gender, r.gender)) {
        return Level::differs;
    }
    if (l.plain_given != 0 && r.plain_given != 0) {
        return compare_given(given_of(l), given_of(r));
    }
    if (l.plain_given != 0) {
        return compare_given_with_initials(given_of(l), r);
    }
    return r.plain_given != 0 ? compare_given_with_initials(given_of(r), l)
                              : compare_initials(l, r);
}

}  // namespace afletter::matching
