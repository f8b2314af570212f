// One table: its order is the order of telling, its columns the reasons.
#include "policy/reasons.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <array>

namespace afletter::matching {

namespace {

struct Row {
    Obstacle obstacle;
    ExceptionReason reason;
};
constexpr std::array table{
    Row{Obstacle::party_is_blocked, ExceptionReason::party_blocked},
    Row{Obstacle::is_a_return, ExceptionReason::returned},
    Row{Obstacle::other_leg_missing, ExceptionReason::in_transit},
    Row{Obstacle::currency_not_equal, ExceptionReason::currency_differs},
    Row{Obstacle::nothing_to_reopen, ExceptionReason::returned},
    Row{Obstacle::item_closed, ExceptionReason::already_settled},
    Row{Obstacle::check_digits_wrong, ExceptionReason::damaged_reference},
    Row{Obstacle::batch_sum_differs, ExceptionReason::batch_incomplete},
    Row{Obstacle::batch_count_differs, ExceptionReason::batch_incomplete},
    Row{Obstacle::account_of_another, ExceptionReason::contradiction},
    Row{Obstacle::account_has_another, ExceptionReason::contradiction},
    Row{Obstacle::number_is_mistyped, ExceptionReason::contradiction},
    Row{Obstacle::item_claimed_twice, ExceptionReason::ambiguous},
    Row{Obstacle::another_fits_as_well, ExceptionReason::ambiguous},
    Row{Obstacle::amount_not_equal, ExceptionReason::contradiction},
    Row{Obstacle::unknown_number_in_text, ExceptionReason::low_confidence},
    Row{Obstacle::name_not_confirmed, ExceptionReason::low_confidence},
    Row{Obstacle::paid_before_issue, ExceptionReason::low_confidence},
    Row{Obstacle::text_names_another, ExceptionReason::low_confidence},
    Row{Obstacle::amount_is_common, ExceptionReason::low_confidence},
    Row{Obstacle::only_weak_evidence, ExceptionReason::low_confidence},
    Row{Obstacle::stopped_by_sample, ExceptionReason::low_confidence},
    Row{Obstacle::no_item_found, ExceptionReason::no_candidate},
    Row{Obstacle::above_amount_limit, ExceptionReason::needs_second_person},
};

std::size_t place_of(Obstacle obstacle) {
    const auto row = std::ranges::find(table, obstacle, &Row::obstacle);
    AFLETTER_ASSERT(row != table.end());
    return static_cast<std::size_t>(row - table.begin());
}

// Whether the best candidate's amount stands so to the line's.
bool has_amount(const std::vector<Candidate>& candidates, Level level) {
    return !candidates.empty() &&
           std::ranges::any_of(candidates.front().evidence, [level](const Evidence& evidence) {
               return evidence.feature == Feature::amount && evidence.level == level;
           });
}

}  // namespace

void add_obstacle(std::vector<Obstacle>& obstacles, Obstacle obstacle) {
    const auto place = std::ranges::lower_bound(obstacles, place_of(obstacle), {}, place_of);
    if (place == obstacles.end() || *place != obstacle) {
        obstacles.insert(place, obstacle);
    }
}

ExceptionReason reason_for(const std::vector<Obstacle>& obstacles,
                           const std::vector<Candidate>& candidates, bool same_payment_twice) {
    AFLETTER_ASSERT(!obstacles.empty());
    const Obstacle first = obstacles.front();
    if (first == Obstacle::is_a_return && candidates.empty()) {
        return ExceptionReason::unknown_return;
    }
    if (first == Obstacle::item_claimed_twice && same_payment_twice) {
        return ExceptionReason::duplicate_payment;
    }
    const bool is_part =
        has_amount(candidates, Level::below) || has_amount(candidates, Level::part) ||
        has_amount(candidates, Level::earlier) || has_amount(candidates, Level::tolerated);
    if (first == Obstacle::amount_not_equal && is_part) {
        return ExceptionReason::amount_differs;
    }
    const bool is_over =
        has_amount(candidates, Level::above) || has_amount(candidates, Level::rounded);
    if (first == Obstacle::amount_not_equal && is_over) {
        return ExceptionReason::overpaid;
    }
    return table[place_of(first)].reason;
}

}  // namespace afletter::matching
