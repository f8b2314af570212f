// Which encoding an input is in, by its first bytes, and by its letters where nothing tells.
// Utf8Source asks here before it converts.
#pragma once

#include <cstddef>
#include <string_view>

#include "encoding.hpp"

namespace afletter {

// What the first bytes say. A byte order mark counts more than a declaration.
struct Beginning {
    Encoding encoding = Encoding::utf8;
    std::size_t mark_size = 0;  // bytes of the byte order mark
    // The name in an XML declaration that means none of ours, and where it stands; or empty.
    std::string_view unknown_name;
    std::size_t unknown_offset = 0;
};
[[nodiscard]] Beginning beginning_of(std::string_view head);

// What text that is not UTF-8 is most likely in: still UTF-8 when most of its characters are; else
// by the letters inside words, of Polish, Hungarian and Czech (Windows-1250, ISO-8859-2) against
// those of Western languages (Windows-1252, also when there is nothing to choose by). `before` is
// the text in front, in which a word may begin.
[[nodiscard]] Encoding guessed_encoding(std::string_view before, std::string_view rest);

}  // namespace afletter
