// The rules for returns. A bank hands back what we wrote in the order, so our own ids decide; what
// they do not name must be told apart from everything like it.
#include "policy/returns.hpp"

#include <algorithm>

#include "candidates/returns.hpp"
#include "policy/reasons.hpp"
#include "policy/weights.hpp"

namespace afletter::matching {

namespace {

// Below this probability nothing is opened without a person, whatever else holds.
constexpr int confidence_min_bp = 9'900;

class ReturnJudge {
  public:
    explicit ReturnJudge(const Weighing& weighing)
        : inquiry_(weighing.inquiry),
          search_(weighing.search),
          weighed_(weighing.weighed),
          leader_(weighing.weighed.front()) {}

    std::vector<Obstacle> judge() {
        judge_amount();
        judge_identity();
        forbid(!leader_.covers_what_is_named || has_rival(), Obstacle::another_fits_as_well);
        forbid(obstacles_.empty() && leader_.confidence_bp < confidence_min_bp,
               Obstacle::only_weak_evidence);
        if (!obstacles_.empty()) {
            add_obstacle(obstacles_, Obstacle::is_a_return);
        }
        return std::move(obstacles_);
    }

  private:
    void forbid(bool when, Obstacle obstacle) {
        if (when) {
            add_obstacle(obstacles_, obstacle);
        }
    }
    [[nodiscard]] bool found_by(Trail trail) const { return leader_.hypothesis.trails.has(trail); }

    [[nodiscard]] bool is_settled() const {
        return leader_.findings.is(Feature::settled, Level::equal);
    }

    void judge_amount() {
        const Currency currency = inquiry_.line.amount.currency();
        forbid(std::ranges::any_of(leader_.hypothesis.items,
                                   [&](ItemIndex index) {
                                       return inquiry_.books.item(index).original.currency() !=
                                              currency;
                                   }),
               Obstacle::currency_not_equal);
        forbid(!is_settled(), Obstacle::nothing_to_reopen);
    }

    void judge_identity() {
        if (found_by(Trail::end_to_end)) {
            // An order comes back as a whole.
            forbid(is_settled() && ItemSet(wholly_returned(inquiry_, inquiry_.by_end_to_end)) !=
                                       leader_.hypothesis.items,
                   Obstacle::another_fits_as_well);
            return;
        }
        // The order that comes back is one that the books do not hold.
        forbid(names_another_order() || unexplained_number(inquiry_, leader_.hypothesis) != nullptr,
               Obstacle::unknown_number_in_text);
        if (found_by(Trail::batch)) {  // as a whole, and not by one order of it
            forbid(!inquiry_.line.detail.end_to_end_id.empty(), Obstacle::unknown_number_in_text);
            return;
        }
        forbid(leader_.findings.is(Feature::date, Level::below), Obstacle::paid_before_issue);
        if (found_by(Trail::number)) {
            forbid(!is_of_payer(), Obstacle::name_not_confirmed);
            return;
        }
        forbid(!found_by(Trail::mandate), Obstacle::only_weak_evidence);
        forbid(found_by(Trail::mandate) && has_twin_of_mandate(), Obstacle::another_fits_as_well);
    }

    [[nodiscard]] bool names_another_order() const {
        return !inquiry_.line.detail.end_to_end_id.empty() &&
               std::ranges::any_of(leader_.hypothesis.items, [&](ItemIndex index) {
                   const std::string_view ours = inquiry_.books.item(index).source.end_to_end_id();
                   return !ours.empty() && ours != inquiry_.line.detail.end_to_end_id;
               });
    }

    [[nodiscard]] bool is_of_payer() const {
        return leader_.findings.is(Feature::account, Level::equal) ||
               leader_.findings.is(Feature::name, Level::equal);
    }

    // Collected under the same mandate for the same amount, whether it is settled by now or not.
    [[nodiscard]] bool has_twin_of_mandate() const {
        const auto collected = inquiry_.books.with_mandate(inquiry_.line.detail.mandate_id);
        const auto original = negated(inquiry_.line.amount);
        return std::ranges::count_if(collected, [&](ItemIndex index) {
                   return original && inquiry_.books.item(index).original == *original;
               }) > 1;
    }

    // Something of the same rank that could have come back as well.
    [[nodiscard]] bool has_rival() const {
        const bool is_named = leader_.hypothesis.trails.name_the_item();
        if (search_.too_many_named || (!is_named && search_.too_many_of_account)) {
            return true;
        }
        return std::any_of(weighed_.begin() + 1, weighed_.end(), [&](const Weighed& other) {
            const Trails& trails = other.hypothesis.trails;
            const bool same_rank =
                found_by(Trail::end_to_end)
                    ? trails.has(Trail::end_to_end)
                    : trails.name_the_item() || (!is_named && trails.has(Trail::mandate));
            return same_rank && other.findings.is(Feature::settled, Level::equal);
        });
    }

    const Inquiry& inquiry_;
    const Search& search_;
    const std::vector<Weighed>& weighed_;
    const Weighed& leader_;
    std::vector<Obstacle> obstacles_;
};

}  // namespace

std::vector<Obstacle> obstacles_of_return(const Weighing& weighing) {
    if (weighing.weighed.empty()) {
        return {Obstacle::is_a_return};
    }
    return ReturnJudge(weighing).judge();
}

std::string return_stratum_of(const Weighed& weighed) {
    const Trails& trails = weighed.hypothesis.trails;
    if (trails.has(Trail::end_to_end)) {
        return "return/end_to_end";
    }
    if (trails.has(Trail::batch)) {
        return "return/batch";
    }
    if (trails.has(Trail::number)) {
        return "return/number";
    }
    return trails.has(Trail::mandate) ? "return/mandate" : "return/other";
}

}  // namespace afletter::matching
