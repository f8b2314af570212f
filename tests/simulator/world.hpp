// The made-up municipality: its accounts, debtors and suppliers, its open items, and what truly
// happened on its accounts. A world is a plan of plain numbers; what the bank and the ledger show
// of it is derived from the plan by items.hpp, statements.hpp and the writers.
#pragma once

#include <afletter/model/date.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "simulator/kinds.hpp"

namespace afletter::simulator {

inline constexpr std::uint32_t absent = 0xFFFF'FFFF;

enum class FormatChoice : std::uint8_t { mt940, camt, mixed };

// Of document numbers and references: one after the other, or with gaps of up to 1,000 between
// them. In a dense ledger a mistyped number is mostly somebody else's. `bare` is dense, and its
// document numbers are seven digits without prefix, which also stand in texts for other reasons.
enum class Numbering : std::uint8_t { dense, sparse, bare };

// What payers, their apps and the banks do to names and texts. `low`: everything is written as the
// ledger has it. `high`: typing errors, cut names, lost blanks, line breaks within numbers, fields
// mixed up.
enum class Noise : std::uint8_t { low, normal, high };

// Who pays for whom. `lifelike` adds what makes parties hard to tell apart: administrators with
// many clients, payment providers and bailiffs that pay for anybody, families of one surname and
// account, chains of one brand, landlords with a hundred bills of few amounts, suppliers with
// hundreds of invoices.
enum class Society : std::uint8_t { simple, lifelike };

struct WorldOptions {
    std::uint64_t seed = 1;
    std::uint32_t lines = 1000;          // bank lines: exactly so many
    std::optional<std::uint32_t> items;  // items that nobody pays: about as many; else as `lines`
    Mix mix;
    FormatChoice format = FormatChoice::mixed;
    std::uint32_t missing_percent = 0;  // of the items that lines pay: not in the ledger
    Numbering numbering = Numbering::dense;
    Noise noise = Noise::normal;
    Society society = Society::simple;
};

enum class StatementFormat : std::uint8_t {
    mt940_ing,
    mt940_abnamro,
    mt940_rabobank,
    camt_053_02,
    camt_053_08,
};

struct BankAccount {
    std::string iban;
    std::string number;  // what a statement calls it: the IBAN, or the number in it
    std::string bic;
    StatementFormat format = StatementFormat::camt_053_08;
    std::int64_t opening_cents = 0;
};

enum class PartyKind : std::uint8_t {
    citizen,
    company,
    supplier,
    administrator,
    provider,  // payment provider; like a bailiff, only in a lifelike society
    bailiff,
};
inline constexpr std::size_t party_kind_count = 6;

struct Party {
    PartyKind kind = PartyKind::citizen;
    bool account_known = false;            // the ledger holds the account it pays from
    bool joint_account = false;            // shared with its partner
    std::uint32_t partner = absent;        // a party of the same household
    std::uint32_t administrator = absent;  // the party that pays for it by court order
};

// In the order in which World::items has them.
enum class ItemType : std::uint8_t {
    assessment,   // property tax, waste, sewer: mass billing with few amounts
    dog_tax,      // one amount for all
    rent,         // the same amount each month
    permit,       // invoices: fees and permits
    credit_note,  // less than an invoice of the same party
    collection,   // collected by direct debit
    supplier_invoice,
};
inline constexpr std::size_t item_type_count = 7;

struct Item {
    ItemType type = ItemType::assessment;
    bool exported = true;  // false: the ledger never got it
    bool taken = false;    // paid by some line, or closed before the world began
    std::uint32_t party = absent;
    std::uint32_t number = 0;  // within its type, rising, from 1
    std::uint32_t batch = 0;   // the batch in which we collected or paid it; 0 for none
    std::int64_t amount = 0;   // cents; negative for a credit note
    std::int64_t open = 0;     // of it, when the world begins
    std::chrono::sys_days issued;
};

struct ItemRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

// What a line truly pays, or takes back of what was paid; signed as the line.
struct Payment {
    std::uint32_t item = absent;
    std::int64_t cents = 0;
};

// The unit of truth: one line to reconcile.
struct Transaction {
    LineKind kind = LineKind::unknown_receipt;
    std::uint8_t own_account = 0;    // of an own transfer: the other account
    std::uint32_t party = absent;    // the party it is for; absent: nobody the ledger knows
    std::uint32_t payer = absent;    // the party that pays; absent: somebody unknown to the ledger
    std::uint32_t named = absent;    // the item that is quoted, rightly or not
    std::uint32_t repeats = absent;  // the transaction of which this is the same again
    std::uint32_t first_payment = 0;
    std::uint32_t payment_count = 0;
    std::int64_t cents = 0;  // + received, - paid
};

enum class EntryType : std::uint8_t {
    receipt,
    transfer,    // our payment
    collection,  // our direct debits
    collection_return,
    transfer_return,
    charges,
    interest,
    own_account,
    treasury,
};

// One booking on an account: a transaction, or a batch of them that the bank itemises.
struct Entry {
    EntryType type = EntryType::receipt;
    std::uint8_t account = 0;
    bool itemised = false;  // a batch with a transaction for each item
    std::uint16_t day = 0;  // in World::days
    std::uint32_t first_transaction = 0;
    std::uint32_t transaction_count = 1;
    std::uint32_t batch = 0;       // 0 for a single transaction
    std::uint32_t batch_size = 0;  // how many we sent in it
    std::int64_t cents = 0;
};

struct World {
    WorldOptions options;
    std::vector<BankAccount> accounts;
    std::vector<std::chrono::sys_days> days;               // banking days, in order
    std::vector<Party> parties;                            // by kind
    std::array<ItemRange, party_kind_count> party_ranges;  // by PartyKind: first party and how many
    std::vector<Item> items;                               // by type
    std::array<ItemRange, item_type_count> item_ranges;
    std::vector<std::uint32_t> items_of_parties;   // items by party ...
    std::vector<std::uint32_t> items_of_party_at;  // ... where each party's begin, and the end
    std::vector<Payment> payments;
    std::vector<Transaction> transactions;
    std::vector<Entry> entries;  // by account, day and order of planning

    [[nodiscard]] std::span<const std::uint32_t> items_of(std::uint32_t party) const {
        const std::uint32_t first = items_of_party_at[party];
        return std::span(items_of_parties).subspan(first, items_of_party_at[party + 1] - first);
    }
    [[nodiscard]] std::span<const Payment> payments_of(const Transaction& transaction) const {
        return std::span(payments).subspan(transaction.first_payment, transaction.payment_count);
    }
    [[nodiscard]] ItemRange range_of(ItemType type) const {
        return item_ranges[static_cast<std::size_t>(type)];
    }
    [[nodiscard]] ItemRange range_of(PartyKind kind) const {
        return party_ranges[static_cast<std::size_t>(kind)];
    }
};

// The same options give the same world on every machine.
[[nodiscard]] World make_world(const WorldOptions& options);

}  // namespace afletter::simulator
