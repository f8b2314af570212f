// Reads one Ntry from the stream.
#include "camt/entry.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "camt/names.hpp"

namespace afletter::camt {

namespace {

bool is_true(std::string_view text) {
    return text == "true" || text == "1";
}

}  // namespace

EntryReader::EntryReader(Reading& reading, Owner owner, std::optional<Currency> account_currency)
    : reading_(reading), owner_(std::move(owner)), account_currency_(account_currency) {}

std::optional<Entry> EntryReader::read(const xml::Event& start, std::uint32_t index) {
    tree_.begin(start);
    is_readable_ = true;
    context_.reset();
    batch_id_.clear();
    transactions_.clear();
    if (!read_children()) {
        return std::nullopt;
    }
    read_context();
    return finish(index);
}

// Everything up to the end of Ntry. False when the XML fails.
bool EntryReader::read_children() {
    for (;;) {
        const xml::Event event = reading_.xml.next();
        switch (event.kind) {
            case xml::EventKind::start: {
                const bool is_detail = event.name == "TxDtls" || event.name == "Btch";  // .01
                const bool is_read = event.name == "NtryDtls" ? read_details()
                                     : is_detail              ? read_detail(event)
                                                              : tree_.append(reading_.xml, event);
                if (!is_read) {
                    return false;
                }
                break;
            }
            case xml::EventKind::text:
                break;
            case xml::EventKind::end:
                return true;
            case xml::EventKind::finished:
            case xml::EventKind::fault:
                return false;
        }
    }
}

// Everything up to the end of NtryDtls. False when the XML fails.
bool EntryReader::read_details() {
    for (;;) {
        const xml::Event event = reading_.xml.next();
        switch (event.kind) {
            case xml::EventKind::start:
                if (!read_detail(event)) {
                    return false;
                }
                break;
            case xml::EventKind::text:
                break;
            case xml::EventKind::end:
                return true;
            case xml::EventKind::finished:
            case xml::EventKind::fault:
                return false;
        }
    }
}

bool EntryReader::read_detail(const xml::Event& start) {
    if (!detail_.read(reading_.xml, start)) {
        return false;
    }
    if (detail_.root().name() == "Btch") {
        batch_id_ = batch_id_.empty() ? read_batch_id(detail_.root()) : batch_id_;
        return true;
    }
    read_context();
    if (detail_.root().name() != "TxDtls" || !context_) {
        return true;
    }
    auto transaction = read_transaction(reading_, detail_.root(), *context_, owner_);
    if (transaction) {
        transactions_.push_back(std::move(*transaction));
    } else {
        is_readable_ = false;
    }
    return true;
}

// Amount and direction come before the transactions, which need them (ISO 20022 orders Ntry so).
void EntryReader::read_context() {
    if (context_ || !is_readable_) {
        return;
    }
    const xml::Element entry = tree_.root();
    const std::optional<Direction> direction = read_direction(reading_, entry);
    const xml::Element amount = entry.child("Amt");
    if (!amount) {
        reading_.report(Severity::error, "camt.amount", entry.position(),
                        "expected an amount (Amt) in every entry, found none",
                        "Ask the bank for a correct file; Afletter does not guess amounts.");
    }
    const std::optional<Money> money =
        amount ? read_amount(reading_, amount, direction.value_or(Direction::credit),
                             account_currency_)
               : std::nullopt;
    if (money) {
        check_currency(amount, *money);
    }
    if (direction && money) {
        context_ = EntryContext{*money, *direction, is_true(entry.child("RvslInd").text())};
    } else {
        is_readable_ = false;
    }
}

void EntryReader::check_currency(const xml::Element& amount, const Money& money) {
    if (account_currency_ && money.currency() != *account_currency_) {
        reading_.report(Severity::warning, "camt.entry.currency", amount.position(),
                        fmt::format("expected an entry in the account's currency {}, found {}",
                                    account_currency_->code(), money.currency().code()),
                        "It is not matched by itself. Ask the bank what it charged.");
    }
}

// ExternalEntryStatus1Code. Banks that leave it out mean booked.
std::optional<EntryStatus> EntryReader::read_status() {
    const xml::Element status = first_of(tree_.root(), names::status);
    const std::string_view code = status.text();
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
        Severity::error, "camt.status", status.position(),
        fmt::format("expected BOOK, PDNG, INFO or FUTR in Sts, found {}", in_quotes(code)),
        "Only booked entries count, so this must be known. Ask the bank.");
    return std::nullopt;
}

std::optional<Entry> EntryReader::finish(std::uint32_t index) {
    const std::optional<EntryStatus> status = read_status();
    if (!is_readable_ || !status) {
        return std::nullopt;
    }
    const xml::Element element = tree_.root();
    Entry entry{.index = index,
                .booking_date = read_date(reading_, first_of(element, names::booking_date)),
                .value_date = read_date(reading_, first_of(element, names::value_date)),
                .amount = context_->amount,
                .status = *status,
                .reversal = context_->reversal,
                .bank_reference = reference_text(element.child("AcctSvcrRef")),
                .customer_reference = reference_text(element.child("NtryRef")),
                .transaction_code = read_transaction_code(element),
                .batch_id = std::move(batch_id_),
                .description = std::string(element.child("AddtlNtryInf").text()),
                .details = {},
                .source_line = element.position().line};
    if (entry.transaction_code.empty() && !transactions_.empty()) {
        entry.transaction_code = transactions_.front().transaction_code;
    }
    place_information(entry);
    std::ranges::transform(transactions_, std::back_inserter(entry.details),
                           [](Transaction& transaction) { return std::move(transaction.detail); });
    return entry;
}

// The text of the only transaction describes the entry. One of several must not: a number in it
// would speak for the others as well.
void EntryReader::place_information(Entry& entry) {
    for (Transaction& transaction : transactions_) {
        append_text(transactions_.size() == 1 ? entry.description : transaction.detail.remittance,
                    transaction.information);
    }
}

}  // namespace afletter::camt
