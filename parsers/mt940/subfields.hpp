// Numbers of subfields as the grammars read them, with the text they stand in for a finding.
#pragma once

#include <cstdint>
#include <string_view>

namespace afletter::mt940 {

// YYMMDD or MMDD.
struct Digits {
    std::string_view text;  // empty when left out
    std::uint32_t number = 0;
};

// An amount before its currency is known.
struct Decimal {
    static constexpr std::ptrdiff_t size_max = 15;  // 15d
    static constexpr int irregular = -1;

    std::string_view text;
    // In the form of the standard: all digits as one number, and how many stand behind the comma.
    std::int64_t number = 0;
    int fraction_digits = irregular;
};

}  // namespace afletter::mt940
