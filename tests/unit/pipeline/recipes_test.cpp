// The recipes of the commands: files in, ledger changed whole or not at all.
#include <afletter/pipeline.hpp>

#include <algorithm>

#include "support/process.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

class NoProgress : public Progress {
  public:
    void advance(std::string_view stage, std::uint64_t, std::uint64_t) override {
        stages.emplace_back(stage);
    }
    std::vector<std::string> stages;
};

const Stamp night{"batch", std::chrono::sys_days(std::chrono::year(2026) / 1 / 6)};

// One day of one account: opening, the amounts in cents, and the closing that follows (or not).
std::string day(const std::string& iban, int day_of_month, std::int64_t opening,
                const std::vector<std::pair<std::int64_t, std::string>>& payments,
                std::int64_t slip = 0) {
    const auto amount = [](std::int64_t cents) {
        std::string digits = std::to_string(cents);
        digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
        return digits.insert(digits.size() - 2, ",");
    };
    const std::string date = "26010" + std::to_string(day_of_month);
    std::string text = ":20:X\r\n:25:" + iban + "EUR\r\n:28C:" + std::to_string(day_of_month) +
                       "\r\n:60F:C" + date + "EUR" + amount(opening) + "\r\n";
    std::int64_t closing = opening;
    for (const auto& [cents, reference] : payments) {
        closing += cents;
        text += ":61:" + date + date.substr(2) + "C" + amount(cents) + "NTRFNONREF//" + iban +
                reference + "\r\n:86:/REMI/STRD/CUR/" + reference + "/\r\n";
    }
    return text + ":62F:C" + date + "EUR" + amount(closing + slip) + "\r\n-\r\n";
}

const std::string first_account = "NL86INGB0002445588";
const std::string second_account = "NL20INGB0001234567";
const std::string items =
    "item_id,kind,issue_date,currency,amount,reference\n"
    "A1,receivable,2026-01-01,EUR,120.50,5000056789012345\n"
    "A2,receivable,2026-01-01,EUR,75.00,RF18539007547034\n";

struct Office {
    Office() : ledger(Ledger::create(folder.path() / "x.db", night).value()) {}

    ImportReport import(const std::vector<std::string>& paths) {
        return import_statements(ledger, paths, night, report, progress);
    }
    ImportReport import_items_of(const std::string& csv) {
        const std::vector<std::string> paths{folder.write("items.csv", csv)};
        return import_items(ledger, paths, night, report, progress);
    }
    // What a controller sees: matches and exceptions, without the moment they were made.
    std::vector<std::string> told() const {
        std::vector<std::string> rows;
        ledger.for_each_match({}, [&rows](const MatchRecord& match) {
            rows.push_back(to_text(match.line.line.id) + " " + match.allocations[0].item_id);
        });
        ledger.for_each_exception([&rows](const ExceptionRecord& exception) {
            rows.push_back(exception.exception_id + " " +
                           std::string(name_of(*exception.decision.reason)));
        });
        return rows;
    }

    test::TemporaryFolder folder;
    Ledger ledger;
    NoProgress progress;
    std::vector<std::string> codes;
    DiagnosticHandler report = [this](const Diagnostic& found) { codes.push_back(found.code); };
};

bool has(const std::vector<std::string>& codes, const std::string& code) {
    return std::ranges::find(codes, code) != codes.end();
}

}  // namespace

TEST_CASE("a message that is no statement is passed over, with a word and without a trace",
          "[pipeline]") {
    const auto message = [](const std::string& container, const std::string& part) {
        return "<Document><" + container + "><" + part + "><Acct><Id><IBAN>" + first_account +
               "</IBAN></Id></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>"
               "<Amt Ccy=\"EUR\">0</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><Bal><Tp><CdOrPrtry>"
               "<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
               "</Bal><Ntry><Amt Ccy=\"EUR\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>"
               "2026-01-05</Dt></BookgDt></Ntry></" +
               part + "></" + container + "></Document>";
    };
    struct Example {
        std::string content;
        std::string code;
    };
    const Example examples[] = {
        {message("BkToCstmrAcctRpt", "Rpt"), "statement.interim"},
        {message("BkToCstmrDbtCdtNtfctn", "Ntfctn"), "statement.notification"},
        {":20:X\n:25:" + first_account + "\n:28C:1\n:34F:EURD0,\n:61:260105C5,NTRFNONREF\n",
         "statement.interim"},
    };
    for (const Example& example : examples) {
        Office office;
        const std::string path = office.folder.write("message", example.content);
        for (int i = 0; i < 2; ++i) {  // the same again: it is not known
            office.codes.clear();
            const ImportReport report = office.import({path});
            CHECK(report.messages_not_booked == 1);
            CHECK(report.files_refused + report.files_known == 0);
            CHECK(report.statements == 0);
            CHECK(report.lines == 0);
            CHECK(has(office.codes, example.code));
        }
    }
}

