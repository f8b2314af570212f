// The world as the bank shows it: statements of entries with names, accounts and texts, made one
// at a time from the plan. The writers turn them into files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/items.hpp"
#include "simulator/world.hpp"

namespace afletter::simulator {

// The other side of a transaction and what it says.
struct Wording {
    std::string name;
    std::string iban;
    std::string bic;
    ReferenceType reference_type = ReferenceType::none;
    std::string structured_reference;
    std::string remittance;  // empty beside a structured reference, as the scheme has it
    std::string end_to_end_id;
    std::string mandate_id;
    std::string return_reason;
};

// What the parties wrote in one transaction.
[[nodiscard]] Wording wording_of(const World& world, const Entry& entry, std::uint32_t transaction);

struct BankTransaction {
    std::string bank_reference;
    std::int64_t cents = 0;
    Wording words;
};

struct BankEntry {
    EntryType type = EntryType::receipt;
    std::string bank_reference;
    std::int64_t cents = 0;
    std::chrono::sys_days value_date;
    bool reversal = false;
    std::string batch_id;                       // empty for a single transaction
    std::uint32_t batch_count = 0;              // as the bank counts; 0: it does not say
    bool is_gross = false;                      // it says that nothing was taken off
    std::vector<BankTransaction> transactions;  // none: a batch that is not itemised
};

struct BankStatement {
    const BankAccount* account = nullptr;
    std::uint32_t sequence = 0;  // from 1 for each account
    std::chrono::sys_days date;
    std::int64_t opening = 0;
    std::int64_t closing = 0;
    std::vector<BankEntry> entries;
};

// One for each account and banking day with movements, by account and date.
void for_each_statement(const World& world, const std::function<void(const BankStatement&)>& visit);

// What is true of one line to reconcile. The bank reference is unique in the world.
struct TruthRow {
    const BankAccount* account = nullptr;
    std::string bank_reference;
    std::chrono::sys_days booking_date;
    std::int64_t cents = 0;
    LineKind kind = LineKind::unknown_receipt;
    std::vector<Payment> payments;  // only of items that are in the ledger
};
void for_each_truth_row(const World& world, const std::function<void(const TruthRow&)>& visit);

inline constexpr std::string_view owner_name = "Gemeente Waterwoude";
inline constexpr std::string_view owner_creditor_id = "NL56ZZZ063900010000";

}  // namespace afletter::simulator
