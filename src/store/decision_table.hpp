// Decisions about lines, and the matches that follow from them.
#pragma once

#include <afletter/ledger_store.hpp>

#include <string>
#include <vector>

#include "audit_trail.hpp"
#include "posting.hpp"

namespace afletter {

// The columns that take_decision() takes, of `line` and `decision`.
extern const char* const decision_columns;
// A line without a decision gives one that says nothing.
[[nodiscard]] Decision take_decision(sqlite::Rows& rows);

class DecisionTable {
  public:
    DecisionTable(sqlite::Database& database, AuditTrail& audit, GlAccounts& gl_accounts,
                  Journal& journal);
    // The run gets its row with its first decision: a run that changes nothing leaves no trace.
    RunId begin_run(std::string_view command);
    [[nodiscard]] bool add(const Decision& decision);
    // After a part was taken back.
    void forget();

  private:
    // What a decision says, in the form in which it is stored.
    struct Text {
        std::string explanation;
        std::optional<std::string_view> method;
        std::optional<std::string_view> reason;
    };
    struct LineRow {
        std::int64_t id;
        Money amount;
    };
    [[nodiscard]] LineRow row_of(LineId line);
    [[nodiscard]] bool says_the_same(std::int64_t line, const Text& text);
    void ensure_run();
    void add_match(std::int64_t row, const LineRow& line, const Decision& decision);
    // Adds a part of the match; answers how it is booked.
    [[nodiscard]] Settlement allocate(std::int64_t match, const Allocation& allocation);
    [[nodiscard]] Settlement settlement_of(const Allocation& allocation);

    sqlite::Database& database_;
    AuditTrail& audit_;
    GlAccounts& gl_accounts_;
    Journal& journal_;
    sqlite::Statement select_line_;
    sqlite::Statement select_latest_;
    sqlite::Statement select_item_;
    sqlite::Statement insert_run_;
    sqlite::Statement insert_decision_;
    sqlite::Statement insert_match_;
    sqlite::Statement insert_allocation_;
    sqlite::Statement insert_gl_allocation_;
    RunId run_;
    std::string command_;
    bool run_is_added_ = false;
};

}  // namespace afletter
