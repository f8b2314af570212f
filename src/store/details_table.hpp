// What a notification (camt.054) says a booked line is made of: lines of their own, which stand in
// its place. The line itself stays, and is matched to them as a whole.
#pragma once

#include <afletter/ledger_store.hpp>

#include <optional>
#include <span>
#include <string>

#include "audit_trail.hpp"
#include "decision_table.hpp"
#include "encoding/field_bytes.hpp"
#include "line_table.hpp"
#include "posting.hpp"

namespace afletter {

class DetailsTable {
  public:
    DetailsTable(sqlite::Database& database, AuditTrail& audit, Journal& journal,
                 DecisionTable& decisions);
    // `parts` are the lines of the notification's entry, which they sum to.
    [[nodiscard]] DetailsChange add(const Notification& notification, std::span<const Line> parts,
                                    std::int64_t source_file);

  private:
    // A line of a statement that the notification may be about.
    struct Fit {
        std::int64_t row = 0;
        LineId id;
        std::int64_t statement = 0;
        std::int64_t bank_account = 0;
        std::uint32_t entry_index = 0;
        std::uint32_t payments = 0;  // as many as the bank counts in it
        bool is_itemised = false;
        bool is_matched = false;
    };
    struct Fits {
        std::size_t count = 0;
        Fit first;
    };
    [[nodiscard]] Fits find(const Notification& notification, const Line& part);
    [[nodiscard]] bool is_split(const Notification& notification, const Line& part);
    void itemise(const Fit& fit, const Notification& notification, std::span<const Line> parts,
                 std::int64_t source_file);

    sqlite::Database& database_;
    AuditTrail& audit_;
    Journal& journal_;
    DecisionTable& decisions_;
    LineTable lines_;
    sqlite::Statement select_whole_;
    sqlite::Statement select_split_;
    sqlite::Statement insert_;
    FieldBytes fields_;
};

}  // namespace afletter
