// `parse --format jsonl`: one object a line for each statement, as docs/interfaces.md has it.
#include "json_writer.hpp"
#include "statement_writers.hpp"

namespace afletter {

namespace rendering {

namespace {

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

void write_named_money(JsonWriter& json, std::string_view key, const std::optional<Money>& amount) {
    if (amount) {
        json.begin_object(key);
        write_money(json, *amount);
        json.end_object();
    }
}

void write_date(JsonWriter& json, std::string_view key, const std::optional<Date>& date) {
    if (date) {
        json.text(key, to_iso(*date));
    }
}

void write_balance(JsonWriter& json, std::string_view key, const std::optional<Balance>& balance) {
    if (!balance) {
        return;
    }
    json.begin_object(key);
    write_money(json, balance->amount);
    write_date(json, "date", balance->date);
    json.end_object();
}

void write_other_balances(JsonWriter& json, const std::vector<NamedBalance>& balances) {
    if (balances.empty()) {
        return;
    }
    json.begin_array("other_balances");
    for (const auto& [type, balance] : balances) {
        json.begin_object();
        json.text("type", type);
        write_money(json, balance.amount);
        write_date(json, "date", balance.date);
        json.end_object();
    }
    json.end_array();
}

void write_amount_details(JsonWriter& json, const AmountDetails& details) {
    write_named_money(json, "instructed_amount", details.instructed);
    write_named_money(json, "charges", details.charges);
    json.text("exchange_rate", details.exchange_rate);
}

// A line for each piece.
void write_other(JsonWriter& json, std::string_view pieces) {
    if (pieces.empty()) {
        return;
    }
    json.begin_array("other");
    while (!pieces.empty()) {
        const std::string_view piece = pieces.substr(0, pieces.find('\n'));
        json.element(piece);
        pieces.remove_prefix(std::min(piece.size() + 1, pieces.size()));
    }
    json.end_array();
}

void write_batch(JsonWriter& json, const BatchTotals& batch) {
    if (batch == BatchTotals{}) {
        return;
    }
    json.begin_object("batch");
    if (batch.transactions != 0) {
        json.number("transactions", batch.transactions);
    }
    if (batch.amount) {
        write_money(json, *batch.amount);
    }
    if (batch.gross) {
        json.truth("gross", true);
    }
    json.end_object();
}

void write_counterparty(JsonWriter& json, const Counterparty& party) {
    const bool is_known = !party.name.empty() || !party.ultimate_name.empty() || party.iban ||
                          !party.account.empty() || !party.bic.empty();
    if (!is_known) {
        return;
    }
    json.begin_object("counterparty");
    json.text("name", party.name);
    json.text("ultimate_name", party.ultimate_name);
    json.text("iban", text_if_known(party.iban));
    json.text("account", party.account);
    json.text("bic", party.bic);
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
    write_counterparty(json, detail.counterparty);
    json.text("structured_reference", detail.structured_reference);
    json.text("remittance", detail.remittance);
    json.text("return_reason", detail.return_reason);
    json.text("purpose", detail.purpose);
    write_amount_details(json, detail.amount_details);
    write_other(json, detail.other);
    json.end_object();
}

void write_entry(JsonWriter& json, const Entry& entry) {
    json.begin_object();
    json.number("index", entry.index);
    write_date(json, "booking_date", entry.booking_date);
    write_date(json, "value_date", entry.value_date);
    write_money(json, entry.amount);
    json.text("status", name_of(entry.status));
    json.truth("reversal", entry.reversal);
    json.text("bank_reference", entry.bank_reference);
    json.text("customer_reference", entry.customer_reference);
    json.text("transaction_code", entry.transaction_code);
    json.text("batch_id", entry.batch_id);
    write_batch(json, entry.batch);
    json.text("description", entry.description);
    write_amount_details(json, entry.amount_details);
    write_other(json, entry.other);
    json.begin_array("details");
    for (const TransactionDetail& detail : entry.details) {
        write_detail(json, detail);
    }
    json.end_array();
    json.end_object();
}

// What is known only at a statement's end stands behind its entries: JSON objects have no order.
class StatementJsonWriter final : public StatementWriter {
  public:
    explicit StatementJsonWriter(std::ostream& out) : json_(out) {}

    void begin(const StatementHeader& header) override {
        json_.begin_object();
        json_.text("source", header.source);
        json_.text("format", header.format);
        json_.text("statement_id", header.statement_id);
        json_.text("sequence", header.sequence);
        json_.text("created", header.created);
        write_account(json_, header.account);
        write_balance(json_, "opening_balance", header.opening);
        has_opening_ = header.opening.has_value();
        json_.begin_array("entries");
    }

    void entry(const Entry& entry) override { write_entry(json_, entry); }

    void end(const StatementClosing& closing) override {
        json_.end_array();
        if (!has_opening_) {
            write_balance(json_, "opening_balance", closing.opening);
        }
        write_balance(json_, "closing_balance", closing.closing);
        if (closing.balanced) {
            json_.truth("balanced", *closing.balanced);
        }
        if (closing.reversals) {
            json_.text("reversals", name_of(*closing.reversals));
        }
        write_other_balances(json_, closing.other_balances);
        json_.text("information", closing.information);
        write_other(json_, closing.other);
        close();
    }

    void abandon() override {
        json_.end_array();
        json_.truth("incomplete", true);
        close();
    }

  private:
    void close() {
        json_.end_object();
        json_.line_end();
    }

    JsonWriter json_;
    bool has_opening_ = false;
};

}  // namespace

std::unique_ptr<StatementWriter> make_statement_json_writer(std::ostream& out) {
    return std::make_unique<StatementJsonWriter>(out);
}

}  // namespace rendering

std::unique_ptr<StatementWriter> make_statement_writer(std::ostream& out, Format format) {
    return format == Format::csv ? rendering::make_statement_csv_writer(out)
                                 : rendering::make_statement_json_writer(out);
}

}  // namespace afletter
