// Belief propagation between lines and items. A line tells each item how much it wants it, setting
// aside what that item says; an item tells each line how free the others leave it.
#include "assign/joint.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "text/small_buffer.hpp"

namespace afletter::matching {

namespace {

constexpr double milli = 1000.0;
constexpr int rounds = 24;

// One option's use of one item that other lines want too.
struct Wish {
    std::int64_t amount = 0;
    double freedom = 1;  // how free the other lines leave the item: 0 to 1
    ItemIndex item = 0;
    std::uint32_t line = 0;
    std::uint32_t option = 0;  // among those of contested lines
};

// A line of which at least one explanation is contested; its options stand together.
struct ContestedLine {
    std::uint32_t line = 0;
    std::uint32_t begin = 0;  // among the options of contested lines
    std::uint32_t end = 0;
    double odds = 1;  // of all of them, and of none
};

struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// Which lines hang together, by the first of them (union-find).
class LinkedLines {
  public:
    explicit LinkedLines(std::size_t lines) : parents_(lines) {
        std::iota(parents_.begin(), parents_.end(), 0U);
    }
    void link(std::uint32_t left, std::uint32_t right) {
        const std::uint32_t one = first_of(left);
        const std::uint32_t other = first_of(right);
        parents_[std::max(one, other)] = std::min(one, other);
    }
    [[nodiscard]] std::uint32_t first_of(std::uint32_t line) {
        while (parents_[line] != line) {
            parents_[line] = parents_[parents_[line]];
            line = parents_[line];
        }
        return line;
    }

  private:
    std::vector<std::uint32_t> parents_;
};

// Only lines that contend with others are held, side by side. Each sweep has two steps, in each of
// which every part writes what is its own and reads what the other step wrote; every sum is made in
// one order. So the parts may be done by any thread, and the result is the same to the last bit.
class Propagation {
  public:
    Propagation(const Claims& claims, std::span<const std::int64_t> open, const KnownWeights& known)
        : claims_(claims), open_(open), weights_(claims.option_count(), 0) {
        collect_wishes();
        keep_contested();
        if (!known.is_changed.empty()) {
            take_over(known);
        }
        gather_lines();
        gather_answers();
    }

    std::vector<MilliNats> run() {
        for (int round = 0; round < rounds; ++round) {
            for_each_share(lines_.size(), [this](std::size_t i) { sum_up(lines_[i]); });
            for_each_share(items_.size(), [this](std::size_t i) { answer(items_[i]); });
        }
        for_each_share(lines_.size(), [this](std::size_t i) { weigh_options(lines_[i]); });
        return std::move(weights_);
    }

  private:
    template <class Work>
    static void for_each_share(std::size_t count, const Work& work) {
        constexpr std::size_t at_a_time = 256;
        const tbb::blocked_range<std::size_t> all(0, count, at_a_time);
        tbb::parallel_for(all, [&work](const tbb::blocked_range<std::size_t>& share) {
            for (std::size_t i = share.begin(); i != share.end(); ++i) {
                work(i);
            }
        });
    }

    // Calls visit(line, option, use) in ascending order.
    template <class Visit>
    void for_each_use(const Visit& visit) const {
        for (std::uint32_t line = 0; line < claims_.line_count(); ++line) {
            for (std::uint32_t o = claims_.first_option(line); o < claims_.end_option(line); ++o) {
                for (const Use& use : claims_.uses(o)) {
                    visit(line, o, use);
                }
            }
        }
    }

    // By item, line and option; of items that more than one option wants.
    void collect_wishes() {
        std::vector<std::uint32_t> places(open_.size(), 0);
        for_each_use([&](std::uint32_t, std::uint32_t, const Use& use) { ++places[use.item]; });
        std::uint32_t next = 0;
        for (std::uint32_t& place : places) {
            const std::uint32_t count = std::exchange(place, place > 1 ? next : none);
            next += count > 1 ? count : 0;
        }
        wishes_.resize(next);
        for_each_use([&](std::uint32_t line, std::uint32_t option, const Use& use) {
            if (places[use.item] != none) {
                wishes_[places[use.item]++] = {
                    .amount = use.amount, .item = use.item, .line = line, .option = option};
            }
        });
    }

