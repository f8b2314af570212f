// The possible pairs of two names: words, initials, and words that are glued on one side.
#include "text/token_likeness.hpp"

#include <algorithm>

#include "text/name_words.hpp"
#include "text/word_likeness.hpp"

namespace afletter::matching {

namespace {

// How well an answer of several tokens, or of a single letter, is an answer.
constexpr std::uint64_t glued_worth = 9'600;
constexpr std::uint64_t initial_worth = 8'500;

std::size_t length_of_run(std::string_view word, const NameTokens& name, std::size_t first) {
    std::size_t at = 0;
    for (std::size_t i = first; i < name.tokens.size(); ++i) {
        const NameToken& token = name.tokens[i];
        const std::string_view text = name.text(token);
        // "M.ller": the dot is the letter that the bank could not write.
        if (i > first && token.after_dot && word.substr(at).size() > text.size() &&
            word.substr(at + 1).starts_with(text)) {
            ++at;
        }
        if (token.kind == TokenKind::legal_form || !word.substr(at).starts_with(text)) {
            return 0;
        }
        at += text.size();
        if (at == word.size()) {
            return i > first ? i + 1 - first : 0;
        }
    }
    return 0;
}

// How many tokens from this one on make up the word; one, if only prefixes of it are missing.
std::size_t parts_count(std::string_view word, const Side& first, std::size_t place) {
    const std::string_view text = first.text();
    if (word.front() == text.front() && word.starts_with(text)) {
        return length_of_run(word, first.name, place);
    }
    constexpr std::size_t letters_min = 3;
    const bool is_surname = is_distinctive(first.token.kind) && text.size() >= letters_min &&
                            word.size() > text.size() && word.ends_with(text) &&
                            are_prefixes(word.substr(0, word.size() - text.size()));
    return is_surname ? 1 : 0;
}

// Finds the possible pairs of two names. What holds from one side only is asked from both.
class Finder {
  public:
    Finder(const NameTokens& left, const NameTokens& right, Answers& answers)
        : left_(left), right_(right), answers_(answers) {}

    void find() {
        find_equal();
        find_alike();
        find_initials();
        find_glued(left_, left_equal_, right_, right_equal_, false);
        find_glued(right_, right_equal_, left_, left_equal_, true);
    }

  private:
    static std::uint16_t bits(std::size_t first, std::size_t count) {
        return static_cast<std::uint16_t>(((1U << count) - 1U) << first);
    }
    static bool has(std::uint16_t mask, std::size_t place) {
        return ((std::uint32_t{mask} >> place) & 1U) != 0;
    }

    void add(const AlignedTokens& tokens, std::uint64_t share) {
        const std::uint64_t weight = weight_of(left_, tokens.left, tokens.left_count) +
                                     weight_of(right_, tokens.right, tokens.right_count);
        answers_.add({tokens, bits(tokens.left, tokens.left_count),
                      bits(tokens.right, tokens.right_count), weight,
                      weight * share / whole_share});
    }
    void add(std::size_t left, std::size_t right, const Likeness& likeness) {
        add({static_cast<std::uint8_t>(left), 1, static_cast<std::uint8_t>(right), 1, likeness.how},
            likeness.worth);
    }

    // A word answers its equal, if there is one, and no other.
    void find_equal() {
        for (std::size_t l = 0; l < left_.tokens.size(); ++l) {
            for (std::size_t r = 0; is_word(left_.tokens[l]) && r < right_.tokens.size(); ++r) {
                const NameToken& right = right_.tokens[r];
                if (is_word(right) && equal_texts({left_, left_.tokens[l]}, {right_, right})) {
                    add(l, r, {TokenMatch::equal, whole_share});
                    left_equal_ |= bits(l, 1);
                    right_equal_ |= bits(r, 1);
                }
            }
        }
    }

    void find_alike() {
        for (std::size_t l = 0; l < left_.tokens.size(); ++l) {
            if (!is_word(left_.tokens[l]) || has(left_equal_, l)) {
                continue;
            }
            for (std::size_t r = 0; r < right_.tokens.size(); ++r) {
                if (!is_word(right_.tokens[r]) || has(right_equal_, r)) {
                    continue;
                }
                const Likeness likeness =
                    likeness_of_words({left_, left_.tokens[l]}, {right_, right_.tokens[r]});
                if (likeness.worth > 0) {
                    add(l, r, likeness);
                }
            }
        }
    }

    void find_initials() {
        left_by_place_ = is_told_by_place(left_);
        right_by_place_ = is_told_by_place(right_);
        for (std::size_t l = 0; l < left_.tokens.size(); ++l) {
            for (std::size_t r = 0; r < right_.tokens.size(); ++r) {
                if (left_.tokens[l].kind == TokenKind::initial ||
                    right_.tokens[r].kind == TokenKind::initial) {
                    find_initial(l, r);
                }
            }
        }
    }

