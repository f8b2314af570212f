// Made-up values and ledgers for the tests of the store.
#pragma once

#include <afletter/ledger_store.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sqlite3.h>

#include "support/process.hpp"

namespace afletter::test {

[[nodiscard]] std::filesystem::path operator/(const TemporaryFolder& folder,
                                              const std::string& name);

[[nodiscard]] Stamp stamp(std::string_view at = "2026-02-01T01:00:00Z");
[[nodiscard]] Date day(std::string_view iso);
[[nodiscard]] Money euro(std::int64_t cents);
[[nodiscard]] Sha256 digest(std::string_view text);

[[nodiscard]] Ledger new_ledger(const std::filesystem::path& path);
[[nodiscard]] Ledger open_ledger(const std::filesystem::path& path);

inline constexpr std::string_view iban = "NL91ABNA0417164300";
inline constexpr std::string_view other_iban = "NL44RABO0123456789";
[[nodiscard]] Iban iban_of(std::string_view text);

// A line of one entry, received or paid on the day.
[[nodiscard]] Line line(std::uint32_t index, std::int64_t cents, std::string_view remittance,
                        std::string_view booked = "2026-01-05");
[[nodiscard]] OpenItem receivable(std::string item_id, std::int64_t cents);
[[nodiscard]] OpenItem payable(std::string item_id, std::int64_t cents);

struct MadeStatement {
    std::string date = "2026-01-05";
    std::int64_t opening = 0;
    std::vector<Line> lines;
    std::string format = "camt.053.001.08";
    std::string sequence = "1";
    std::string statement_id = "S";
    std::string account{iban};

    [[nodiscard]] StatementHeader header() const;
    [[nodiscard]] StatementClosing closing() const;
};
// Adds the statement; a source file must stand.
StatementChange add(LedgerWriter& writer, const MadeStatement& statement);
// A whole import in its own transaction.
StatementChange import_statement(Ledger& ledger, const MadeStatement& statement,
                                 std::string_view file);
void put_items(Ledger& ledger, const std::vector<OpenItem>& items);

// Booked to the general ledger instead of an item.
[[nodiscard]] Allocation in_transit(std::int64_t cents);
[[nodiscard]] Decision match_of(const Line& line, const std::vector<Allocation>& allocations);
[[nodiscard]] Decision exception_of(const Line& line, ExceptionReason reason);
// Adds the decisions in a run of its own; answers how many were new.
std::size_t decide(Ledger& ledger, const std::vector<Decision>& decisions,
                   std::string_view at = "2026-02-01T01:00:00Z");

[[nodiscard]] StoredModel learnt_model();
// A ledger with something in every table: one line matched to an item, one booked to the general
// ledger, one waiting, a model that was made live, and a drawn match with all that may follow.
[[nodiscard]] Ledger filled_ledger(const std::filesystem::path& path);

// Imports a line of 195.00 on an account of its own, and a notification that says what it is made
// of: 120.00 and 75.00.
void add_itemised_line(Ledger& ledger);

// Plain access beside the store, to look and to tamper.
class RawDatabase {
  public:
    explicit RawDatabase(const std::filesystem::path& path);
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;
    ~RawDatabase();
    // The error message; empty when it went well.
    std::string execute(const std::string& sql);
    [[nodiscard]] std::vector<std::string> column(const std::string& sql);
    [[nodiscard]] std::string value(const std::string& sql);
    void drop_triggers();
    // Every row of every table as text: equal dumps are equal ledgers.
    [[nodiscard]] std::string dump();

  private:
    sqlite3* handle_ = nullptr;
};

}  // namespace afletter::test
