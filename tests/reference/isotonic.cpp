// Three loops.
#include "reference/isotonic.hpp"

#include <optional>

namespace afletter::reference {

namespace {

bool is_less(const Mean& left, const Mean& right) {
    return left.sum * right.count < right.sum * left.count;
}

Mean least_from(std::span<const matching::Pooled> observations, std::size_t begin,
                std::size_t place) {
    std::optional<Mean> least;
    Mean stretch{.sum = 0, .count = 0};
    for (std::size_t end = begin; end < observations.size(); ++end) {
        stretch.sum += observations[end].sum;
        stretch.count += observations[end].count;
        if (end >= place && (!least || is_less(stretch, *least))) {
            least = stretch;
        }
    }
    return *least;
}

}  // namespace

std::vector<Mean> isotonic_means(std::span<const matching::Pooled> observations) {
    std::vector<Mean> means;
    for (std::size_t place = 0; place < observations.size(); ++place) {
        Mean greatest = least_from(observations, 0, place);
        for (std::size_t begin = 1; begin <= place; ++begin) {
            const Mean least = least_from(observations, begin, place);
            greatest = is_less(greatest, least) ? least : greatest;
        }
        means.push_back(greatest);
    }
    return means;
}

}  // namespace afletter::reference