    void find_initial(std::size_t l, std::size_t r) {
        const Side left{left_, left_.tokens[l]};
        const Side right{right_, right_.tokens[r]};
        const bool left_initial = left.token.kind == TokenKind::initial;
        const bool right_initial = right.token.kind == TokenKind::initial;
        if (left_initial && right_initial) {
            if (left.text() == right.text() && rank_of(left_, l) == rank_of(right_, r)) {
                add(l, r, {TokenMatch::equal, whole_share});
            }
        } else if (left_initial) {
            if (!has(right_equal_, r) && is_initial_of(left, right, right_by_place_)) {
                add_initial(l, r, left.token);
            }
        } else if (!has(left_equal_, l) && is_initial_of(right, left, left_by_place_)) {
            add_initial(l, r, right.token);
        }
    }

    // How many initials before this one are the same letter: of two Js the first answers the first.
    static std::ptrdiff_t rank_of(const NameTokens& name, std::size_t place) {
        const char letter = name.letters[name.tokens[place].begin];
        return std::count_if(
            name.tokens.begin(), name.tokens.begin() + static_cast<std::ptrdiff_t>(place),
            [&](const NameToken& token) {
                return token.kind == TokenKind::initial && name.letters[token.begin] == letter;
            });
    }

    // The word counts for no more than the initial does.
    void add_initial(std::size_t left, std::size_t right, const NameToken& initial) {
        answers_.add({{static_cast<std::uint8_t>(left), 1, static_cast<std::uint8_t>(right), 1,
                       TokenMatch::initial},
                      bits(left, 1),
                      bits(right, 1),
                      weight_of(left_, left, 1) + weight_of(right_, right, 1),
                      2 * initial_worth * initial.weight / whole_share});
    }

    static bool is_told_by_place(const NameTokens& name) {
        return std::ranges::any_of(name.tokens, [](const NameToken& token) {
            return token.kind == TokenKind::first_word;
        });
    }

    // Words of `whole_name` that are tokens of `parts_name` written in one.
    void find_glued(const NameTokens& whole_name, std::uint16_t whole_equal,
                    const NameTokens& parts_name, std::uint16_t parts_equal, bool exchanged) {
        for (std::size_t w = 0; w < whole_name.tokens.size(); ++w) {
            const Side word{whole_name, whole_name.tokens[w]};
            if (!is_distinctive(word.token.kind) || has(whole_equal, w)) {
                continue;
            }
            for (std::size_t p = 0; p < parts_name.tokens.size(); ++p) {
                const Side part{parts_name, parts_name.tokens[p]};
                const std::size_t count =
                    has(parts_equal, p) ? 0 : parts_count(word.text(), part, p);
                if (count == 0) {
                    continue;
                }
                const auto at = static_cast<std::uint8_t>(w);
                const auto first = static_cast<std::uint8_t>(p);
                const auto size = static_cast<std::uint8_t>(count);
                add(exchanged ? AlignedTokens{first, size, at, 1, TokenMatch::glued}
                              : AlignedTokens{at, 1, first, size, TokenMatch::glued},
                    glued_worth);
            }
        }
    }

    const NameTokens& left_;
    const NameTokens& right_;
    Answers& answers_;
    std::uint16_t left_equal_ = 0;
    std::uint16_t right_equal_ = 0;
    bool left_by_place_ = false;
    bool right_by_place_ = false;
};

}  // namespace

std::uint64_t weight_of(const NameTokens& name, std::size_t first, std::size_t count) {
    std::uint64_t weight = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        weight += name.tokens[i].weight;
    }
    return weight;
}

// What answers a word, also as a part of one that is glued, is alike or a nickname; and a surname
// or two words must be answered.
bool may_agree(const NameTokens& left, const NameTokens& right) {
    int words = 0;
    for (const NameToken& l : left.tokens) {
        for (const NameToken& r : right.tokens) {
            if (!is_distinctive(l.kind) || !is_distinctive(r.kind)) {
                continue;
            }
            const bool alike = may_be_alike(l, r);
            if (alike && is_of_surnames(l.kind, r.kind)) {
                return true;
            }
            const bool both_given = l.kind == TokenKind::given && r.kind == TokenKind::given;
            words += alike || both_given ? 1 : 0;
        }
    }
    return words > 1;
}

bool is_written_in_parts(const Side& word, const NameTokens& other) {
    for (std::size_t p = 0; p < other.tokens.size(); ++p) {
        if (parts_count(word.text(), {other, other.tokens[p]}, p) > 0) {
            return true;
        }
    }
    return false;
}

void find_answers(const NameTokens& left, const NameTokens& right, Answers& answers) {
    Finder(left, right, answers).find();
}

}  // namespace afletter::matching
