// Reads both sides of a transaction and chooses.
#include "camt/counterparty.hpp"

#include <array>
#include <utility>

#include "camt/names.hpp"

namespace afletter::camt {

namespace {

struct SideNames {
    std::string_view party;
    std::string_view ultimate_party;
    std::string_view account;
    std::string_view agent;
    std::string_view agent_as_party;
};
constexpr SideNames debtor_side = {"RltdPties/Dbtr", "RltdPties/UltmtDbtr", "RltdPties/DbtrAcct",
                                   "RltdAgts/DbtrAgt", "RltdPties/Dbtr/Agt"};
constexpr SideNames creditor_side = {"RltdPties/Cdtr", "RltdPties/UltmtCdtr", "RltdPties/CdtrAcct",
                                     "RltdAgts/CdtrAgt", "RltdPties/Cdtr/Agt"};

Counterparty read_side(const xml::Element& details, const SideNames& side) {
    Counterparty party;
    party.name = text_of(details.find(side.party), names::party_name);
    if (party.name.empty()) {
        party.name = text_of(details.find(side.ultimate_party), names::party_name);
    }
    AccountNumber number = read_account_number(details.find(side.account));
    party.iban = std::move(number.iban);
    party.account = std::move(number.other);
    party.bic = text_of(details.find(side.agent), names::bic);
    if (party.bic.empty()) {
        party.bic = text_of(details.find(side.agent_as_party), names::bic);
    }
    return party;
}

bool has_account(const Counterparty& party) {
    return party.iban || !party.account.empty();
}

bool is_given(const Counterparty& party) {
    return has_account(party) || !party.name.empty();
}

// By account where there is one; else by the name that the statement gives its owner.
bool is_owner(const Counterparty& party, const Owner& owner) {
    if (has_account(party)) {
        return AccountNumber{party.iban, party.account} == owner.number;
    }
    return !party.name.empty() && party.name == owner.name;
}

}  // namespace

Counterparty read_counterparty(const xml::Element& details, Direction direction, bool is_return,
                               const Owner& owner) {
    Counterparty expected =
        read_side(details, direction == Direction::credit ? debtor_side : creditor_side);
    Counterparty opposite =
        read_side(details, direction == Direction::credit ? creditor_side : debtor_side);
    const bool opposite_is_other = is_given(opposite) && !is_owner(opposite, owner);
    if (is_owner(expected, owner)) {
        return opposite_is_other ? std::move(opposite) : Counterparty{};
    }
    return is_return && opposite_is_other ? std::move(opposite) : std::move(expected);
}

}  // namespace afletter::camt
