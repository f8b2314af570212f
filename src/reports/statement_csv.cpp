// `parse --format csv`: a row for each detail, or for an entry without any.
#include <array>

#include "csv_writer.hpp"
#include "statement_writers.hpp"

namespace afletter::rendering {

namespace {

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

class StatementCsvWriter final : public StatementWriter {
  public:
    explicit StatementCsvWriter(std::ostream& out) : csv_(out, CsvDialect::rfc4180, columns) {
        csv_.heading();
    }

    void begin(const StatementHeader& header) override { header_ = header; }

    void entry(const Entry& entry) override {
        if (entry.details.empty()) {
            TransactionDetail whole;
            whole.amount = entry.amount;
            csv_.row(entry_row(header_, entry, whole, 0));
        }
        for (std::size_t i = 0; i < entry.details.size(); ++i) {
            csv_.row(entry_row(header_, entry, entry.details[i], i + 1));
        }
    }

    void end(const StatementClosing&) override {}
    void abandon() override {}

  private:
    CsvWriter csv_;
    StatementHeader header_;
};

}  // namespace

std::unique_ptr<StatementWriter> make_statement_csv_writer(std::ostream& out) {
    return std::make_unique<StatementCsvWriter>(out);
}

}  // namespace afletter::rendering
