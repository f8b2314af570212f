// Which structure the BBAN of a country's IBANs has.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace afletter {

// What each character may be: n digit, a upper-case letter, c either.
struct BbanStructure {
    static constexpr std::uint8_t digit = 1;
    static constexpr std::uint8_t letter = 2;
    static constexpr std::uint8_t neither = 4;

    static constexpr std::size_t size_max = 30;  // ISO 13616
    std::array<std::uint8_t, size_max> classes{};
    std::uint8_t size = 0;
};

// Of the country with these two upper-case letters; null when the registry has none.
[[nodiscard]] const BbanStructure* bban_structure_of(char first, char second);

}  // namespace afletter