TEST_CASE("a file of which one statement is not proved is refused whole", "[pipeline]") {
    Office office;
    const std::string good = day(first_account, 5, 1000, {{12050, "5000056789012345"}});
    const std::string bad = day(second_account, 5, 1000, {{7500, "RF18539007547034"}}, 1);
    const auto report = office.import({office.folder.write("two.sta", good + bad)});
    CHECK(report.files_refused == 1);
    CHECK(report.statements == 0);
    CHECK(report.statements_set_aside == 1);
    CHECK(report.lines == 0);
    CHECK(has(office.codes, "statement.unproved"));
    CHECK(office.ledger.unmatched_lines().empty());
    CHECK(office.ledger.summary().accounts.empty());
    CHECK(office.ledger.verify().failures.empty());

    // Nothing of it stayed behind: its good part can come in later.
    CHECK(office.import({office.folder.write("good.sta", good)}).statements == 1);
}

TEST_CASE("a statement with an entry in another currency is refused", "[pipeline]") {
    const auto amount = [](const std::string& currency, const std::string& decimal) {
        return "<Amt Ccy=\"" + currency + "\">" + decimal + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>";
    };
    const auto balance = [&amount](const std::string& code) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp>" +
               amount("EUR", "5.00") + "<Dt><Dt>2026-01-05</Dt></Dt></Bal>";
    };
    const auto entry = [&amount](const std::string& currency, const std::string& decimal) {
        return "<Ntry>" + amount(currency, decimal) +
               "<Sts>BOOK</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt></Ntry>";
    };
    Office office;
    const std::string statement = "<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>" +
                                  first_account + "</IBAN></Id></Acct>" + balance("OPBD") +
                                  balance("CLBD") + entry("USD", "0.00") + entry("EUR", "0.00") +
                                  "</Stmt></BkToCstmrStmt></Document>";
    const auto report = office.import({office.folder.write("dollars.xml", statement)});
    CHECK(report.files_refused == 1);
    CHECK(has(office.codes, "statement.unproved"));
}

TEST_CASE("a statement of no account is refused", "[pipeline]") {
    Office office;
    std::string text = day(first_account, 5, 1000, {{12050, "5000056789012345"}});
    const std::string account = ":25:" + first_account + "EUR\r\n";
    text.erase(text.find(account), account.size());
    CHECK(office.import({office.folder.write("nobodys.sta", text)}).files_refused == 1);
    CHECK(office.ledger.summary().accounts.empty());
    CHECK(office.ledger.verify().failures.empty());
}

TEST_CASE("a folder is read in order of name; hidden files and folders are left out",
          "[pipeline]") {
    Office office;
    office.folder.write("in/b.sta", day(first_account, 6, 13050, {}));
    office.folder.write("in/a.sta", day(first_account, 5, 1000, {{12050, "5000056789012345"}}));
    office.folder.write("in/.hidden", "not a statement");
    office.folder.write("in/deeper/c.sta", "not a statement");
    const auto report = office.import({(office.folder.path() / "in").string()});
    CHECK(report.files == 2);
    CHECK(report.statements == 2);
    CHECK(office.codes.empty());
    CHECK(office.ledger.verify().failures.empty());
}

TEST_CASE("the same bytes under another name add nothing", "[pipeline]") {
    Office office;
    const std::string text = day(first_account, 5, 1000, {{12050, "5000056789012345"}});
    CHECK(office.import({office.folder.write("a.sta", text)}).lines == 1);
    const auto again = office.import({office.folder.write("b.sta", text)});
    CHECK(again.files_known == 1);
    CHECK(again.lines == 0);
    CHECK(office.ledger.unmatched_lines().size() == 1);
}

TEST_CASE("items are added, found unchanged, and updated from their source", "[pipeline]") {
    Office office;
    CHECK(office.import_items_of(items).items_added == 2);
    CHECK(office.import_items_of(items).items_unchanged == 2);
    std::string raised = items;
    raised.replace(raised.find("75.00"), 5, "80.00");
    const auto report = office.import_items_of(raised);
    CHECK(report.items_changed == 1);
    CHECK(report.items_unchanged == 1);
    CHECK(to_decimal(office.ledger.items()[1].open_amount) == "80.00");
}

