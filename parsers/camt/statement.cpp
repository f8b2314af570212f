// Reads one statement and judges its balances.
#include "camt/statement.hpp"

#include <utility>

#include <fmt/format.h>

namespace afletter::camt {

namespace {

// ISO 20022 has entries in the account's currency. One that says another is either mislabelled
// or wrong; its number counts, and the balances show which of the two it is.
Money counted(const Money& amount, Currency account_currency) {
    const bool has_same_unit = amount.currency().minor_digits() == account_currency.minor_digits();
    return has_same_unit ? Money(amount.minor_units(), account_currency) : amount;
}

}  // namespace

std::string_view read_page(const Record& record, Field number, Field is_last) {
    const std::string_view page = record.text(number);
    const std::string_view last = record.text(is_last);
    const bool is_only_page = page == "1" && (last == "true" || last == "1");
    return is_only_page ? std::string_view() : page;
}

StatementReader::StatementReader(Reading& reading) : reading_(reading), judge_(reading.sink) {}

void StatementReader::begin(const Message& message) {
    message_ = message;
    header_ = {};
    owner_ = {};
    balances_ = {};
    entries_.reset();
    entry_index_ = 0;
    summary_.begin();
}

void StatementReader::add_balance(const Record& head, const Record& balance) {
    const auto currency = Currency::parse(head.text(Field::account_currency));
    balances_.add(reading_, balance, currency ? std::optional(*currency) : std::nullopt);
}

void StatementReader::read_account(const Record& head) {
    const std::string_view iban_text = head.text(Field::account_iban);
    const AccountNumber number =
        account_number(iban_text.empty() ? head.text(Field::account_number) : iban_text);
    AccountIdentification& account = header_.account;
    account.iban = number.iban;
    account.other = number.other;
    account.owner = head.text(Field::account_owner);
    account.servicer_bic = head.text(Field::account_servicer);
    if (const auto currency = Currency::parse(head.text(Field::account_currency))) {
        account.currency = *currency;
    } else if (balances_.closing()) {
        account.currency = balances_.closing()->amount.currency();
    }
    owner_ = {account.iban, account.other, account.owner, account.servicer_bic};
    const Fact* const iban = head.find(Field::account_iban);
    if (iban != nullptr && !account.iban) {
        reading_.report(Severity::warning, "camt.account.iban", reading_.position_of(head, *iban),
                        fmt::format("expected an IBAN that passes its check, found {}; kept as a "
                                    "number of another kind",
                                    in_quotes(account.other)),
                        "Compare it with the account's contract, and ask the bank.");
    }
    if (!owner_.has_account()) {
        reading_.report(Severity::error, "camt.account", reading_.start_of(head),
                        "expected the account (Acct/Id) before the entries, found none",
                        "A statement without an account cannot be booked. Ask the bank.");
    }
}

// Once, when everything that comes before the entries has been read.
void StatementReader::send_header(const Record& head) {
    if (entries_) {
        return;
    }
    read_account(head);
    header_.source = reading_.findings.source_name();
    header_.format = message_.format;
    header_.statement_id = head.text(Field::statement_id);
    header_.sequence = head.text(Field::sequence);
    const std::string_view own_page = read_page(head, Field::page, Field::last_page);
    const std::string_view page = head.has(Field::page) ? own_page : message_.page;
    if (!page.empty()) {
        header_.sequence.append("/").append(page);
    }
    const std::string_view created = head.text(Field::statement_created);
    header_.created = created.empty() ? std::string_view(message_.created) : created;
    header_.source_line = reading_.start_of(head).line;
    header_.opening = balances_.opening();
    entries_.emplace(reading_, owner_, header_.account.currency);
    judge_.begin(header_);
}

EntryReader& StatementReader::begin_entry(const Record& head) {
    send_header(head);
    entries_->begin(++entry_index_);
    return *entries_;
}

void StatementReader::end_entry(const Record& record) {
    if (const Entry* const entry = entries_->finish(record)) {
        const Money amount =
            counted(entry->amount, header_.account.currency.value_or(entry->amount.currency()));
        summary_.add(*entry, amount);
        judge_.entry(*entry, amount);
    }
}

void StatementReader::finish(const Record& head) {
    send_header(head);
    StatementClosing closing{.opening = balances_.opening(),
                             .closing = balances_.closing(),
                             .other_balances = balances_.others(),
                             .information = std::string(head.text(Field::statement_information)),
                             .entry_count = entry_index_};
    read_rest(head, closing.other);
    // After an error, entries are missing from the sum and a difference says nothing.
    const Verdict verdict =
        judge_.finish(closing.opening, closing.closing, !reading_.findings.has_errors());
    closing.balanced = verdict.balanced;
    closing.reversals = verdict.reversals;
    if (verdict.balanced) {
        const Money& opening = closing.opening->amount;
        if (!verdict.difference) {
            reading_.report(
                Severity::warning, "camt.balance", reading_.start_of(head),
                fmt::format(
                    "expected balances and entries in one currency that add up, found {} {} "
                    "and {} {}",
                    opening.currency().code(), to_decimal(opening),
                    closing.closing->amount.currency().code(), to_decimal(closing.closing->amount)),
                "Ask the bank for a statement of one account in one currency.");
        } else {
            report_verdict(head, verdict, closing.closing->amount);
        }
    }
    chain_.add(reading_, head, header_, closing);
    check_summary(head, closing);
    reading_.sink.end(closing);
}

// The balances prove more. A page has the summary of the whole statement.
void StatementReader::check_summary(const Record& head, const StatementClosing& closing) const {
    const bool is_page = head.has(Field::page) || !message_.page.empty();
    if (closing.balanced != true && !is_page && header_.account.currency &&
        !reading_.findings.has_errors()) {
        summary_.finish(reading_, head, *header_.account.currency);
    }
}

// What the message, the statement and its balances say and no member of its own tells.
void StatementReader::read_rest(const Record& head, std::string& other) const {
    other = message_.other;
    const auto add_lines = [&other](std::string_view lines) {
        other.append(other.empty() || lines.empty() ? "" : "\n").append(lines);
    };
    if (header_.created != message_.created && !message_.created.empty()) {
        add_piece(other, "GrpHdr/CreDtTm", message_.created);
    }
    FieldSet unsaid;
    for (const Field field :
         {Field::summary_count, Field::summary_credit_count, Field::summary_credit_sum,
          Field::summary_debit_count, Field::summary_debit_sum}) {
        unsaid.add(field);
    }
    if (!read_page(head, Field::page, Field::last_page).empty()) {
        unsaid.add(Field::last_page);
    }
    if (!head.text(Field::account_iban).empty()) {
        unsaid.add(Field::account_number);
    }
    if (!Currency::parse(head.text(Field::account_currency))) {
        unsaid.add(Field::account_currency);
    }
    read_other(reading_, head, unsaid, other);
    add_lines(balances_.other());
}

void StatementReader::report_verdict(const Record& head, const Verdict& verdict,
                                     const Money& closing) {
    if (verdict.balanced == false) {
        report_difference(head, verdict, closing);
    } else if (verdict.reversals == ReversalReading::turned) {
        reading_.report(Severity::warning, "camt.reversals", reading_.start_of(head),
                        "expected reversal entries (RvslInd) in their real direction, found that "
                        "the balances prove the other; read so",
                        "Their amounts have the opposite sign of CdtDbtInd. Ask the bank how it "
                        "marks reversals.");
    }
}

void StatementReader::report_difference(const Record& head, const Verdict& verdict,
                                        const Money& closing) {
    // The proof has computed this sum already, so it does not overflow.
    const Money computed = checked_subtract(closing, *verdict.difference).value();
    reading_.report(
        Severity::warning, "camt.balance", reading_.start_of(head),
        fmt::format("expected the closing balance {} {} (opening balance and booked entries), "
                    "found {}: a difference of {}",
                    closing.currency().code(), to_decimal(computed), to_decimal(closing),
                    to_decimal(*verdict.difference)),
        verdict.turned_too_late
            ? "It follows when the reversal entries (RvslInd) count the other way round. Ask the "
              "bank for shorter statements, or how it marks reversals."
            : "An entry is missing or an amount was changed. Compare with the bank's copy.");
}

}  // namespace afletter::camt
