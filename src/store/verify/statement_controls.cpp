// What the bank says: balances, the chain of statements, and each line as it was imported.
#include <afletter/ledger_store.hpp>

#include <array>

#include "columns.hpp"
#include "statement_chain.hpp"
#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

constexpr std::array line_controls{
    RowControl{"statement.lines", "lines are missing or were added",
               "SELECT 'statement', id, line_count, found FROM (SELECT id, line_count, "
               "(SELECT count(*) FROM line WHERE line.statement = statement.id "
               "AND line.part_of IS NULL) AS found "
               "FROM statement) WHERE found <> line_count"},
    RowControl{"line.account", "a line is of another account than its statement",
               "SELECT 'line', line.line_id, "
               "statement.bank_account || ' ' || statement.currency, "
               "line.bank_account || ' ' || line.currency "
               "FROM line JOIN statement ON statement.id = line.statement "
               "WHERE line.bank_account <> statement.bank_account "
               "OR line.currency <> statement.currency"},
};

constexpr AmountControl statement_balance{
    "statement.balance", "opening balance and lines do not make the closing balance",
    "SELECT 'statement', id, closing_minor, found, currency FROM (SELECT id, closing_minor, "
    "opening_minor + ifnull((SELECT sum(amount_minor) FROM line "
    "WHERE line.statement = statement.id AND line.part_of IS NULL), 0) AS found, currency "
    "FROM statement) "
    "WHERE found <> closing_minor"};

constexpr int line_digest_columns = 28;
constexpr const char* digested_line =
    "SELECT line_id, entry_index, detail_index, booking_date, value_date, amount_minor, currency, "
    "reversal, customer_reference, transaction_code, description, source_line, bank_reference, "
    "end_to_end_id, mandate_id, creditor_id, batch_id, counterparty_name, counterparty_iban, "
    "counterparty_account, counterparty_bic, structured_reference, remittance, return_reason, "
    "purpose, batch_transactions, batch_gross, batch_minor FROM line WHERE statement = ? "
    "AND part_of IS NULL ORDER BY id";
constexpr int statement_digest_columns = 17;
constexpr const char* digested_statement =
    "SELECT id, digest, source_file, bank_account, format, statement_id, sequence, created, owner, "
    "servicer_bic, information, source_line, opening_date, closing_date, opening_minor, "
    "lines_minor, closing_minor, currency, line_count FROM statement";

struct Account {
    std::int64_t id;
    std::string identification;
    Currency currency;
};

std::vector<Account> accounts_of(sqlite::Database& database) {
    sqlite::Statement select(database,
                             "SELECT id, identification, 0 AS zero_minor, currency "
                             "FROM bank_account ORDER BY identification, currency");
    std::vector<Account> accounts;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        const std::int64_t id = rows.take_integer();
        std::string identification = take_string(rows);
        accounts.push_back({id, std::move(identification), take_money(rows).currency()});
    }
    return accounts;
}

std::vector<ChainLink> chain_of(sqlite::Database& database, const Account& account) {
    sqlite::Statement select(database,
                             "SELECT id, closing_date, sequence, opening_minor, closing_minor "
                             "FROM statement WHERE bank_account = ?");
    std::vector<ChainLink> links;
    for (sqlite::Rows rows = select.query(account.id); rows.next();) {
        links.push_back(take_chain_link(rows));
    }
    return in_chain_order(std::move(links));
}

std::int64_t booked_on(sqlite::Database& database, const Account& account) {
    sqlite::Statement select(
        database, "SELECT ifnull(sum(amount_minor), 0) FROM posting WHERE bank_account = ?");
    sqlite::Rows rows = select.query(account.id);
    return rows.next() ? rows.take_integer() : 0;
}

std::string text_of(std::int64_t minor, const Account& account) {
    return to_decimal(Money(minor, account.currency)) + ' ' + std::string(account.currency.code());
}

void check_chain(const std::vector<ChainLink>& chain, const Account& account,
                 VerifyReport& report) {
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const ChainLink& before = chain[i - 1];
        const ChainLink& link = chain[i];
        if (link.opening_minor == before.closing_minor) {
            continue;
        }
        report.failures.push_back(
            {"statement.chain", "statement " + std::to_string(link.statement),
             account.identification + ": statement " + std::to_string(before.statement) +
                 " ends on " + before.closing_date + " with " +
                 text_of(before.closing_minor, account) + ", but statement " +
                 std::to_string(link.statement) + " (ends on " + link.closing_date +
                 ") begins with " + text_of(link.opening_minor, account) +
                 ": a statement is missing between them or was imported twice"});
    }
}

}  // namespace

void check_statements(sqlite::Database& database, VerifyReport& report) {
    check_amounts(statement_balance, database, report);
    for (const RowControl& control : line_controls) {
        check_rows(control, database, report);
    }
}

void check_statement_digests(sqlite::Database& database, VerifyReport& report) {
    sqlite::Statement select_lines(database, digested_line);
    sqlite::Statement select_statements(database, digested_statement);
    for (sqlite::Rows statement = select_statements.query(); statement.next();) {
        const std::int64_t id = statement.take_integer();
        const Sha256 expected = take_digest(statement);
        Sha256Stream digest;
        std::string bytes;
        for (sqlite::Rows line = select_lines.query(id); line.next();) {
            bytes.clear();
            append_columns(bytes, line, line_digest_columns);
            digest.update(bytes);
        }
        bytes.clear();
        append_columns(bytes, statement, statement_digest_columns);
        digest.update(bytes);
        if (digest.finish() != expected) {
            report.failures.push_back({"statement.digest", "statement " + std::to_string(id),
                                       "the statement or one of its lines was altered"});
        }
    }
}

void check_accounts(sqlite::Database& database, VerifyReport& report) {
    for (const Account& account : accounts_of(database)) {
        const std::vector<ChainLink> chain = chain_of(database, account);
        check_chain(chain, account, report);
        const std::int64_t expected = chain.empty() ? 0 : chain.back().closing_minor;
        if (const std::int64_t found = booked_on(database, account); found != expected) {
            report.failures.push_back({"account.balance", "bank_account " + account.identification,
                                       "the books differ from the last statement: expected " +
                                           text_of(expected, account) + ", found " +
                                           text_of(found, account)});
        }
    }
}

}  // namespace afletter::verify
