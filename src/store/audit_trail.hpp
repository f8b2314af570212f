// The audit trail: one row for each change, each bound to the row before it by its hash, so that
// nothing in it can be altered, left out or put between without a trace.
#pragma once

#include <afletter/ledger_store.hpp>

#include <array>
#include <string_view>

#include "encoding/field_bytes.hpp"
#include "sqlite/database.hpp"

namespace afletter {

// at, actor, action, object, result
using AuditFields = std::array<std::string_view, 5>;

// SHA-256("AFL1" || sequence as 8 bytes || previous || fields with their lengths).
[[nodiscard]] Sha256 audit_hash(std::int64_t sequence, const Sha256& previous,
                                const AuditFields& fields);

class AuditTrail {
  public:
    AuditTrail(sqlite::Database& database, const Stamp& stamp);
    void append(std::string_view action, std::string_view object, std::string_view result);
    // Goes back to the last row that is in the ledger, after a part was taken back.
    void reload();

    [[nodiscard]] const Stamp& stamp() const { return stamp_; }

  private:
    Stamp stamp_;
    std::string at_;
    sqlite::Statement insert_;
    sqlite::Statement select_last_;
    std::int64_t sequence_ = 0;
    Sha256 hash_{};
};

}  // namespace afletter
