// Where each letter stands in a string, as bits: what the bit-parallel algorithms of
// text/similarity begin with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afletter::matching {

constexpr std::size_t word_bits = 64;

// Of a string of at most 64 letters: bit i of `of(c)` is set where letter i is c. Only letters of
// `pattern` and `text` may be asked for; no other entry is ever cleared, which would cost more
// than a comparison does.
class LetterPlaces {
  public:
    LetterPlaces(std::string_view pattern, std::string_view text) {
        for (const char c : text) {
            places_[index(c)] = 0;
        }
        for (const char c : pattern) {
            places_[index(c)] = 0;
        }
        std::uint64_t bit = 1;
        for (const char c : pattern) {
            places_[index(c)] |= bit;
            bit <<= 1U;
        }
    }
    [[nodiscard]] std::uint64_t of(char c) const { return places_[index(c)]; }

  private:
    static std::size_t index(char c) { return static_cast<unsigned char>(c); }

    std::array<std::uint64_t, 256> places_;
};

}  // namespace afletter::matching
