// Items of the books: a new version whenever their source says something else.
#pragma once

#include <afletter/ledger_store.hpp>

#include <string>

#include "audit_trail.hpp"

namespace afletter {

// The columns that take_item() takes, of `item` and `open_item`.
extern const char* const item_columns;
[[nodiscard]] OpenItem take_item(sqlite::Rows& rows);

class ItemTable {
  public:
    ItemTable(sqlite::Database& database, AuditTrail& audit);
    [[nodiscard]] ItemChange put(const OpenItem& item);

  private:
    sqlite::Database& database_;
    AuditTrail& audit_;
    sqlite::Statement select_latest_;
    sqlite::Statement insert_item_;
    sqlite::Statement insert_version_;
};

}  // namespace afletter
