// Version 1 of the schema: what each table and column means, and which rows the database itself
// refuses. That rows never change stands in v1_guards.cpp.
#include "schema/migrations.hpp"

namespace afletter::schema {

const char* const version_1_tables = R"sql(
-- Rows are only ever added: triggers refuse UPDATE and DELETE on every table.
-- *_minor    money in whole minor units of the ISO 4217 currency beside it; at most 18 digits
-- dates      'YYYY-MM-DD'; instants 'YYYY-MM-DDTHH:MM:SSZ' (UTC)
-- ''         not known
-- A column with a table's name holds that table's id.

PRAGMA application_id = 1095126100;  -- "AFLT"
PRAGMA user_version = 1;

-- Every change, in order. hash is SHA-256("AFL1" || seq as 8 bytes || previous hash || fields),
-- each field with its length as 4 bytes before it, numbers big-endian; 32 zero bytes come first.
CREATE TABLE audit (
    seq    INTEGER PRIMARY KEY CHECK (seq > 0),  -- 1, 2, 3, ... without gaps
    at     TEXT NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,  -- 'import', 'match', ...
    object TEXT NOT NULL,  -- 'statement:12': the row that the action added
    result TEXT NOT NULL,  -- what it says, or its digest
    hash   BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- A file that statements were read from, known by its bytes.
CREATE TABLE source_file (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    bytes  INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

-- An account of the general ledger.
CREATE TABLE gl_account (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')  -- 'assets:suspense'
) STRICT;

-- An account of ours at a bank, in one currency.
CREATE TABLE bank_account (
    id             INTEGER PRIMARY KEY,
    identification TEXT NOT NULL CHECK (identification <> ''),  -- IBAN, or the bank's own number
    is_iban        INTEGER NOT NULL CHECK (is_iban IN (0, 1)),
    currency       TEXT NOT NULL CHECK (length(currency) = 3),
    gl_account     INTEGER NOT NULL REFERENCES gl_account,
    UNIQUE (identification, currency)
) STRICT;

-- A statement whose lines are proved by its balances.
CREATE TABLE statement (
    id            INTEGER PRIMARY KEY,
    source_file   INTEGER NOT NULL REFERENCES source_file,
    bank_account  INTEGER NOT NULL REFERENCES bank_account,
    format        TEXT NOT NULL,     -- 'camt.053.001.08', 'mt940'
    statement_id  TEXT NOT NULL,     -- the bank's; not unique, banks use them again
    sequence      TEXT NOT NULL,
    created       TEXT NOT NULL,     -- as the file has it
    owner         TEXT NOT NULL,     -- of the account
    servicer_bic  TEXT NOT NULL,
    information   TEXT NOT NULL,     -- text of the statement as a whole
    source_line   INTEGER NOT NULL,  -- where it starts in its file
    opening_date  TEXT NOT NULL,
    closing_date  TEXT NOT NULL,     -- else the latest booking date
    opening_minor INTEGER NOT NULL
        CHECK (opening_minor BETWEEN -999999999999999999 AND 999999999999999999),
    lines_minor   INTEGER NOT NULL,  -- sum of its lines
    closing_minor INTEGER NOT NULL
        CHECK (closing_minor BETWEEN -999999999999999999 AND 999999999999999999),
    currency      TEXT NOT NULL CHECK (length(currency) = 3),
    line_count    INTEGER NOT NULL CHECK (line_count >= 0),
    -- SHA-256 of its lines' columns and its own, as FieldBytes writes them
    digest        BLOB NOT NULL CHECK (length(digest) = 32),
    CHECK (opening_minor + lines_minor = closing_minor)
) STRICT;
CREATE INDEX statement_by_date ON statement (bank_account, closing_date);
-- The same period of an account is booked once, whatever its format or download.
CREATE UNIQUE INDEX statement_identity
    ON statement (bank_account, closing_date, opening_minor, closing_minor)
    WHERE line_count > 0;
CREATE UNIQUE INDEX empty_statement_identity
    ON statement (bank_account, closing_date, opening_minor, opening_date, statement_id, sequence)
    WHERE line_count = 0;

-- The unit of reconciliation: a booked entry, or one of its details. A statement's lines come
-- before it within their transaction, because its balances are known last.
CREATE TABLE line (
    id                   INTEGER PRIMARY KEY,
    line_id              INTEGER NOT NULL UNIQUE CHECK (line_id > 0),  -- 60 bits, from what it says
    statement            INTEGER NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
    bank_account         INTEGER NOT NULL REFERENCES bank_account,
    entry_index          INTEGER NOT NULL,  -- from 1 within the statement
    detail_index         INTEGER NOT NULL,  -- from 1 within the entry; 0: the whole entry
    booking_date         TEXT NOT NULL,
    value_date           TEXT NOT NULL,
    amount_minor         INTEGER NOT NULL  -- + received, - paid
        CHECK (amount_minor BETWEEN -999999999999999999 AND 999999999999999999),
    currency             TEXT NOT NULL CHECK (length(currency) = 3),
    reversal             INTEGER NOT NULL CHECK (reversal IN (0, 1)),
    customer_reference   TEXT NOT NULL,
    transaction_code     TEXT NOT NULL,
    description          TEXT NOT NULL,
    source_line          INTEGER NOT NULL,  -- where it starts in its file
    bank_reference       TEXT NOT NULL,
    end_to_end_id        TEXT NOT NULL,
    mandate_id           TEXT NOT NULL,
    creditor_id          TEXT NOT NULL,
    batch_id             TEXT NOT NULL,
    counterparty_name    TEXT NOT NULL,
    counterparty_iban    TEXT NOT NULL,
    counterparty_account TEXT NOT NULL,  -- a number that is no IBAN
    counterparty_bic     TEXT NOT NULL,
    structured_reference TEXT NOT NULL,
    remittance           TEXT NOT NULL,
    return_reason        TEXT NOT NULL,
    purpose              TEXT NOT NULL,
    -- what the bank says of the batch that the line is as a whole
    batch_transactions   INTEGER NOT NULL CHECK (batch_transactions >= 0),  -- 0: not said
    batch_gross          INTEGER NOT NULL CHECK (batch_gross IN (0, 1)),  -- nothing was taken off
    -- of a part that a notification gives of a line: that line, and the notification's file
    part_of              INTEGER REFERENCES line,
    source_file          INTEGER REFERENCES source_file,
    batch_minor          INTEGER  -- its sum, in the line's currency; NULL: not said
        CHECK (batch_minor BETWEEN -999999999999999999 AND 999999999999999999)
) STRICT;
CREATE INDEX line_by_statement ON line (statement);
CREATE INDEX line_by_whole ON line (part_of) WHERE part_of IS NOT NULL;

-- A line whose parts a notification (camt.054) gives: they are lines of their own, in its place.
CREATE TABLE itemisation (
    line            INTEGER PRIMARY KEY REFERENCES line,
    source_file     INTEGER NOT NULL REFERENCES source_file,
    format          TEXT NOT NULL,  -- 'camt.054.001.08'
    notification_id TEXT NOT NULL,  -- the bank's
    part_count      INTEGER NOT NULL CHECK (part_count > 1),
    -- SHA-256 of the parts' columns and its own, as FieldBytes writes them
    digest          BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- An item of the books, and what its source said of it each time it changed.
CREATE TABLE item (
    id      INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE item_version (
    item            INTEGER NOT NULL REFERENCES item,
    version         INTEGER NOT NULL CHECK (version > 0),  -- the last one counts
    kind            TEXT NOT NULL CHECK (kind IN ('receivable', 'payable')),
    party_id        TEXT NOT NULL,
    party_name      TEXT NOT NULL,
    party_ibans     TEXT NOT NULL,  -- separated by a blank
    document_number TEXT NOT NULL,
    reference       TEXT NOT NULL,
    issue_date      TEXT NOT NULL,
    due_date        TEXT NOT NULL,
    amount_minor    INTEGER NOT NULL  -- a credit note is negative
        CHECK (amount_minor BETWEEN -999999999999999999 AND 999999999999999999),
    open_minor      INTEGER NOT NULL  -- according to the source, before our own allocations
        CHECK (open_minor BETWEEN -999999999999999999 AND 999999999999999999),
    currency        TEXT NOT NULL CHECK (length(currency) = 3),
    description     TEXT NOT NULL,
    mandate_id      TEXT NOT NULL,
    end_to_end_id   TEXT NOT NULL,
    batch_id        TEXT NOT NULL,
    gl_account      TEXT NOT NULL,
    taakveld        TEXT NOT NULL,  -- text: 0.10 is not 0.1
    cost_centre     TEXT NOT NULL,
    imported_on     TEXT NOT NULL,  -- the day on which its source said so
    -- SHA-256 of kind to cost_centre, as FieldBytes writes them
    digest          BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (item, version)
) STRICT;

-- One execution of a command that decided something.
CREATE TABLE run (
    id      INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

-- What was concluded about a line. The last decision of a line counts.
CREATE TABLE decision (
    id            INTEGER PRIMARY KEY,
    line          INTEGER NOT NULL REFERENCES line,
    run           INTEGER NOT NULL REFERENCES run,
    method        TEXT,              -- present: matched, by this pass
    reason        TEXT,              -- present: waits for a person, for this reason; beside a
                                     -- method it is what the match leaves of the line that waits
    confidence_bp INTEGER NOT NULL,  -- of the best candidate, in ten-thousandths
    model         TEXT NOT NULL,     -- the weights and thresholds it was decided with
    explanation   TEXT NOT NULL,     -- JSON: candidates with their evidence, obstacles, stratum
    search        TEXT NOT NULL,     -- JSON: how many items each index offered
    CHECK (method IS NOT NULL OR reason IS NOT NULL)
) STRICT;
CREATE INDEX decision_by_line ON decision (line);

-- A line that settles items, whole or but for a rest, opens them again, or is booked to the
-- general ledger.
CREATE TABLE match (
    id       INTEGER PRIMARY KEY,
    line     INTEGER NOT NULL REFERENCES line,
    decision INTEGER NOT NULL UNIQUE REFERENCES decision,
    status   TEXT NOT NULL CHECK (status IN ('auto', 'manual'))
) STRICT;
CREATE UNIQUE INDEX match_once ON match (line);
CREATE TABLE allocation (
    match        INTEGER NOT NULL REFERENCES match,
    item         INTEGER NOT NULL REFERENCES item,
    amount_minor INTEGER NOT NULL  -- signed as the line
        CHECK (amount_minor BETWEEN -999999999999999999 AND 999999999999999999),
    currency     TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (match, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_by_item ON allocation (item, currency, amount_minor);
-- Part of a match that no item answers to: money in transit between accounts of ours.
CREATE TABLE gl_allocation (
    match        INTEGER NOT NULL REFERENCES match,
    gl_account   INTEGER NOT NULL REFERENCES gl_account,
    amount_minor INTEGER NOT NULL  -- signed as the line
        CHECK (amount_minor BETWEEN -999999999999999999 AND 999999999999999999),
    currency     TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (match, gl_account)
) STRICT, WITHOUT ROWID;

-- Double entry. A journal's postings sum to zero in each currency.
CREATE TABLE journal (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,  -- 'opening': what an account held before its first statement
                              -- 'line': the bank account against suspense; of a part, what
                              -- its line was matched to against suspense
                              -- 'match': suspense against items and accounts
    statement INTEGER REFERENCES statement,
    line      INTEGER REFERENCES line,
    match     INTEGER REFERENCES match,
    booked_on TEXT NOT NULL,
    CHECK (kind <> 'opening' OR statement IS NOT NULL),
    CHECK (kind <> 'line' OR line IS NOT NULL),
    CHECK (kind <> 'match' OR match IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX journal_of_line ON journal (line) WHERE kind = 'line';
CREATE UNIQUE INDEX journal_of_match ON journal (match) WHERE kind = 'match';
CREATE INDEX journal_of_opening ON journal (statement) WHERE kind = 'opening';
CREATE TABLE posting (
    journal      INTEGER NOT NULL REFERENCES journal,
    position     INTEGER NOT NULL CHECK (position > 0),  -- from 1 within the journal
    gl_account   INTEGER NOT NULL REFERENCES gl_account,
    bank_account INTEGER REFERENCES bank_account,  -- when it is the balance of one
    item         INTEGER REFERENCES item,          -- when it settles one
    amount_minor INTEGER NOT NULL,                 -- + debit, - credit
    currency     TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (journal, position)
) STRICT, WITHOUT ROWID;

-- Weights that were learnt from this ledger's own decisions. Keeping one changes nothing: it
-- decides when it is activated.
CREATE TABLE model (
    id           INTEGER PRIMARY KEY,
    version      TEXT NOT NULL UNIQUE CHECK (version GLOB 'own-[1-9]*'),
    parent       TEXT NOT NULL CHECK (parent <> ''),  -- version of the model it was kept near
    decisions    INTEGER NOT NULL CHECK (decisions > 0),  -- learnt from
    learnt_until TEXT NOT NULL,  -- booking date of the last of them
    content      TEXT NOT NULL,  -- JSON: prior, weights, certificates
    judgement    TEXT NOT NULL,  -- JSON: held against the live model, on later decisions
    by           TEXT NOT NULL,
    at           TEXT NOT NULL,
    -- SHA-256 of version to judgement, as FieldBytes writes them
    digest       BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
-- Which model decides from then on; the last one counts. Without any it is the shipped one.
CREATE TABLE activation (
    id    INTEGER PRIMARY KEY,
    model INTEGER REFERENCES model,  -- NULL: the shipped one
    by    TEXT NOT NULL,
    at    TEXT NOT NULL
) STRICT;

-- Automatic matches that were drawn for the audit sample, what people answered who were not shown
-- the match, and what followed. The matches stay as they are.
CREATE TABLE sample_draw (
    match   INTEGER PRIMARY KEY REFERENCES match,
    stratum TEXT NOT NULL CHECK (stratum <> '')  -- that it was matched by
) STRICT;
CREATE TABLE sample_answer (
    id     INTEGER PRIMARY KEY,
    match  INTEGER NOT NULL UNIQUE REFERENCES sample_draw,
    items  TEXT NOT NULL,  -- that the line pays: ids in their order with '+' between; '': none
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),  -- with the match
    by     TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;
-- From here on nothing is matched by this kind of evidence, until the alarm is cleared.
CREATE TABLE sample_alarm (
    id      INTEGER PRIMARY KEY,
    stratum TEXT NOT NULL,  -- '': all
    lines   INTEGER NOT NULL CHECK (lines > 0),  -- answered since the test began
    wrong   INTEGER NOT NULL CHECK (wrong BETWEEN 1 AND lines),
    at      TEXT NOT NULL
) STRICT;
CREATE TABLE sample_clearing (
    alarm  INTEGER PRIMARY KEY REFERENCES sample_alarm,
    reason TEXT NOT NULL CHECK (reason <> ''),
    answer INTEGER NOT NULL,  -- the last one before it: later ones count from then on
    by     TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

-- What is in force, said once: everything else asks these.
CREATE VIEW active_match AS SELECT * FROM match;
CREATE VIEW active_allocation AS SELECT * FROM allocation;
CREATE VIEW active_gl_allocation AS SELECT * FROM gl_allocation;
-- What a match books, on items or elsewhere.
CREATE VIEW active_part AS
    SELECT match, amount_minor, currency FROM active_allocation UNION ALL
    SELECT match, amount_minor, currency FROM active_gl_allocation;
CREATE VIEW latest_decision AS
    SELECT * FROM decision AS this
    WHERE NOT EXISTS (SELECT 1 FROM decision AS later
                      WHERE later.line = this.line AND later.id > this.id);
-- What waits for a person, and how much of it: a line that is not matched, or the rest of one.
CREATE VIEW waiting_line AS
    SELECT decision.line, decision.id AS decision, line.amount_minor - ifnull(
        (SELECT sum(part.amount_minor) FROM active_match JOIN active_part AS part
         ON part.match = active_match.id WHERE active_match.line = line.id), 0) AS open_minor
    FROM latest_decision AS decision JOIN line ON line.id = decision.line
    WHERE decision.reason IS NOT NULL;
-- settled_minor has the item's own sign: money that goes out settles a payable.
CREATE VIEW current_item AS
    SELECT *,
        (CASE kind WHEN 'payable' THEN -1 ELSE 1 END)
        * ifnull((SELECT sum(allocated.amount_minor) FROM active_allocation AS allocated
                  WHERE allocated.item = this.item AND allocated.currency = this.currency), 0)
        AS settled_minor
    FROM item_version AS this
    WHERE NOT EXISTS (SELECT 1 FROM item_version AS later
                      WHERE later.item = this.item AND later.version > this.version);
-- left_minor is what is still open; an item settled beyond its amount has nothing left.
CREATE VIEW open_item AS
    SELECT *,
        CASE WHEN amount_minor < 0 THEN min(0, open_minor - settled_minor)
             ELSE max(0, open_minor - settled_minor) END AS left_minor
    FROM current_item;

-- A matched line is decided; its match must be undone before anything else is concluded.
CREATE TRIGGER decision_of_unmatched_line BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM active_match WHERE active_match.line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'the line is matched already'); END;

-- An allocation settles no more than what is open, and opens no more than what was settled, in the
-- item's own currency.
CREATE TRIGGER allocation_within_open BEFORE INSERT ON allocation
WHEN NOT EXISTS (
    SELECT 1 FROM open_item
    WHERE item = NEW.item AND currency = NEW.currency
      AND CASE WHEN amount_minor < 0
               THEN (CASE kind WHEN 'payable' THEN -1 ELSE 1 END) * NEW.amount_minor >= left_minor
               ELSE (CASE kind WHEN 'payable' THEN -1 ELSE 1 END) * NEW.amount_minor <= left_minor
          END)
BEGIN SELECT RAISE(ABORT, 'an allocation exceeds what is open of its item'); END;
CREATE TRIGGER allocation_within_settled BEFORE INSERT ON allocation
WHEN NOT EXISTS (
    SELECT 1 FROM open_item
    WHERE item = NEW.item AND currency = NEW.currency
      AND CASE WHEN amount_minor < 0
               THEN open_minor - settled_minor
                    - (CASE kind WHEN 'payable' THEN -1 ELSE 1 END) * NEW.amount_minor
                    >= min(amount_minor, open_minor)
               ELSE open_minor - settled_minor
                    - (CASE kind WHEN 'payable' THEN -1 ELSE 1 END) * NEW.amount_minor
                    <= max(amount_minor, open_minor)
          END)
BEGIN SELECT RAISE(ABORT, 'an allocation opens more of its item than was settled'); END;

-- What a match moves out of suspense may not stay there, and only lines move bank accounts.
CREATE TRIGGER gl_allocation_elsewhere BEFORE INSERT ON gl_allocation
WHEN EXISTS (SELECT 1 FROM gl_account WHERE id = NEW.gl_account AND name = 'assets:suspense')
  OR EXISTS (SELECT 1 FROM bank_account WHERE gl_account = NEW.gl_account)
BEGIN SELECT RAISE(ABORT, 'a match is not booked to suspense or to a bank account'); END;
)sql";

}  // namespace afletter::schema
