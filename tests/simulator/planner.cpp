// Draws kinds until there are enough lines, and keeps the books of the plan.
#include "simulator/planner.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "simulator/streams.hpp"

namespace afletter::simulator {

Planner::Planner(World& world) : world_(world), random_(stream(world, Stream::plan)) {}

void Planner::plan() {
    const Mix& mix = world_.options.mix;
    // One of each kind first, so that a small world shows all of them.
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        bool planned = mix.weights[kind] == 0;
        for (int tries = 0; tries < 20 && !planned && lines_left() > 1; ++tries) {
            planned = plan(static_cast<LineKind>(kind));
        }
    }
    int failures = 0;
    while (lines_left() > 0) {
        const bool stuck = failures > 2'000;
        const LineKind kind = stuck ? LineKind::unknown_receipt
                                    : static_cast<LineKind>(random_.weighted(mix.weights));
        failures = plan(kind) ? 0 : failures + 1;
    }
    std::ranges::stable_sort(world_.entries, [](const Entry& left, const Entry& right) {
        return std::pair(left.account, left.day) < std::pair(right.account, right.day);
    });
    pay_twins_in_order();
    reopen_what_came_back();
    lose_items();
}

// Plans are not made in order of time; payers are: of equal items of one kind the oldest is paid
// first. So whoever names none of them means the oldest that is open, as the law has it too.
void Planner::pay_twins_in_order() {
    using Twins = std::tuple<std::uint32_t, ItemType, std::int64_t>;  // party, kind, amount
    std::map<Twins, std::vector<const Entry*>> payments;
    std::set<Twins> unnamed;
    for (const Entry& entry : world_.entries) {
        const Transaction& transaction = world_.transactions[entry.first_transaction];
        if (pays_what_it_names(transaction)) {
            const Twins twins(transaction.party, world_.items[transaction.named].type,
                              transaction.cents);
            payments[twins].push_back(&entry);
            if (transaction.kind == LineKind::equal_twins) {
                unnamed.insert(twins);
            }
        }
    }
    for (const Twins& twins : unnamed) {
        pay_in_order(std::move(payments[twins]));
    }
}

// The whole of one item, and nothing about it depends on which of several equal ones it is.
bool Planner::pays_what_it_names(const Transaction& transaction) const {
    const auto payments = world_.payments_of(transaction);
    return payments.size() == 1 && payments.front().item == transaction.named &&
           transaction.kind != LineKind::mistyped_reference &&
           world_.items[transaction.named].exported &&
           world_.items[transaction.named].open == transaction.cents;
}

void Planner::pay_in_order(std::vector<const Entry*> entries) {
    std::ranges::stable_sort(entries, {}, &Entry::day);
    std::vector<std::uint32_t> items;
    items.reserve(entries.size());
    for (const Entry* entry : entries) {
        items.push_back(world_.transactions[entry->first_transaction].named);
    }
    std::ranges::sort(
        items, {}, [&](std::uint32_t item) { return std::pair(world_.items[item].issued, item); });
    for (std::size_t place = 0; place < items.size(); ++place) {
        Transaction& transaction = world_.transactions[entries[place]->first_transaction];
        transaction.named = items[place];
        world_.payments[transaction.first_payment].item = items[place];
    }
}

// A return takes back what was paid of its item, once: whatever comes back again opens nothing.
void Planner::reopen_what_came_back() {
    std::set<std::uint32_t> reopened;
    for (const Entry& entry : world_.entries) {
        Transaction& transaction = world_.transactions[entry.first_transaction];
        const bool came_back = transaction.kind == LineKind::collection_return ||
                               transaction.kind == LineKind::supplier_return;
        if (came_back && reopened.insert(transaction.named).second) {
            transaction.first_payment = static_cast<std::uint32_t>(world_.payments.size());
            transaction.payment_count = 1;
            world_.payments.push_back({.item = transaction.named, .cents = transaction.cents});
        }
    }
}

void Planner::lose_items() {
    for (const Payment& payment : world_.payments) {
        Random random = stream(world_, Stream::missing, payment.item);
        if (random.percent(world_.options.missing_percent)) {
            world_.items[payment.item].exported = false;
        }
    }
}

bool Planner::plan(LineKind kind) {
    switch (kind) {
        case LineKind::collection_batch:
        case LineKind::collection_detail:
        case LineKind::collection_net_of_rejects:
            return collect(kind);
        case LineKind::supplier_payment:
            return pay_supplier();
        case LineKind::supplier_batch:
            return pay_suppliers();
        case LineKind::collection_return:
            return return_collection();
        case LineKind::supplier_return:
            return return_transfer();
        case LineKind::bank_charges:
        case LineKind::interest:
        case LineKind::treasury_sweep:
            return book_of_bank(kind);
        case LineKind::own_transfer:
            return transfer_between_own();
        default:
            return plan_what_others_pay(kind);
    }
}

