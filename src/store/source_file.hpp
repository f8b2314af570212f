// Files that statements were read from, known by their bytes.
#pragma once

#include <optional>
#include <string>

#include "audit_trail.hpp"

namespace afletter {

class SourceFiles {
  public:
    SourceFiles(sqlite::Database& database, AuditTrail& audit);
    // The new row's id; nothing when these very bytes are in the ledger already.
    [[nodiscard]] std::optional<std::int64_t> add(const std::string& name, const Sha256& digest,
                                                  std::uint64_t bytes);

  private:
    sqlite::Database& database_;
    AuditTrail& audit_;
    sqlite::Statement insert_;
};

}  // namespace afletter
