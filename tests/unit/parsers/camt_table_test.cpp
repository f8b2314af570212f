// Goes through the table of places: whatever stands at one of them, alone or beside another place
// of the same field, is told somewhere.
#include <set>

#include "camt/fields.hpp"
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using camt::Field;
using camt::FieldPath;
using camt::Group;

// Elements around `text`, for a path such as "Refs/MsgId".
std::string nested(std::string_view path, const std::string& text) {
    const std::size_t end = path.find('/');
    const std::string name(path.substr(0, end));
    const std::string inside =
        end == std::string_view::npos ? text : nested(path.substr(end + 1), text);
    return "<" + name + ">" + inside + "</" + name + ">";
}

bool is_one_of(Field field, std::initializer_list<Field> fields) {
    return std::ranges::find(fields, field) != fields.end();
}

bool is_amount(Field field) {
    return is_one_of(field, {Field::amount, Field::instructed_amount, Field::transaction_amount,
                             Field::counter_value, Field::charges_total, Field::charge_amount});
}

// Marks have a meaning only: CRDT, true, BOOK, the last page.
bool is_mark(Field field) {
    return is_one_of(field, {Field::direction, Field::charge_direction, Field::reversal,
                             Field::status, Field::page, Field::last_page});
}

std::string value_of(Field field, int number) {
    if (is_amount(field)) {
        return "3.0" + std::to_string(number);
    }
    if (is_one_of(field, {Field::booking_date, Field::value_date})) {
        return "2026-02-0" + std::to_string(number);
    }
    return "value" + std::to_string(number);
}

void tell(std::string& told, std::string_view text) {
    told.append(text).append("\n");
}

void tell(std::string& told, const std::optional<Money>& money) {
    tell(told, money ? to_decimal(*money) : "");
}

void tell(std::string& told, const std::optional<Date>& date) {
    tell(told, date ? to_iso(*date) : "");
}

void tell(std::string& told, const AmountDetails& details) {
    tell(told, details.instructed);
    tell(told, details.charges);
    tell(told, details.exchange_rate);
}

void tell(std::string& told, const TransactionDetail& detail) {
    tell(told, detail.amount);
    const Counterparty& party = detail.counterparty;
    for (const std::string& text :
         {detail.bank_reference, detail.end_to_end_id, detail.mandate_id, detail.creditor_id,
          detail.batch_id, detail.structured_reference, detail.remittance, detail.return_reason,
          detail.purpose, detail.other, party.name, party.ultimate_name, party.account,
          party.bic}) {
        tell(told, text);
    }
    tell(told, detail.amount_details);
}

// All that is told of a message with one entry.
std::string told_of(const std::string& statement) {
    const auto read = read_statement_bytes(camt_message(statement));
    const Statement& first = read.statements.at(0);
    std::string told;
    for (const std::string& text :
         {first.header.statement_id, first.header.sequence, first.header.created,
          first.header.account.other, first.header.account.owner, first.header.account.servicer_bic,
          first.closing.information, first.closing.other}) {
        tell(told, text);
    }
    for (const Entry& entry : first.entries) {
        for (const std::string& text :
             {entry.bank_reference, entry.customer_reference, entry.transaction_code,
              entry.batch_id, entry.description, entry.other}) {
            tell(told, text);
        }
        tell(told, entry.booking_date);
        tell(told, entry.value_date);
        tell(told, entry.amount_details);
        for (const TransactionDetail& detail : entry.details) {
            tell(told, detail);
        }
    }
    return told;
}

// A statement with these elements in a group of that kind.
std::string statement_with(Group group, const std::string& elements) {
    switch (group) {
        case Group::transaction:
            return camt_statement(camt_entry("10.00", camt_details(elements)));
        case Group::batch:
            return camt_statement(
                camt_entry("10.00", "<NtryDtls><Btch>" + elements + "</Btch></NtryDtls>"));
        case Group::entry:
            return camt_statement(camt_entry("10.00", elements));
        default:
            return "<Stmt>" + elements + "</Stmt>";
    }
}

// Values of both places, in one group.
void check_both(Group group, const FieldPath& first, const FieldPath& second) {
    CAPTURE(first.path, second.path);
    const std::string one = value_of(first.field, 1);
    const std::string other = value_of(first.field, 2);
    const std::string told =
        told_of(statement_with(group, nested(first.path, one) + nested(second.path, other)));
    CHECK_THAT(told, Catch::Contains(one));
    CHECK_THAT(told, Catch::Contains(other));
}

void check_beside_others(Group group, const FieldPath& first) {
    if (is_mark(first.field) || is_amount(first.field)) {
        return;
    }
    for (const FieldPath& second : camt::fields_of(group)) {
        if (first.field == second.field && &first != &second) {
            check_both(group, first, second);
        }
    }
}

constexpr auto told_groups = {Group::statement, Group::entry, Group::batch, Group::transaction};

}  // namespace

TEST_CASE("every place of the table is told, wherever its version puts it", "[parsers][camt]") {
    for (const Group group : told_groups) {
        for (const FieldPath& place : camt::fields_of(group)) {
            const bool is_own_amount = group == Group::entry && place.field == Field::amount;
            if (is_mark(place.field) || is_own_amount) {
                continue;
            }
            CAPTURE(place.path);
            const std::string value = value_of(place.field, 1);
            CHECK_THAT(told_of(statement_with(group, nested(place.path, value))),
                       Catch::Contains(value));
        }
    }
}

TEST_CASE("two places of one field are both told", "[parsers][camt]") {
    for (const Group group : told_groups) {
        for (const FieldPath& first : camt::fields_of(group)) {
            check_beside_others(group, first);
        }
    }
}

TEST_CASE("no place stands twice in the table of its group", "[parsers][camt]") {
    for (const Group group : {Group::message, Group::statement, Group::balance, Group::entry,
                              Group::batch, Group::transaction}) {
        std::set<std::string_view> paths;
        for (const FieldPath& place : camt::fields_of(group)) {
            CAPTURE(place.path);
            CHECK(paths.insert(place.path).second);
        }
    }
}

}  // namespace afletter::test
