// What an input is, by what is in it and never by its name. read_statements chooses a reader by it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afletter {

enum class Content : std::uint8_t {
    camt,  // XML of any kind: its reader tells what it is
    mt940,
    zip,
    gzip,
    other_archive,  // of a kind that is not read
    empty,
    unknown,
};

// Enough to get past a covering letter in front of the first message.
inline constexpr std::size_t head_size = std::size_t{64} * 1024;
[[nodiscard]] Content content_of(std::string_view head);

// Of an unknown one, as the end of "expected a bank statement, found ...", and the way out.
struct Description {
    std::string found;
    std::string hint;
};
[[nodiscard]] Description description_of(std::string_view head);

}  // namespace afletter
