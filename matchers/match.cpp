// The recipe: rounds of deciding, each with the books as the one before has left them, until
// nothing more is matched. So what is left to people is what another run would leave to them too.
#include <afletter/assert.hpp>
#include <afletter/matchers.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <memory>
#include <numeric>
#include <optional>
#include <ranges>
#include <thread>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "assign/reversals.hpp"
#include "assign/transfers.hpp"
#include "candidates/books.hpp"
#include "candidates/own_accounts.hpp"
#include "new_account.hpp"
#include "packed/packed_items.hpp"
#include "packed/packed_lines.hpp"
#include "policy/scales.hpp"
#include "round.hpp"

namespace afletter {

namespace {

using namespace matching;

constexpr std::size_t decisions_in_memory = 1U << 12U;
constexpr std::size_t decisions_at_a_time = 64;  // of one thread

// Tells how far the lines are, from the caller's own thread only.
class ProgressTeller {
  public:
    explicit ProgressTeller(const MatchProgress& progress) : progress_(progress) {}

    void begin() { done_ = 0; }
    void add(std::size_t lines) {
        const std::size_t done = done_.fetch_add(lines, std::memory_order_relaxed) + lines;
        if (progress_ && std::this_thread::get_id() == caller_) {
            progress_(done);
        }
    }

  private:
    const MatchProgress& progress_;
    std::thread::id caller_ = std::this_thread::get_id();
    std::atomic<std::size_t> done_ = 0;
};

// Calls nobody where nobody asked.
MatchSteps or_nobody(const MatchSteps& steps) {
    return steps ? steps : [](MatchStep) {};
}

class Matching {
  public:
    Matching(PackedItems items, std::span<const SettledOrder> orders, PackedLines& lines,
             const MatchPolicy& policy)
        : books_(std::move(items), orders, policy.rules.references),
          lines_(lines),
          policy_(policy),
          scales_(policy.model),
          returned_(lines.returned_orders()) {
        lines_.sort_by_id();
    }

    void learn(const std::vector<KnownPayer>& payers) {
        for (const KnownPayer& payer : payers) {
            books_.learn_account(payer);
        }
    }

    void run(const Matcher::Take& take, const MatchProgress& progress, const MatchSteps& steps) {
        hand_over_pairs(take);
        ProgressTeller teller(progress);
        std::unique_ptr<Round> last;
        BooksChanges changes;
        for (bool matched = true; matched;) {
            teller.begin();
            auto next = std::make_unique<Round>(books_, lines_, waiting_, policy_, scales_);
            const Round& round = *next;
            const auto before = last ? std::optional(Round::Before{*last, changes}) : std::nullopt;
            next->judge([&](std::size_t lines) { teller.add(lines); }, steps,
                        before ? &*before : nullptr);
            last = std::move(next);
            steps(MatchStep::words);
            const std::vector<std::size_t> matches = matches_of(round);
            matched = !matches.empty();
            if (matched) {
                hand_over(round, matches, take);
                steps(MatchStep::settle);
                settle();
                changes = books_.take_changes();
                take_away(matches);
            } else {
                std::vector<std::size_t> rest(waiting_.size());
                std::iota(rest.begin(), rest.end(), std::size_t{0});
                hand_over(round, rest, take);
            }
        }
    }

  private:
    // Lines between our own accounts, and what the bank took back itself, pay no item: they need no
    // round, and wait for none.
    void hand_over_pairs(const Matcher::Take& take) {
        const OwnAccounts accounts(policy_.own_accounts);
        const auto legs = find_legs(lines_, accounts, books_);
        const auto reversals = find_reversals(lines_, legs, books_);
        for (std::uint32_t line = 0; line < lines_.size(); ++line) {
            if (legs[line]) {
                take(lines_.added_as(line),
                     decision_of_leg(lines_, line, *legs[line], accounts, scales_));
            } else if (reversals[line]) {
                take(lines_.added_as(line),
                     decision_of_reversal(lines_, line, *reversals[line], scales_));
            } else {
                waiting_.push_back(line);
            }
        }
    }

    [[nodiscard]] std::vector<std::size_t> matches_of(const Round& round) const {
        std::vector<std::size_t> matches;
        for (std::size_t place = 0; place < waiting_.size(); ++place) {
            if (round.is_matched(place)) {
                matches.push_back(place);
            }
        }
        return matches;
    }

    // In words, some thousands at a time; the books change when all are said.
    void hand_over(const Round& round, std::span<const std::size_t> places,
                   const Matcher::Take& take) {
        std::vector<Decision> decisions;
        std::vector<std::vector<ItemShare>> shares;
        std::vector<std::optional<NewAccount>> accounts;
        for (std::size_t begin = 0; begin < places.size(); begin += decisions_in_memory) {
            const auto some =
                places.subspan(begin, std::min(decisions_in_memory, places.size() - begin));
            decisions.assign(some.size(), {});
            shares.assign(some.size(), {});
            accounts.assign(some.size(), {});
            const tbb::blocked_range<std::size_t> all(0, some.size(), decisions_at_a_time);
            tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
                for (std::size_t i = share.begin(); i != share.end(); ++i) {
                    decisions[i] = round.decision_of(some[i]);
                    shares[i] = shares_of(decisions[i]);
                    accounts[i] = account_told_by(decisions[i], books_);
                }
            });
            for (std::size_t i = 0; i < some.size(); ++i) {
                std::ranges::copy(shares[i], std::back_inserter(settled_));
                if (accounts[i]) {
                    new_accounts_.push_back(std::move(*accounts[i]));
                }
                remember_order(waiting_[some[i]], decisions[i]);
                take(lines_.added_as(waiting_[some[i]]), std::move(decisions[i]));
            }
        }
    }

