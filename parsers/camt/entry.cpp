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
    const bool is_whole =
        xml::for_each_child(reading_.xml, [this](const xml::Event& child) { read_child(child); });
    if (!is_whole) {
        return std::nullopt;
    }
    read_context();
    return finish(index);
}

void EntryReader::read_child(const xml::Event& start) {
    if (start.name == "NtryDtls") {
        xml::for_each_child(reading_.xml, [this](const xml::Event& child) { read_detail(child); });
    } else if (start.name == "TxDtls" || start.name == "Btch") {  // .01
        read_detail(start);
    } else {
        tree_.append(reading_.xml, start);
    }
}

void EntryReader::read_detail(const xml::Event& start) {
    if (!detail_.read(reading_.xml, start)) {
        return;
    }
    const xml::Element detail = detail_.root();
    if (detail.name() == "Btch" && batch_id_.empty()) {
        batch_id_ = read_batch_id(detail);
    }
    if (detail.name() != "TxDtls") {
        return;
    }
    read_context();
    auto transaction =
        context_ ? read_transaction(reading_, detail, *context_, owner_) : std::nullopt;
    if (transaction) {
        transactions_.push_back(std::move(*transaction));
    } else {
        is_readable_ = false;
    }
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
