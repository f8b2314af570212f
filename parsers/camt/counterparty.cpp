// Reads both sides of a transaction and chooses.
#include "camt/counterparty.hpp"

namespace afletter::camt {

namespace {

struct Side {
    std::string_view name;
    std::string_view ultimate_name;
    AccountNumber account;
    std::string_view agent;
};

Side debtor_of(const Record& record) {
    return {record.text(Field::debtor_name), record.text(Field::debtor_ultimate_name),
            read_account_number(record, Field::debtor_iban, Field::debtor_number),
            record.text(Field::debtor_agent)};
}

Side creditor_of(const Record& record) {
    return {record.text(Field::creditor_name), record.text(Field::creditor_ultimate_name),
            read_account_number(record, Field::creditor_iban, Field::creditor_number),
            record.text(Field::creditor_agent)};
}

bool is_given(const Side& side) {
    return !side.account.empty() || !side.name.empty() || !side.ultimate_name.empty();
}

// By account where there is one; else by the name that the statement gives its owner.
bool is_owner(const Side& side, const Owner& owner) {
    if (side.account.empty()) {
        return !side.name.empty() && side.name == owner.name;
    }
    return side.account.iban == owner.iban && side.account.other == owner.number;
}

// An ultimate party stands in where the party itself has no name.
void take(const Side& side, Counterparty& counterparty) {
    counterparty.name = side.name.empty() ? side.ultimate_name : side.name;
    counterparty.ultimate_name = side.ultimate_name;
    counterparty.iban = side.account.iban;
    counterparty.account = side.account.other;
    counterparty.bic = side.agent;
}

}  // namespace

void read_counterparty(const Record& record, Direction direction, bool is_return,
                       const Owner& owner, Counterparty& counterparty) {
    const bool came = direction == Direction::credit;
    const Side expected = came ? debtor_of(record) : creditor_of(record);
    const bool expected_is_owner = is_owner(expected, owner);
    if (!is_return && !expected_is_owner) {
        take(expected, counterparty);
        return;
    }
    const Side opposite = came ? creditor_of(record) : debtor_of(record);
    if (is_given(opposite) && !is_owner(opposite, owner)) {
        take(opposite, counterparty);
    } else if (!expected_is_owner) {
        take(expected, counterparty);
    }
}

}  // namespace afletter::camt
