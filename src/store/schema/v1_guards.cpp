// Version 1 of the schema, its last part: no row of any table is ever changed or removed.
#include "schema/migrations.hpp"

namespace afletter::schema {

const char* const version_1_guards = R"sql(
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit: rows never change'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit: rows are never removed'); END;
CREATE TRIGGER source_file_keeps BEFORE UPDATE ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file: rows never change'); END;
CREATE TRIGGER source_file_stays BEFORE DELETE ON source_file
BEGIN SELECT RAISE(ABORT, 'source_file: rows are never removed'); END;
CREATE TRIGGER gl_account_keeps BEFORE UPDATE ON gl_account
BEGIN SELECT RAISE(ABORT, 'gl_account: rows never change'); END;
CREATE TRIGGER gl_account_stays BEFORE DELETE ON gl_account
BEGIN SELECT RAISE(ABORT, 'gl_account: rows are never removed'); END;
CREATE TRIGGER bank_account_keeps BEFORE UPDATE ON bank_account
BEGIN SELECT RAISE(ABORT, 'bank_account: rows never change'); END;
CREATE TRIGGER bank_account_stays BEFORE DELETE ON bank_account
BEGIN SELECT RAISE(ABORT, 'bank_account: rows are never removed'); END;
CREATE TRIGGER statement_keeps BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'statement: rows never change'); END;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'statement: rows are never removed'); END;
CREATE TRIGGER line_keeps BEFORE UPDATE ON line
BEGIN SELECT RAISE(ABORT, 'line: rows never change'); END;
CREATE TRIGGER line_stays BEFORE DELETE ON line
BEGIN SELECT RAISE(ABORT, 'line: rows are never removed'); END;
CREATE TRIGGER itemisation_keeps BEFORE UPDATE ON itemisation
BEGIN SELECT RAISE(ABORT, 'itemisation: rows never change'); END;
CREATE TRIGGER itemisation_stays BEFORE DELETE ON itemisation
BEGIN SELECT RAISE(ABORT, 'itemisation: rows are never removed'); END;
CREATE TRIGGER item_keeps BEFORE UPDATE ON item
BEGIN SELECT RAISE(ABORT, 'item: rows never change'); END;
CREATE TRIGGER item_stays BEFORE DELETE ON item
BEGIN SELECT RAISE(ABORT, 'item: rows are never removed'); END;
CREATE TRIGGER item_version_keeps BEFORE UPDATE ON item_version
BEGIN SELECT RAISE(ABORT, 'item_version: rows never change'); END;
CREATE TRIGGER item_version_stays BEFORE DELETE ON item_version
BEGIN SELECT RAISE(ABORT, 'item_version: rows are never removed'); END;
CREATE TRIGGER run_keeps BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'run: rows never change'); END;
CREATE TRIGGER run_stays BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'run: rows are never removed'); END;
CREATE TRIGGER decision_keeps BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: rows never change'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: rows are never removed'); END;
CREATE TRIGGER match_keeps BEFORE UPDATE ON match
BEGIN SELECT RAISE(ABORT, 'match: rows never change'); END;
CREATE TRIGGER match_stays BEFORE DELETE ON match
BEGIN SELECT RAISE(ABORT, 'match: rows are never removed'); END;
CREATE TRIGGER allocation_keeps BEFORE UPDATE ON allocation
BEGIN SELECT RAISE(ABORT, 'allocation: rows never change'); END;
CREATE TRIGGER allocation_stays BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'allocation: rows are never removed'); END;
CREATE TRIGGER gl_allocation_keeps BEFORE UPDATE ON gl_allocation
BEGIN SELECT RAISE(ABORT, 'gl_allocation: rows never change'); END;
CREATE TRIGGER gl_allocation_stays BEFORE DELETE ON gl_allocation
BEGIN SELECT RAISE(ABORT, 'gl_allocation: rows are never removed'); END;
CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: rows never change'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: rows are never removed'); END;
CREATE TRIGGER model_keeps BEFORE UPDATE ON model
BEGIN SELECT RAISE(ABORT, 'model: rows never change'); END;
CREATE TRIGGER model_stays BEFORE DELETE ON model
BEGIN SELECT RAISE(ABORT, 'model: rows are never removed'); END;
CREATE TRIGGER activation_keeps BEFORE UPDATE ON activation
BEGIN SELECT RAISE(ABORT, 'activation: rows never change'); END;
CREATE TRIGGER activation_stays BEFORE DELETE ON activation
BEGIN SELECT RAISE(ABORT, 'activation: rows are never removed'); END;
CREATE TRIGGER sample_draw_keeps BEFORE UPDATE ON sample_draw
BEGIN SELECT RAISE(ABORT, 'sample_draw: rows never change'); END;
CREATE TRIGGER sample_draw_stays BEFORE DELETE ON sample_draw
BEGIN SELECT RAISE(ABORT, 'sample_draw: rows are never removed'); END;
CREATE TRIGGER sample_answer_keeps BEFORE UPDATE ON sample_answer
BEGIN SELECT RAISE(ABORT, 'sample_answer: rows never change'); END;
CREATE TRIGGER sample_answer_stays BEFORE DELETE ON sample_answer
BEGIN SELECT RAISE(ABORT, 'sample_answer: rows are never removed'); END;
CREATE TRIGGER sample_alarm_keeps BEFORE UPDATE ON sample_alarm
BEGIN SELECT RAISE(ABORT, 'sample_alarm: rows never change'); END;
CREATE TRIGGER sample_alarm_stays BEFORE DELETE ON sample_alarm
BEGIN SELECT RAISE(ABORT, 'sample_alarm: rows are never removed'); END;
CREATE TRIGGER sample_clearing_keeps BEFORE UPDATE ON sample_clearing
BEGIN SELECT RAISE(ABORT, 'sample_clearing: rows never change'); END;
CREATE TRIGGER sample_clearing_stays BEFORE DELETE ON sample_clearing
BEGIN SELECT RAISE(ABORT, 'sample_clearing: rows are never removed'); END;
CREATE TRIGGER posting_keeps BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'posting: rows never change'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'posting: rows are never removed'); END;
)sql";

}  // namespace afletter::schema
