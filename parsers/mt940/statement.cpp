// The recipe of a statement: its frame, its header, its entries, and the proof by its balances.
#include "mt940/statement.hpp"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "mt940/account.hpp"
#include "mt940/balance.hpp"
#include "mt940/entries.hpp"
#include "mt940/frame.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// An MT942 reports within the day: floor limits, and no balances.
std::string format_of(const Message& message, const Frame& frame) {
    if (!message.type.empty()) {
        return "mt" + std::string(message.type);
    }
    return frame.floor_limit != nullptr && frame.opening == nullptr ? "mt942" : "mt940";
}

std::string text_of(const Field* field) {
    return field == nullptr ? std::string() : join_lines(field->value);
}

// What :28C: holds is up to the bank ("1/1", "0", "STMNR"), and some break it over two lines.
std::string sequence_of(const Field* field) {
    std::string sequence = text_of(field);
    std::erase(sequence, ' ');
    return sequence;
}

AccountIdentification account_of(const Message& message, const Frame& frame,
                                 FieldFindings& findings) {
    if (frame.account != nullptr && !trimmed(frame.account->value).empty()) {
        return read_account(frame.account->value);
    }
    const Field& near = frame.account != nullptr ? *frame.account : message.fields.front();
    findings.error_of_message(near, {"account", "expected an account in :25:, found none",
                                     "A statement without an account cannot be booked. Ask the "
                                     "bank."});
    return {};
}

// The first currency in a field: "C240131EUR1,00" of a balance, "EURD0," of :34F:, "2EUR1,00" of
// :90C:.
std::optional<Currency> currency_in(std::string_view field) {
    constexpr std::size_t code_size = 3;
    for (std::size_t i = 0; i + code_size <= field.size(); ++i) {
        if (const auto currency = Currency::parse(field.substr(i, code_size))) {
            return *currency;
        }
    }
    return std::nullopt;
}

bool names_currency(Tag tag) {
    switch (tag) {
        case Tag::opening_balance:
        case Tag::closing_balance:
        case Tag::available_balance:
        case Tag::floor_limit:
        case Tag::entry_sums:
            return true;
        default:
            return false;
    }
}

// Field 61 has no currency of its own: it is the balances', in whichever of them it stands.
Currency currency_of(const Message& message, const AccountIdentification& account,
                     FieldFindings& findings) {
    for (const Field& field : message.fields) {
        const auto currency = names_currency(field.tag) ? currency_in(field.value) : std::nullopt;
        if (currency) {
            return *currency;
        }
    }
    if (account.currency) {
        return *account.currency;
    }
    findings.warn_of_message(message.fields.front(),
                             {"currency", "expected a currency with a balance, found none",
                              "Amounts are read as EUR. Ask the bank if they are not."});
    return Currency::euro();
}

std::optional<Balance> balance_of(const Field* field, Currency currency, FieldFindings& findings) {
    return field == nullptr ? std::nullopt : read_balance(*field, currency, findings);
}

StatementHeader header_of(const Message& message, const Frame& frame, Currency currency,
                          AccountIdentification account, FieldFindings& findings) {
    account.currency = currency;
    return {
        .source = findings.source_name(),
        .format = format_of(message, frame),
        .statement_id = text_of(frame.reference),
        .sequence = sequence_of(frame.sequence),
        .created = text_of(frame.created),
        .account = std::move(account),
        .opening = balance_of(frame.opening, currency, findings),
        .source_line = message.fields.front().line,
    };
}

// A statement that its balances do not prove is shown, not refused: whoever books it decides.
void report_unproved(const Field& field, const Money& opening, const Money& closing,
                     const std::optional<Money>& difference, FieldFindings& findings) {
    if (!difference) {
        findings.warn_of_message(
            field, {"balance",
                    fmt::format("expected balances and entries that add up, found {} {} and {} {}",
                                opening.currency().code(), to_decimal(opening),
                                closing.currency().code(), to_decimal(closing)),
                    "Ask the bank for a statement of one account in one currency."});
        return;
    }
    // The proof has computed this sum already, so it does not overflow.
    const Money computed = checked_subtract(closing, *difference).value();
    findings.warn_of_message(
        field, {"balance",
                fmt::format("expected the closing balance {} {} (opening balance and booked "
                            "entries), found {}: a difference of {}",
                            closing.currency().code(), to_decimal(computed), to_decimal(closing),
                            to_decimal(*difference)),
                "An entry is missing or an amount was changed. Compare with the bank's copy."});
}

// Opening balance + booked entries = closing balance; absent without both.
std::optional<bool> prove(const Frame& frame, const std::optional<Balance>& opening,
                          const std::optional<Balance>& closing, const BalanceProof& proof,
                          FieldFindings& findings) {
    // After an error, entries are missing from the sum and a difference says nothing.
    if (!opening || !closing || findings.has_errors()) {
        return std::nullopt;
    }
    const std::optional<Money> difference = proof.difference(opening, closing);
    const bool is_proved = difference && difference->is_zero();
    if (!is_proved) {
        report_unproved(*frame.closing, opening->amount, closing->amount, difference, findings);
    }
    return is_proved;
}

StatementClosing closing_of(const Message& message, const Frame& frame,
                            const StatementHeader& header, const EntrySender& entries,
                            FieldFindings& findings) {
    if (frame.closing == nullptr && header.format != "mt942") {
        findings.warn_of_message(message.fields.back(),
                                 {"cut_off", "expected a closing balance :62F:, found the end",
                                  "If the file was cut off, download it again from the bank."});
    }
    const std::optional<Balance> closing =
        balance_of(frame.closing, header.account.currency.value(), findings);
    return {
        .opening = header.opening,
        .closing = closing,
        .information = entries.statement_information(),
        .balanced = prove(frame, header.opening, closing, entries.proof(), findings),
        .entry_count = entries.proof().entry_count(),
    };
}

}  // namespace

bool read_statement(const Message& message, FieldFindings& findings, StatementSink& sink) {
    const Frame frame = frame_of(message, findings);
    if (!holds_statement(frame)) {
        findings.warn_of_message(message.fields.front(),
                                 {"fragment", "expected a statement, found only its beginning",
                                  "If the file was cut off, download it again from the bank."});
        return false;
    }
    const AccountIdentification account = account_of(message, frame, findings);
    const Currency currency = currency_of(message, account, findings);
    const StatementHeader header = header_of(message, frame, currency, account, findings);
    const StatementContext context{currency, header.opening ? header.opening->date : std::nullopt};

    sink.begin(header);
    EntrySender entries(context, findings, sink);
    for (const Field& field : message.fields) {
        entries.add(field);
    }
    entries.finish();
    sink.end(closing_of(message, frame, header, entries, findings));
    return true;
}

}  // namespace afletter::mt940
