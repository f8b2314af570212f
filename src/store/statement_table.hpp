// Statements in the ledger: recognised when they come again, their lines booked when they are new.
#pragma once

#include <afletter/ledger_store.hpp>

#include <map>
#include <optional>
#include <string>

#include "audit_trail.hpp"
#include "bank_account.hpp"
#include "encoding/field_bytes.hpp"
#include "line_table.hpp"
#include "posting.hpp"

namespace afletter {

// A statement between its begin and its end.
struct StatementDraft {
    std::int64_t id = 0;
    std::int64_t source_file = 0;
    StatementHeader header;
    std::optional<BankAccount> account;  // known with the first amount, which has its currency
    std::uint64_t line_count = 0;
    std::optional<Money> lines_sum;  // of the lines so far; absent without lines
    bool sum_is_sound = true;        // one currency, no overflow
    Date latest_booking{};
    Sha256Stream digest;
};

class StatementTable {
  public:
    StatementTable(sqlite::Database& database, AuditTrail& audit, GlAccounts& gl_accounts,
                   Journal& journal);

    [[nodiscard]] StatementDraft begin(const StatementHeader& header, std::int64_t source_file);
    void add_line(StatementDraft& draft, const Line& line);
    // Adds the statement, unless it is known; then its lines are to be taken back.
    [[nodiscard]] StatementChange end(StatementDraft& draft, const StatementClosing& closing);
    // Books what each touched account held before its first statement.
    void book_openings();
    // After a part was taken back.
    void forget() { bank_accounts_.forget(); }

  private:
    struct Row;
    struct Known {
        std::int64_t id;
        std::string format;
    };
    [[nodiscard]] static Row row_of(const StatementDraft& draft, const StatementClosing& closing);
    [[nodiscard]] std::optional<Known> find(const StatementDraft& draft, const Row& row);
    [[nodiscard]] bool has_same_lines(const StatementDraft& draft, const Known& known);
    void insert(StatementDraft& draft, const Row& row);
    void book_opening(const BankAccount& account);

    sqlite::Database& database_;
    AuditTrail& audit_;
    Journal& journal_;
    BankAccounts bank_accounts_;
    LineTable lines_;
    sqlite::Statement insert_;
    sqlite::Statement select_last_id_;
    sqlite::Statement select_known_;
    sqlite::Statement select_known_empty_;
    sqlite::Statement select_first_day_;
    std::map<std::int64_t, BankAccount> touched_;
    FieldBytes fields_;
};

}  // namespace afletter
