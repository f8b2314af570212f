// History is only added to, and the audit trail and `verify` show it when somebody does more.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "made_up.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

std::vector<std::string> tables(RawDatabase& raw) {
    return raw.column(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite_%'");
}

std::string big_endian(std::uint64_t number, unsigned size) {
    std::string bytes;
    while (size-- > 0) {
        bytes += static_cast<char>(number >> (8 * size) & 0xff);
    }
    return bytes;
}

// The chain as its definition has it, written out once more.
std::vector<std::string> chain_of(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> hashes;
    std::string previous(32, '\0');
    for (const auto& fields : rows) {
        std::string bytes = "AFL1" + big_endian(hashes.size() + 1, 8) + previous;
        for (const std::string& field : fields) {
            bytes += big_endian(field.size(), 4) + field;
        }
        const Sha256 hash = digest(bytes);
        previous.assign(hash.begin(), hash.end());
        hashes.push_back(to_hex(hash));
    }
    return hashes;
}

std::vector<std::string> split(const std::string& row) {
    std::vector<std::string> fields(1);
    for (const char character : row) {
        if (character == '|') {
            fields.emplace_back();
        } else {
            fields.back().push_back(character);
        }
    }
    return fields;
}

bool reports(const VerifyReport& report, const std::string& control, const std::string& row) {
    return std::any_of(report.failures.begin(), report.failures.end(), [&](const auto& failure) {
        return failure.control == control && failure.row.find(row) != std::string::npos &&
               !failure.message.empty();
    });
}

}  // namespace

TEST_CASE("no row of any table can be changed or removed", "[store][history]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    {
        Ledger ledger = filled_ledger(path);
        add_itemised_line(ledger);
    }
    RawDatabase raw(path);
    const std::string before = raw.dump();
    CHECK(tables(raw).size() == 22);
    for (const std::string& table : tables(raw)) {
        INFO(table);
        REQUIRE(raw.value("SELECT count(*) > 0 FROM " + table) == "1");
        const std::string column =
            raw.value("SELECT name FROM pragma_table_info('" + table + "') LIMIT 1");
        CHECK(raw.execute("UPDATE " + table + " SET " + column + " = " + column)
                  .find("rows never change") != std::string::npos);
        CHECK(raw.execute("DELETE FROM " + table).find("rows are never removed") !=
              std::string::npos);
    }
    CHECK(raw.dump() == before);
}

TEST_CASE("the audit chain is the one that the standard examples have", "[store][audit]") {
    for (const Vector& vector : standard_vectors("audit_chain")) {
        const auto rows =
            nlohmann::json::parse(vector.input).get<std::vector<std::vector<std::string>>>();
        CHECK(chain_of(rows) ==
              nlohmann::json::parse(vector.expect).get<std::vector<std::string>>());
    }
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    const Ledger ledger = filled_ledger(path);
    RawDatabase raw(path);
    std::vector<std::vector<std::string>> rows;
    for (const std::string& row :
         raw.column("SELECT at, actor, action, object, result FROM audit ORDER BY seq")) {
        rows.push_back(split(row));
    }
    const auto hashes = chain_of(rows);
    CHECK(raw.column("SELECT lower(hex(hash)) FROM audit ORDER BY seq") == hashes);
    CHECK(to_hex(ledger.summary().audit_head) == hashes.back());
    CHECK(ledger.summary().audit_count == hashes.size());
}

TEST_CASE("every change has its audit row", "[store][audit]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    static_cast<void>(filled_ledger(path));
    CHECK(RawDatabase(path).column("SELECT seq, actor, action FROM audit ORDER BY seq") ==
          std::vector<std::string>{
              "1|batch|create", "2|batch|add", "3|batch|read", "4|batch|register", "5|batch|import",
              "6|batch|open", "7|batch|run", "8|batch|match", "9|batch|run", "10|batch|except",
              "11|batch|run", "12|batch|match", "13|batch|learn", "14|batch|activate",
              "15|batch|draw", "16|batch|answer", "17|batch|alarm", "18|batch|clear"});
}