    // What a match settles, or opens again, of each item.
    [[nodiscard]] std::vector<ItemShare> shares_of(const Decision& decision) const {
        std::vector<ItemShare> shares;
        if (decision.is_match()) {
            for (const Allocation& share : decision.candidates.front().allocations) {
                if (is_of_item(share)) {
                    shares.push_back({books_.index_of(share.item_id), share.amount});
                }
            }
        }
        return shares;
    }

    void settle() {
        for (const ItemShare& share : std::exchange(settled_, {})) {
            books_.settle(share.item, share.amount);
        }
        for (const SettledOrder& order : std::exchange(settled_orders_, {})) {
            books_.add_order(order);
        }
        for (const NewAccount& account : std::exchange(new_accounts_, {})) {
            books_.learn_account(account.iban, account.party);
        }
    }

    // What a line settles, or opens again, under an order that is or was returned.
    void remember_order(std::uint32_t line, const Decision& decision) {
        if (returned_.empty() || !decision.is_match()) {
            return;
        }
        const std::string order = lines_.unpack(line).detail.end_to_end_id;
        if (std::ranges::binary_search(returned_, order)) {
            const std::vector<Allocation>& shares = decision.candidates.front().allocations;
            for (const Allocation& share : shares | std::views::filter(is_of_item)) {
                settled_orders_.push_back({order, share.item_id, share.amount});
            }
        }
    }

    static bool is_of_item(const Allocation& share) { return !share.item_id.empty(); }

    void take_away(std::span<const std::size_t> matches) {
        std::vector<std::uint32_t> left;
        std::size_t next = 0;
        for (std::size_t place = 0; place < waiting_.size(); ++place) {
            if (next < matches.size() && matches[next] == place) {
                ++next;
            } else {
                left.push_back(waiting_[place]);
            }
        }
        waiting_ = std::move(left);
    }

    Books books_;
    PackedLines& lines_;
    const MatchPolicy& policy_;
    const Scales scales_;
    const std::vector<std::string> returned_;   // orders that returns name, sorted
    std::vector<ItemShare> settled_;            // by this round's matches
    std::vector<SettledOrder> settled_orders_;  // by them
    std::vector<NewAccount> new_accounts_;      // told by them
    std::vector<std::uint32_t> waiting_;        // ascending: by line id
};

}  // namespace

struct Matcher::Impl {
    MatchPolicy policy;
    PackedItems items;
    std::vector<SettledOrder> orders;
    std::vector<KnownPayer> payers;
    PackedLines lines;
};

Matcher::Matcher(const MatchPolicy& policy) : impl_(std::make_unique<Impl>()) {
    impl_->policy = policy;
}
Matcher::~Matcher() = default;

void Matcher::add_item(const OpenItem& item) {
    impl_->items.add(item);
}

void Matcher::add_line(const Line& line) {
    impl_->lines.add(line);
}

std::vector<std::string> Matcher::returned_orders() const {
    return impl_->lines.returned_orders();
}

void Matcher::add_order(SettledOrder order) {
    impl_->orders.push_back(std::move(order));
}

void Matcher::add_payer(KnownPayer payer) {
    impl_->payers.push_back(std::move(payer));
}

void Matcher::run(const Take& take, const MatchProgress& progress, const MatchSteps& steps) {
    const MatchSteps told = or_nobody(steps);
    told(MatchStep::index);
    Matching matching(std::move(impl_->items), impl_->orders, impl_->lines, impl_->policy);
    matching.learn(std::exchange(impl_->payers, {}));
    matching.run(take, progress, told);
}

std::string_view name_of(MatchStep step) {
    constexpr std::array<std::string_view, match_step_count> names{"index",     "hear",  "together",
                                                                   "contested", "words", "settle"};
    return names.at(static_cast<std::size_t>(step));
}

std::vector<Decision> match(std::span<const Line> lines, std::span<const OpenItem> items,
                            const MatchPolicy& policy, const MatchProgress& progress,
                            std::span<const SettledOrder> orders) {
    PackedItems packed_items;
    for (const OpenItem& item : items) {
        packed_items.add(item);
    }
    PackedLines packed_lines;
    for (const Line& line : lines) {
        packed_lines.add(line);
    }
    std::vector<Decision> decisions(lines.size());
    Matching(std::move(packed_items), orders, packed_lines, policy)
        .run([&](std::size_t line, Decision decision) { decisions[line] = std::move(decision); },
             progress, or_nobody({}));
    return decisions;
}

}  // namespace afletter
