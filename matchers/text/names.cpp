// Dutch names: which words distinguish, and when two names may be the same.
#include "text/names.hpp"

#include <utility>

#include "text/fold.hpp"
#include "text/name_alignment.hpp"
#include "text/name_tokens.hpp"
#include "text/plain_names.hpp"

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

}  // namespace

// Picks the words of a name that it can be known by.
class NameKeyReader {
  public:
    explicit NameKeyReader(NameTokens tokens) { key_.tokens = std::move(tokens); }

    NameKey read() {
        for (const NameToken& token : key_.tokens.tokens) {
            if (token.kind == TokenKind::initial) {
                key_.initials |= initial_bit(key_.tokens.text(token).front());
            }
        }
        key_.words_.reserve(key_.tokens.tokens.size());
        add([](TokenKind kind) { return is_distinctive(kind); });
        key_.word_count_ = key_.words_.size();
        add([](TokenKind kind) { return kind == TokenKind::generic; });
        if (key_.word_count_ == 0) {  // "Stichting Beheer" has nothing else to be known by
            key_.words_.clear();
            add([](TokenKind kind) {
                return kind == TokenKind::generic || kind == TokenKind::legal_form;
            });
            key_.word_count_ = key_.words_.size();
        }
        return std::move(key_);
    }

  private:
    // Those of some kinds, sorted, each once, behind the others.
    template <class IsWanted>
    void add(const IsWanted& is_wanted) {
        const auto first = static_cast<std::ptrdiff_t>(key_.words_.size());
        for (const NameToken& token : key_.tokens.tokens) {
            if (is_wanted(token.kind)) {
                key_.words_.push_back({token.begin, token.size});
            }
        }
        const auto text = [this](const NameKey::Place& place) {
            return std::string_view(key_.tokens.letters).substr(place.begin, place.size);
        };
        const auto begin = key_.words_.begin() + first;
        std::ranges::sort(begin, key_.words_.end(), {}, text);
        const auto repeated = std::ranges::unique(begin, key_.words_.end(), {}, text);
        key_.words_.erase(repeated.begin(), repeated.end());
    }

    NameKey key_;
};

NameKey name_key(std::string_view name) {
    NameKey key = text_key(name);
    complete_tokens(key.tokens, beginning_of(name));
    return key;
}

NameKey text_key(std::string_view text) {
    return NameKeyReader(read_tokens(folded(beginning_of(text)))).read();
}

Level compare_names(const NameKey& left, const NameKey& right) {
    if (left.is_empty() || right.is_empty()) {
        return Level::absent;
    }
    if (const auto level = compare_plain_names(left, right)) {
        return *level;
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
    for (const std::string_view word : name.words()) {
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
