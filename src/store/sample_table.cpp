// The audit sample to rows and back.
#include "sample_table.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "columns.hpp"
#include "decision_table.hpp"
#include "item_table.hpp"
#include "ledger_impl.hpp"
#include "line_record.hpp"

namespace afletter {

namespace {

using std::string_literals::operator""s;

// In their order, each once, behind its length in bytes: an id may hold whatever stands between.
std::string joined(std::vector<std::string> items) {
    std::ranges::sort(items);
    const auto repeated = std::ranges::unique(items);
    items.erase(repeated.begin(), repeated.end());
    std::string text;
    for (const std::string& item : items) {
        text.append(std::to_string(item.size())).append(":").append(item);
    }
    return text;
}

using Ids = std::set<std::string>;

Ids weighed_items(const Decision& decision) {
    Ids ids;
    for (const Candidate& candidate : decision.candidates) {
        for (const Allocation& allocation : candidate.allocations) {
            if (!allocation.item_id.empty()) {
                ids.insert(allocation.item_id);
            }
        }
    }
    return ids;
}

// What a line could be about, by the ids that were weighed for it: those, and all others of their
// parties.
class ItemsAround {
  public:
    ItemsAround(sqlite::Database& database, const std::vector<Ids>& weighed)
        : select_party_(database,
                        "SELECT current_item.party_id FROM item JOIN current_item "
                        "ON current_item.item = item.id WHERE item.item_id = ?"),
          select_item_(database, "SELECT "s + item_columns +
                                     " FROM item JOIN open_item ON open_item.item = item.id "
                                     "WHERE item.item_id = ?") {
        for (const Ids& ids : weighed) {
            for (const std::string& id : ids) {
                of_party_[party_of(id)];
            }
        }
        of_party_.erase("");
        read_parties(database);
    }

    [[nodiscard]] std::vector<OpenItem> of(const Ids& weighed) {
        Ids ids = weighed;
        for (const std::string& id : weighed) {
            const auto party = of_party_.find(party_of(id));
            if (party != of_party_.end()) {
                ids.insert(party->second.begin(), party->second.end());
            }
        }
        std::vector<OpenItem> items;
        for (const std::string& id : ids) {
            sqlite::Rows rows = select_item_.query(id);
            if (items.size() < sampled_items_max && rows.next()) {
                items.push_back(take_item(rows));
            }
        }
        return items;
    }

  private:
    [[nodiscard]] std::string party_of(const std::string& item_id) {
        sqlite::Rows rows = select_party_.query(item_id);
        return rows.next() ? take_string(rows) : "";
    }

    // One walk over the books, for all lines.
    void read_parties(sqlite::Database& database) {
        if (of_party_.empty()) {
            return;
        }
        sqlite::Statement select(database,
                                 "SELECT current_item.party_id, item.item_id FROM item "
                                 "JOIN current_item ON current_item.item = item.id "
                                 "ORDER BY item.item_id");
        for (sqlite::Rows rows = select.query(); rows.next();) {
            const auto party = of_party_.find(take_string(rows));
            if (party != of_party_.end() && party->second.size() < sampled_items_max) {
                party->second.insert(take_string(rows));
            }
        }
    }

