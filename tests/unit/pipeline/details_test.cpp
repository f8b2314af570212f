// Notifications (camt.054) and the statements that they detail, in any order.
#include <afletter/pipeline.hpp>

#include <algorithm>

#include "support/process.hpp"
#include "support/silent_progress.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

const Stamp night{"batch", std::chrono::sys_days(std::chrono::year(2026) / 1 / 6)};
const std::string account = "NL86INGB0002445588";

std::string amount(const std::string& decimal) {
    return "<Amt Ccy=\"EUR\">" + decimal + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>";
}

// A batch as one entry; `inside` stands within its NtryDtls.
std::string batch(const std::string& sum, const std::string& reference, const std::string& inside) {
    return "<Ntry>" + amount(sum) +
           "<Sts>BOOK</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-05</Dt></ValDt>"
           "<AcctSvcrRef>" +
           reference + "</AcctSvcrRef><NtryDtls><Btch><PmtInfId>PMT-1</PmtInfId></Btch>" + inside +
           "</NtryDtls></Ntry>";
}

std::string transaction(const std::string& decimal, const std::string& order) {
    return "<TxDtls><Refs><EndToEndId>" + order + "</EndToEndId></Refs><Amt Ccy=\"EUR\">" +
           decimal + "</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>";
}

const std::string two = transaction("120.50", "E2E-1") + transaction("75.00", "E2E-2");

std::string balance(const std::string& code, const std::string& decimal) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp>" + amount(decimal) +
           "<Dt><Dt>2026-01-05</Dt></Dt></Bal>";
}

std::string acct() {
    return "<Acct><Id><IBAN>" + account + "</IBAN></Id><Ccy>EUR</Ccy></Acct>";
}

std::string statement(const std::string& entries, const std::string& closing) {
    return "<Document><BkToCstmrStmt><Stmt><Id>S</Id>" + acct() + balance("OPBD", "0.00") +
           balance("CLBD", closing) + entries + "</Stmt></BkToCstmrStmt></Document>";
}

std::string notification(const std::string& entries, const std::string& version = "08") {
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001." + version +
           "\"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N</Id>" + acct() + entries +
           "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
}

const std::string one_line = statement(batch("195.50", "REF-1", ""), "195.50");
const std::string its_details = notification(batch("195.50", "REF-1", two));

const std::string items =
    "item_id,kind,issue_date,currency,amount,end_to_end_id,batch_id\n"
    "A1,receivable,2026-01-01,EUR,120.50,E2E-1,PMT-1\n"
    "A2,receivable,2026-01-01,EUR,75.00,E2E-2,PMT-1\n";

struct Office {
    Office() : ledger(Ledger::create(folder.path() / "x.db", night).value()) {}

    ImportReport import(const std::vector<std::string>& contents) {
        std::vector<std::string> paths;
        for (const std::string& content : contents) {
            paths.push_back(folder.write("file" + std::to_string(++files), content));
        }
        codes.clear();
        return import_statements(ledger, paths, night, report, progress);
    }
    MatchRunReport match() {
        const std::vector<std::string> paths{folder.write("items.csv", items)};
        static_cast<void>(import_items(ledger, paths, night, report, progress));
        return match_lines(ledger, {}, night, progress);
    }
    std::vector<std::string> waiting() const {
        std::vector<std::string> amounts;
        for (const Line& line : ledger.unmatched_lines()) {
            amounts.push_back(to_decimal(line.amount) + " " + line.detail.end_to_end_id);
        }
        std::ranges::sort(amounts);
        return amounts;
    }
    [[nodiscard]] bool is_sound() const { return ledger.verify().failures.empty(); }

    test::TemporaryFolder folder;
    Ledger ledger;
    test::SilentProgress progress;
    int files = 0;
    std::vector<std::string> codes;
    DiagnosticHandler report = [this](const Diagnostic& found) { codes.push_back(found.code); };
};

using Codes = std::vector<std::string>;
const std::vector<std::string> both_details{"120.50 E2E-1", "75.00 E2E-2"};

}  // namespace

TEST_CASE("a notification's details stand in the place of their line", "[pipeline][details]") {
    Office office;
    SECTION("after its statement") {
        CHECK(office.import({one_line}).lines == 1);
        CHECK(office.waiting() == std::vector<std::string>{"195.50 "});
        const auto report = office.import({its_details});
        CHECK(report.entries_itemised == 1);
        CHECK(report.lines == 2);
    }
    SECTION("together, the notification first") {
        const auto report = office.import({its_details, one_line});
        CHECK(report.entries_itemised == 1);
        CHECK(report.lines == 3);
    }
    CHECK(office.codes.empty());
    CHECK(office.waiting() == both_details);
    CHECK(office.is_sound());
    CHECK(office.match().matched == 2);
    CHECK(office.waiting().empty());
    CHECK(office.is_sound());
    const LedgerSummary summary = office.ledger.summary();
    CHECK(summary.lines.count == 2);
    std::vector<std::string> methods;
    office.ledger.for_each_match({}, [&](const MatchRecord& match) {
        methods.push_back(std::string(name_of(*match.decision.method)) + " " +
                          match.allocations.front().item_id + match.allocations.front().gl_account);
    });
    std::ranges::sort(methods);
    CHECK(methods ==
          std::vector<std::string>{"details assets:itemised", "end_to_end A1", "end_to_end A2"});
}

