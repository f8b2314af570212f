// The audit sample: what was drawn, whether each answer agrees with its match, and that the audit
// trail says the same.
#include <array>

#include "verify/controls.hpp"

namespace afletter::verify {

namespace {

constexpr std::array sample_controls{
    RowControl{"sample.draw", "a match was drawn for another kind of evidence than decided it",
               "SELECT 'match', sample_draw.match, "
               "ifnull(json_extract(decision.explanation, '$.stratum'), ''), sample_draw.stratum "
               "FROM sample_draw JOIN match ON match.id = sample_draw.match "
               "JOIN decision ON decision.id = match.decision "
               "WHERE json_valid(decision.explanation) = 0 OR sample_draw.stratum IS NOT "
               "json_extract(decision.explanation, '$.stratum')"},
    RowControl{
        "sample.answer", "an answer does not stand to its match as it says",
        "SELECT 'match', match, found, agrees FROM (SELECT answer.match, answer.agrees, "
        "answer.items = (SELECT group_concat(length(CAST(item_id AS BLOB)) || ':' || item_id, '') "
        "FROM (SELECT item.item_id "
        "FROM allocation JOIN item ON item.id = allocation.item "
        "WHERE allocation.match = answer.match ORDER BY item.item_id)) AS found "
        "FROM sample_answer AS answer) WHERE found IS NOT agrees"},
    RowControl{"sample.alarm", "an alarm tells of more errors than people have found",
               "SELECT 'sample_alarm', alarm.id, alarm.wrong, alarm.found FROM (SELECT id, wrong, "
               "(SELECT count(*) FROM sample_answer JOIN sample_draw "
               "ON sample_draw.match = sample_answer.match WHERE sample_answer.agrees = 0 "
               "AND sample_alarm.stratum IN ('', sample_draw.stratum)) AS found "
               "FROM sample_alarm) AS alarm WHERE alarm.wrong > alarm.found"},
    RowControl{"audit.sample_draw", "another match was drawn than the audit trail says",
               "SELECT 'match', sample_draw.match, ifnull(audit.result, 'an audit row'), stratum "
               "FROM sample_draw LEFT JOIN audit ON audit.action = 'draw' "
               "AND audit.object = 'match:' || sample_draw.match "
               "WHERE audit.result IS NOT stratum"},
    RowControl{"audit.sample_answer", "an answer is not the one that was given",
               "SELECT 'match', answer.match, ifnull(audit.result, 'an audit row'), answer.text "
               "FROM (SELECT match, CASE agrees WHEN 1 THEN 'agrees:' ELSE 'differs:' END || items "
               "AS text FROM sample_answer) AS answer LEFT JOIN audit ON audit.action = 'answer' "
               "AND audit.object = 'match:' || answer.match WHERE audit.result IS NOT answer.text"},
    RowControl{"audit.sample_alarm", "an alarm is not the one that was raised",
               "SELECT 'sample_alarm', alarm.id, ifnull(audit.result, 'an audit row'), alarm.text "
               "FROM (SELECT id, wrong || ' of ' || lines || ':' || stratum AS text "
               "FROM sample_alarm) AS alarm LEFT JOIN audit ON audit.action = 'alarm' "
               "AND audit.object = 'sample_alarm:' || alarm.id "
               "WHERE audit.result IS NOT alarm.text"},
    RowControl{"audit.sample_clearing", "an alarm was cleared otherwise than the audit trail says",
               "SELECT 'sample_alarm', alarm, ifnull(audit.result, 'an audit row'), reason "
               "FROM sample_clearing LEFT JOIN audit ON audit.action = 'clear' "
               "AND audit.object = 'sample_alarm:' || alarm WHERE audit.result IS NOT reason"},
};

}  // namespace

void check_samples(sqlite::Database& database, VerifyReport& report) {
    for (const RowControl& control : sample_controls) {
        check_rows(control, database, report);
    }
}

}  // namespace afletter::verify
