// How common each word is in the names of the books: agreeing on Jansen says little, agreeing on
// Oosterhuis much. Filled from all parties' names before any line is matched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/name_tokens.hpp"

namespace afletter::matching {

// 1000 times the natural logarithm of whole / part, rounded; `part` is 1 to `whole`. Worked out in
// whole numbers, so that it is the same on every machine.
[[nodiscard]] std::uint32_t log_ratio_millinats(std::uint64_t whole, std::uint64_t part);

class TokenCounts {
  public:
    // Counts the words of one name, each once.
    void add(const NameTokens& name);

    [[nodiscard]] std::size_t names_count() const { return names_count_; }
    // From 1 on; 0 of a word that no name has.
    [[nodiscard]] std::uint32_t id_of(std::string_view word) const;
    // How many of the names have the word.
    [[nodiscard]] std::uint32_t count(std::string_view word) const;
    // ln(all names / names with the word), in milli-nats; a word no name has counts as if one had.
    [[nodiscard]] std::uint32_t rarity(std::string_view word) const;

    // Gives the tokens of a name the ids and weights they have here. A trade weighs a quarter of
    // its rarity at most; initials keep their weight. To be done when all names are counted; names
    // weighed by different counts must not be aligned with each other.
    void weigh(NameTokens& name) const;

  private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;  // in letters_
        std::uint32_t count = 0;
        std::uint8_t size = 0;
    };
    // Where in slots_ the word is, or would be.
    [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
    [[nodiscard]] const Entry* find(std::string_view word) const;
    [[nodiscard]] std::uint32_t rarity_of(const Entry* entry) const;
    void count_word(std::string_view word);
    void grow();

    std::string letters_;
    std::vector<Entry> entries_;        // by id less one
    std::vector<std::uint32_t> slots_;  // ids; 0 is free. A power of two, at most half full.
    std::size_t names_count_ = 0;
};

}  // namespace afletter::matching