TEST_CASE("a notification waits whole for the statement, and leaves no trace",
          "[pipeline][details]") {
    Office office;
    for (int i = 0; i < 2; ++i) {  // the same again: it is not known
        const auto report = office.import({its_details});
        CHECK(report.details_waiting == 1);
        CHECK(report.entries_itemised + report.files_known + report.files_refused == 0);
        CHECK(office.codes == Codes{"statement.details.waiting"});
    }
    CHECK(office.import({one_line, its_details}).entries_itemised == 1);

    Office other;
    static_cast<void>(other.import({one_line}));
    const auto report =
        other.import({notification(batch("195.50", "REF-1", two) + batch("195.51", "REF-2", two))});
    CHECK(report.details_waiting == 0);  // the second does not sum, and is none
    CHECK(report.entries_itemised == 1);
    Office third;
    static_cast<void>(third.import({one_line}));
    const std::string later =
        batch("2.00", "REF-2", transaction("1.00", "X") + transaction("1.00", "Y"));
    CHECK(third.import({notification(batch("195.50", "REF-1", two) + later)}).details_waiting == 1);
    CHECK(third.waiting() == std::vector<std::string>{"195.50 "});
    CHECK(third.is_sound());
}

TEST_CASE("details that are known already change nothing", "[pipeline][details]") {
    Office office;
    static_cast<void>(office.import({one_line, its_details}));
    SECTION("the same bytes") {
        CHECK(office.import({its_details}).files_known == 1);
    }
    SECTION("the other version of the message") {
        const auto report = office.import({notification(batch("195.50", "REF-1", two), "02")});
        CHECK(report.details_known == 1);
        CHECK(report.entries_itemised + report.lines == 0);
    }
    SECTION("the statement again") {
        CHECK(office.import({one_line + "\n"}).statements_known == 1);
    }
    CHECK(office.waiting() == both_details);
    CHECK(office.is_sound());
}

TEST_CASE("a statement that has the details needs no notification", "[pipeline][details]") {
    Office office;
    static_cast<void>(office.import({statement(batch("195.50", "REF-1", two), "195.50")}));
    const auto report = office.import({its_details});
    CHECK(report.details_known == 1);
    CHECK(office.codes.empty());
    CHECK(office.waiting() == both_details);
}

TEST_CASE("a line that is matched as a whole stays so", "[pipeline][details]") {
    Office office;
    static_cast<void>(
        office.import({statement(batch("195.50", "REF-1",
                                       "<TxDtls><Refs><EndToEndId>E2E-3</EndToEndId></Refs>"
                                       "<Amt Ccy=\"EUR\">195.50</Amt></TxDtls>"),
                                 "195.50")}));
    const std::vector<std::string> paths{
        office.folder.write("items.csv",
                            "item_id,kind,issue_date,currency,amount,end_to_end_id\n"
                            "A3,receivable,2026-01-01,EUR,195.50,E2E-3\n")};
    static_cast<void>(import_items(office.ledger, paths, night, office.report, office.progress));
    REQUIRE(match_lines(office.ledger, {}, night, office.progress).matched == 1);
    CHECK(office.import({its_details}).details_known == 1);
    CHECK(office.codes == Codes{"statement.details.late"});
    CHECK(office.waiting().empty());
    CHECK(office.is_sound());
}

TEST_CASE("of two entries that fit none is chosen, unless the bank's reference tells",
          "[pipeline][details]") {
    Office office;
    static_cast<void>(office.import(
        {statement(batch("195.50", "REF-1", "") + batch("195.50", "REF-2", ""), "391.00")}));
    SECTION("by the batch alone") {
        CHECK(office.import({notification(batch("195.50", "REF-9", two))}).details_known == 1);
        CHECK(office.codes == Codes{"statement.details.ambiguous"});
        CHECK(office.waiting() == std::vector<std::string>{"195.50 ", "195.50 "});
    }
    SECTION("by the reference") {
        CHECK(office.import({its_details}).entries_itemised == 1);
        CHECK(office.waiting() ==
              std::vector<std::string>{"120.50 E2E-1", "195.50 ", "75.00 E2E-2"});
    }
    CHECK(office.is_sound());
}

TEST_CASE("amount, days and account must be those of the entry", "[pipeline][details]") {
    Office office;
    static_cast<void>(office.import({one_line}));
    std::string entry = batch("195.50", "REF-1", two);
    const auto replace = [&entry](const std::string& what, const std::string& with) {
        const std::size_t at = entry.find(what);
        REQUIRE(at != std::string::npos);
        entry.replace(at, what.size(), with);
    };
    SECTION("another day of booking") {
        replace("2026-01-05", "2026-01-04");
    }
    SECTION("another reference and batch") {
        replace("REF-1", "REF-9");
        replace("PMT-1", "PMT-9");
    }
    SECTION("another amount") {
        entry = batch("120.51", "REF-1", transaction("120.50", "A") + transaction("0.01", "B"));
    }
    CHECK(office.import({notification(entry)}).details_waiting == 1);
    CHECK(office.waiting() == std::vector<std::string>{"195.50 "});
}
