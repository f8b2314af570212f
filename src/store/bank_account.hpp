// Our accounts at banks, registered when a statement of one first comes.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <string>

#include "audit_trail.hpp"
#include "posting.hpp"

namespace afletter {

class BankAccounts {
  public:
    BankAccounts(sqlite::Database& database, AuditTrail& audit, GlAccounts& gl_accounts);
    // The account with this identification and currency; registered when it is new.
    const BankAccount& of(const AccountIdentification& account, Currency currency);
    // After a part was taken back.
    void forget() { last_.reset(); }

  private:
    [[nodiscard]] BankAccount add(const AccountIdentification& account, Currency currency);

    sqlite::Database& database_;
    AuditTrail& audit_;
    GlAccounts& gl_accounts_;
    sqlite::Statement select_;
    sqlite::Statement insert_;
    std::optional<BankAccount> last_;  // statements of one account come together
};

}  // namespace afletter
