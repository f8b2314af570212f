// The fields of MT940, MT941, MT942 and MT950. Only these may open a field: a text line of a :86:
// can begin with a colon and digits too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afletter::mt940 {

enum class Tag : std::uint8_t {
    reference,          // :20:  transaction reference number
    related_reference,  // :21:
    account,            // :25:, :25P:
    sequence,           // :28C:, :28:  statement number / sequence number
    opening_balance,    // :60F:, :60M:
    statement_line,     // :61:
    closing_balance,    // :62F:, :62M:
    available_balance,  // :64:
    forward_balance,    // :65:
    information,        // :86:  information to account owner
    sub_structured,     // :NS:  a :86: of Swiss and German banks in numbered lines
    entry_sums,         // :90C:, :90D:
    floor_limit,        // :34F:
    created,            // :13:, :13D:
};

// "60" of :60F:; the middle of every diagnostic code.
[[nodiscard]] std::string_view name_of(Tag tag);

struct TagAtStart {
    Tag tag = Tag::reference;
    char option = '\0';
    std::size_t size = 0;  // of ":60F:"
};
// The tag that `line` begins with, if it is one of ours.
[[nodiscard]] std::optional<TagAtStart> tag_at_start(std::string_view line);

}  // namespace afletter::mt940
