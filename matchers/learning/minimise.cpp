// L-BFGS with a step that is halved until the value falls enough (Armijo).
#include "learning/minimise.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <ranges>

namespace afletter::matching {

namespace {

using Vector = std::vector<double>;

constexpr std::size_t steps_max = 500;
constexpr std::size_t steps_remembered = 40;  // more than there are weights
constexpr int halvings_max = 50;
// The longest side of the gradient at which the least is found: weights are rounded to thousandths.
constexpr double gradient_small = 1e-4;
constexpr double fall_expected = 1e-4;

double product(const Vector& left, const Vector& right) {
    return std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

double longest_side(const Vector& vector) {
    double longest = 0;
    for (const double side : vector) {
        longest = std::max(longest, std::abs(side));
    }
    return longest;
}

void add(Vector& to, double times, const Vector& what) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i] += times * what[i];
    }
}

Vector difference(const Vector& left, const Vector& right) {
    Vector result = left;
    add(result, -1, right);
    return result;
}

// What the last steps tell about the curvature.
class Memory {
  public:
    void remember(Vector step, Vector change) {
        const double curvature = product(step, change);
        if (curvature <= 0) {
            return;  // rounding; nothing can be learnt from it
        }
        pairs_.push_back({std::move(step), std::move(change), curvature});
        if (pairs_.size() > steps_remembered) {
            pairs_.pop_front();
        }
    }

    // The two loops of Nocedal: the gradient, turned downhill and divided by the curvature.
    [[nodiscard]] Vector direction(const Vector& gradient) const {
        Vector direction = gradient;
        Vector shares;
        for (const Pair& pair : pairs_ | std::views::reverse) {
            shares.push_back(product(pair.step, direction) / pair.curvature);
            add(direction, -shares.back(), pair.change);
        }
        if (!pairs_.empty()) {
            const Pair& last = pairs_.back();
            const double scale = last.curvature / product(last.change, last.change);
            std::ranges::transform(direction, direction.begin(),
                                   [scale](double side) { return side * scale; });
        }
        for (const Pair& pair : pairs_) {
            const double back = product(pair.change, direction) / pair.curvature;
            add(direction, shares.back() - back, pair.step);
            shares.pop_back();
        }
        std::ranges::transform(direction, direction.begin(), std::negate<>());
        return direction;
    }

  private:
    struct Pair {
        Vector step;
        Vector change;  // of the gradient
        double curvature;
    };
    std::deque<Pair> pairs_;
};

}  // namespace

Minimum minimise(const SmoothFunction& function, std::vector<double> start) {
    Minimum minimum{.point = std::move(start)};
    Vector gradient;
    minimum.value = function(minimum.point, gradient);
    Memory memory;
    for (; minimum.steps < steps_max; ++minimum.steps) {
        if (longest_side(gradient) <= gradient_small) {
            minimum.is_found = true;
            break;
        }
        const Vector direction = memory.direction(gradient);
        const double slope = product(direction, gradient);
        // Without a memory the gradient says nothing about how far to go.
        double length = minimum.steps == 0 ? 1 / std::max(1.0, longest_side(gradient)) : 1;
        Vector point;
        Vector gradient_there;
        double value = minimum.value;
        int halvings = 0;
        for (; halvings < halvings_max; ++halvings) {
            point = minimum.point;
            add(point, length, direction);
            value = function(point, gradient_there);
            if (value <= minimum.value + fall_expected * length * slope) {
                break;
            }
            length /= 2;
        }
        if (halvings == halvings_max) {
            break;  // as low as doubles can tell
        }
        memory.remember(difference(point, minimum.point), difference(gradient_there, gradient));
        minimum.point = std::move(point);
        minimum.value = value;
        gradient = std::move(gradient_there);
    }
    return minimum;
}

}  // namespace afletter::matching
