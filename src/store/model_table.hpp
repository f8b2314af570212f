// Models learnt from this ledger, and which of them is live.
#pragma once

#include <afletter/ledger_store.hpp>

#include <string>
#include <string_view>

#include "audit_trail.hpp"

namespace afletter {

class ModelTable {
  public:
    ModelTable(sqlite::Database& database, AuditTrail& audit);
    // Answers the version it got.
    std::string add(StoredModel model);
    void activate(std::string_view version);

  private:
    sqlite::Database& database_;
    AuditTrail& audit_;
    sqlite::Statement select_count_;
    sqlite::Statement select_known_;
    sqlite::Statement insert_model_;
    sqlite::Statement insert_activation_;
};

}  // namespace afletter
