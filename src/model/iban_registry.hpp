// Which structure the BBAN of a country's IBANs has.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace afletter {

// Characters of one kind that follow each other in a BBAN: n digits, a upper-case letters, c
// either.
struct BbanRun {
    static constexpr std::uint8_t digit = 1;
    static constexpr std::uint8_t letter = 2;
    static constexpr std::uint8_t neither = 4;

    std::uint8_t classes = 0;  // what each may be
    std::uint8_t size = 0;
};

struct BbanStructure {
    static constexpr std::size_t runs_max = 4;
    std::array<BbanRun, runs_max> runs{};  // those behind the last are empty
    std::uint8_t size = 0;
};

// Of the country with these two upper-case letters; null when the registry has none.
[[nodiscard]] const BbanStructure* bban_structure_of(char first, char second);

}  // namespace afletter
