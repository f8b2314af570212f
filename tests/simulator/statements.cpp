// Walks through the plan in the order of the statements.
#include "simulator/statements.hpp"

#include <fmt/format.h>

#include "simulator/streams.hpp"

namespace afletter::simulator {

namespace {

// The entry's own with detail 0, those of its details from 1.
std::string bank_reference(std::size_t entry, std::size_t detail) {
    return fmt::format("26{:09}{:03}", entry + 1, detail);
}

// Banks count what was sent to them, or what they booked of it (ISO 20022: "included in the
// batch"), or nothing.
std::uint32_t batch_count_of(const World& world, const Entry& entry) {
    const std::string& bank = world.accounts[entry.account].bic;
    if (bank.starts_with("RABO")) {
        return 0;
    }
    if (bank.starts_with("INGB") && !entry.itemised) {
        return world.transactions[entry.first_transaction].payment_count;
    }
    return entry.batch_size;
}

// ABN AMRO says of a collection that it was booked as it was sent.
bool is_gross(const World& world, const Entry& entry) {
    return entry.type == EntryType::collection && !entry.itemised &&
           world.accounts[entry.account].bic.starts_with("ABNA") &&
           world.transactions[entry.first_transaction].payment_count == entry.batch_size;
}

BankEntry bank_entry(const World& world, std::size_t place) {
    const Entry& entry = world.entries[place];
    BankEntry shown{.type = entry.type,
                    .bank_reference = bank_reference(place, 0),
                    .cents = entry.cents,
                    .value_date = world.days[entry.day],
                    .reversal = entry.type == EntryType::collection_return ||
                                entry.type == EntryType::transfer_return,
                    .batch_id = {},
                    .transactions = {}};
    if (stream(world, Stream::dialect, place).percent(5)) {
        shown.value_date -= std::chrono::days(1);
    }
    if (entry.batch != 0) {
        shown.batch_id = batch_id_of(entry.type == EntryType::collection, entry.batch);
        shown.batch_count = batch_count_of(world, entry);
        shown.is_gross = is_gross(world, entry);
    }
    if (entry.batch != 0 && !entry.itemised) {
        return shown;
    }
    for (std::uint32_t count = 0; count < entry.transaction_count; ++count) {
        const std::uint32_t transaction = entry.first_transaction + count;
        shown.transactions.push_back(
            {.bank_reference = bank_reference(place, entry.itemised ? count + 1 : 0),
             .cents = world.transactions[transaction].cents,
             .words = wording_of(world, entry, transaction)});
    }
    return shown;
}

}  // namespace

void for_each_statement(const World& world,
                        const std::function<void(const BankStatement&)>& visit) {
    std::size_t place = 0;
    for (std::size_t account = 0; account < world.accounts.size(); ++account) {
        BankStatement statement{.account = &world.accounts[account],
                                .closing = world.accounts[account].opening_cents};
        while (place < world.entries.size() && world.entries[place].account == account) {
            const std::uint16_t day = world.entries[place].day;
            statement.date = world.days[day];
            statement.opening = statement.closing;
            statement.entries.clear();
            ++statement.sequence;
            for (; place < world.entries.size() && world.entries[place].account == account &&
                   world.entries[place].day == day;
                 ++place) {
                statement.entries.push_back(bank_entry(world, place));
                statement.closing += world.entries[place].cents;
            }
            visit(statement);
        }
    }
}

void for_each_truth_row(const World& world, const std::function<void(const TruthRow&)>& visit) {
    for (std::size_t place = 0; place < world.entries.size(); ++place) {
        const Entry& entry = world.entries[place];
        for (std::uint32_t count = 0; count < entry.transaction_count; ++count) {
            const Transaction& transaction = world.transactions[entry.first_transaction + count];
            TruthRow row{.account = &world.accounts[entry.account],
                         .bank_reference = bank_reference(place, entry.itemised ? count + 1 : 0),
                         .booking_date = world.days[entry.day],
                         .cents = transaction.cents,
                         .kind = transaction.kind,
                         .payments = {}};
            for (const Payment& payment : world.payments_of(transaction)) {
                if (world.items[payment.item].exported) {
                    row.payments.push_back(payment);
                }
            }
            visit(row);
        }
    }
}

}  // namespace afletter::simulator
