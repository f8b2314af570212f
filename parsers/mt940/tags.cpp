// The table of known tags.
#include "mt940/tags.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <array>

namespace afletter::mt940 {

namespace {

struct KnownTag {
    std::string_view name;
    std::string_view options;  // the letters that may follow; the plain tag is always taken
    Tag tag;
};

// The standard asks for a letter in :28C:, :60a: and :62a:; older files come without it.
constexpr std::array known_tags = {
    KnownTag{"61", "", Tag::statement_line},    KnownTag{"86", "", Tag::information},
    KnownTag{"20", "", Tag::reference},         KnownTag{"21", "", Tag::related_reference},
    KnownTag{"25", "P", Tag::account},          KnownTag{"28", "C", Tag::sequence},
    KnownTag{"60", "FM", Tag::opening_balance}, KnownTag{"62", "FM", Tag::closing_balance},
    KnownTag{"64", "", Tag::available_balance}, KnownTag{"65", "", Tag::forward_balance},
    KnownTag{"90", "CD", Tag::entry_sums},      KnownTag{"34", "F", Tag::floor_limit},
    KnownTag{"13", "D", Tag::created},          KnownTag{"NS", "", Tag::sub_structured},
};

constexpr std::size_t name_size = 2;

}  // namespace

std::string_view name_of(Tag tag) {
    const auto* const known = std::find_if(known_tags.begin(), known_tags.end(),
                                           [tag](const KnownTag& one) { return one.tag == tag; });
    AFLETTER_ASSERT(known != known_tags.end());
    return known->name;
}

std::optional<TagAtStart> tag_at_start(std::string_view line) {
    if (line.size() < 1 + name_size + 1 || line.front() != ':') {
        return std::nullopt;
    }
    const std::string_view name = line.substr(1, name_size);
    const auto* const known =
        std::find_if(known_tags.begin(), known_tags.end(),
                     [name](const KnownTag& one) { return one.name == name; });
    if (known == known_tags.end()) {
        return std::nullopt;
    }
    TagAtStart found{known->tag, '\0', 1 + name_size};
    if (known->options.find(line[found.size]) != std::string_view::npos) {
        found.option = line[found.size];
        ++found.size;
    }
    const std::size_t colon = line.find_first_not_of(' ', found.size);  // ":86 :" is seen at ING
    if (colon == std::string_view::npos || line[colon] != ':') {
        return std::nullopt;
    }
    found.size = colon + 1;
    return found;
}

}  // namespace afletter::mt940