    sqlite::Statement select_party_;
    sqlite::Statement select_item_;
    std::map<std::string, Ids> of_party_;
};

}  // namespace

SampleTable::SampleTable(sqlite::Database& database, AuditTrail& audit)
    : database_(database),
      audit_(audit),
      select_match_(database,
                    "SELECT active_match.id FROM active_match JOIN line "
                    "ON line.id = active_match.line WHERE line.line_id = ?"),
      select_items_(database,
                    "SELECT item.item_id FROM allocation JOIN item ON item.id = allocation.item "
                    "WHERE allocation.match = ?"),
      select_alarm_(database,
                    "SELECT id FROM sample_alarm WHERE stratum = ? AND NOT EXISTS (SELECT 1 "
                    "FROM sample_clearing WHERE sample_clearing.alarm = sample_alarm.id)"),
      insert_draw_(database, "INSERT INTO sample_draw (match, stratum) VALUES (?, ?)"),
      insert_answer_(database,
                     "INSERT INTO sample_answer (match, items, agrees, by, at) "
                     "VALUES (?, ?, ?, ?, ?)"),
      insert_alarm_(database,
                    "INSERT INTO sample_alarm (stratum, lines, wrong, at) VALUES (?, ?, ?, ?)"),
      insert_clearing_(database,
                       "INSERT INTO sample_clearing (alarm, reason, answer, by, at) VALUES "
                       "(?, ?, (SELECT ifnull(max(id), 0) FROM sample_answer), ?, ?)") {}

void SampleTable::draw(LineId line, std::string_view stratum) {
    const std::int64_t match = match_of(line);
    insert_draw_.run(match, stratum);
    audit_.append("draw", "match:" + std::to_string(match), stratum);
}

bool SampleTable::answer(LineId line, std::vector<std::string> items) {
    const std::int64_t match = match_of(line);
    const std::string answered = joined(std::move(items));
    const bool agrees = answered == items_of(match);
    const Stamp& stamp = audit_.stamp();
    insert_answer_.run(match, answered, agrees ? 1 : 0, stamp.by, to_iso(stamp.at));
    audit_.append("answer", "match:" + std::to_string(match),
                  (agrees ? "agrees:" : "differs:") + answered);
    return agrees;
}

void SampleTable::raise(const Suspension& suspension) {
    insert_alarm_.run(suspension.stratum, suspension.lines, suspension.wrong,
                      to_iso(audit_.stamp().at));
    audit_.append("alarm", "sample_alarm:" + std::to_string(database_.last_row_id()),
                  std::to_string(suspension.wrong) + " of " + std::to_string(suspension.lines) +
                      ":" + suspension.stratum);
}

void SampleTable::clear(std::string_view stratum, std::string_view reason) {
    std::int64_t alarm = 0;
    {
        sqlite::Rows rows = select_alarm_.query(stratum);
        AFLETTER_ASSERT(rows.next());
        alarm = rows.take_integer();
    }
    const Stamp& stamp = audit_.stamp();
    insert_clearing_.run(alarm, reason, stamp.by, to_iso(stamp.at));
    audit_.append("clear", "sample_alarm:" + std::to_string(alarm), reason);
}

std::int64_t SampleTable::match_of(LineId line) {
    sqlite::Rows rows = select_match_.query(line.value);
    AFLETTER_ASSERT(rows.next());
    return rows.take_integer();
}

std::string SampleTable::items_of(std::int64_t match) {
    std::vector<std::string> items;
    for (sqlite::Rows rows = select_items_.query(match); rows.next();) {
        items.push_back(take_string(rows));
    }
    return joined(std::move(items));
}

std::vector<LineId> Ledger::sample_waiting() const {
    sqlite::Statement select(impl_->database,
                             "SELECT line.line_id FROM line JOIN active_match "
                             "ON active_match.line = line.id JOIN sample_draw "
                             "ON sample_draw.match = active_match.id "
                             "WHERE NOT EXISTS (SELECT 1 FROM sample_answer "
                             "WHERE sample_answer.match = sample_draw.match) "
                             "ORDER BY line.line_id");
    std::vector<LineId> lines;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        lines.push_back({rows.take_integer()});
    }
    return lines;
}

std::vector<SampledLine> Ledger::sampled_lines() const {
    const sqlite::Savepoint one_moment(impl_->database);
    sqlite::Statement select(
        impl_->database, "SELECT " + line_record_columns() + ", " + decision_columns + " FROM " +
                             line_record_tables +
                             "JOIN active_match ON active_match.line = line.id "
                             "JOIN decision ON decision.id = active_match.decision "
                             "JOIN sample_draw ON sample_draw.match = active_match.id "
                             "WHERE NOT EXISTS (SELECT 1 FROM sample_answer "
                             "WHERE sample_answer.match = sample_draw.match) ORDER BY " +
                             line_record_order);
    std::vector<SampledLine> lines;
    std::vector<Ids> weighed;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        lines.push_back({.line = take_line_record(rows), .items = {}});
        weighed.push_back(weighed_items(take_decision(rows)));
    }
    ItemsAround around(impl_->database, weighed);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].items = around.of(weighed[i]);
    }
    return lines;
}

std::vector<SampleAnswer> Ledger::sample_answers() const {
    sqlite::Statement select(
        impl_->database,
        "SELECT sample_answer.id, sample_draw.stratum, sample_answer.agrees "
        "FROM sample_answer JOIN sample_draw "
        "ON sample_draw.match = sample_answer.match ORDER BY sample_answer.id");
    std::vector<SampleAnswer> answers;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        SampleAnswer answer{.place = rows.take_integer()};
        answer.stratum = take_string(rows);
        answer.agrees = rows.take_integer() != 0;
        answers.push_back(std::move(answer));
    }
    return answers;
}

std::vector<SampleAlarm> Ledger::sample_alarms() const {
    sqlite::Statement select(
        impl_->database,
        "SELECT sample_alarm.stratum, sample_alarm.lines, sample_alarm.wrong, sample_alarm.at, "
        "sample_clearing.alarm IS NOT NULL, ifnull(sample_clearing.answer, 0), "
        "ifnull(sample_clearing.reason, ''), ifnull(sample_clearing.by, ''), "
        "ifnull(sample_clearing.at, sample_alarm.at) "
        "FROM sample_alarm LEFT JOIN sample_clearing "
        "ON sample_clearing.alarm = sample_alarm.id ORDER BY sample_alarm.id");
    std::vector<SampleAlarm> alarms;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        SampleAlarm alarm;
        alarm.suspension.stratum = take_string(rows);
        alarm.suspension.lines = static_cast<std::uint64_t>(rows.take_integer());
        alarm.suspension.wrong = static_cast<std::uint64_t>(rows.take_integer());
        alarm.raised_at = take_instant(rows);
        alarm.is_cleared = rows.take_integer() != 0;
        alarm.cleared_after = rows.take_integer();
        alarm.reason = take_string(rows);
        alarm.cleared_by = take_string(rows);
        alarm.cleared_at = take_instant(rows);
        alarms.push_back(std::move(alarm));
    }
    return alarms;
}

}  // namespace afletter
