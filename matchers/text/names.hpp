// Names of people and firms taken apart once, so that comparing two is a walk over few words.
// The ledger's names are taken apart in candidates/books, the bank's in candidates/inquiry.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/name_tokens.hpp"

namespace afletter::matching {

// What is left of a name without prefixes ("van der"), titles and legal forms.
struct NameKey {
    std::vector<std::string> words;    // distinctive ones, sorted: surnames, first names, brands
    std::vector<std::string> generic;  // "bakkerij", "beheer": what many names share, sorted
    std::uint32_t initials = 0;        // bit 0 is A
    NameTokens tokens;                 // the same and the rest in the order written, to align

    [[nodiscard]] bool is_empty() const { return words.empty(); }
    // The same words and initials, in whatever order they are written.
    friend bool operator==(const NameKey& left, const NameKey& right) {
        return left.initials == right.initials && left.words == right.words &&
               left.generic == right.generic;
    }
};
// Of a longer name the first 1000 bytes count.
[[nodiscard]] NameKey name_key(std::string_view name);

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
