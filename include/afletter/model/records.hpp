// Rows of the ledger as reports and commands show them: plain values, complete in themselves.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace afletter {

using Sha256 = std::array<std::uint8_t, 32>;

// A line with where it came from.
struct LineRecord {
    Line line;
    std::string account;       // IBAN, or the bank's number
    std::string account_name;  // owner, as the statement has it
    std::string statement;     // the statement's own id, and its sequence after '/'
    std::string source_file;
};

enum class MatchStatus : std::uint8_t { automatic, manual, undone };
[[nodiscard]] std::string_view name_of(MatchStatus status);  // auto, manual, undone

struct MatchRecord {
    MatchId match;
    LineRecord line;
    MatchStatus status = MatchStatus::automatic;
    Decision decision;
    std::vector<Allocation> allocations;
    std::string decided_by;
    Instant decided_at;
};

struct ExceptionRecord {
    std::string exception_id;  // the same every night
    LineRecord line;
    Money open_amount;  // of the line: all of it, or what a match leaves
    Decision decision;  // the latest
    Date first_reported;
    RunId run;                // the run that made the latest decision
    std::string fingerprint;  // changes when the line's state or its decision does
};

// A line that has settled an item, in whole or in part.
struct ItemPayment {
    std::string item_id;
    LineId line;
    Date booking_date;
    Money amount;  // signed as the line
};

// Either the match or the exception of one line.
struct LineStory {
    LineRecord line;
    Decision decision;
    std::optional<MatchRecord> match;
    // Other lines that are matched by now to an item of the candidates, by item and day of booking.
    std::vector<ItemPayment> payments;
    std::string decided_by;
    Instant decided_at;
};

// Why not this item? The line's story, and the item's own explanation beside it.
struct Versus {
    LineStory story;
    std::string item_id;
    Candidate candidate;  // has the item
    // The run had not kept it: it is weighed by the books as they are now.
    bool is_weighed_now = false;
    bool is_led_to = true;  // a number, an account or a name leads from the line to the item
    std::vector<ItemPayment> payments;  // of the item, by other lines
};

// Count and sum, per currency.
struct Tally {
    std::string key;
    std::uint64_t count = 0;
    std::vector<Money> sums;  // by currency code
};

// One account: what the bank says and what the books say.
struct AccountBalance {
    std::string account;
    std::string owner;
    std::optional<Date> first_date;
    std::optional<Date> last_date;
    Money opening;
    Money closing;  // of the last statement
    Money lines;    // sum of all its lines
    Money ledger;   // its general-ledger balance, opening included
    std::uint64_t statement_count = 0;
};

struct LedgerSummary {
    std::vector<AccountBalance> accounts;     // by account
    Tally lines;                              // all bank lines
    Tally matched;                            // those with an active match, and what it settles
    std::vector<Tally> matched_by_method;     // by method name
    std::vector<Tally> exceptions_by_reason;  // by reason name; of a match the rest that waits
    Tally undecided;                          // lines no run has looked at yet
    Tally open_receivables;
    Tally open_payables;
    std::uint64_t audit_count = 0;
    Sha256 audit_head{};
};

// What `verify` found wrong: which control, which row, what was expected and found.
struct ControlFailure {
    std::string control;  // "statement.balance", "journal.sum", "audit.chain", ...
    std::string row;
    std::string message;
};

struct VerifyReport {
    std::vector<ControlFailure> failures;
    std::uint64_t statements = 0;
    std::uint64_t lines = 0;
    std::uint64_t matches = 0;
    std::uint64_t postings = 0;
    std::uint64_t audit_rows = 0;
    Sha256 audit_head{};
};

[[nodiscard]] std::string to_hex(const Sha256& digest);

}  // namespace afletter
