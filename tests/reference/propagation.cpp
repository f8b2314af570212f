// As the formulas are written: every odds anew wherever they are asked for.
#include "reference/propagation.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace afletter::test {

using matching::Claims;
using matching::ItemIndex;
using matching::Use;

namespace {

constexpr double milli = 1000.0;
constexpr int rounds = 24;
constexpr double damping = 0.5;  // rings of claims swing otherwise

// One option's use of one item that other lines want too.
struct Wish {
    ItemIndex item = 0;
    std::uint32_t line = 0;
    std::uint32_t option = 0;
    std::int64_t amount = 0;
    double freedom = 0;  // logarithm of: how free the other lines leave the item
};

class Propagation {
  public:
    Propagation(const Claims& claims, std::span<const std::int64_t> open)
        : claims_(claims), open_(open), logarithms_(claims.option_count(), 0.0) {
        collect_wishes();
        keep_contested();
    }

    std::vector<MilliNats> run() {
        for (int round = 0; round < rounds && !wishes_.empty(); ++round) {
            sum_up();
            for (std::size_t begin = 0; begin < wishes_.size();) {
                const std::size_t end = end_of_item(begin);
                answer(std::span(wishes_).subspan(begin, end - begin));
                begin = end;
            }
        }
        sum_up();
        std::vector<MilliNats> weights;
        weights.reserve(claims_.option_count());
        for (std::uint32_t line = 0; line < claims_.line_count(); ++line) {
            const double excess = static_cast<double>(claims_.excess(line)) / milli;
            for (std::uint32_t o = claims_.first_option(line); o < claims_.end_option(line); ++o) {
                // The others' odds are against the score as claimed; here it is the whole.
                const double others = std::expm1(-logarithms_[o]) * std::exp(excess);
                weights.push_back(
                    static_cast<MilliNats>(std::llround(-std::log1p(others) * milli)));
            }
        }
        return weights;
    }

  private:
    void collect_wishes() {
        for (std::uint32_t line = 0; line < claims_.line_count(); ++line) {
            for (std::uint32_t o = claims_.first_option(line); o < claims_.end_option(line); ++o) {
                for (const Use& use : claims_.uses(o)) {
                    wishes_.push_back(
                        {.item = use.item, .line = line, .option = o, .amount = use.amount});
                }
            }
        }
        std::ranges::sort(wishes_, {}, [](const Wish& wish) {
            return std::tuple(wish.item, wish.line, wish.option);
        });
    }

    // Items that one line wants, or that have enough for all, say nothing.
    void keep_contested() {
        std::vector<Wish> kept;
        for (std::size_t begin = 0; begin < wishes_.size();) {
            const std::size_t end = end_of_item(begin);
            if (wishes_[begin].line != wishes_[end - 1].line && !has_enough(begin, end)) {
                kept.insert(kept.end(), wishes_.begin() + static_cast<std::ptrdiff_t>(begin),
                            wishes_.begin() + static_cast<std::ptrdiff_t>(end));
            }
            begin = end;
        }
        wishes_ = std::move(kept);
    }

    [[nodiscard]] std::size_t end_of_item(std::size_t begin) const {
        std::size_t end = begin;
        while (end < wishes_.size() && wishes_[end].item == wishes_[begin].item) {
            ++end;
        }
        return end;
    }

    [[nodiscard]] bool has_enough(std::size_t begin, std::size_t end) const {
        std::int64_t left = open_[wishes_[begin].item];
        for (std::size_t i = begin; i < end && left >= 0; ++i) {
            left -= wishes_[i].amount;
        }
        return left >= 0;
    }

    // What all items together say of each option.
    void sum_up() {
        std::ranges::fill(logarithms_, 0.0);
        for (const Wish& wish : wishes_) {
            logarithms_[wish.option] += wish.freedom;
        }
    }

    // The odds of an option against all else that its line could mean, without what `wish`'s own
    // item says of it.
    [[nodiscard]] double odds_without(const Wish& wish) const {
        double others = 1.0;  // none of these
        for (std::uint32_t o = claims_.first_option(wish.line); o < claims_.end_option(wish.line);
             ++o) {
            if (o != wish.option) {
                others += std::exp(weight(o, 0.0));
            }
        }
        return std::exp(weight(wish.option, wish.freedom)) / others;
    }

    [[nodiscard]] double weight(std::uint32_t option, double without) const {
        return static_cast<double>(claims_.score(option)) / milli + logarithms_[option] - without;
    }

    // To each wish: 1 / (1 + the odds of the other lines that cannot have the item as well).
    void answer(std::span<Wish> wishes) {
        std::vector<double> odds(wishes.size());
        std::ranges::transform(wishes, odds.begin(),
                               [this](const Wish& wish) { return odds_without(wish); });
        std::vector<double> answers(wishes.size());
        const std::int64_t open = open_[wishes.front().item];
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            double others = 0;
            for (std::size_t j = 0; j < wishes.size(); ++j) {
                if (wishes[j].line != wishes[i].line &&
                    wishes[j].amount > open - wishes[i].amount) {
                    others += odds[j];
                }
            }
            answers[i] = -std::log1p(others);
        }
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            wishes[i].freedom += damping * (answers[i] - wishes[i].freedom);
        }
    }

    const Claims& claims_;
    std::span<const std::int64_t> open_;
    std::vector<Wish> wishes_;  // by item, line and option
    std::vector<double> logarithms_;
};

}  // namespace

std::vector<MilliNats> plain_weight_of_other_claims(const Claims& claims,
                                                    std::span<const std::int64_t> open) {
    return Propagation(claims, open).run();
}

}  // namespace afletter::test
