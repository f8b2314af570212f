// Largest amounts first, and back as soon as what is left cannot reach the sum any more.
#include "combine/subset_sum.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace afletter::matching {

namespace {

constexpr std::int64_t amount_max = 10'000'000'000'000'000;  // so that no sum of 64 overflows

class SubsetSearcher {
  public:
    SubsetSearcher(std::span<const std::int64_t> amounts, const SubsetLimits& limits)
        : amounts_(amounts), limits_(limits), order_(amounts.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        std::ranges::stable_sort(order_, std::ranges::greater(),
                                 [&](std::uint32_t at) { return std::abs(amounts[at]); });
        below_.assign(order_.size() + 1, 0);
        above_ = below_;
        for (std::size_t i = order_.size(); i-- > 0;) {
            const std::int64_t amount = amounts[order_[i]];
            below_[i] = below_[i + 1] + std::min<std::int64_t>(amount, 0);
            above_[i] = above_[i + 1] + std::max<std::int64_t>(amount, 0);
        }
    }

    SubsetSearch run(std::int64_t sum) {
        visit(0, sum);
        return std::move(search_);
    }

  private:
    // Every subset of the amounts from `place` on that is exactly `left`.
    void visit(std::size_t place, std::int64_t left) {
        if (left == 0 && !chosen_.empty()) {
            keep();
        }
        if (place == order_.size() || chosen_.size() == limits_.members_max ||
            left < below_[place] || left > above_[place]) {
            return;
        }
        if (++steps_ > limits_.steps_max) {
            search_.exhausted = false;
            return;
        }
        for (std::size_t next = place; next < order_.size() && wants_more(); ++next) {
            if (left < below_[next] || left > above_[next]) {
                return;  // even all that is left would not do
            }
            chosen_.push_back(order_[next]);
            visit(next + 1, left - amounts_[order_[next]]);
            chosen_.pop_back();
        }
    }

    [[nodiscard]] bool wants_more() const {
        return search_.exhausted && search_.found.size() < limits_.solutions_max;
    }

    void keep() {
        std::vector<std::uint32_t> subset = chosen_;
        std::ranges::sort(subset);
        search_.found.push_back(std::move(subset));
    }

    std::span<const std::int64_t> amounts_;
    const SubsetLimits& limits_;
    std::vector<std::uint32_t> order_;
    std::vector<std::int64_t> below_;  // the least that the amounts from here on can add
    std::vector<std::int64_t> above_;  // the most
    std::vector<std::uint32_t> chosen_;
    std::size_t steps_ = 0;
    SubsetSearch search_;
};

}  // namespace

SubsetSearch subsets_with_sum(std::span<const std::int64_t> amounts, std::int64_t sum,
                              const SubsetLimits& limits) {
    const auto is_huge = [](std::int64_t amount) { return std::abs(amount) > amount_max; };
    if (amounts.size() > limits.amounts_max || std::ranges::any_of(amounts, is_huge) ||
        is_huge(sum)) {
        return {.found = {}, .exhausted = false};
    }
    return SubsetSearcher(amounts, limits).run(sum);
}

}  // namespace afletter::matching