TEST_CASE("verify names what was tampered with", "[store][verify]") {
    struct Example {
        const char* tampering;
        const char* control;
        const char* row;
    };
    const Example examples[] = {
        {"UPDATE line SET amount_minor = 1001 WHERE amount_minor = 1000", "statement.balance",
         "statement 1"},
        {"UPDATE line SET amount_minor = 1001 WHERE amount_minor = 1000", "line.booking", "line "},
        {"UPDATE line SET amount_minor = 1001 WHERE amount_minor = 1000", "line.suspense", "line "},
        {"UPDATE line SET amount_minor = 1001 WHERE amount_minor = 1000", "match.sum", "match 1"},
        {"UPDATE line SET remittance = 'other'", "statement.digest", "statement 1"},
        {"UPDATE line SET booking_date = '2026-01-04'", "statement.digest", "statement 1"},
        {"UPDATE line SET line_id = line_id + 1", "statement.digest", "statement 1"},
        {"UPDATE line SET currency = 'USD'", "line.account", "line "},
        {"DELETE FROM line WHERE amount_minor < 0", "statement.lines", "statement 1"},
        {"UPDATE statement SET owner = 'somebody'", "statement.digest", "statement 1"},
        {"UPDATE statement SET digest = randomblob(32)", "audit.statement", "statement 1"},
        {"UPDATE source_file SET sha256 = randomblob(32)", "audit.source_file", "source_file 1"},
        {"UPDATE posting SET amount_minor = amount_minor + 1 WHERE journal = 1 AND position = 1",
         "journal.sum", "journal 1"},
        {"UPDATE posting SET amount_minor = amount_minor + 1 WHERE journal = 1", "account.balance",
         "bank_account NL91"},
        {"DELETE FROM posting WHERE journal = (SELECT id FROM journal WHERE kind = 'match')",
         "match.suspense", "match 1"},
        {"DELETE FROM posting WHERE item IS NOT NULL", "match.postings", "match 1"},
        {"UPDATE posting SET amount_minor = amount_minor + 1 WHERE gl_account = "
         "(SELECT gl_account FROM gl_allocation)",
         "match.gl_postings", "match 2"},
        {"UPDATE posting SET gl_account = 1 WHERE gl_account = "
         "(SELECT gl_account FROM gl_allocation)",
         "match.gl_postings", "match 2"},
        {"UPDATE gl_allocation SET amount_minor = 71", "match.sum", "match 2"},
        {"UPDATE gl_allocation SET gl_account = 1", "match.gl_postings", "match 2"},
        {"DELETE FROM gl_allocation", "match.sum", "match 2"},
        {"INSERT INTO posting SELECT journal, position + 2, gl_account, bank_account, item, "
         "-amount_minor, currency FROM posting WHERE journal = "
         "(SELECT id FROM journal WHERE match = 2)",
         "match.posting_count", "match 2"},
        {"DELETE FROM journal WHERE kind = 'match'", "match.booked_once", "match 1"},
        {"DELETE FROM journal WHERE kind = 'line'", "line.booked_once", "line "},
        {"DROP INDEX journal_of_line; INSERT INTO journal (kind, line, booked_on) "
         "SELECT kind, line, booked_on FROM journal WHERE kind = 'line'",
         "line.booked_once", "line "},
        {"UPDATE journal SET kind = 'gift' WHERE kind = 'opening'", "journal.kind", "journal "},
        {"UPDATE allocation SET amount_minor = 999", "match.sum", "match 1"},
        {"UPDATE allocation SET amount_minor = 1001", "item.settled", "item I-1"},
        {"UPDATE allocation SET amount_minor = -1", "item.reopened", "item I-1"},
        {"UPDATE item_version SET party_name = 'X'", "item.digest", "item_version 1 1"},
        {"UPDATE item_version SET digest = randomblob(32)", "audit.item", "item I-1"},
        {"UPDATE item_version SET version = 2", "item.versions", "item I-1"},
        {"DELETE FROM item_version", "item.versions", "item I-1"},
        {"DELETE FROM match", "audit.count", "table match"},
        {"DELETE FROM decision WHERE reason IS NOT NULL", "audit.count", "table decision"},
        {"INSERT INTO decision (line, run, reason, confidence_bp, model, explanation, search) "
         "SELECT line, 1, 'ambiguous', 0, '', '{}', '{}' FROM match",
         "match.decision", "match 1"},
        {"DROP INDEX match_once; INSERT INTO match (line, decision, status) "
         "SELECT line, 2, 'auto' FROM match WHERE id = 1",
         "match.once", "line "},
        {"UPDATE decision SET explanation = replace(explanation, '4100', '4101')", "decision.sum",
         "decision 1 candidate 1"},
        {"UPDATE decision SET explanation = replace(explanation, '-2000', '-1999')", "decision.sum",
         "decision 1 candidate 1"},
        {"UPDATE decision SET explanation = replace(explanation, '8909', '8910')",
         "decision.confidence", "decision 1 candidate 1"},
        {"UPDATE decision SET explanation = replace(explanation, '\"confidence_bp\":8909', "
         "'\"confidence_bp\":8909,\"calibrated_bp\":10000')",
         "decision.calibration", "decision 1"},
        {"UPDATE decision SET confidence_bp = 1 WHERE method IS NOT NULL", "decision.confidence",
         "decision 1"},
        {"UPDATE decision SET explanation = substr(explanation, 2)", "decision.explanation",
         "decision 1"},
        {"UPDATE decision SET explanation = explanation || '}'", "decision.explanation",
         "decision 1"},
        {"UPDATE decision SET explanation = replace(explanation, 'candidates', 'candidatez')",
         "decision.explanation", "decision 1"},
        {"UPDATE decision SET explanation = '{\"candidates\":' || "
         "replace(hex(zeroblob(50000)), '0', '[')",
         "decision.explanation", "decision 1"},
        {"UPDATE decision SET explanation = replace(explanation, '\"prior\":-2000', "
         "'\"prior\":-99999999999999999999')",
         "decision.explanation", "decision 1"},
        {"UPDATE model SET content = replace(content, '-7000', '-700')", "model.digest", "model 1"},
        {"UPDATE model SET version = 'own-2'", "model.digest", "model 1"},
        {"UPDATE model SET digest = randomblob(32)", "audit.model", "model 1"},
        {"UPDATE activation SET model = NULL", "audit.activation", "activation 1"},
        {"DELETE FROM activation", "audit.count", "table activation"},
        {"DELETE FROM gl_account WHERE name = 'assets:suspense'", "database.foreign_keys",
         "posting"},
        {"UPDATE audit SET actor = 'nobody' WHERE seq = 3", "audit.chain", "audit 3"},
        {"UPDATE audit SET hash = randomblob(32) WHERE seq = 3", "audit.chain", "audit 3"},
        {"DELETE FROM audit WHERE seq = 3", "audit.chain", "audit 4"},
        {"DELETE FROM audit WHERE seq = 1", "audit.chain", "audit 2"},
        {"DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", "audit.count", "table "},
        {"INSERT INTO audit SELECT seq + 1, at, actor, action, object, result, hash FROM audit "
         "ORDER BY seq DESC LIMIT 1",
         "audit.chain", "audit 19"},
        {"", "database.schema", "trigger line_keeps"},
        {"DROP VIEW open_item; CREATE VIEW open_item AS SELECT * FROM current_item",
         "database.schema", "view open_item"},
        {"CREATE TABLE secrets (id INTEGER)", "database.schema", "table secrets"},
    };
    const TemporaryFolder folder;
    CHECK(filled_ledger(folder / "intact.db").verify().failures.empty());
    for (const Example& example : examples) {
        INFO(example.tampering << " -> " << example.control);
        const auto path = folder / "tampered.db";
        std::filesystem::copy_file(folder / "intact.db", path,
                                   std::filesystem::copy_options::overwrite_existing);
        {
            RawDatabase raw(path);
            raw.drop_triggers();
            REQUIRE(raw.execute(example.tampering).empty());
        }
        const VerifyReport report = open_ledger(path).verify();
        for (const ControlFailure& failure : report.failures) {
            UNSCOPED_INFO(failure.control << " " << failure.row << " " << failure.message);
        }
        CHECK(reports(report, example.control, example.row));
    }
}

