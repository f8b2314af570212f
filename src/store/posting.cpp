// Double entry for openings, lines and matches.
#include "posting.hpp"

#include "columns.hpp"

namespace afletter {

namespace {

constexpr const char* suspense = "assets:suspense";
constexpr const char* opening_equity = "equity:opening";

}  // namespace

GlAccounts::GlAccounts(sqlite::Database& database)
    : database_(database),
      select_(database, "SELECT id FROM gl_account WHERE name = ?"),
      insert_(database, "INSERT INTO gl_account (name) VALUES (?)") {}

std::int64_t GlAccounts::of(const std::string& name) {
    if (const auto found = known_.find(name); found != known_.end()) {
        return found->second;
    }
    sqlite::Rows stored = select_.query(name);
    if (stored.next()) {
        return known_[name] = stored.take_integer();
    }
    insert_.run(name);
    return known_[name] = database_.last_row_id();
}

Journal::Journal(sqlite::Database& database, GlAccounts& gl_accounts)
    : database_(database),
      gl_accounts_(gl_accounts),
      insert_journal_(database,
                      "INSERT INTO journal (kind, statement, line, match, booked_on) "
                      "VALUES (?, ?, ?, ?, ?)"),
      insert_posting_(database,
                      "INSERT INTO posting (journal, position, gl_account, bank_account, item, "
                      "amount_minor, currency) VALUES (?, ?, ?, ?, ?, ?, ?)"),
      select_opening_(database,
                      "SELECT ifnull(sum(amount_minor), 0) FROM journal JOIN posting "
                      "ON posting.journal = journal.id "
                      "WHERE journal.kind = 'opening' AND posting.bank_account = ?") {}

std::int64_t Journal::begin(std::string_view kind, const Subject& subject,
                            std::string_view booked_on) {
    insert_journal_.run(kind, subject.statement, subject.line, subject.match, booked_on);
    position_ = 0;
    return database_.last_row_id();
}

void Journal::post(std::int64_t journal, const Side& side, std::int64_t minor, Currency currency) {
    insert_posting_.run(journal, ++position_, side.gl_account, side.bank_account, side.item, minor,
                        currency.code());
}

void Journal::book_opening(std::int64_t statement, const BankAccount& account, const Money& amount,
                           std::string_view booked_on) {
    const std::int64_t journal = begin("opening", {.statement = statement}, booked_on);
    post(journal, {.gl_account = account.gl_account, .bank_account = account.id},
         amount.minor_units(), amount.currency());
    post(journal, {.gl_account = gl_accounts_.of(opening_equity)}, -amount.minor_units(),
         amount.currency());
}

void Journal::book_line(std::int64_t line_row, const Line& line, const BankAccount& account) {
    const std::int64_t journal = begin("line", {.line = line_row}, to_iso(line.booking_date));
    post(journal, {.gl_account = account.gl_account, .bank_account = account.id},
         line.amount.minor_units(), line.amount.currency());
    post(journal, {.gl_account = gl_accounts_.of(suspense)}, -line.amount.minor_units(),
         line.amount.currency());
}

void Journal::book_part(std::int64_t line_row, const Line& line) {
    const std::int64_t journal = begin("line", {.line = line_row}, to_iso(line.booking_date));
    post(journal, {.gl_account = gl_accounts_.of(itemised_account)}, line.amount.minor_units(),
         line.amount.currency());
    post(journal, {.gl_account = gl_accounts_.of(suspense)}, -line.amount.minor_units(),
         line.amount.currency());
}

void Journal::book_match(std::int64_t match, const Money& allocated,
                         std::span<const Settlement> settlements, std::string_view booked_on) {
    const std::int64_t journal = begin("match", {.match = match}, booked_on);
    post(journal, {.gl_account = gl_accounts_.of(suspense)}, allocated.minor_units(),
         allocated.currency());
    for (const Settlement& settlement : settlements) {
        post(journal,
             {.gl_account = gl_accounts_.of(settlement.gl_account), .item = settlement.item},
             -settlement.amount.minor_units(), settlement.amount.currency());
    }
}

std::int64_t Journal::booked_opening(const BankAccount& account) {
    sqlite::Rows sum = select_opening_.query(account.id);
    return sum.next() ? sum.take_integer() : 0;
}

}  // namespace afletter
