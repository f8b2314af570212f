// The books: every line and every match is a journal whose postings sum to zero.
#pragma once

#include <afletter/model/line.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sqlite/database.hpp"

namespace afletter {

struct BankAccount {
    std::int64_t id;
    std::string identification;
    Currency currency;
    std::int64_t gl_account;
};

// Accounts of the general ledger by name; a new name is a new account.
class GlAccounts {
  public:
    explicit GlAccounts(sqlite::Database& database);
    [[nodiscard]] std::int64_t of(const std::string& name);
    // After a part was taken back.
    void forget() { known_.clear(); }

  private:
    sqlite::Database& database_;
    sqlite::Statement select_;
    sqlite::Statement insert_;
    std::unordered_map<std::string, std::int64_t> known_;
};

// Part of a match as it is booked.
struct Settlement {
    std::optional<std::int64_t> item;
    std::string gl_account;  // the item's control account, or one of its own
    Money amount;            // signed as the line
};

// Where a line stands that was matched to its parts, until each of them is.
inline constexpr const char* itemised_account = "assets:itemised";

class Journal {
  public:
    Journal(sqlite::Database& database, GlAccounts& gl_accounts);
    // What the account held before its first statement, or the correction of it when an earlier
    // statement comes later.
    void book_opening(std::int64_t statement, const BankAccount& account, const Money& amount,
                      std::string_view booked_on);
    void book_line(std::int64_t line_row, const Line& line, const BankAccount& account);
    // A part of a line: it takes its share of what the line was matched to back to suspense.
    void book_part(std::int64_t line_row, const Line& line);
    void book_match(std::int64_t match, const Money& line_amount,
                    std::span<const Settlement> settlements, std::string_view booked_on);
    // The openings booked so far for the account.
    [[nodiscard]] std::int64_t booked_opening(const BankAccount& account);

  private:
    struct Side {
        std::int64_t gl_account;
        std::optional<std::int64_t> bank_account = {};
        std::optional<std::int64_t> item = {};
    };
    struct Subject {
        std::optional<std::int64_t> statement = {};
        std::optional<std::int64_t> line = {};
        std::optional<std::int64_t> match = {};
    };
    std::int64_t begin(std::string_view kind, const Subject& subject, std::string_view booked_on);
    void post(std::int64_t journal, const Side& side, std::int64_t minor, Currency currency);

    sqlite::Database& database_;
    GlAccounts& gl_accounts_;
    sqlite::Statement insert_journal_;
    sqlite::Statement insert_posting_;
    sqlite::Statement select_opening_;
    int position_ = 0;
};

}  // namespace afletter
