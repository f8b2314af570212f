// Receipts that pay items: one, part of one, several, and those whose item is not in the ledger.
#include <afletter/model/identifiers.hpp>

#include <algorithm>
#include <array>
#include <iterator>

#include "simulator/planner.hpp"

namespace afletter::simulator {

namespace {

std::string check_digit_of(const std::string& digits) {
    return std::string(make_payment_reference(digits).value().text()).substr(0, 1);
}

}  // namespace

std::optional<Planner::Booked> Planner::settle(LineKind kind, std::optional<std::uint32_t> item,
                                               std::int64_t extra) {
    const auto day = item ? payment_day(world_.items[*item].issued) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    Item& paid = world_.items[*item];
    paid.taken = true;
    const Payment payment{.item = *item, .cents = paid.open};
    return book({.account = any_account(), .day = *day},
                {.kind = kind,
                 .party = paid.party,
                 .payer = paid.party,
                 .named = *item,
                 .cents = paid.open + extra},
                std::span(&payment, 1));
}

bool Planner::pay_one(LineKind kind) {
    const auto item =
        pick(ordinary_receivables(), [&](std::uint32_t it) { return fits(kind, it); });
    const auto booked = settle(kind, item);
    if (!booked) {
        return false;
    }
    Transaction& transaction = world_.transactions[booked->transaction];
    if (kind == LineKind::third_party_reference || kind == LineKind::third_party_no_reference) {
        transaction.payer = third_party_for(transaction.party);
    }
    if (kind == LineKind::provider_payment || kind == LineKind::bailiff_payment) {
        const ItemRange payers = world_.range_of(
            kind == LineKind::provider_payment ? PartyKind::provider : PartyKind::bailiff);
        transaction.payer = payers.first + random_.below(payers.count);
    }
    if (kind == LineKind::mistyped_reference && random_.percent(10)) {
        transaction.named = neighbour_by_typing(*item).value_or(*item);
    }
    if (kind <= LineKind::known_account && kind != LineKind::bare_document_number) {
        repeatable_.push_back(*booked);
    }
    return true;
}

bool Planner::fits(LineKind kind, std::uint32_t item) const {
    const Item& it = world_.items[item];
    const Party& party = world_.parties[it.party];
    switch (kind) {
        case LineKind::structured_reference:
        case LineKind::typed_reference:
        case LineKind::mistyped_reference:
        case LineKind::third_party_reference:
        case LineKind::provider_payment:
            return reference_type_of(world_, item) != ReferenceType::none;
        case LineKind::bare_document_number:
            return it.type == ItemType::rent || it.type == ItemType::permit;
        case LineKind::known_account:
            return party.account_known && same_amount_count(item) == 1;
        case LineKind::joint_payer:
            return party.partner != absent;
        default:
            return true;
    }
}

std::size_t Planner::same_amount_count(std::uint32_t item) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(world_.items_of(world_.items[item].party), [&](std::uint32_t other) {
            return world_.items[other].exported &&
                   world_.items[other].open == world_.items[item].open;
        }));
}

