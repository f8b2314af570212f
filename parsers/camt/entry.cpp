// Assembles one Ntry from its own fields and its transactions.
#include "camt/entry.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "entry_reuse.hpp"
#include "mt940/information.hpp"

namespace afletter::camt {

namespace {

bool is_true(std::string_view text) {
    return text == "true" || text == "1";
}

constexpr auto code_fields = std::to_array(
    {Field::code_domain, Field::code_family, Field::code_sub_family, Field::code_proprietary});

bool has_code(const Record& record) {
    return std::ranges::any_of(code_fields, [&](Field field) { return record.has(field); });
}

}  // namespace

EntryReader::EntryReader(Reading& reading, const Owner& owner,
                         std::optional<Currency> account_currency)
    : reading_(reading),
      owner_(owner),
      account_currency_(account_currency),
      entry_{.amount = Money(0, account_currency.value_or(Currency::euro()))} {}

void EntryReader::begin(std::uint32_t index) {
    reset(entry_, entry_.amount.currency());
    entry_.index = index;
    batches_ = 0;
    details_ = 0;
    is_readable_ = true;
    context_.reset();
    check_.begin();
    transaction_code_.clear();
    information_.clear();
}

void EntryReader::add_batch(const Record& batch) {
    FieldSet unsaid;
    BatchTotals totals = read_batch_totals(batch, account_currency_, unsaid);
    check_.add_batch(totals.transactions);
    if (++batches_ > 1) {  // what each says is of itself, and nothing is of the entry
        tell_totals(std::exchange(entry_.batch, {}), entry_.other);
        tell_totals(totals, entry_.other);
    } else {
        entry_.batch = totals;
    }
    const std::string_view id = read_batch_id(batch, unsaid);
    if (entry_.batch_id.empty()) {
        entry_.batch_id = id;
    } else if (id != entry_.batch_id) {  // of several batches, the entry has the first one's name
        unsaid.add(Field::payment_information_id);
        unsaid.add(Field::message_id);
    }
    read_other(reading_, batch, unsaid, entry_.other, "Btch/");
}

TransactionDetail& EntryReader::next_detail() {
    if (details_ == entry_.details.size()) {
        entry_.details.emplace_back();
    }
    return entry_.details[details_++];
}

void EntryReader::add_transaction(const Record& head, const Record& transaction) {
    read_context(head);
    if (!context_) {
        return;
    }
    TransactionDetail& detail = next_detail();
    if (!read_transaction(reading_, transaction, *context_, read_code(head, transaction), detail)) {
        is_readable_ = false;
        return;
    }
    check_.add(detail);
    // The text of the only transaction describes the entry. One of several must not: a number in it
    // would speak for the others as well.
    const std::string_view information = transaction.text(Field::transaction_information);
    if (details_ == 1) {
        information_ = information;
    } else {
        append_text(entry_.details.front().remittance, information_);
        information_.clear();
        append_text(detail.remittance, information);
    }
}

// The code of the first transaction is the entry's where the entry has none itself. One that says
// something else than its entry stays unsaid.
FieldSet EntryReader::read_code(const Record& head, const Record& transaction) {
    FieldSet unsaid;
    if (!has_code(transaction)) {
        return unsaid;
    }
    if (!has_code(head) && transaction_code_.empty()) {
        read_transaction_code(transaction, transaction_code_, unsaid);
        return unsaid;
    }
    for (const Field field : code_fields) {
        if (transaction.has(field) && transaction.text(field) != head.text(field)) {
            unsaid.add(field);
        }
    }
    return unsaid;
}

// Amount and direction come before the transactions, which need them (ISO 20022 orders Ntry so).
void EntryReader::read_context(const Record& head) {
    if (context_ || !is_readable_) {
        return;
    }
    const std::optional<Direction> direction = read_direction(reading_, head);
    const Fact* const amount = head.find(Field::amount);
    if (amount == nullptr) {
        reading_.report(Severity::error, "camt.amount", reading_.start_of(head),
                        "expected an amount (Amt) in every entry, found none",
                        "Ask the bank for a correct file; Afletter does not guess amounts.");
    }
    const std::optional<Money> money =
        amount != nullptr ? read_amount(reading_, head, *amount,
                                        direction.value_or(Direction::credit), account_currency_)
                          : std::nullopt;
    if (money) {
        check_currency(head, *amount, *money);
    }
    if (direction && money) {
        context_ = EntryContext{*money, *direction, is_true(head.text(Field::reversal)), &owner_};
    } else {
        is_readable_ = false;
    }
}

void EntryReader::check_currency(const Record& head, const Fact& amount, const Money& money) {
    if (account_currency_ && money.currency() != *account_currency_) {
        reading_.report(Severity::warning, "camt.entry.currency",
                        reading_.position_of(head, amount),
                        fmt::format("expected an entry in the account's currency {}, found {}",
                                    account_currency_->code(), money.currency().code()),
                        "It is not matched by itself. Ask the bank what it charged.");
    }
}

// ExternalEntryStatus1Code. Banks that leave it out mean booked.
std::optional<EntryStatus> EntryReader::read_status(const Record& head) {
    const Fact* const status = head.find(Field::status);
    const std::string_view code = status == nullptr ? std::string_view() : status->text();
    if (code.empty() || code == "BOOK") {
        return EntryStatus::booked;
    }
    if (code == "PDNG") {
        return EntryStatus::pending;
    }
    if (code == "INFO") {
        return EntryStatus::information;
    }
    if (code == "FUTR") {
        return EntryStatus::expected;
    }
    reading_.report(
        Severity::error, "camt.status", reading_.position_of(head, *status),
        fmt::format("expected BOOK, PDNG, INFO or FUTR in Sts, found {}", in_quotes(code)),
        "Only booked entries count, so this must be known. Ask the bank.");
    return std::nullopt;
}

const Entry* EntryReader::finish(const Record& head) {
    read_context(head);
    const std::optional<EntryStatus> status = read_status(head);
    if (!is_readable_ || !status) {
        return nullptr;
    }
    fill(head, *status);
    check_.finish(reading_, head, entry_);
    return &entry_;
}

// A date that cannot be read, and the time behind one that can, stay unsaid.
std::optional<Date> EntryReader::read_day(const Record& head, Field field, FieldSet& unsaid) {
    constexpr std::size_t day_size = 10;
    const std::optional<Date> day = read_date(reading_, head, field);
    if (head.text(field).size() > day_size || (!day && head.has(field))) {
        unsaid.add(field);
    }
    return day;
}

void EntryReader::fill(const Record& head, EntryStatus status) {
    FieldSet unsaid;
    entry_.details.resize(details_);
    entry_.booking_date = read_day(head, Field::booking_date, unsaid);
    entry_.value_date = read_day(head, Field::value_date, unsaid);
    entry_.amount = context_->amount;
    entry_.status = status;
    entry_.reversal = context_->reversal;
    set_text(entry_.bank_reference, reference_text(head, Field::bank_reference));
    set_text(entry_.customer_reference, reference_text(head, Field::entry_reference));
    read_transaction_code(head, entry_.transaction_code, unsaid);
    if (entry_.transaction_code.empty()) {
        entry_.transaction_code = transaction_code_;
    }
    const std::string_view information = head.text(Field::entry_information);
    if (details_ > 0 || !mt940::read_keyed_information(information, entry_)) {
        set_text(entry_.description, information);
    }
    append_text(entry_.description, information_);
    const Booked booked{entry_.amount.currency(), entry_.amount, head.find(Field::amount)};
    read_amount_details(reading_, head, booked, entry_.amount_details, unsaid);
    read_other(reading_, head, unsaid, entry_.other);
    entry_.source_line = reading_.start_of(head).line;
}

}  // namespace afletter::camt
