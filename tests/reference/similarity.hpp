// The distances of matchers/text/similarity as their definitions say them, slow and obvious.
// Unit tests and the fuzz target compare the fast ones with these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afletter::reference {

[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);
[[nodiscard]] std::size_t typing_distance(std::string_view left, std::string_view right);
[[nodiscard]] std::uint32_t jaro_winkler(std::string_view left, std::string_view right);

// Whether the fast algorithms agree with the slow ones on these two strings, with the bound just
// kept and just broken, and the bigrams deny nothing. Otherwise says on stderr which does not.
[[nodiscard]] bool twins_agree(std::string_view left, std::string_view right);

}  // namespace afletter::reference
