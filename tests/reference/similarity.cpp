// Whole tables of distances, and Jaro's definition letter by letter.
#include "reference/similarity.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "text/similarity.hpp"

namespace afletter::reference {

namespace {

std::size_t table_distance(std::string_view left, std::string_view right, bool swaps) {
    std::vector<std::vector<std::size_t>> table(left.size() + 1,
                                                std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = left[i - 1] == right[j - 1] ? 0U : 1U;
            table[i][j] = std::min(
                {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + replaced});
            if (swaps && i > 1 && j > 1 && left[i - 1] == right[j - 2] &&
                left[i - 2] == right[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[left.size()][right.size()];
}

// The letters of both that are the same letter, each in its own order.
std::pair<std::string, std::string> common_letters(std::string_view shorter,
                                                   std::string_view longer) {
    const auto half = static_cast<std::ptrdiff_t>(longer.size() / 2);
    const std::ptrdiff_t reach = std::max<std::ptrdiff_t>(half - 1, 0);
    std::vector<bool> taken(shorter.size());
    std::pair<std::string, std::string> common;
    for (std::size_t i = 0; i < longer.size(); ++i) {
        for (std::size_t j = 0; j < shorter.size(); ++j) {
            const auto apart = static_cast<std::ptrdiff_t>(i) - static_cast<std::ptrdiff_t>(j);
            if (!taken[j] && shorter[j] == longer[i] && std::abs(apart) <= reach) {
                taken[j] = true;
                common.second += longer[i];
                break;
            }
        }
    }
    for (std::size_t j = 0; j < shorter.size(); ++j) {
        if (taken[j]) {
            common.first += shorter[j];
        }
    }
    return common;
}

bool agree(const char* what, std::size_t fast, std::size_t slow) {
    if (fast != slow) {
        std::fprintf(stderr, "%s: %zu, and by its definition %zu\n", what, fast, slow);
    }
    return fast == slow;
}

bool bound_agrees(std::string_view left, std::string_view right, std::size_t distance) {
    return agree("kept bound", static_cast<std::size_t>(matching::within(left, right, distance)),
                 1) &&
           (distance == 0 ||
            agree("broken bound",
                  static_cast<std::size_t>(matching::within(left, right, distance - 1)), 0));
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
    return table_distance(left, right, false);
}

std::size_t typing_distance(std::string_view left, std::string_view right) {
    return table_distance(left, right, true);
}

std::uint32_t jaro_winkler(std::string_view left, std::string_view right) {
    if (std::tuple(right.size(), right) < std::tuple(left.size(), left)) {
        std::swap(left, right);
    }
    if (left == right) {
        return 10'000;
    }
    const auto [of_left, of_right] = common_letters(left, right);
    const std::size_t common = of_left.size();
    if (common == 0) {
        return 0;
    }
    std::size_t displaced = 0;
    for (std::size_t i = 0; i < common; ++i) {
        displaced += of_left[i] == of_right[i] ? 0U : 1U;
    }
    const std::size_t l = left.size();
    const std::size_t r = right.size();
    std::size_t above =
        common * common * r + common * common * l + (common - displaced / 2) * l * r;
    std::size_t below = 3 * common * l * r;
    if (above * 10 > below * 7) {
        std::size_t prefix = 0;
        while (prefix < 4 && prefix < l && left[prefix] == right[prefix]) {
            ++prefix;
        }
        above = above * (10 - prefix) + below * prefix;
        below *= 10;
    }
    return static_cast<std::uint32_t>((above * 10'000 + below / 2) / below);
}

bool twins_agree(std::string_view left, std::string_view right) {
    const std::size_t typing = typing_distance(left, right);
    const bool bigrams_allow =
        matching::distance_min(matching::bigrams_of(left), matching::bigrams_of(right)) <= typing;
    return agree("edit distance", matching::edit_distance(left, right),
                 edit_distance(left, right)) &&
           agree("typing distance", matching::typing_distance(left, right), typing) &&
           agree("Jaro-Winkler", matching::jaro_winkler(left, right), jaro_winkler(left, right)) &&
           bound_agrees(left, right, typing) &&
           agree("bigrams allow it", static_cast<std::size_t>(bigrams_allow), 1);
}

}  // namespace afletter::reference
