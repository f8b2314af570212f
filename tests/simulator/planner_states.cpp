// Receipts that pay an item as it stood at another time, or only in part.
#include <algorithm>

#include "simulator/planner.hpp"

namespace afletter::simulator {

namespace {

// What a reminder costs in the Netherlands, and what a writ adds for some (Kostenwet invordering
// rijksbelastingen, articles 2 and 3, rounded).
std::int64_t costs_of(std::int64_t open, Random& random) {
    const std::int64_t reminder = open > 454'00 ? 20'00 : 9'00;
    const std::int64_t writ = 51'00 + open / 500'00 * 4'00;
    return random.percent(25) ? reminder + writ : reminder;
}

}  // namespace

// The ledger shows the balance with its costs; the payer's slip shows the one before.
bool Planner::pay_earlier_balance() {
    const auto item = pick(ordinary_receivables(),
                           [&](std::uint32_t it) { return world_.items[it].open >= 25'00; });
    if (!settle(LineKind::earlier_balance, item)) {
        return false;
    }
    Item& paid = world_.items[*item];
    const std::int64_t costs = costs_of(paid.open, random_);
    paid.amount += costs;
    paid.open += costs;
    return true;
}

bool Planner::pay_part() {
    const auto item = pick(ordinary_receivables(),
                           [&](std::uint32_t it) { return world_.items[it].open >= 40'00; });
    const std::int64_t open = item ? world_.items[*item].open : 0;
    const std::int64_t short_of = random_.percent(40)
                                      ? random_.between(1, 25'00)
                                      : open - random_.between(20, 90) * open / 100 / 5'00 * 5'00;
    if (short_of >= open || !settle(LineKind::part_paid, item, -short_of)) {
        return false;
    }
    world_.payments.back().cents -= short_of;
    return true;
}

// Two people share a bill, or an app allows no more at a time.
bool Planner::pay_over_lines() {
    const std::uint32_t parts = 2 + random_.below(2);
    const auto item = pick(ordinary_receivables(),
                           [&](std::uint32_t it) { return world_.items[it].open >= 100'00; });
    auto day = item ? payment_day(world_.items[*item].issued) : std::nullopt;
    if (!day || lines_left() < parts) {
        return false;
    }
    Item& paid = world_.items[*item];
    paid.taken = true;
    const std::uint8_t account = any_account();
    std::int64_t left = paid.open;
    for (std::uint32_t part = 0; part < parts; ++part) {
        const std::int64_t now = part + 1 == parts ? left : random_.between(20, 70) * left / 100;
        left -= now;
        const Payment payment{.item = *item, .cents = now};
        book({.account = account, .day = *day},
             {.kind = LineKind::item_over_lines,
              .party = paid.party,
              .payer = paid.party,
              .named = *item,
              .cents = now},
             std::span(&payment, 1));
        day = later_day(*day, 2).value_or(*day);
    }
    return true;
}

}  // namespace afletter::simulator
