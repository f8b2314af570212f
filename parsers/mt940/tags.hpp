// The fields of MT940, MT941, MT942 and MT950. Only these may open a field: a text line of a :86:
// can begin with a colon and digits too.
#pragma once

#include <array>
#include <cstdint>
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
    std::uint32_t size = 0;  // of ":60F:"

    explicit operator bool() const { return size > 0; }
};
// What may follow each number of two digits.
struct TagOfNumber {
    Tag tag = Tag::reference;
    std::array<char, 2> options{};  // the letters of :60F: and :60M:; the plain tag is always taken
    bool is_known = false;
};
extern const std::array<TagOfNumber, 100> tags_by_number;

// Tags that are written in another way than ":61:" or ":60F:".
[[nodiscard]] TagAtStart unusual_tag_at_start(std::string_view line);

// The tag that `line` begins with, if it is one of ours.
[[nodiscard]] inline TagAtStart tag_at_start(std::string_view line) {
    constexpr std::uint32_t size = 3;  // of ":61"
    if (line.size() <= size + 1 || line[0] != ':') {
        return line.empty() || line[0] != ':' ? TagAtStart{} : unusual_tag_at_start(line);
    }
    const auto tens = static_cast<unsigned>(line[1] - '0');
    const auto ones = static_cast<unsigned>(line[2] - '0');
    if (tens > 9 || ones > 9) {
        return unusual_tag_at_start(line);
    }
    const TagOfNumber& known = tags_by_number[tens * 10 + ones];
    if (known.is_known && line[size] == ':') {
        return {known.tag, '\0', size + 1};
    }
    const bool has_option = line[size] == known.options[0] || line[size] == known.options[1];
    if (has_option && line[size] != '\0' && line[size + 1] == ':') {
        return {known.tag, line[size], size + 2};
    }
    return unusual_tag_at_start(line);
}

}  // namespace afletter::mt940
