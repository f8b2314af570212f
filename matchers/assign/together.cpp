// Parts sorted by item, and added up.
#include "assign/together.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace afletter::matching {

namespace {

struct Part {
    ItemIndex item = 0;
    std::uint32_t line = 0;
    std::int64_t amount = 0;
};

std::vector<Part> parts_of(const Claims& claims, std::span<const std::int64_t> open) {
    std::vector<Part> parts;
    for (std::uint32_t line = 0; line < claims.line_count(); ++line) {
        const std::uint32_t best = claims.first_option(line);
        if (best == claims.end_option(line) || claims.uses(best).size() != 1) {
            continue;
        }
        const Use& use = claims.uses(best).front();
        if (use.amount > 0 && use.amount < open[use.item]) {
            parts.push_back({.item = use.item, .line = line, .amount = use.amount});
        }
    }
    std::ranges::sort(parts, {}, [](const Part& part) { return std::tuple(part.item, part.line); });
    return parts;
}

}  // namespace

std::vector<bool> paid_together(const Claims& claims, std::span<const std::int64_t> open) {
    std::vector<bool> together(claims.line_count(), false);
    const std::vector<Part> parts = parts_of(claims, open);
    for (std::size_t begin = 0; begin < parts.size();) {
        std::int64_t left = open[parts[begin].item];
        std::size_t end = begin;
        while (end < parts.size() && parts[end].item == parts[begin].item && left >= 0) {
            left -= parts[end++].amount;
        }
        const bool is_all_of_them = end == parts.size() || parts[end].item != parts[begin].item;
        for (std::size_t i = begin; left == 0 && is_all_of_them && i < end; ++i) {
            together[parts[i].line] = true;
        }
        while (end < parts.size() && parts[end].item == parts[begin].item) {
            ++end;
        }
        begin = end;
    }
    return together;
}

}  // namespace afletter::matching
