// What the municipality itself sends, what comes back of it, and what the bank books by itself.
#include <algorithm>
#include <array>

#include "simulator/planner.hpp"

namespace afletter::simulator {

namespace {

constexpr std::size_t batch_size_max = 60;
constexpr std::chrono::days days_before_collection(14);

}  // namespace

bool Planner::collect(LineKind kind) {
    const bool itemised = kind == LineKind::collection_detail;
    const auto account = account_that_itemises(itemised);
    if (!account) {
        return false;
    }
    const std::uint16_t day = any_day();
    const std::size_t wanted = 2 + random_.below(batch_size_max - 1);
    const std::size_t size = itemised ? std::min<std::size_t>(wanted, lines_left()) : wanted;
    std::vector<Payment> payments;
    std::uint32_t sent = 0;
    while (payments.size() < size) {
        const auto item = pick(world_.range_of(ItemType::collection), [&](std::uint32_t it) {
            return world_.items[it].issued <= world_.days[day];
        });
        if (!item) {
            break;
        }
        Item& collected = world_.items[*item];
        collected.taken = true;
        collected.batch = batches_ + 1;
        ++sent;
        // A reject stays open; the entry is less by it, and does not say so.
        const bool net = kind == LineKind::collection_net_of_rejects;
        const bool rejected = net && sent > 1 && (sent == 2 || random_.percent(5));
        if (!rejected) {
            payments.push_back({.item = *item, .cents = collected.open});
        }
    }
    if (payments.empty()) {
        return false;
    }
    ++batches_;
    for (const Payment& payment : payments) {
        collected_.push_back({.item = payment.item, .account = *account, .day = day});
    }
    book_batch({.type = EntryType::collection,
                .account = *account,
                .day = day,
                .batch = batches_,
                .batch_size = sent},
               kind, payments, itemised);
    return true;
}

bool Planner::pay_supplier() {
    const auto item =
        pick(world_.range_of(ItemType::supplier_invoice), [](std::uint32_t) { return true; });
    const auto day = item ? payment_day(world_.items[*item].issued) : std::nullopt;
    if (!day) {
        return false;
    }
    Item& paid = world_.items[*item];
    paid.taken = true;
    const Payment payment{.item = *item, .cents = -paid.open};
    const Booked booked = book({.type = EntryType::transfer, .account = any_account(), .day = *day},
                               {.kind = LineKind::supplier_payment,
                                .party = paid.party,
                                .payer = paid.party,
                                .named = *item,
                                .cents = -paid.open},
                               std::span(&payment, 1));
    paid_suppliers_.push_back({.item = *item, .account = booked.account, .day = booked.day});
    return true;
}

bool Planner::pay_suppliers() {
    const bool itemised = random_.percent(30);
    const auto account = account_that_itemises(itemised);
    if (!account) {
        return false;
    }
    const std::uint16_t day = any_day();
    const std::size_t wanted = 2 + random_.below(batch_size_max / 2);
    const std::size_t size = itemised ? std::min<std::size_t>(wanted, lines_left()) : wanted;
    std::vector<Payment> payments;
    while (payments.size() < size) {
        const auto item = pick(world_.range_of(ItemType::supplier_invoice), [&](std::uint32_t it) {
            return world_.items[it].issued <= world_.days[day];
        });
        if (!item) {
            break;
        }
        Item& paid = world_.items[*item];
        paid.taken = true;
        paid.batch = batches_ + 1;
        payments.push_back({.item = *item, .cents = -paid.open});
    }
    if (payments.empty()) {
        return false;
    }
    ++batches_;
    book_batch({.type = EntryType::transfer,
                .account = *account,
                .day = day,
                .batch = batches_,
                .batch_size = static_cast<std::uint32_t>(payments.size())},
               LineKind::supplier_batch, payments, itemised);
    return true;
}

// A direct debit of a batch in this world, or of one before it.
bool Planner::return_collection() {
    Sent original;
    if (!collected_.empty() && random_.percent(70)) {
        original = random_.pick(collected_);
    } else {
        const auto item =
            pick(world_.range_of(ItemType::collection), [](std::uint32_t) { return true; });
        if (!item) {
            return false;
        }
        Item& earlier = world_.items[*item];
        earlier.taken = true;
        earlier.open = 0;
        earlier.issued = std::min(earlier.issued, world_.days.front() - days_before_collection);
        earlier.batch = ++batches_;
        original = {.item = *item, .account = any_account(), .day = 0};
    }
    const auto day = later_day(original.day, 5);
    if (!day) {
        return false;
    }
    const Item& item = world_.items[original.item];
    book({.type = EntryType::collection_return, .account = original.account, .day = *day},
         {.kind = LineKind::collection_return,
          .party = item.party,
          .payer = item.party,
          .named = original.item,
          .cents = -item.amount},
         {});
    return true;
}

bool Planner::return_transfer() {
    if (paid_suppliers_.empty()) {
        return false;
    }
    const Sent original = random_.pick(paid_suppliers_);
    const auto day = later_day(original.day, 5);
    if (!day) {
        return false;
    }
    const Item& item = world_.items[original.item];
    book({.type = EntryType::transfer_return, .account = original.account, .day = *day},
         {.kind = LineKind::supplier_return,
          .party = item.party,
          .payer = item.party,
          .named = original.item,
          .cents = item.open},
         {});
    return true;
}

// From a party of the ledger that pays a fee at the counter without an invoice, or from somebody
// nobody knows.
bool Planner::receive_unknown() {
    constexpr auto usual =
        std::to_array<std::int64_t>({15'00, 25'00, 29'45, 50'00, 61'10, 77'00, 100'00});
    const auto debtors = world_.range_of(PartyKind::citizen).count;
    const std::uint32_t party = random_.percent(35) ? random_.below(debtors) : absent;
    const std::int64_t cents =
        random_.percent(50) ? random_.pick(usual) : random_.between(5'00, 3'000'00);
    book({.account = any_account(), .day = any_day()},
         {.kind = LineKind::unknown_receipt, .party = party, .payer = party, .cents = cents}, {});
    return true;
}

bool Planner::book_of_bank(LineKind kind) {
    Entry entry{.type = EntryType::charges, .account = any_account(), .day = any_day()};
    std::int64_t cents = -random_.between(2'50, 190'00);
    if (kind == LineKind::interest) {
        entry.type = EntryType::interest;
        cents = random_.between(-90'00, 900'00);
    }
    if (kind == LineKind::treasury_sweep) {
        entry.type = EntryType::treasury;
        cents = random_.between(10, 900) * 1'000'00 * (random_.percent(50) ? 1 : -1);
    }
    book(entry, {.kind = kind, .cents = cents}, {});
    return true;
}

bool Planner::transfer_between_own() {
    if (lines_left() < 2) {
        return false;
    }
    const std::size_t accounts = world_.accounts.size();
    const std::uint8_t from = any_account();
    const auto to = static_cast<std::uint8_t>((from + 1 + random_.below(accounts - 1)) % accounts);
    const std::int64_t cents = random_.between(5, 400) * 1'000'00;
    const std::uint16_t day = any_day();
    book({.type = EntryType::own_account, .account = from, .day = day},
         {.kind = LineKind::own_transfer, .own_account = to, .cents = -cents}, {});
    book({.type = EntryType::own_account, .account = to, .day = day},
         {.kind = LineKind::own_transfer, .own_account = from, .cents = cents}, {});
    return true;
}

}  // namespace afletter::simulator