    // Items that one line wants, or that have enough for all, say nothing.
    void keep_contested() {
        keep_items([this](std::size_t begin, std::size_t end) {
            return wishes_[begin].line != wishes_[end - 1].line && !has_enough(begin, end);
        });
    }

    // Lines that contend for an item hang together, and so do the items of one line. Where nothing
    // has changed in all that hangs together, the same would come out again.
    void take_over(const KnownWeights& known) {
        LinkedLines linked(claims_.line_count());
        for (const Range& item : items_) {
            for (std::uint32_t i = item.begin + 1; i < item.end; ++i) {
                linked.link(wishes_[item.begin].line, wishes_[i].line);
            }
        }
        std::vector<bool> has_changed(claims_.line_count(), false);
        for (const Range& item : items_) {
            const Wish& wish = wishes_[item.begin];
            if (known.is_changed[wish.item]) {
                has_changed[linked.first_of(wish.line)] = true;
            }
        }
        keep_items([&](std::size_t begin, std::size_t end) {
            if (has_changed[linked.first_of(wishes_[begin].line)]) {
                return true;
            }
            for (std::size_t i = begin; i < end; ++i) {
                copy_weights(wishes_[i].line, known.weights);
            }
            return false;
        });
    }

    void copy_weights(std::uint32_t line, const std::vector<MilliNats>& weights) {
        for (std::uint32_t o = claims_.first_option(line); o < claims_.end_option(line); ++o) {
            weights_[o] = weights[o];
        }
    }

    // Those of whose wishes, from `begin` to before `end`, this is true.
    template <class IsKept>
    void keep_items(const IsKept& is_kept) {
        items_.clear();
        std::uint32_t kept = 0;
        for (std::size_t begin = 0; begin < wishes_.size();) {
            const std::size_t end = end_of_item(begin);
            if (is_kept(begin, end)) {
                items_.push_back({kept, kept + static_cast<std::uint32_t>(end - begin)});
                std::copy(wishes_.begin() + static_cast<std::ptrdiff_t>(begin),
                          wishes_.begin() + static_cast<std::ptrdiff_t>(end),
                          wishes_.begin() + kept);
                kept = items_.back().end;
            }
            begin = end;
        }
        wishes_.resize(kept);
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

    // From here on wishes know their line and option by their places among the contested.
    void gather_lines() {
        std::vector<std::uint32_t> places(claims_.line_count(), none);
        for (const Wish& wish : wishes_) {
            places[wish.line] = 0;
        }
        std::uint32_t next = 0;
        for (std::uint32_t line = 0; line < places.size(); ++line) {
            if (places[line] != none) {
                places[line] = static_cast<std::uint32_t>(lines_.size());
                const std::uint32_t count = claims_.end_option(line) - claims_.first_option(line);
                lines_.push_back({.line = line, .begin = next, .end = next + count});
                next += count;
            }
        }
        claimed_.resize(next);
        for_each_share(lines_.size(), [this](std::size_t i) { claim_options(lines_[i]); });
        for (Wish& wish : wishes_) {
            const ContestedLine& line = lines_[places[wish.line]];
            wish.option = line.begin + wish.option - claims_.first_option(wish.line);
            wish.line = places[wish.line];
        }
        odds_.assign(next, 0.0);
    }

    void claim_options(const ContestedLine& line) {
        const std::uint32_t first = claims_.first_option(line.line);
        for (std::uint32_t o = line.begin; o < line.end; ++o) {
            const MilliNats score = claims_.score(first + o - line.begin);
            claimed_[o] = std::exp(static_cast<double>(score) / milli);
        }
    }

    // The wishes of each option, by item.
    void gather_answers() {
        answers_from_.assign(claimed_.size() + 1, 0);
        for (const Wish& wish : wishes_) {
            ++answers_from_[wish.option + 1];
        }
        std::partial_sum(answers_from_.begin(), answers_from_.end(), answers_from_.begin());
        answers_.resize(wishes_.size());
        std::vector<std::uint32_t> next(answers_from_.begin(), answers_from_.end() - 1);
        for (std::uint32_t i = 0; i < wishes_.size(); ++i) {
            answers_[next[wishes_[i].option]++] = i;
        }
    }

    // The odds of each option of a line by what all items say of it.
    void sum_up(ContestedLine& line) {
        line.odds = 1.0;  // none of these
        for (std::uint32_t o = line.begin; o < line.end; ++o) {
            double odds = claimed_[o];
            for (std::uint32_t i = answers_from_[o]; i < answers_from_[o + 1]; ++i) {
                odds *= wishes_[answers_[i]].freedom;
            }
            odds_[o] = odds;
            line.odds += odds;
        }
    }

    // The odds of an option against all else that its line could mean, without what `wish`'s own
    // item says of it.
    [[nodiscard]] double odds_without(const Wish& wish) const {
        const double odds = odds_[wish.option];
        return odds / (wish.freedom * (lines_[wish.line].odds - odds));
    }

    // To each wish: 1 / (1 + the odds of the other lines that cannot have the item as well).
    void answer(const Range& range) {
        const std::span<Wish> wishes =
            std::span(wishes_).subspan(range.begin, range.end - range.begin);
        SmallBuffer<double, wishes_usual> odds(wishes.size());
        SmallBuffer<double, wishes_usual> others(wishes.size());
        std::fill_n(others.data(), wishes.size(), 0.0);
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            odds.data()[i] = odds_without(wishes[i]);
        }
        const std::int64_t open = open_[wishes.front().item];
        for (std::size_t j = 0; j < wishes.size(); ++j) {
            for (std::size_t i = 0; i < wishes.size(); ++i) {
                const bool excludes =
                    wishes[j].line != wishes[i].line && wishes[j].amount > open - wishes[i].amount;
                others.data()[i] += excludes ? odds.data()[j] : 0.0;
            }
        }
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            const double told = 1.0 / (1.0 + others.data()[i]);
            wishes[i].freedom = std::sqrt(wishes[i].freedom * told);  // rings would swing otherwise
        }
    }

