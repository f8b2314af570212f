// `parse`: statements as JSON lines or CSV rows.
#include <afletter/reports.hpp>

#include <array>

#include "csv_writer.hpp"
#include "json_writer.hpp"

namespace afletter {

namespace {

using namespace rendering;

void write_account(JsonWriter& json, const AccountIdentification& account) {
    json.begin_object("account");
    json.text("iban", text_if_known(account.iban));
    json.text("other", account.other);
    json.text("currency", account.currency ? account.currency->code() : "");
    json.text("owner", account.owner);
    json.text("servicer_bic", account.servicer_bic);
    json.end_object();
}

void write_money(JsonWriter& json, const Money& amount) {
    json.amount("amount", amount);
    json.text("currency", amount.currency().code());
}

void write_balance(JsonWriter& json, std::string_view key, const std::optional<Balance>& balance) {
    if (!balance) {
        return;
    }
    json.begin_object(key);
    write_money(json, balance->amount);
    json.text("date", balance->date ? to_iso(*balance->date) : "");
    json.end_object();
}

void write_detail(JsonWriter& json, const TransactionDetail& detail) {
    json.begin_object();
    if (detail.amount) {
        write_money(json, *detail.amount);
    }
    json.text("bank_reference", detail.bank_reference);
    json.text("end_to_end_id", detail.end_to_end_id);
    json.text("mandate_id", detail.mandate_id);
    json.text("creditor_id", detail.creditor_id);
    json.text("batch_id", detail.batch_id);
    const Counterparty& party = detail.counterparty;
    if (!party.name.empty() || party.iban || !party.account.empty() || !party.bic.empty()) {
        json.begin_object("counterparty");
        json.text("name", party.name);
        json.text("iban", text_if_known(party.iban));
        json.text("account", party.account);
        json.text("bic", party.bic);
        json.end_object();
    }
    json.text("structured_reference", detail.structured_reference);
    json.text("remittance", detail.remittance);
    json.text("return_reason", detail.return_reason);
    json.text("purpose", detail.purpose);
    json.end_object();
}

void write_entry(JsonWriter& json, const Entry& entry) {
    json.begin_object();
    json.number("index", entry.index);
    json.text("booking_date", entry.booking_date ? to_iso(*entry.booking_date) : "");
    json.text("value_date", entry.value_date ? to_iso(*entry.value_date) : "");
    write_money(json, entry.amount);
    json.text("status", name_of(entry.status));
    json.truth("reversal", entry.reversal);
    json.text("bank_reference", entry.bank_reference);
    json.text("customer_reference", entry.customer_reference);
    json.text("transaction_code", entry.transaction_code);
    json.text("batch_id", entry.batch_id);
    json.text("description", entry.description);
    json.begin_array("details");
    for (const TransactionDetail& detail : entry.details) {
        write_detail(json, detail);
    }
    json.end_array();
    json.end_object();
}

constexpr auto columns = std::to_array<Column>({
    {"source", "", CellKind::text},
    {"format", "", CellKind::text},
    {"statement_id", "", CellKind::reference},
    {"sequence", "", CellKind::reference},
    {"account", "", CellKind::reference},
    {"entry", "", CellKind::count},
    {"detail", "", CellKind::count},
    {"booking_date", "", CellKind::date},
    {"value_date", "", CellKind::date},
    {"entry_amount", "", CellKind::amount},
    {"amount", "", CellKind::amount},
    {"currency", "", CellKind::text},
    {"status", "", CellKind::text},
    {"reversal", "", CellKind::text},
    {"bank_reference", "", CellKind::reference},
    {"customer_reference", "", CellKind::reference},
    {"transaction_code", "", CellKind::text},
    {"batch_id", "", CellKind::reference},
    {"end_to_end_id", "", CellKind::reference},
    {"mandate_id", "", CellKind::reference},
    {"creditor_id", "", CellKind::reference},
    {"counterparty_name", "", CellKind::text},
    {"counterparty_iban", "", CellKind::reference},
    {"counterparty_account", "", CellKind::reference},
    {"counterparty_bic", "", CellKind::reference},
    {"structured_reference", "", CellKind::reference},
    {"remittance", "", CellKind::text},
    {"description", "", CellKind::text},
    {"return_reason", "", CellKind::text},
    {"purpose", "", CellKind::text},
});

Row entry_row(const StatementHeader& header, const Entry& entry, const TransactionDetail& detail,
              std::size_t detail_index) {
    const Counterparty& party = detail.counterparty;
    return {header.source,
            header.format,
            header.statement_id,
            header.sequence,
            header.account.iban ? std::string(header.account.iban->text()) : header.account.other,
            std::to_string(entry.index),
            std::to_string(detail_index),
            entry.booking_date ? to_iso(*entry.booking_date) : "",
            entry.value_date ? to_iso(*entry.value_date) : "",
            to_decimal(entry.amount),
            detail.amount ? to_decimal(*detail.amount) : "",
            std::string(entry.amount.currency().code()),
            std::string(name_of(entry.status)),
            entry.reversal ? "true" : "false",
            detail.bank_reference.empty() ? entry.bank_reference : detail.bank_reference,
            entry.customer_reference,
            entry.transaction_code,
            detail.batch_id.empty() ? entry.batch_id : detail.batch_id,
            detail.end_to_end_id,
            detail.mandate_id,
            detail.creditor_id,
            party.name,
            std::string(text_if_known(party.iban)),
            party.account,
            party.bic,
            detail.structured_reference,
            detail.remittance,
            entry.description,
            detail.return_reason,
            detail.purpose};
}

}  // namespace

void write_statement_json(std::ostream& out, const Statement& statement) {
    const StatementHeader& header = statement.header;
    const StatementClosing& closing = statement.closing;
    JsonWriter json(out);
    json.begin_object();
    json.text("source", header.source);
    json.text("format", header.format);
    json.text("statement_id", header.statement_id);
    json.text("sequence", header.sequence);
    json.text("created", header.created);
    write_account(json, header.account);
    write_balance(json, "opening_balance", closing.opening);
    write_balance(json, "closing_balance", closing.closing);
    if (closing.balanced) {
        json.truth("balanced", *closing.balanced);
    }
    json.text("information", closing.information);
    json.begin_array("entries");
    for (const Entry& entry : statement.entries) {
        write_entry(json, entry);
    }
    json.end_array();
    json.end_object();
    json.line_end();
}

void write_statement_csv_header(std::ostream& out) {
    CsvWriter(out, CsvDialect::rfc4180, columns).heading();
}

void write_statement_csv(std::ostream& out, const Statement& statement) {
    CsvWriter csv(out, CsvDialect::rfc4180, columns);
    for (const Entry& entry : statement.entries) {
        if (entry.details.empty()) {
            TransactionDetail whole;
            whole.amount = entry.amount;
            csv.row(entry_row(statement.header, entry, whole, 0));
        }
        for (std::size_t i = 0; i < entry.details.size(); ++i) {
            csv.row(entry_row(statement.header, entry, entry.details[i], i + 1));
        }
    }
}

}  // namespace afletter
