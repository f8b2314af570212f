// Who the debtors and suppliers are: their names and accounts, derived from their number.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulator/names.hpp"
#include "simulator/world.hpp"

namespace afletter::simulator {

// Fills World::parties and party_ranges for about so many items.
void make_parties(World& world, std::uint32_t items_wanted);

[[nodiscard]] PersonName person_of(const World& world, std::uint32_t party);  // of a citizen
[[nodiscard]] std::string ledger_name(const World& world, std::uint32_t party);
[[nodiscard]] std::string party_id(const World& world, std::uint32_t party);

struct AccountNumber {
    std::string iban;
    std::string bic;
};
// The account a party pays from; shared with the partner when it is a joint one.
[[nodiscard]] AccountNumber account_of(const World& world, std::uint32_t party);
// An account that nobody in the ledger has.
[[nodiscard]] AccountNumber foreign_account(const World& world, Random& random);
// What the ledger holds: none, the account it pays from, others beside it, its administrator's.
[[nodiscard]] std::vector<std::string> known_ibans(const World& world, std::uint32_t party);

}  // namespace afletter::simulator
