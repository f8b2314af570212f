// Registration of bank accounts.
#include "bank_account.hpp"

namespace afletter {

namespace {

std::string identification_of(const AccountIdentification& account) {
    return account.iban ? std::string(account.iban->text()) : account.other;
}

}  // namespace

BankAccounts::BankAccounts(sqlite::Database& database, AuditTrail& audit, GlAccounts& gl_accounts)
    : database_(database),
      audit_(audit),
      gl_accounts_(gl_accounts),
      select_(database,
              "SELECT id, gl_account FROM bank_account WHERE identification = ? AND currency = ?"),
      insert_(database,
              "INSERT INTO bank_account (identification, is_iban, currency, gl_account) "
              "VALUES (?, ?, ?, ?)") {}

const BankAccount& BankAccounts::of(const AccountIdentification& account, Currency currency) {
    const std::string identification = identification_of(account);
    if (last_ && last_->identification == identification && last_->currency == currency) {
        return *last_;
    }
    sqlite::Rows known = select_.query(identification, currency.code());
    if (known.next()) {
        const std::int64_t id = known.take_integer();
        last_ = BankAccount{id, identification, currency, known.take_integer()};
    } else {
        last_ = add(account, currency);
    }
    return *last_;
}

BankAccount BankAccounts::add(const AccountIdentification& account, Currency currency) {
    const std::string identification = identification_of(account);
    const std::int64_t gl_account = gl_accounts_.of("assets:bank:" + identification);
    insert_.run(identification, account.iban.has_value(), currency.code(), gl_account);
    const std::int64_t id = database_.last_row_id();
    audit_.append("register", "bank_account:" + std::to_string(id),
                  identification + ' ' + std::string(currency.code()));
    return {id, identification, currency, gl_account};
}

}  // namespace afletter
