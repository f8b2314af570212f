// The structures of the SWIFT IBAN registry, release 102 (June 2026): 89 countries.
#include "iban_registry.hpp"

#include <string_view>

namespace afletter {

namespace {

struct CountryStructure {
    std::string_view country;
    std::string_view bban;  // ISO 13616: n digits, a upper-case letters, c both
};

constexpr std::uint8_t classes_of(char mark) {
    switch (mark) {
        case 'n':
            return BbanRun::digit;
        case 'a':
            return BbanRun::letter;
        default:
            return BbanRun::digit | BbanRun::letter;
    }
}

constexpr BbanStructure parsed(std::string_view structure) {
    BbanStructure result;
    std::size_t run = 0;
    std::size_t size = 0;
    for (const char c : structure) {
        if (c >= '0' && c <= '9') {
            size = size * 10 + static_cast<std::size_t>(c - '0');
        } else if (c != ' ') {
            result.runs[run++] = {classes_of(c), static_cast<std::uint8_t>(size)};
            result.size = static_cast<std::uint8_t>(result.size + size);
            size = 0;
        }
    }
    return result;
}

constexpr auto registry = std::to_array<CountryStructure>({
    // clang-format off
    {"AD", "8n 12c"},
    {"AE", "19n"},
    {"AL", "8n 16c"},
    {"AT", "16n"},
    {"AZ", "4a 20c"},
    {"BA", "16n"},
    {"BE", "12n"},
    {"BG", "4a 6n 8c"},
    {"BH", "4a 14c"},
    {"BI", "23n"},
    {"BR", "23n 1a 1c"},
    {"BY", "4c 4n 16c"},
    {"CH", "5n 12c"},
    {"CR", "18n"},
    {"CY", "8n 16c"},
    {"CZ", "20n"},
    {"DE", "18n"},
    {"DJ", "23n"},
    {"DK", "14n"},
    {"DO", "4c 20n"},
    {"EE", "16n"},
    {"EG", "25n"},
    {"ES", "20n"},
    {"FI", "14n"},
    {"FK", "2a 12n"},
    {"FO", "14n"},
    {"FR", "10n 11c 2n"},
    {"GB", "4a 14n"},
    {"GE", "2a 16n"},
    {"GI", "4a 15c"},
    {"GL", "14n"},
    {"GR", "7n 16c"},
    {"GT", "24c"},
    {"HN", "4a 20n"},
    {"HR", "17n"},
    {"HU", "24n"},
    {"IE", "4a 14n"},
    {"IL", "19n"},
    {"IQ", "4a 15n"},
    {"IS", "22n"},
    {"IT", "1a 10n 12c"},
    {"JO", "4a 4n 18c"},
    {"KW", "4a 22c"},
    {"KZ", "3n 13c"},
    {"LB", "4n 20c"},
    {"LC", "4a 24c"},
    {"LI", "5n 12c"},
    {"LT", "16n"},
    {"LU", "3n 13c"},
    {"LV", "4a 13c"},
    {"LY", "21n"},
    {"MC", "10n 11c 2n"},
    {"MD", "20c"},
    {"ME", "18n"},
    {"MK", "3n 10c 2n"},
    {"MN", "16n"},
    {"MR", "23n"},
    {"MT", "4a 5n 18c"},
    {"MU", "4a 19n 3a"},
    {"NI", "4a 20n"},
    {"NL", "4a 10n"},
    {"NO", "11n"},
    {"OM", "3n 16c"},
    {"PK", "4a 16c"},
    {"PL", "24n"},
    {"PS", "4a 21c"},
    {"PT", "21n"},
    {"QA", "4a 21c"},
    {"RO", "4a 16c"},
    {"RS", "18n"},
    {"RU", "14n 15c"},
    {"SA", "2n 18c"},
    {"SC", "4a 20n 3a"},
    {"SD", "14n"},
    {"SE", "20n"},
    {"SI", "15n"},
    {"SK", "20n"},
    {"SM", "1a 10n 12c"},
    {"SO", "19n"},
    {"ST", "21n"},
    {"SV", "4a 20n"},
    {"TL", "19n"},
    {"TN", "20n"},
    {"TR", "6n 16c"},
    {"UA", "6n 19c"},
    {"VA", "18n"},
    {"VG", "4a 16n"},
    {"XK", "16n"},
    {"YE", "4a 4n 18c"},
    // clang-format on
});

constexpr auto structures = [] {
    std::array<BbanStructure, registry.size()> all{};
    for (std::size_t i = 0; i < registry.size(); ++i) {
        all[i] = parsed(registry[i].bban);
    }
    return all;
}();

constexpr std::size_t letters = 26;

constexpr std::size_t index_of(char first, char second) {
    return static_cast<std::size_t>(first - 'A') * letters + static_cast<std::size_t>(second - 'A');
}

// Place in the registry plus one, by the two letters of a country; 0 is none.
constexpr auto place_by_country = [] {
    std::array<std::uint8_t, letters * letters> places{};
    for (std::size_t i = 0; i < registry.size(); ++i) {
        const std::string_view country = registry[i].country;
        places[index_of(country[0], country[1])] = static_cast<std::uint8_t>(i + 1);
    }
    return places;
}();

}  // namespace

const BbanStructure* bban_structure_of(char first, char second) {
    const std::size_t place = place_by_country[index_of(first, second)];
    return place == 0 ? nullptr : &structures[place - 1];
}

}  // namespace afletter
