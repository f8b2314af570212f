// Any bytes at all as two names, the first line against the rest: the fast distances are those of
// their slow twins, an alignment is the same from either side, and nothing crashes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/libfuzzer.hpp"
#include "reference/similarity.hpp"
#include "text/name_alignment.hpp"
#include "text/names_in.hpp"

namespace {

using namespace afletter::matching;

void require(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "not so: %s\n", what);
        std::abort();
    }
}

void check_alignment(const NameKey& left, const NameKey& right) {
    const NameAlignment there = align_names(left, right);
    const NameAlignment back = align_names(right, left);
    require(there.grade == back.grade && there.similarity == back.similarity &&
                there.pairs().size() == back.pairs().size(),
            "an alignment is the same from either side");
    require(there.similarity <= 10'000, "a share is not above the whole");
    const Grade itself = align_names(left, left).grade;
    require(itself == Grade::same || itself == Grade::unknown ||
                (itself == Grade::partial && left.tokens.has_more),
            "a name is the same as itself");
    require(compare_names(left, right) == compare_names(right, left),
            "two names compare the same from either side");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = afletter::fuzz::text_of(data, size);
    const std::size_t line = std::min(text.find('\n'), text.size());
    // Jaro-Winkler looks at the first 4096 letters; its twin at all there are.
    constexpr std::size_t name_max = 4096;
    const std::string_view left = text.substr(0, std::min(line, name_max));
    const std::string_view right = text.substr(std::min(line + 1, text.size())).substr(0, name_max);
    require(afletter::reference::twins_agree(left, right), "the twins agree");
    check_alignment(name_key(left), name_key(right));
    require(names_in(left).size() <= 3, "a text names at most three");
    return 0;
}
