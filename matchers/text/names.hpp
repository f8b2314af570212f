// Names of people and firms taken apart once, so that comparing two is a walk over few words.
// The ledger's names are taken apart in candidates/books, the bank's in candidates/inquiry.
#pragma once

#include <afletter/model/decision.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

#include "text/name_tokens.hpp"

namespace afletter::matching {

// What is left of a name without prefixes ("van der"), titles and legal forms.
class NameKey {
    // Of the letters of `tokens`.
    struct Place {
        std::uint16_t begin = 0;
        std::uint8_t size = 0;
    };
    [[nodiscard]] auto texts_of(std::span<const Place> places) const {
        const std::string_view letters = tokens.letters;
        return places | std::views::transform([letters](const Place& place) {
                   return letters.substr(place.begin, place.size);
               });
    }

  public:
    std::uint32_t initials = 0;  // bit 0 is A
    NameTokens tokens;           // all words in the order written, to align

    // Distinctive ones, sorted, each once: surnames, first names, brands. They lie in the key.
    [[nodiscard]] auto words() const { return texts_of(std::span(words_).first(word_count_)); }
    // "bakkerij", "beheer": what many names share, sorted, each once.
    [[nodiscard]] auto generic() const { return texts_of(std::span(words_).subspan(word_count_)); }
    [[nodiscard]] bool is_empty() const { return word_count_ == 0; }

    // The same words and initials, in whatever order they are written.
    friend bool operator==(const NameKey& left, const NameKey& right) {
        return left.initials == right.initials && std::ranges::equal(left.words(), right.words()) &&
               std::ranges::equal(left.generic(), right.generic());
    }

  private:
    friend class NameKeyReader;
    std::vector<Place> words_;  // the distinctive ones before the generic
    std::size_t word_count_ = 0;
};
// Of a longer name the first 1000 bytes count.
[[nodiscard]] NameKey name_key(std::string_view name);
// The same of a text that may name people: its words and initials, but not to be aligned.
[[nodiscard]] NameKey text_key(std::string_view text);

// equal: the same person or firm as far as names can tell (J. de Vries, Vries Jan de), a typing
// error, a nickname or a word that was cut off forgiven.
// similar: one says more than the other (Jansen, Jansen-Bakker).
// absent: one of them does not say. differs: anything else, a contradiction above all.
[[nodiscard]] Level compare_names(const NameKey& left, const NameKey& right);

// The first letters of the distinctive words; bit 0 is A, bit 26 anything else.
[[nodiscard]] std::uint32_t word_letters(const NameKey& name);

// How well a name speaks for a party: equal 2, similar 1, else 0.
[[nodiscard]] int agreement(Level name);

}  // namespace afletter::matching