bool Planner::plan_what_others_pay(LineKind kind) {
    switch (kind) {
        case LineKind::reference_of_other_item:
            return pay_wrong_item_number();
        case LineKind::several_items_named:
            return pay_several(true);
        case LineKind::several_items_not_named:
            return pay_several(false);
        case LineKind::instalment:
            return pay_in_parts();
        case LineKind::overpaid:
            return pay_more_than_due();
        case LineKind::equal_twins:
            return pay_one_of_twins();
        case LineKind::netted_credit_note:
            return pay_net_of_credit();
        case LineKind::missing_item_reference:
            return pay_missing_item(true);
        case LineKind::missing_item_no_reference:
            return pay_missing_item(false);
        case LineKind::duplicate_payment:
            return pay_again();
        case LineKind::unknown_receipt:
            return receive_unknown();
        case LineKind::earlier_balance:
            return pay_earlier_balance();
        case LineKind::part_paid:
            return pay_part();
        case LineKind::item_over_lines:
            return pay_over_lines();
        default:
            return pay_one(kind);
    }
}

Planner::Booked Planner::book(const Entry& entry, Transaction transaction,
                              std::span<const Payment> payments) {
    Entry booked = entry;
    booked.cents = transaction.cents;
    booked.first_transaction = add_transaction(transaction, payments);
    world_.entries.push_back(booked);
    return {.transaction = booked.first_transaction, .account = entry.account, .day = entry.day};
}

void Planner::book_batch(Entry entry, LineKind kind, std::span<const Payment> payments,
                         bool itemised) {
    entry.first_transaction = static_cast<std::uint32_t>(world_.transactions.size());
    entry.itemised = itemised;
    entry.transaction_count = itemised ? static_cast<std::uint32_t>(payments.size()) : 1;
    for (const Payment& payment : payments) {
        entry.cents += payment.cents;
        if (itemised) {
            const std::uint32_t party = world_.items[payment.item].party;
            add_transaction({.kind = kind,
                             .party = party,
                             .payer = party,
                             .named = payment.item,
                             .cents = payment.cents},
                            std::span(&payment, 1));
        }
    }
    if (!itemised) {
        add_transaction({.kind = kind, .cents = entry.cents}, payments);
    }
    world_.entries.push_back(entry);
}

std::uint32_t Planner::add_transaction(Transaction transaction, std::span<const Payment> payments) {
    AFLETTER_ASSERT(lines_left() > 0);
    transaction.first_payment = static_cast<std::uint32_t>(world_.payments.size());
    transaction.payment_count = static_cast<std::uint32_t>(payments.size());
    world_.payments.insert(world_.payments.end(), payments.begin(), payments.end());
    world_.transactions.push_back(transaction);
    ++lines_;
    return static_cast<std::uint32_t>(world_.transactions.size() - 1);
}

std::uint32_t Planner::lines_left() const {
    return world_.options.lines - lines_;
}

std::uint8_t Planner::any_account() {
    // Most of the money comes in on the first account.
    const std::size_t account = random_.percent(40) ? 0 : random_.below(world_.accounts.size());
    return static_cast<std::uint8_t>(account);
}

std::optional<std::uint8_t> Planner::account_that_itemises(bool itemises) {
    for (int tries = 0; tries < 50; ++tries) {
        const std::uint8_t account = any_account();
        const StatementFormat format = world_.accounts[account].format;
        const bool camt =
            format == StatementFormat::camt_053_02 || format == StatementFormat::camt_053_08;
        if (camt || !itemises) {
            return account;
        }
    }
    return std::nullopt;
}

std::optional<std::uint16_t> Planner::payment_day(std::chrono::sys_days issued) {
    const auto first = std::ranges::lower_bound(world_.days, issued);
    if (first == world_.days.end()) {
        return std::nullopt;
    }
    const std::int64_t earliest = first - world_.days.begin();
    const auto last = static_cast<std::int64_t>(world_.days.size()) - 1;
    // Most people pay within two months of the bill.
    const std::int64_t usual = random_.percent(75) ? std::min(last, earliest + 42) : last;
    return static_cast<std::uint16_t>(random_.between(earliest, usual));
}

std::optional<std::uint16_t> Planner::later_day(std::uint16_t day, std::uint16_t most) {
    const std::int64_t later = day + random_.between(1, most);
    if (later >= static_cast<std::int64_t>(world_.days.size())) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(later);
}

std::uint16_t Planner::any_day() {
    return static_cast<std::uint16_t>(random_.below(world_.days.size()));
}

bool Planner::is_free(std::uint32_t item) const {
    return !world_.items[item].taken && world_.items[item].exported;
}

ItemRange Planner::ordinary_receivables() const {
    const ItemRange last = world_.range_of(ItemType::permit);
    return {.first = 0, .count = last.first + last.count};
}

}  // namespace afletter::simulator
