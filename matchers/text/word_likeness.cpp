// Cheap refusals first, then readings, lost letters, typing errors and cut words.
#include "text/word_likeness.hpp"

#include <algorithm>
#include <array>

#include "text/name_words.hpp"

namespace afletter::matching {

namespace {

// How well each kind of match answers, in ten-thousandths; a typing error by Jaro-Winkler.
constexpr std::uint64_t other_reading_worth = 9'800;
constexpr std::uint64_t wildcard_worth = 9'700;
constexpr std::uint64_t typing_error_worth_max = 9'500;
constexpr std::uint64_t cut_off_worth = 9'000;
constexpr std::uint64_t called_worth = 8'500;

constexpr std::size_t one_slip_min = 5;   // letters of the longer word
constexpr std::size_t two_slips_min = 9;  // letters of both

int slips_max(std::size_t shorter, std::size_t longer) {
    if (shorter >= two_slips_min) {
        return 2;
    }
    return longer >= one_slip_min ? 1 : 0;
}

// Whether at most `count` bits are set: quicker than counting, where count is small.
bool has_at_most(Bigrams bigrams, int count) {
    for (; count > 0; --count) {
        bigrams &= bigrams - 1;
    }
    return bigrams == 0;
}

// Of two words that have at least one other reading.
bool may_be_read_alike(const NameToken& left, const NameToken& right) {
    return (left.other_size != 0 && left.other_bigrams == right.bigrams) ||
           (right.other_size != 0 && right.other_bigrams == left.bigrams) ||
           (left.other_size != 0 && left.other_bigrams == right.other_bigrams);
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

}  // namespace

bool is_word(const NameToken& token) {
    return is_distinctive(token.kind) || token.kind == TokenKind::generic;
}

bool equal_texts(const Side& left, const Side& right) {
    return left.token.size == right.token.size && left.token.bigrams == right.token.bigrams &&
           left.text() == right.text();
}

bool may_be_alike(const NameToken& left, const NameToken& right) {
    constexpr int missing_if_glued = 1;
    const NameToken& shorter = left.size <= right.size ? left : right;
    const NameToken& longer = left.size <= right.size ? right : left;
    const Bigrams missing = shorter.bigrams & ~longer.bigrams;
    const int slips = slips_max(shorter.size, longer.size);
    return has_at_most(missing, missing_if_glued) ||
           (longer.size - shorter.size <= slips && has_at_most(missing, pairs_of_an_edit * slips) &&
            has_at_most(longer.bigrams & ~shorter.bigrams, pairs_of_an_edit * slips)) ||
           may_be_read_alike(left, right) || left.has_wildcard || right.has_wildcard;
}

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

bool is_initial_of(const Side& initial, const Side& word, bool by_place) {
    const char letter = initial.text().front();
    if (!word.may_be_given() && !(by_place && word.token.kind == TokenKind::name)) {
        return false;
    }
    return word.text().front() == letter ||
           (word.token.kind == TokenKind::given && official_initial(word.text()) == letter);
}

}  // namespace afletter::matching
