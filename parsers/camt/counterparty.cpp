// Reads both sides of a transaction and chooses.
#include "camt/counterparty.hpp"

#include <afletter/ascii.hpp>

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

bool is_separator(char c) {
    return c == ' ' || c == '.' || c == '-' || c == '\t';
}

// Whether `text` is this IBAN, printed in groups or in small letters as well. Cheaper than to check
// the text as an IBAN of its own, and nearly every transaction names its owner's.
bool is_iban(std::string_view text, std::string_view iban) {
    if (text == iban) {
        return true;
    }
    for (const char c : text) {
        if (is_separator(c)) {
            continue;
        }
        if (iban.empty() || to_upper(c) != iban.front()) {
            return false;
        }
        iban.remove_prefix(1);
    }
    return iban.empty();
}

// One of the two parties as the record has it, and what it takes to know whether it is the owner.
struct Side {
    const SideFields& fields;
    std::string_view name;
    std::string_view account;  // IBAN, else the number of another kind
    bool has_owners_account = false;
    bool is_owner = false;  // by account where there is one; else by the name of the owner
};

Side read_side(const Record& record, const SideFields& fields, const Owner& owner) {
    Side side{.fields = fields, .name = record.text(fields.name), .account = {}};
    const std::string_view iban = record.text(fields.iban);
    side.account = iban.empty() ? record.text(fields.number) : iban;
    if (side.account.empty()) {
        side.is_owner = !side.name.empty() && side.name == owner.name;
        return side;
    }
    side.has_owners_account =
        owner.iban ? is_iban(side.account, owner.iban->text()) : side.account == owner.number;
    side.is_owner = side.has_owners_account;
    return side;
}

bool is_given(const Record& record, const Side& side) {
    return !side.account.empty() || !side.name.empty() || record.has(side.fields.ultimate_name);
}

// An ultimate party stands in where the party itself has no name.
void take(const Record& record, const Side& side, Counterparty& counterparty, FieldSet& unsaid) {
    const std::string_view ultimate_name = record.text(side.fields.ultimate_name);
    set_text(counterparty.name, side.name.empty() ? ultimate_name : side.name);
    set_text(counterparty.ultimate_name, ultimate_name);
    const AccountNumber account = account_number(side.account);
    counterparty.iban = account.iban;
    set_text(counterparty.account, account.other);
    set_text(counterparty.bic, record.text(side.fields.agent));
    if (record.has(side.fields.iban) && record.has(side.fields.number)) {
        unsaid.add(side.fields.number);
    }
}

// Of the side that is not the counterparty, what the statement does not say of its owner: an
// account of its own for each debtor, or the department that was paid.
void leave(const Record& record, const Side& side, const Owner& owner, FieldSet& unsaid) {
    const SideFields& fields = side.fields;
    if (side.name != owner.name) {
        unsaid.add(fields.name);
    }
    unsaid.add(fields.ultimate_name);
    if (!side.has_owners_account) {
        unsaid.add(fields.iban);
        unsaid.add(fields.number);
    }
    if (record.text(fields.agent) != owner.agent) {
        unsaid.add(fields.agent);
    }
}

}  // namespace

void read_counterparty(const Record& record, const PartyContext& context, const Owner& owner,
                       Counterparty& counterparty, FieldSet& unsaid) {
    const bool came = context.direction == Direction::credit;
    const Side expected = read_side(record, came ? debtor_fields : creditor_fields, owner);
    const Side opposite = read_side(record, came ? creditor_fields : debtor_fields, owner);
    const bool tries_opposite = context.is_return || expected.is_owner;
    const bool takes_opposite = tries_opposite && is_given(record, opposite) && !opposite.is_owner;
    if (takes_opposite) {
        take(record, opposite, counterparty, unsaid);
        leave(record, expected, owner, unsaid);
        return;
    }
    leave(record, opposite, owner, unsaid);
    if (expected.is_owner) {
        leave(record, expected, owner, unsaid);
    } else {
        take(record, expected, counterparty, unsaid);
    }
}

}  // namespace afletter::camt