    // The others' odds are against the score as claimed; what comes out is against the whole.
    void weigh_options(const ContestedLine& line) {
        const double excess = std::exp(static_cast<double>(claims_.excess(line.line)) / milli);
        const std::uint32_t first = claims_.first_option(line.line);
        for (std::uint32_t o = line.begin; o < line.end; ++o) {
            double logarithm = 0.0;  // a product of hundreds would come to nothing
            for (std::uint32_t i = answers_from_[o]; i < answers_from_[o + 1]; ++i) {
                logarithm += std::log(wishes_[answers_[i]].freedom);
            }
            const double others = std::expm1(-logarithm) * excess;
            weights_[first + o - line.begin] =
                static_cast<MilliNats>(std::llround(-std::log1p(others) * milli));
        }
    }

    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::size_t wishes_usual = 64;

    const Claims& claims_;
    std::span<const std::int64_t> open_;
    std::vector<MilliNats> weights_;  // by option
    std::vector<Wish> wishes_;        // by item, line and option
    std::vector<Range> items_;        // the wishes of each
    std::vector<ContestedLine> lines_;
    // By option of a contested line:
    std::vector<double> claimed_;  // the odds of its score
    std::vector<double> odds_;
    std::vector<std::uint32_t> answers_from_;
    std::vector<std::uint32_t> answers_;  // wishes
};

}  // namespace

void Claims::add_option(MilliNats score, std::span<const Use> uses) {
    scores_.push_back(static_cast<std::int32_t>(score));
    uses_.insert(uses_.end(), uses.begin(), uses.end());
    uses_from_.push_back(static_cast<std::uint32_t>(uses_.size()));
}

void Claims::end_line(MilliNats most) {
    const auto first = scores_.begin() + first_.back();
    const MilliNats best = first == scores_.end() ? 0 : *std::max_element(first, scores_.end());
    excess_.push_back(std::max<MilliNats>(best - most, 0));
    const auto excess = static_cast<std::int32_t>(excess_.back());
    std::for_each(first, scores_.end(), [excess](std::int32_t& score) { score -= excess; });
    first_.push_back(static_cast<std::uint32_t>(scores_.size()));
}

std::vector<MilliNats> weight_of_other_claims(const Claims& claims,
                                              std::span<const std::int64_t> open,
                                              const KnownWeights& known) {
    return Propagation(claims, open, known).run();
}

}  // namespace afletter::matching
