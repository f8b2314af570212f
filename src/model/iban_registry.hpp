// Which structure the BBAN of a country's IBANs has.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace afletter {

// A class for each character: n digit, a upper-case letter, c either.
struct BbanStructure {
    static constexpr std::size_t size_max = 30;  // ISO 13616
    std::array<char, size_max> classes{};
    std::uint8_t size = 0;
};

// Of the country with these two upper-case letters; null when the registry has none.
[[nodiscard]] const BbanStructure* bban_structure_of(char first, char second);

}  // namespace afletter
