// The figures of the ledger as a whole.
#include <afletter/ledger_store.hpp>

#include <map>

#include "columns.hpp"
#include "ledger_impl.hpp"
#include "statement_chain.hpp"

namespace afletter {

namespace {

// The rest of a row is count, sum, currency; rows come by currency.
void add_to(Tally& tally, sqlite::Rows& rows) {
    tally.count += static_cast<std::uint64_t>(rows.take_integer());
    tally.sums.push_back(take_money(rows));
}

Tally tally_of(sqlite::Database& database, const char* sql) {
    sqlite::Statement select(database, sql);
    Tally tally;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        add_to(tally, rows);
    }
    return tally;
}

// Rows begin with the key, in its order.
std::vector<Tally> tallies_of(sqlite::Database& database, const char* sql) {
    sqlite::Statement select(database, sql);
    std::vector<Tally> tallies;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::string key = take_string(rows);
        if (tallies.empty() || tallies.back().key != key) {
            tallies.push_back({.key = std::move(key), .count = 0, .sums = {}});
        }
        add_to(tallies.back(), rows);
    }
    return tallies;
}

constexpr const char* all_lines =
    "SELECT count(*), sum(amount_minor), currency FROM line "
    "WHERE NOT EXISTS (SELECT 1 FROM itemisation WHERE itemisation.line = line.id) "
    "GROUP BY currency ORDER BY currency";

constexpr const char* matched_lines =
    "SELECT count(DISTINCT active_match.id), sum(part.amount_minor), part.currency "
    "FROM active_match JOIN active_part AS part ON part.match = active_match.id "
    "WHERE NOT EXISTS (SELECT 1 FROM itemisation WHERE itemisation.line = active_match.line) "
    "GROUP BY part.currency ORDER BY part.currency";

constexpr const char* matched_by_method =
    "SELECT decision.method, count(DISTINCT active_match.id), sum(part.amount_minor), "
    "part.currency "
    "FROM active_match JOIN decision ON decision.id = active_match.decision "
    "JOIN active_part AS part ON part.match = active_match.id "
    "WHERE NOT EXISTS (SELECT 1 FROM itemisation WHERE itemisation.line = active_match.line) "
    "GROUP BY decision.method, part.currency "
    "ORDER BY decision.method, part.currency";

constexpr const char* exceptions_by_reason =
    "SELECT decision.reason, count(*), sum(waiting_line.open_minor), line.currency "
    "FROM waiting_line JOIN decision ON decision.id = waiting_line.decision "
    "JOIN line ON line.id = waiting_line.line "
    "GROUP BY decision.reason, line.currency ORDER BY decision.reason, line.currency";

constexpr const char* undecided_lines =
    "SELECT count(*), sum(amount_minor), currency FROM line "
    "WHERE NOT EXISTS (SELECT 1 FROM decision WHERE decision.line = line.id) "
    "GROUP BY currency ORDER BY currency";

constexpr const char* open_receivables =
    "SELECT count(*), sum(left_minor), currency FROM open_item "
    "WHERE kind = 'receivable' AND left_minor <> 0 GROUP BY currency ORDER BY currency";

constexpr const char* open_payables =
    "SELECT count(*), sum(left_minor), currency FROM open_item "
    "WHERE kind = 'payable' AND left_minor <> 0 GROUP BY currency ORDER BY currency";

std::map<std::int64_t, std::vector<ChainLink>> statements_by_account(sqlite::Database& database) {
    sqlite::Statement select(database,
                             "SELECT bank_account, id, closing_date, sequence, opening_minor, "
                             "closing_minor FROM statement");
    std::map<std::int64_t, std::vector<ChainLink>> statements;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        std::vector<ChainLink>& links = statements[rows.take_integer()];
        links.push_back(take_chain_link(rows));
    }
    return statements;
}

// `owner`: as the latest statement that names one has it.
constexpr const char* account_balances =
    "SELECT bank_account.id, identification, "
    "ifnull((SELECT owner FROM statement WHERE bank_account = bank_account.id AND owner <> '' "
    "        ORDER BY closing_date DESC, id DESC LIMIT 1), ''), "
    "ifnull((SELECT min(iif(opening_date = '', closing_date, opening_date)) FROM statement "
    "        WHERE bank_account = bank_account.id), ''), "
    "ifnull((SELECT max(closing_date) FROM statement WHERE bank_account = bank_account.id), ''), "
    "ifnull(lines.sum, 0), ifnull(postings.sum, 0), currency "
    "FROM bank_account "
    "LEFT JOIN (SELECT bank_account, sum(amount_minor) AS sum FROM line WHERE part_of IS NULL "
    "           GROUP BY bank_account) "
    "    AS lines ON lines.bank_account = bank_account.id "
    "LEFT JOIN (SELECT bank_account, sum(amount_minor) AS sum FROM posting "
    "           WHERE bank_account IS NOT NULL GROUP BY bank_account) "
    "    AS postings ON postings.bank_account = bank_account.id "
    "ORDER BY identification, currency";

AccountBalance take_balance(sqlite::Rows& rows, const std::vector<ChainLink>& chain) {
    std::string account = take_string(rows);
    std::string owner = take_string(rows);
    const auto first_date = take_optional_date(rows);
    const auto last_date = take_optional_date(rows);
    const std::int64_t lines_minor = rows.take_integer();
    const Money ledger = take_money(rows);
    const auto in_currency = [&](std::int64_t minor) { return Money(minor, ledger.currency()); };
    return {.account = std::move(account),
            .owner = std::move(owner),
            .first_date = first_date,
            .last_date = last_date,
            .opening = in_currency(chain.empty() ? 0 : chain.front().opening_minor),
            .closing = in_currency(chain.empty() ? 0 : chain.back().closing_minor),
            .lines = in_currency(lines_minor),
            .ledger = ledger,
            .statement_count = chain.size()};
}

std::vector<AccountBalance> balances_of(sqlite::Database& database) {
    auto statements = statements_by_account(database);
    sqlite::Statement select(database, account_balances);
    std::vector<AccountBalance> balances;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        const auto chain = in_chain_order(std::move(statements[rows.take_integer()]));
        balances.push_back(take_balance(rows, chain));
    }
    return balances;
}

void add_audit_anchor(sqlite::Database& database, LedgerSummary& summary) {
    sqlite::Statement select(database,
                             "SELECT (SELECT count(*) FROM audit), hash FROM audit "
                             "ORDER BY seq DESC LIMIT 1");
    if (sqlite::Rows rows = select.query(); rows.next()) {
        summary.audit_count = static_cast<std::uint64_t>(rows.take_integer());
        summary.audit_head = take_digest(rows);
    }
}

}  // namespace

LedgerSummary Ledger::summary() const {
    sqlite::Database& database = impl_->database;
    const sqlite::Savepoint one_moment(database);
    LedgerSummary summary{.accounts = balances_of(database),
                          .lines = tally_of(database, all_lines),
                          .matched = tally_of(database, matched_lines),
                          .matched_by_method = tallies_of(database, matched_by_method),
                          .exceptions_by_reason = tallies_of(database, exceptions_by_reason),
                          .undecided = tally_of(database, undecided_lines),
                          .open_receivables = tally_of(database, open_receivables),
                          .open_payables = tally_of(database, open_payables)};
    add_audit_anchor(database, summary);
    return summary;
}

}  // namespace afletter
