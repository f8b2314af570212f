// Dutch names as they are given, and as banks and payers write them. A name is drawn from a party's
// own stream of chance, so it needs no storage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "simulator/random.hpp"

namespace afletter::simulator {

struct PersonName {
    std::vector<std::string_view> given;  // one to three
    std::string prefix;                   // van der, de, or nothing
    std::string surname;
    bool woman = false;
};

// Surnames are skewed as they are in the country: a quarter of the people share some eighty.
[[nodiscard]] PersonName make_person_name(Random& random);
[[nodiscard]] std::string make_company_name(Random& random);
[[nodiscard]] std::string make_supplier_name(Random& random);
[[nodiscard]] std::string make_administrator_name(Random& random);
[[nodiscard]] std::string make_provider_name(Random& random);
[[nodiscard]] std::string make_bailiff_name(Random& random);
// Branches of one brand have one name, or its number behind it.
[[nodiscard]] std::string make_branch_name(std::uint32_t brand, Random& random);
[[nodiscard]] std::string make_street_and_number(Random& random);

// "J.P. van der Meer": how the ledger has it.
[[nodiscard]] std::string formal_name(const PersonName& name);
// One of the many ways in which a bank has it: fewer initials, capitals, a title, turned round.
[[nodiscard]] std::string name_at_bank(const PersonName& name, Random& random);
[[nodiscard]] std::string joint_name(const PersonName& name, const PersonName& partner,
                                     Random& random);
// Capitals without diacritics, or cut short in the middle.
[[nodiscard]] std::string mangled(std::string_view name, Random& random);

// Letters without their marks, for the diacritics that the made-up names have.
[[nodiscard]] std::string without_diacritics(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);

}  // namespace afletter::simulator
