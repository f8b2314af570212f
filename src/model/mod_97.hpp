// Check digits of ISO 7064 mod 97-10, over digits and letters: behind IBAN, RF, the creditor
// identifier and the configurable reference types.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "iban_registry.hpp"

namespace afletter {

// What each character is worth in mod 97-10 (A = 10 ... Z = 35), and by how much it moves on the
// digits before it.
struct CharacterValue {
    std::uint8_t value = 0;
    std::uint8_t factor = 0;
    std::uint8_t classes = BbanRun::neither;
};
inline constexpr auto character_values = [] {
    std::array<CharacterValue, 256> values{};
    for (std::uint8_t digit = 0; digit < 10; ++digit) {
        values['0' + digit] = {digit, 10, BbanRun::digit};
    }
    for (std::uint8_t letter = 0; letter < 26; ++letter) {
        const auto value = static_cast<std::uint8_t>(letter + 10);
        values['A' + letter] = {value, 100, BbanRun::letter};
    }
    return values;
}();
[[nodiscard]] inline const CharacterValue& value_of(char c) {
    return character_values[static_cast<unsigned char>(c)];
}

// ISO 7064 mod 97-10. Eight characters of two digits each, behind a remainder of two, fit in 64
// bits; only after so many is a remainder taken.
class Mod97 {
  public:
    explicit Mod97(std::uint64_t remainder = 0) : number_(remainder) {}
    void add(const CharacterValue& character) {
        number_ = number_ * character.factor + character.value;
        if (++count_ % 8 == 0) {
            number_ %= 97;
        }
    }
    [[nodiscard]] std::uint64_t remainder() const { return number_ % 97; }

  private:
    std::uint64_t number_;
    unsigned count_ = 0;
};

// Over digits and letters.
[[nodiscard]] inline std::uint64_t mod_97(std::string_view text, std::uint64_t remainder = 0) {
    Mod97 sum(remainder);
    for (const char c : text) {
        sum.add(value_of(c));
    }
    return sum.remainder();
}

}  // namespace afletter
