// Tokens beside tokens: cheap refusals first, then readings, typing errors, cut and glued words.
#include "text/token_likeness.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <bit>

#include "text/name_words.hpp"

namespace afletter::matching {

namespace {

// How well each kind of match answers, in ten-thousandths; a typing error by Jaro-Winkler.
constexpr std::uint64_t whole = 10'000;
constexpr std::uint64_t other_reading_worth = 9'800;
constexpr std::uint64_t wildcard_worth = 9'700;
constexpr std::uint64_t glued_worth = 9'600;
constexpr std::uint64_t typing_error_worth_max = 9'500;
constexpr std::uint64_t cut_off_worth = 9'000;
constexpr std::uint64_t called_worth = 8'500;
constexpr std::uint64_t initial_worth = 8'500;

constexpr std::size_t one_slip_min = 5;   // letters of the longer word
constexpr std::size_t two_slips_min = 9;  // letters of both

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

bool is_word(const NameToken& token) {
    return is_distinctive(token.kind) || token.kind == TokenKind::generic;
}

bool equal_texts(const Side& left, const Side& right) {
    return left.token.size == right.token.size && left.token.bigrams == right.token.bigrams &&
           left.text() == right.text();
}

int slips_max(std::size_t shorter, std::size_t longer) {
    if (shorter >= two_slips_min) {
        return 2;
    }
    return longer >= one_slip_min ? 1 : 0;
}

// Refuses nearly all pairs of unlike words, and none that are alike in their letters.
bool may_be_alike(const NameToken& left, const NameToken& right) {
    if (left.other_size != 0 || right.other_size != 0 || left.has_wildcard || right.has_wildcard) {
        return true;
    }
    const NameToken& shorter = left.size <= right.size ? left : right;
    const NameToken& longer = left.size <= right.size ? right : left;
    return std::popcount(shorter.bigrams & ~longer.bigrams) <=
           pairs_of_an_edit * slips_max(shorter.size, longer.size);
}

bool have_equal_readings(const Side& left, const Side& right) {
    const bool left_other = left.token.other_size != 0;
    const bool right_other = right.token.other_size != 0;
    return (left_other && left.other() == right.text()) ||
           (right_other && right.other() == left.text()) ||
           (left_other && right_other && left.other() == right.other());
}

bool equal_but_for_wildcards(std::string_view left, std::string_view right) {
    constexpr std::ptrdiff_t letters_min = 3;
    std::ptrdiff_t letters = 0;
    return std::ranges::equal(left, right,
                              [&letters](char l, char r) {
                                  letters += l == r ? 1 : 0;
                                  return l == r || l == '?' || r == '?';
                              }) &&
           letters >= letters_min;
}

bool match_wildcards(const Side& left, const Side& right) {
    return (left.token.has_wildcard || right.token.has_wildcard) &&
           (equal_but_for_wildcards(left.text(), right.text()) ||
            (left.token.other_size != 0 && equal_but_for_wildcards(left.other(), right.text())) ||
            (right.token.other_size != 0 && equal_but_for_wildcards(left.text(), right.other())));
}

// Dekker and Bekker are two families; Vries and Fries, Kramer and Cramer may be one.
bool may_begin_alike(std::string_view left, std::string_view right) {
    const char l = left.front();
    const char r = right.front();
    if (l == r || left.substr(1) != right.substr(1)) {
        return true;
    }
    constexpr auto sounds = std::to_array<std::string_view>({"ck", "fv", "sz", "ijy", "xs"});
    return std::ranges::any_of(sounds, [l, r](std::string_view sound) {
        return sound.find(l) != sound.npos && sound.find(r) != sound.npos;
    });
}

bool are_a_slip_apart(const Side& left, const Side& right) {
    const auto [shorter, longer] = std::minmax({left.token.size, right.token.size});
    const int slips = slips_max(shorter, longer);
    return slips > 0 && may_begin_alike(left.text(), right.text()) &&
           within(left.text(), right.text(), static_cast<std::size_t>(slips));
}

// Whether the shorter word may be what a field's end, a dot or a habit left of the longer one.
bool is_cut_off(const Side& shorter, const Side& longer) {
    constexpr std::size_t abbreviated_min = 3;
    if (!longer.text().starts_with(shorter.text())) {
        return false;
    }
    const std::size_t size = shorter.token.size;
    const bool by_the_field = shorter.is_last() && size >= shorter.name.cut_letters_min;
    const bool by_habit =
        shorter.token.is_abbreviated || (shorter.may_be_given() && longer.may_be_given());
    return by_the_field || (by_habit && size >= abbreviated_min);
}

bool is_called_so(const Side& left, const Side& right) {
    return left.token.kind == TokenKind::given && right.token.kind == TokenKind::given &&
           (is_called(left.text(), right.text()) || is_called(right.text(), left.text()));
}

// Of words that are not equal.
Likeness likeness_of_words(const Side& left, const Side& right) {
    if (left.token.has_digit || right.token.has_digit) {
        return {};
    }
    if (!may_be_alike(left.token, right.token)) {
        return {TokenMatch::called, is_called_so(left, right) ? called_worth : 0};
    }
    if (have_equal_readings(left, right)) {
        return {TokenMatch::other_reading, other_reading_worth};
    }
    if (match_wildcards(left, right)) {
        return {TokenMatch::wildcard, wildcard_worth};
    }
    if (are_a_slip_apart(left, right)) {
        return {TokenMatch::typing_error,
                std::min<std::uint64_t>(jaro_winkler(left.text(), right.text()),
                                        typing_error_worth_max)};
    }
    if (left.token.size < right.token.size ? is_cut_off(left, right) : is_cut_off(right, left)) {
        return {TokenMatch::cut_off, cut_off_worth};
    }
    return {TokenMatch::called, is_called_so(left, right) ? called_worth : 0};
}

// Whether the initial may stand for the word, which is a first name or may be one.
bool is_initial_of(const Side& initial, const Side& word, bool by_place) {
    const char letter = initial.text().front();
    if (!word.may_be_given() && !(by_place && word.token.kind == TokenKind::name)) {
        return false;
    }
    return word.text().front() == letter ||
           (word.token.kind == TokenKind::given && official_initial(word.text()) == letter);
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
    static bool has(std::uint16_t mask, std::size_t place) { return ((mask >> place) & 1U) != 0; }

    void add(const AlignedTokens& tokens, std::uint64_t share) {
        const std::uint64_t weight = weight_of(left_, tokens.left, tokens.left_count) +
                                     weight_of(right_, tokens.right, tokens.right_count);
        answers_.add({tokens, bits(tokens.left, tokens.left_count),
                      bits(tokens.right, tokens.right_count), weight, weight * share / whole});
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
                    add(l, r, {TokenMatch::equal, whole});
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
        const bool left_by_place = is_told_by_place(left_);
        const bool right_by_place = is_told_by_place(right_);
        for (std::size_t l = 0; l < left_.tokens.size(); ++l) {
            for (std::size_t r = 0; r < right_.tokens.size(); ++r) {
                const Side left{left_, left_.tokens[l]};
                const Side right{right_, right_.tokens[r]};
                const bool left_initial = left.token.kind == TokenKind::initial;
                const bool right_initial = right.token.kind == TokenKind::initial;
                if (left_initial && right_initial) {
                    if (left.text() == right.text() && rank_of(left_, l) == rank_of(right_, r)) {
                        add(l, r, {TokenMatch::equal, whole});
                    }
                } else if ((left_initial && !has(right_equal_, r) &&
                            is_initial_of(left, right, right_by_place)) ||
                           (right_initial && !has(left_equal_, l) &&
                            is_initial_of(right, left, left_by_place))) {
                    add_initial(l, r, left_initial ? left.token : right.token);
                }
            }
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
                      2 * initial.weight * initial_worth / whole});
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

    // How many tokens from this one on make up the word; one, if only prefixes of it are missing.
    static std::size_t parts_count(std::string_view word, const Side& first, std::size_t place) {
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

    static std::size_t length_of_run(std::string_view word, const NameTokens& name,
                                     std::size_t first) {
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

    const NameTokens& left_;
    const NameTokens& right_;
    Answers& answers_;
    std::uint16_t left_equal_ = 0;
    std::uint16_t right_equal_ = 0;
};

}  // namespace

std::uint64_t weight_of(const NameTokens& name, std::size_t first, std::size_t count) {
    std::uint64_t weight = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        weight += name.tokens[i].weight;
    }
    return weight;
}

void find_answers(const NameTokens& left, const NameTokens& right, Answers& answers) {
    Finder(left, right, answers).find();
}

}  // namespace afletter::matching
