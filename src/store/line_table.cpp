// Bank lines to rows and back.
#include "line_table.hpp"

#include <algorithm>

#include "columns.hpp"
#include "line_id.hpp"

namespace afletter {

const char* const line_columns =
    "line.line_id, line.bank_account, line.entry_index, line.detail_index, line.booking_date, "
    "line.value_date, line.amount_minor, line.currency, line.reversal, line.customer_reference, "
    "line.transaction_code, line.description, line.source_line, line.bank_reference, "
    "line.end_to_end_id, line.mandate_id, line.creditor_id, line.batch_id, "
    "line.counterparty_name, line.counterparty_iban, line.counterparty_account, "
    "line.counterparty_bic, line.structured_reference, line.remittance, line.return_reason, "
    "line.purpose, line.batch_transactions, line.batch_gross, line.batch_minor";

namespace {

std::optional<std::int64_t> minor_units_of(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->minor_units()) : std::nullopt;
}

// Hands over the columns from entry_index to batch_minor.
template <class Take>
void with_columns(const Line& line, Take take) {
    const TransactionDetail& detail = line.detail;
    const Counterparty& party = detail.counterparty;
    take(line.entry_index, line.detail_index, to_iso(line.booking_date), to_iso(line.value_date),
         line.amount.minor_units(), line.amount.currency().code(), line.reversal,
         line.customer_reference, line.transaction_code, line.description, line.source_line,
         detail.bank_reference, detail.end_to_end_id, detail.mandate_id, detail.creditor_id,
         detail.batch_id, party.name, text_or_empty(party.iban), party.account, party.bic,
         detail.structured_reference, detail.remittance, detail.return_reason, detail.purpose,
         line.batch.transactions, line.batch.gross, minor_units_of(line.batch.amount));
}

BatchTotals take_batch(sqlite::Rows& rows, Currency currency) {
    return {.transactions = static_cast<std::uint32_t>(rows.take_integer()),
            .gross = rows.take_integer() != 0,
            .amount = take_optional_amount(rows, currency)};
}

TransactionDetail take_detail(sqlite::Rows& rows, const Money& amount) {
    return {.amount = amount,
            .bank_reference = take_string(rows),
            .end_to_end_id = take_string(rows),
            .mandate_id = take_string(rows),
            .creditor_id = take_string(rows),
            .batch_id = take_string(rows),
            .counterparty = {.name = take_string(rows),
                             .iban = take_optional_iban(rows),
                             .account = take_string(rows),
                             .bic = take_string(rows)},
            .structured_reference = take_string(rows),
            .remittance = take_string(rows),
            .return_reason = take_string(rows),
            .purpose = take_string(rows)};
}

}  // namespace

Line take_line(sqlite::Rows& rows) {
    Line line{.id = {rows.take_integer()},
              .account = {rows.take_integer()},
              .entry_index = static_cast<std::uint32_t>(rows.take_integer()),
              .detail_index = static_cast<std::uint32_t>(rows.take_integer()),
              .booking_date = take_date(rows),
              .value_date = take_date(rows),
              .amount = take_money(rows),
              .reversal = rows.take_integer() != 0,
              .customer_reference = take_string(rows),
              .transaction_code = take_string(rows),
              .description = take_string(rows),
              .detail = {},
              .source_line = static_cast<std::uint64_t>(rows.take_integer())};
    line.detail = take_detail(rows, line.amount);
    line.batch = take_batch(rows, line.amount.currency());
    return line;
}

LineTable::LineTable(sqlite::Database& database)
    : database_(database),
      insert_(database,
              "INSERT INTO line (line_id, statement, bank_account, part_of, source_file, "
              "entry_index, detail_index, booking_date, value_date, amount_minor, currency, "
              "reversal, customer_reference, transaction_code, description, source_line, "
              "bank_reference, end_to_end_id, mandate_id, creditor_id, batch_id, "
              "counterparty_name, counterparty_iban, counterparty_account, counterparty_bic, "
              "structured_reference, remittance, return_reason, purpose, batch_transactions, "
              "batch_gross, batch_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      select_id_(database, "SELECT 1 FROM line WHERE line_id = ?"),
      select_of_statement_(database, std::string("SELECT ") + line_columns +
                                         " FROM line WHERE line.statement = ? "
                                         "AND line.part_of IS NULL"),
      select_bookings_(database,
                       "SELECT booking_date, sum(amount_minor) FROM line WHERE statement = ? "
                       "AND part_of IS NULL GROUP BY entry_index ORDER BY 1, 2") {}

std::int64_t LineTable::add(const Line& line, const LineOrigin& origin, const BankAccount& account,
                            FieldBytes& digest) {
    const Sha256 identity = identity_of(line, account.identification);
    const LineId id = free_id(identity);
    with_columns(line, [&](const auto&... columns) {
        insert_.run(id.value, origin.statement, account.id, origin.part_of, origin.source_file,
                    columns...);
        digest.add_all(id.value, columns...);
    });
    return database_.last_row_id();
}

bool LineTable::is_taken(LineId id) {
    return select_id_.query(id.value).next();
}

// The ids of lines that are alike are taken one after another; the first free one is found by
// doubling and halving, so that a file of a million equal lines is no trap.
LineId LineTable::free_id(const Sha256& identity) {
    std::int64_t taken = 0;
    std::int64_t free = 1;
    while (is_taken(line_id_of(identity, free))) {
        taken = free;
        free *= 2;
    }
    while (free - taken > 1) {
        const std::int64_t middle = taken + (free - taken) / 2;
        (is_taken(line_id_of(identity, middle)) ? taken : free) = middle;
    }
    return line_id_of(identity, free);
}

std::vector<Sha256> LineTable::identities_of(std::int64_t statement, const BankAccount& account) {
    std::vector<Sha256> identities;
    sqlite::Rows rows = select_of_statement_.query(statement);
    while (rows.next()) {
        identities.push_back(identity_of(take_line(rows), account.identification));
    }
    std::sort(identities.begin(), identities.end());
    return identities;
}

std::vector<std::pair<std::string, std::int64_t>> LineTable::bookings_of(std::int64_t statement) {
    std::vector<std::pair<std::string, std::int64_t>> bookings;
    sqlite::Rows rows = select_bookings_.query(statement);
    while (rows.next()) {
        std::string date = take_string(rows);
        bookings.emplace_back(std::move(date), rows.take_integer());
    }
    return bookings;
}

}  // namespace afletter
