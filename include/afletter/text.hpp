// What people read, in both languages at once: a text without its translation does not compile.
#pragma once

#include <cstdint>
#include <string_view>

namespace afletter {

enum class Language : std::uint8_t { english, dutch };

struct Text {
    std::string_view english;
    std::string_view dutch;

    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::dutch ? dutch : english;
    }
};

}  // namespace afletter
