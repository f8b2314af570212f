// What a Ledger holds: one connection.
#pragma once

#include <afletter/ledger_store.hpp>

#include "sqlite/database.hpp"

namespace afletter {

struct Ledger::Impl {
    mutable sqlite::Database database;
};

}  // namespace afletter
