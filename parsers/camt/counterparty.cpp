// Reads both sides of a transaction and chooses.
#include "camt/counterparty.hpp"

namespace afletter::camt {

namespace {

// The fields of one side.
struct SideFields {
    Field name;
    Field ultimate_name;
    Field iban;
    Field number;
    Field agent;
};

constexpr SideFields debtor_fields{Field::debtor_name, Field::debtor_ultimate_name,
                                   Field::debtor_iban, Field::debtor_number, Field::debtor_agent};
constexpr SideFields creditor_fields{Field::creditor_name, Field::creditor_ultimate_name,
                                     Field::creditor_iban, Field::creditor_number,
                                     Field::creditor_agent};

struct Side {
    const SideFields& fields;
    std::string_view name;
    AccountNumber account;
};

Side read_side(const Record& record, const SideFields& fields) {
    return {fields, record.text(fields.name),
            read_account_number(record, fields.iban, fields.number)};
}

bool is_given(const Record& record, const Side& side) {
    return !side.account.empty() || !side.name.empty() || record.has(side.fields.ultimate_name);
}

bool has_owners_account(const Side& side, const Owner& owner) {
    return side.account.iban == owner.iban && side.account.other == owner.number;
}

// By account where there is one; else by the name that the statement gives its owner.
bool is_owner(const Side& side, const Owner& owner) {
    if (side.account.empty()) {
        return !side.name.empty() && side.name == owner.name;
    }
    return has_owners_account(side, owner);
}

// An ultimate party stands in where the party itself has no name.
void take(const Record& record, const Side& side, Counterparty& counterparty, FieldSet& unsaid) {
    const std::string_view ultimate_name = record.text(side.fields.ultimate_name);
    counterparty.name = side.name.empty() ? ultimate_name : side.name;
    counterparty.ultimate_name = ultimate_name;
    counterparty.iban = side.account.iban;
    counterparty.account = side.account.other;
    counterparty.bic = record.text(side.fields.agent);
    if (record.has(side.fields.iban) && record.has(side.fields.number)) {
        unsaid.add(side.fields.number);
    }
}

// Of the side that is not the counterparty, what the statement does not say of its owner: an
// account of its own for each debtor, or the department that was paid.
void leave(const Record& record, const Side& side, const Owner& owner, FieldSet& unsaid) {
    const auto leave_one = [&](Field field, bool is_said) {
        if (!is_said && record.has(field)) {
            unsaid.add(field);
        }
    };
    const SideFields& fields = side.fields;
    const bool is_owners_account = has_owners_account(side, owner);
    leave_one(fields.name, side.name == owner.name);
    leave_one(fields.ultimate_name, false);
    leave_one(fields.iban, is_owners_account);
    leave_one(fields.number, is_owners_account);
    leave_one(fields.agent, record.text(fields.agent) == owner.agent);
}

}  // namespace

void read_counterparty(const Record& record, const PartyContext& context, const Owner& owner,
                       Counterparty& counterparty, FieldSet& unsaid) {
    const bool came = context.direction == Direction::credit;
    const Side expected = read_side(record, came ? debtor_fields : creditor_fields);
    const Side opposite = read_side(record, came ? creditor_fields : debtor_fields);
    const bool expected_is_owner = is_owner(expected, owner);
    const bool tries_opposite = context.is_return || expected_is_owner;
    const bool takes_opposite =
        tries_opposite && is_given(record, opposite) && !is_owner(opposite, owner);
    if (takes_opposite) {
        take(record, opposite, counterparty, unsaid);
        leave(record, expected, owner, unsaid);
        return;
    }
    leave(record, opposite, owner, unsaid);
    if (expected_is_owner) {
        leave(record, expected, owner, unsaid);
    } else {
        take(record, expected, counterparty, unsaid);
    }
}

}  // namespace afletter::camt