TEST_CASE("items of a file with one bad row import nothing of that file", "[pipeline]") {
    Office office;
    const auto report = office.import_items_of(items + "A3,receivable,2026-01-01,EUR,1x,\n");
    CHECK(report.files_refused == 1);
    CHECK(report.items_added == 0);
    CHECK(has(office.codes, "items.amount"));
    CHECK(office.ledger.items().empty());
}

TEST_CASE("the order of imports does not show in what is decided", "[pipeline]") {
    const std::string one = day(first_account, 5, 1000, {{12050, "5000056789012345"}, {500, "1"}});
    const std::string two = day(second_account, 5, 1000, {{7500, "RF18539007547034"}, {500, "2"}});
    const auto told_after = [&](bool reversed) {
        Office office;
        office.import_items_of(items);
        std::vector<std::string> files{office.folder.write("one.sta", one),
                                       office.folder.write("two.sta", two)};
        if (reversed) {
            std::ranges::reverse(files);
        }
        office.import(files);
        CHECK(match_lines(office.ledger, {}, night, office.progress).matched == 2);
        return office.told();
    };
    const auto told = told_after(false);
    CHECK(told.size() == 4);
    CHECK(told == told_after(true));
}

TEST_CASE("a run that decides nothing new leaves no trace", "[pipeline]") {
    Office office;
    office.import_items_of(items);
    office.import({office.folder.write("a.sta", day(first_account, 5, 1000, {{999, "7"}}))});
    const auto first = match_lines(office.ledger, {}, night, office.progress);
    CHECK(first.exceptions == 1);
    CHECK(first.unchanged == 0);
    const auto count = office.ledger.summary().audit_count;
    const auto second = match_lines(office.ledger, {}, night, office.progress);
    CHECK(second.exceptions == 1);
    CHECK(second.unchanged == 1);
    CHECK(office.ledger.summary().audit_count == count);
}

TEST_CASE("a line that waited is matched when its item comes", "[pipeline]") {
    Office office;
    office.import(
        {office.folder.write("a.sta", day(first_account, 5, 1000, {{12050, "5000056789012345"}}))});
    CHECK(match_lines(office.ledger, {}, night, office.progress).exceptions == 1);
    office.import_items_of(items);
    const auto report = match_lines(office.ledger, {}, night, office.progress);
    CHECK(report.matched == 1);
    REQUIRE(report.matched_by_method.size() == 1);
    CHECK(report.matched_by_method[0].key == "reference");
    CHECK(office.ledger.unmatched_lines().empty());
    CHECK(office.ledger.verify().failures.empty());
}

TEST_CASE("what a match settles counts for the lines that are left, in the same run",
          "[pipeline]") {
    // Two twins; the text of one payment names the first, so the other payment has one left.
    Office office;
    office.import_items_of(
        "item_id,kind,issue_date,currency,amount,reference,party_name,party_id\n"
        "A1,receivable,2026-01-01,EUR,120.50,5000056789012345,P. Jansen,D1\n"
        "A2,receivable,2026-01-01,EUR,120.50,RF18539007547034,P. Jansen,D1\n");
    office.import({office.folder.write(
        "a.sta", day(first_account, 5, 1000,
                     {{12050, "5000056789012345"}, {12050, "RF18539007547034"}, {999, "7"}}))});
    const auto first = match_lines(office.ledger, {}, night, office.progress);
    CHECK(first.matched == 2);
    const auto told = office.told();
    const auto again = match_lines(office.ledger, {}, night, office.progress);
    CHECK(again.matched == 0);
    CHECK(again.exceptions == again.unchanged);
    CHECK(office.told() == told);
}

TEST_CASE("as-of looks only at lines booked until that day", "[pipeline]") {
    Office office;
    office.import({office.folder.write("a.sta", day(first_account, 5, 1000, {{500, "1"}}))});
    office.import({office.folder.write("b.sta", day(first_account, 6, 1500, {{700, "2"}}))});
    using namespace std::chrono_literals;
    const auto lines_until = [&](Date last) {
        return match_lines(office.ledger, {.dry_run = true, .as_of = last}, night, office.progress)
            .lines;
    };
    CHECK(lines_until(2026y / 1 / 4) == 0);
    CHECK(lines_until(2026y / 1 / 5) == 1);
    CHECK(lines_until(2026y / 1 / 6) == 2);
}
