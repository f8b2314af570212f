// Dutch names: which words distinguish, and when two names may be the same.
#include "text/names.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "text/fold.hpp"
#include "text/name_tokens.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t cut_off_min = 4;  // a word cut shorter than this could be any word

constexpr std::size_t name_bytes_max = 1000;

// No letter is cut in two.
std::string_view beginning_of(std::string_view name) {
    if (name.size() <= name_bytes_max) {
        return name;
    }
    std::size_t end = name_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return name.substr(0, end);
}

std::uint32_t initial_bit(char letter) {
    return letter >= 'a' && letter <= 'z' ? 1U << static_cast<unsigned>(letter - 'a') : 0U;
}

void sort_unique(std::vector<std::string>& words) {
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
}

// Bank formats cut long names off, so a word may be the beginning of the other's.
bool is_cut_off(std::string_view left, std::string_view right) {
    const std::size_t common = std::min(left.size(), right.size());
    return common >= cut_off_min && left.substr(0, common) == right.substr(0, common);
}

bool share_a_word(const NameKey& left, const NameKey& right) {
    return std::ranges::any_of(left.words, [&right](const std::string& word) {
        return std::ranges::find(right.words, word) != right.words.end();
    });
}

struct Unmatched {
    std::vector<std::string_view> left;
    std::vector<std::string_view> right;
};

Unmatched unmatched_words(const NameKey& left, const NameKey& right) {
    Unmatched rest;
    std::ranges::set_difference(left.words, right.words, std::back_inserter(rest.left));
    std::ranges::set_difference(right.words, left.words, std::back_inserter(rest.right));
    std::erase_if(rest.left, [&rest](std::string_view word) {
        const auto other = std::ranges::find_if(
            rest.right, [word](std::string_view longer) { return is_cut_off(word, longer); });
        if (other == rest.right.end()) {
            return false;
        }
        rest.right.erase(other);
        return true;
    });
    return rest;
}

// Jan and J.: takes away the words that the other side has as an initial; says whether any.
bool match_initials(std::vector<std::string_view>& words, std::uint32_t initials) {
    return std::erase_if(words, [initials](std::string_view word) {
               return (initial_bit(word.front()) & initials) != 0;
           }) > 0;
}

}  // namespace

NameKey name_key(std::string_view name) {
    name = beginning_of(name);
    NameKey key;
    key.tokens = read_tokens(folded(name));
    for (const NameToken& token : key.tokens.tokens) {
        if (token.kind == TokenKind::initial) {
            key.initials |= initial_bit(key.tokens.text(token).front());
        } else if (token.kind == TokenKind::generic) {
            key.generic.emplace_back(key.tokens.text(token));
        } else if (is_distinctive(token.kind)) {
            key.words.emplace_back(key.tokens.text(token));
        }
    }
    if (key.words.empty()) {  // "Stichting Beheer" has nothing else to be known by
        key.words = std::exchange(key.generic, {});
        for (const NameToken& token : key.tokens.tokens) {
            if (token.kind == TokenKind::legal_form) {
                key.words.emplace_back(key.tokens.text(token));
            }
        }
    }
    sort_unique(key.words);
    sort_unique(key.generic);
    complete_tokens(key.tokens, name);
    return key;
}

Level compare_names(const NameKey& left, const NameKey& right) {
    if (left.is_empty() || right.is_empty()) {
        return Level::absent;
    }
    if (!share_a_word(left, right)) {
        return Level::differs;
    }
    Unmatched rest = unmatched_words(left, right);
    const bool left_spelled_out = match_initials(rest.left, right.initials);
    const bool right_spelled_out = match_initials(rest.right, left.initials);
    if (!rest.left.empty() && !rest.right.empty()) {
        return Level::differs;
    }
    const bool same_words =
        rest.left.empty() && rest.right.empty() && left.generic == right.generic;
    const bool same_initials = left_spelled_out || right_spelled_out ||
                               (left.initials & right.initials) != 0 ||
                               left.initials == right.initials;
    return same_words && same_initials ? Level::equal : Level::similar;
}

std::uint32_t word_letters(const NameKey& name) {
    constexpr std::uint32_t no_letter = 1U << 26U;
    std::uint32_t letters = 0;
    for (const std::string& word : name.words) {
        const std::uint32_t bit = initial_bit(word.front());
        letters |= bit != 0 ? bit : no_letter;
    }
    return letters;
}

int agreement(Level name) {
    if (name == Level::equal) {
        return 2;
    }
    return name == Level::similar ? 1 : 0;
}

}  // namespace afletter::matching
