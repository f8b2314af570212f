// An entry that is filled again and again.
#include <string>

#include "entry_reuse.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

const std::string text(40, 'x');  // more than fits in a string itself

TransactionDetail full_detail(const Money& amount) {
    TransactionDetail detail;
    for (std::string* member :
         {&detail.bank_reference, &detail.end_to_end_id, &detail.mandate_id, &detail.creditor_id,
          &detail.batch_id, &detail.structured_reference, &detail.remittance, &detail.return_reason,
          &detail.purpose, &detail.counterparty.name, &detail.counterparty.ultimate_name,
          &detail.counterparty.account, &detail.counterparty.bic,
          &detail.amount_details.exchange_rate}) {
        *member = text;
    }
    detail.amount = amount;
    detail.counterparty.iban = Iban::parse("NL34BNGH0285000001").value();
    detail.amount_details.instructed = amount;
    detail.amount_details.charges = amount;
    detail.other = {text};
    return detail;
}

}  // namespace

TEST_CASE("a reset entry says nothing and keeps its memory", "[parsers]") {
    const Money amount(100, Currency::euro());
    Entry entry{.index = 7, .amount = amount, .status = EntryStatus::pending, .reversal = true};
    for (std::string* member : {&entry.bank_reference, &entry.customer_reference,
                                &entry.transaction_code, &entry.batch_id, &entry.description}) {
        *member = text;
    }
    entry.other = {text};
    entry.details = {full_detail(amount), full_detail(amount)};
    const char* const description = entry.description.data();
    const char* const remittance = entry.details[0].remittance.data();

    reset(entry, Currency::euro());
    CHECK(entry.index == 0);
    CHECK(entry.amount == Money(0, Currency::euro()));
    CHECK(entry.status == EntryStatus::booked);
    CHECK_FALSE(entry.reversal);
    CHECK((entry.bank_reference + entry.customer_reference + entry.transaction_code +
           entry.batch_id + entry.description)
              .empty());
    CHECK(entry.other.empty());
    REQUIRE(entry.details.size() == 1);
    const TransactionDetail& detail = entry.details[0];
    CHECK((detail.bank_reference + detail.end_to_end_id + detail.mandate_id + detail.creditor_id +
           detail.batch_id + detail.structured_reference + detail.remittance +
           detail.return_reason + detail.purpose + detail.counterparty.name +
           detail.counterparty.ultimate_name + detail.counterparty.account +
           detail.counterparty.bic + detail.amount_details.exchange_rate)
              .empty());
    CHECK_FALSE((detail.amount || detail.counterparty.iban || detail.amount_details.instructed ||
                 detail.amount_details.charges || !detail.other.empty()));

    entry.description = text;
    entry.details[0].remittance = text;
    CHECK(entry.description.data() == description);
    CHECK(entry.details[0].remittance.data() == remittance);
}

}  // namespace afletter::test