TEST_CASE("verify names a reversal that stands alone", "[store][verify]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    MadeStatement statement;
    statement.lines = {line(1, 1'000, "wrong"), line(2, -1'000, "taken back")};
    REQUIRE(import_statement(ledger, statement, "january.xml") == StatementChange::added);
    const std::vector<Line> lines = ledger.unmatched_lines();
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
        const Allocation reversed{
            .item_id = {}, .amount = lines[at].amount, .gl_account = "assets:reversed"};
        decide(ledger, {match_of(lines[at], {reversed})});
        CHECK(reports(ledger.verify(), "reversal.account", "gl_account") == (at == 0));
    }
}

TEST_CASE("verify names both statements where the chain of balances breaks", "[store][verify]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    MadeStatement statement;
    statement.lines = {line(1, 100, "a")};
    REQUIRE(import_statement(ledger, statement, "a") == StatementChange::added);
    statement.date = "2026-01-07";
    statement.opening = 150;
    REQUIRE(import_statement(ledger, statement, "c") == StatementChange::added);
    VerifyReport report = ledger.verify();
    REQUIRE(reports(report, "statement.chain", "statement 2"));
    const auto failure =
        std::find_if(report.failures.begin(), report.failures.end(),
                     [](const auto& each) { return each.control == "statement.chain"; });
    for (const char* part : {"NL91ABNA0417164300", "statement 1", "1.00 EUR", "statement 2",
                             "1.50 EUR", "2026-01-05", "2026-01-07"}) {
        CHECK(failure->message.find(part) != std::string::npos);
    }
    CHECK(reports(report, "account.balance", "NL91"));

    // The missing one closes the gap.
    statement.date = "2026-01-06";
    statement.opening = 100;
    statement.lines = {line(1, 50, "b", "2026-01-06")};
    REQUIRE(import_statement(ledger, statement, "b") == StatementChange::added);
    CHECK(ledger.verify().failures.empty());
}

TEST_CASE("verify changes nothing", "[store][verify]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    const Ledger ledger = filled_ledger(path);
    const std::string before = RawDatabase(path).dump();
    const VerifyReport report = ledger.verify();
    CHECK(report.postings == 12);
    CHECK(report.audit_rows == 18);
    CHECK(RawDatabase(path).dump() == before);
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4, in whatever pieces the bytes come",
          "[store][digest]") {
    CHECK(to_hex(digest("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(digest("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256Stream stream;
    for (int i = 0; i < 1'000; ++i) {
        stream.update(std::string(1'000, 'a'));
    }
    CHECK(to_hex(stream.finish()) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    stream.update("abc");  // a finished stream begins anew
    CHECK(stream.finish() == digest("abc"));
}

}  // namespace afletter
