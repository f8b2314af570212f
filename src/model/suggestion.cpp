// Edit distance for short words that people type.
#include <afletter/suggestion.hpp>

#include <algorithm>
#include <vector>

namespace afletter {

namespace {

// Optimal string alignment: Levenshtein with swaps of neighbours.
std::size_t edits_between(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before_previous;
    std::vector<std::size_t> previous(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) {
        previous[j] = j;
    }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                current[j] = std::min(current[j], before_previous[j - 2] + 1);
            }
        }
        before_previous = previous;
        previous = current;
    }
    return previous[right.size()];
}

}  // namespace

std::string closest(std::string_view word, std::span<const std::string> known) {
    std::string nearest;
    std::size_t fewest = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::size_t edits = edits_between(word, candidate);
        if (edits < fewest) {
            fewest = edits;
            nearest = candidate;
        } else if (edits == fewest) {
            nearest.clear();
        }
    }
    return nearest;
}

}  // namespace afletter
