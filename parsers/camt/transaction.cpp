// Reads one TxDtls.
#include "camt/transaction.hpp"

#include "camt/counterparty.hpp"
#include "camt/remittance.hpp"

namespace afletter::camt {

namespace {

// The first amount that is in the account's currency. An amount that cannot be read refuses the
// file, whether or not it would have been chosen: what is damaged here may be damaged elsewhere.
bool read_detail_amount(Reading& reading, const Record& record, Direction direction,
                        Booked& booked) {
    for (const Field field : {Field::amount, Field::transaction_amount, Field::counter_value,
                              Field::instructed_amount}) {
        const Fact* const fact = record.find(field);
        if (fact == nullptr) {
            continue;
        }
        const std::optional<Money> found =
            read_amount(reading, record, *fact, direction, booked.currency);
        if (!found) {
            return false;
        }
        if (found->currency() == booked.currency) {
            booked.amount = found;
            booked.fact = fact;
            return true;
        }
    }
    return true;
}

// The first identification of scheme SEPA; the scheme's name stands behind the number.
std::string_view find_creditor_id(const Record& record) {
    std::string_view id;
    for (const Fact& fact : record.facts()) {
        if (fact.field == Field::creditor_scheme_id) {
            id = fact.text();
        } else if (fact.field == Field::creditor_scheme && fact.text() == "SEPA") {
            return reference_text(id);
        }
    }
    return {};
}

std::string_view read_creditor_id(const Record& record, FieldSet& unsaid) {
    const bool has_scheme = record.has(Field::creditor_scheme);
    if (!has_scheme && !record.has(Field::creditor_scheme_id)) {
        return {};
    }
    const std::string_view id = has_scheme ? find_creditor_id(record) : std::string_view();
    if (id.empty() || id != record.text(Field::creditor_scheme_id)) {
        unsaid.add(Field::creditor_scheme_id);
        unsaid.add(Field::creditor_scheme);
    }
    return id;
}

void read_return_text(const Record& record, std::string& remittance) {
    for (const Fact& fact : record.facts()) {
        if (fact.field == Field::return_information) {
            append_text(remittance, fact.text());
        }
    }
}

}  // namespace

bool read_transaction(Reading& reading, const Record& record, const EntryContext& entry,
                      FieldSet unsaid, TransactionDetail& detail) {
    const std::optional<Direction> direction = record.has(Field::direction)
                                                   ? read_direction(reading, record)
                                                   : std::optional(entry.direction);
    Booked booked{.currency = entry.amount.currency(), .amount = {}};
    if (!direction || !read_detail_amount(reading, record, *direction, booked)) {
        return false;
    }
    detail.amount = booked.amount;
    set_text(detail.bank_reference, reference_text(record, Field::bank_reference));
    set_text(detail.end_to_end_id, reference_text(record, Field::end_to_end_id));
    set_text(detail.mandate_id, reference_text(record, Field::mandate_id));
    set_text(detail.batch_id, read_batch_id(record, unsaid));
    set_text(detail.creditor_id, read_creditor_id(record, unsaid));
    set_text(detail.purpose, record.text(Field::purpose));
    read_remittance(record, detail);
    set_text(detail.return_reason, record.text(Field::return_reason));
    const bool is_return = record.has(Field::return_given);
    if (is_return) {
        read_return_text(record, detail.remittance);
    }
    read_counterparty(record, {*direction, entry.reversal || is_return}, *entry.owner,
                      detail.counterparty, unsaid);
    read_amount_details(reading, record, booked, detail.amount_details, unsaid);
    read_other(reading, record, unsaid, detail.other);
    return true;
}

}  // namespace afletter::camt
