// The table of known tags.
#include "mt940/tags.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <array>

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

struct KnownTag {
    std::string_view name;
    std::array<char, 2> options{};  // the letters that may follow; the plain tag is always taken
    Tag tag = Tag::reference;
};

constexpr std::array<char, 2> none = {'\0', '\0'};

// The standard asks for a letter in :28C:, :60a: and :62a:; older files come without it.
constexpr std::array known_tags = {
    KnownTag{"61", none, Tag::statement_line},
    KnownTag{"86", none, Tag::information},
    KnownTag{"20", none, Tag::reference},
    KnownTag{"21", none, Tag::related_reference},
    KnownTag{"25", {'P', 'P'}, Tag::account},
    KnownTag{"28", {'C', 'C'}, Tag::sequence},
    KnownTag{"60", {'F', 'M'}, Tag::opening_balance},
    KnownTag{"62", {'F', 'M'}, Tag::closing_balance},
    KnownTag{"64", {'F', 'F'}, Tag::available_balance},
    KnownTag{"65", {'F', 'F'}, Tag::forward_balance},
    KnownTag{"90", {'C', 'D'}, Tag::entry_sums},
    KnownTag{"34", {'F', 'F'}, Tag::floor_limit},
    KnownTag{"13", {'D', 'D'}, Tag::created},
    KnownTag{"NS", none, Tag::sub_structured},
};

constexpr std::uint32_t tag_size = 3;  // of ":61"

constexpr std::array<TagOfNumber, 100> make_tags_by_number() {
    std::array<TagOfNumber, 100> tags{};
    for (const KnownTag& known : known_tags) {
        if (is_digit(known.name[0])) {
            const auto tens = static_cast<std::size_t>(known.name[0] - '0');
            const auto ones = static_cast<std::size_t>(known.name[1] - '0');
            tags[tens * 10 + ones] = {known.tag, known.options, true};
        }
    }
    return tags;
}

}  // namespace

constinit const std::array<TagOfNumber, 100> tags_by_number = make_tags_by_number();

std::string_view name_of(Tag tag) {
    const auto* const known = std::find_if(known_tags.begin(), known_tags.end(),
                                           [tag](const KnownTag& one) { return one.tag == tag; });
    AFLETTER_ASSERT(known != known_tags.end());
    return known->name;
}

// A letter in lower case, ":NS:", or blanks before the colon: ":86 :" is seen at ING.
TagAtStart unusual_tag_at_start(std::string_view line) {
    if (line.size() <= tag_size || line.front() != ':') {
        return {};
    }
    const std::string_view name = line.substr(1, tag_size - 1);
    const auto* const known =
        std::find_if(known_tags.begin(), known_tags.end(),
                     [name](const KnownTag& one) { return one.name == name; });
    if (known == known_tags.end()) {
        return {};
    }
    TagAtStart found{known->tag, '\0', tag_size};
    const char option = to_upper(line[tag_size]);
    if (is_upper(option) && (option == known->options[0] || option == known->options[1])) {
        found.option = option;
        ++found.size;
    }
    const std::size_t colon = line.find_first_not_of(' ', found.size);
    if (colon == std::string_view::npos || line[colon] != ':') {
        return {};
    }
    found.size = static_cast<std::uint32_t>(colon + 1);
    return found;
}

}  // namespace afletter::mt940