std::optional<std::uint32_t> Planner::neighbour_by_typing(std::uint32_t item) const {
    const Item& it = world_.items[item];
    const std::string digits = payment_reference_digits(it.type, it.number);
    const std::string own = std::string(make_payment_reference(digits).value().text());
    if (reference_of(world_, item) != own) {
        return std::nullopt;
    }
    for (std::uint32_t place = 1; place < 1'000'000; place *= 10) {
        for (std::uint32_t digit = 0; digit < 10; ++digit) {
            const std::uint32_t number = it.number - it.number / place % 10 * place + digit * place;
            const auto neighbour = item_numbered(it.type, number);
            if (neighbour && *neighbour != item && world_.items[*neighbour].exported &&
                check_digit_of(payment_reference_digits(it.type, number)) == own.substr(0, 1)) {
                return neighbour;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Planner::item_numbered(ItemType type, std::uint32_t number) const {
    const ItemRange range = world_.range_of(type);
    const auto items = std::span(world_.items).subspan(range.first, range.count);
    const auto found = std::ranges::lower_bound(items, number, {}, &Item::number);
    if (found == items.end() || found->number != number) {
        return std::nullopt;
    }
    return range.first + static_cast<std::uint32_t>(found - items.begin());
}

std::uint32_t Planner::third_party_for(std::uint32_t party) const {
    const Party& debtor = world_.parties[party];
    return debtor.administrator != absent ? debtor.administrator : debtor.partner;
}

bool Planner::pay_more_than_due() {
    const auto item = pick(ordinary_receivables(), [](std::uint32_t) { return true; });
    if (!item) {
        return false;
    }
    constexpr auto extras = std::to_array<std::int64_t>({1, 10, 1'00, 5'00, 10'00, 15'00, 100'00});
    const std::int64_t rounded_up = 10'00 - world_.items[*item].open % 10'00;
    const std::int64_t extra = random_.percent(50) ? rounded_up : random_.pick(extras);
    return settle(LineKind::overpaid, item, extra).has_value();
}

bool Planner::pay_in_parts() {
    const auto item = pick(ordinary_receivables(),
                           [&](std::uint32_t it) { return world_.items[it].open >= 40'00; });
    auto day = item ? payment_day(world_.items[*item].issued) : std::nullopt;
    if (!day) {
        return false;
    }
    Item& paid = world_.items[*item];
    paid.taken = true;
    constexpr auto plans = std::to_array<std::int64_t>({2, 3, 4, 8});
    const std::int64_t part = paid.open / random_.pick(plans);
    const std::uint32_t parts = std::min(1 + random_.below(3), lines_left());
    const std::uint8_t account = any_account();
    std::int64_t left = paid.open;
    for (std::uint32_t count = 0; count < parts && day && left > 0; ++count) {
        // What is left after the last whole part is paid with it.
        const std::int64_t now = left < 2 * part && left > part ? left : std::min(part, left);
        left -= now;
        const Payment payment{.item = *item, .cents = now};
        book({.account = account, .day = *day},
             {.kind = LineKind::instalment,
              .party = paid.party,
              .payer = paid.party,
              .named = *item,
              .cents = now},
             std::span(&payment, 1));
        day = later_day(*day, 22);
    }
    return true;
}

// Payers who look at last month's slip. With equal amounts the number given would decide, by law
// (the payer designates), so the amounts differ.
bool Planner::pay_wrong_item_number() {
    std::uint32_t other = absent;
    const auto item = pick(ordinary_receivables(), [&](std::uint32_t it) {
        for (const std::uint32_t candidate : payable_with(it)) {
            if (world_.items[candidate].open != world_.items[it].open &&
                reference_type_of(world_, candidate) != ReferenceType::none) {
                other = candidate;
                return true;
            }
        }
        return false;
    });
    const auto booked = settle(LineKind::reference_of_other_item, item);
    if (!booked) {
        return false;
    }
    world_.transactions[booked->transaction].named = other;
    return true;
}

std::vector<std::uint32_t> Planner::payable_with(std::uint32_t item) const {
    std::vector<std::uint32_t> items;
    std::ranges::copy_if(
        world_.items_of(world_.items[item].party), std::back_inserter(items),
        [&](std::uint32_t it) { return is_free(it) && world_.items[it].type <= ItemType::permit; });
    std::ranges::stable_sort(items, {}, [&](std::uint32_t it) { return world_.items[it].issued; });
    return items;
}

bool Planner::pay_several(bool named) {
    const auto item = pick(ordinary_receivables(), [&](std::uint32_t it) {
        const bool known = world_.parties[world_.items[it].party].account_known;
        return (named || known) && payable_with(it).size() > 1;
    });
    if (!item) {
        return false;
    }
    std::vector<std::uint32_t> items = payable_with(*item);
    items.resize(std::min<std::size_t>(items.size(), 2 + random_.below(3)));
    const auto day = payment_day(world_.items[items.back()].issued);
    if (!day) {
        return false;
    }
    const std::uint32_t party = world_.items[*item].party;
    Transaction transaction{
        .kind = named ? LineKind::several_items_named : LineKind::several_items_not_named,
        .party = party,
        .payer = party,
        .named = named ? items.front() : absent};
    std::vector<Payment> payments;
    for (const std::uint32_t it : items) {
        world_.items[it].taken = true;
        payments.push_back({.item = it, .cents = world_.items[it].open});
        transaction.cents += world_.items[it].open;
    }
    book({.account = any_account(), .day = *day}, transaction, payments);
    return true;
}

bool Planner::pay_one_of_twins() {
    const auto any = pick(ordinary_receivables(), [&](std::uint32_t it) {
        return world_.parties[world_.items[it].party].account_known && same_amount_count(it) > 1;
    });
    if (!any) {
        return false;
    }
    // Payers pay the oldest first.
    const auto items = payable_with(*any);
    const auto oldest = std::ranges::find_if(
        items, [&](std::uint32_t it) { return world_.items[it].open == world_.items[*any].open; });
    return settle(LineKind::equal_twins, *oldest).has_value();
}

bool Planner::pay_net_of_credit() {
    std::uint32_t invoice = absent;
    const auto credit = pick(world_.range_of(ItemType::credit_note), [&](std::uint32_t it) {
        const auto invoices = payable_with(it);
        const auto larger = std::ranges::find_if(invoices, [&](std::uint32_t other) {
            return world_.items[other].open > -world_.items[it].open;
        });
        invoice = larger == invoices.end() ? absent : *larger;
        return invoice != absent;
    });
    if (!credit) {
        return false;
    }
    Item& less = world_.items[*credit];
    Item& paid = world_.items[invoice];
    const auto day = payment_day(std::max(less.issued, paid.issued));
    if (!day) {
        return false;
    }
    less.taken = paid.taken = true;
    const std::array payments{Payment{.item = invoice, .cents = paid.open},
                              Payment{.item = *credit, .cents = less.open}};
    book({.account = any_account(), .day = *day},
         {.kind = LineKind::netted_credit_note,
          .party = paid.party,
          .payer = paid.party,
          .named = invoice,
          .cents = paid.open + less.open},
         payments);
    return true;
}

bool Planner::pay_missing_item(bool with_reference) {
    const LineKind kind =
        with_reference ? LineKind::missing_item_reference : LineKind::missing_item_no_reference;
    const auto item = pick(ordinary_receivables(), [&](std::uint32_t it) {
        return with_reference ? reference_type_of(world_, it) != ReferenceType::none
                              : world_.parties[world_.items[it].party].account_known;
    });
    if (!settle(kind, item)) {
        return false;
    }
    world_.items[*item].exported = false;
    return true;
}

// Of something that a line here paid, or that was settled before the world began.
bool Planner::pay_again() {
    if (!repeatable_.empty() && random_.percent(70)) {
        const Booked first = random_.pick(repeatable_);
        const auto day = later_day(first.day, 15);
        if (!day) {
            return false;
        }
        Transaction again = world_.transactions[first.transaction];
        again.kind = LineKind::duplicate_payment;
        again.repeats = first.transaction;
        book({.account = first.account, .day = *day}, again, {});
        return true;
    }
    const auto item = pick(ordinary_receivables(), [&](std::uint32_t it) {
        return reference_type_of(world_, it) != ReferenceType::none;
    });
    const auto booked = settle(LineKind::duplicate_payment, item);
    if (!booked) {
        return false;
    }
    world_.items[*item].open = 0;
    world_.transactions[booked->transaction].payment_count = 0;
    return true;
}

}  // namespace afletter::simulator
