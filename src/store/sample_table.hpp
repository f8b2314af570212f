// The audit sample as rows: what was drawn, answered, alarmed and cleared; only ever added to.
#pragma once

#include <afletter/ledger_store.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "audit_trail.hpp"

namespace afletter {

class SampleTable {
  public:
    SampleTable(sqlite::Database& database, AuditTrail& audit);
    void draw(LineId line, std::string_view stratum);
    // Whether the items are those of the match.
    bool answer(LineId line, std::vector<std::string> items);
    void raise(const Suspension& suspension);
    void clear(std::string_view stratum, std::string_view reason);

  private:
    [[nodiscard]] std::int64_t match_of(LineId line);
    [[nodiscard]] std::string items_of(std::int64_t match);

    sqlite::Database& database_;
    AuditTrail& audit_;
    sqlite::Statement select_match_;
    sqlite::Statement select_items_;
    sqlite::Statement select_alarm_;
    sqlite::Statement insert_draw_;
    sqlite::Statement insert_answer_;
    sqlite::Statement insert_alarm_;
    sqlite::Statement insert_clearing_;
};

}  // namespace afletter
