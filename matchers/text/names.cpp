// Dutch names: which words distinguish, and when two names may be the same.
#include "text/names.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/fold.hpp"
#include "text/name_alignment.hpp"
#include "text/name_tokens.hpp"

namespace afletter::matching {

namespace {

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
    if (left == right) {
        return are_two_bodies(left.tokens, right.tokens) ? Level::similar : Level::equal;
    }
    switch (align_names(left, right).grade) {
        case Grade::same:
        case Grade::variant:
            return Level::equal;
        case Grade::partial:
            return Level::similar;
        case Grade::unknown:
            return Level::absent;
        case Grade::conflict:
        case Grade::different:
            break;
    }
    return Level::differs;
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
