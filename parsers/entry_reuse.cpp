// clear() keeps the memory of a string; assigning an empty one would give it away.
#include "entry_reuse.hpp"

namespace afletter {

namespace {

template <class... Texts>
void clear_all(Texts&... texts) {
    (texts.clear(), ...);
}

void reset(Counterparty& party) {
    clear_all(party.name, party.ultimate_name, party.account, party.bic);
    party.iban.reset();
}

}  // namespace

void reset(AmountDetails& details) {
    details.instructed.reset();
    details.charges.reset();
    details.exchange_rate.clear();
}

void reset(TransactionDetail& detail) {
    detail.amount.reset();
    clear_all(detail.bank_reference, detail.end_to_end_id, detail.mandate_id, detail.creditor_id,
              detail.batch_id, detail.structured_reference, detail.remittance, detail.return_reason,
              detail.purpose, detail.other);
    reset(detail.counterparty);
    reset(detail.amount_details);
}

void reset(Entry& entry, Currency currency) {
    entry.index = 0;
    entry.booking_date.reset();
    entry.value_date.reset();
    entry.amount = Money(0, currency);
    entry.status = EntryStatus::booked;
    entry.reversal = false;
    clear_all(entry.bank_reference, entry.customer_reference, entry.transaction_code,
              entry.batch_id, entry.description, entry.other);
    entry.batch = {};
    reset(entry.amount_details);
    if (!entry.details.empty()) {
        entry.details.erase(entry.details.begin() + 1, entry.details.end());
        reset(entry.details.front());
    }
    entry.source_line = 0;
}

}  // namespace afletter
