// Direct debits that come back and money between our own accounts, from files to reports.
#include <map>

#include <nlohmann/json.hpp>

#include "cli/town.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::test;

// Two direct debits of one mandate, and an invoice that we paid.
const std::string orders =
    "item_id,kind,party_id,party_name,issue_date,currency,amount,mandate_id,end_to_end_id\n"
    "C1,receivable,D1,J. de Vries,2026-01-02,EUR,60.00,M-1,INC-0001\n"
    "C2,receivable,D1,J. de Vries,2026-01-02,EUR,60.00,M-1,INC-0002\n"
    "P1,payable,S1,Drukkerij B.V.,2026-01-02,EUR,250.00,,CRED-01\n";

struct Booking {
    std::string amount;  // as camt has it, without sign
    bool credit;
    std::string code;  // family/subfamily
    std::string end_to_end_id;
    std::string reason;   // of a return
    std::string account;  // of the counterparty
    std::string remittance = {};
};

std::string entry_of(const Booking& booking, const std::string& date) {
    const std::size_t slash = booking.code.find('/');
    const bool is_return = !booking.reason.empty();
    const bool debtor = booking.credit != is_return;
    const std::string side = debtor ? "Dbtr" : "Cdtr";
    return "<Ntry><Amt Ccy=\"EUR\">" + booking.amount + "</Amt><CdtDbtInd>" +
           (booking.credit ? "CRDT" : "DBIT") + "</CdtDbtInd>" +
           (is_return ? "<RvslInd>true</RvslInd>" : "") + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" +
           date + "</Dt></BookgDt><ValDt><Dt>" + date +
           "</Dt></ValDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + booking.code.substr(0, slash) +
           "</Cd><SubFmlyCd>" + booking.code.substr(slash + 1) +
           "</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>" +
           booking.end_to_end_id + "</EndToEndId></Refs>" +
           (booking.account.empty() ? ""
                                    : "<RltdPties><" + side + "Acct><Id><IBAN>" + booking.account +
                                          "</IBAN></Id></" + side + "Acct></RltdPties>") +
           (booking.remittance.empty()
                ? ""
                : "<RmtInf><Ustrd>" + booking.remittance + "</Ustrd></RmtInf>") +
           (is_return ? "<RtrInf><Rsn><Cd>" + booking.reason + "</Cd></Rsn></RtrInf>" : "") +
           "</TxDtls></NtryDtls></Ntry>";
}

std::string balance_of(const std::string& code, const std::string& amount,
                       const std::string& date) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount +
           "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + date + "</Dt></Dt></Bal>";
}

struct Day {
    std::string account;
    std::string date;
    std::string opening;
    std::string closing;
    std::vector<Booking> bookings;
};

std::string statement_of(const Day& day) {
    std::string text =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
        "<Id>" +
        day.account + day.date + "</Id><Acct><Id><IBAN>" + day.account + "</IBAN></Id></Acct>" +
        balance_of("OPBD", day.opening, day.date) + balance_of("CLBD", day.closing, day.date);
    for (const Booking& booking : day.bookings) {
        text += entry_of(booking, day.date);
    }
    return text + "</Stmt></BkToCstmrStmt></Document>";
}

const std::string payments = "NL86INGB0002445588";
const std::string savings = "NL20INGB0001234567";
const std::string treasury = "NL49INGB0705006390";

// The direct debit C1 is returned before its collection is there.
const Day return_day{.account = payments,
                     .date = "2026-01-05",
                     .opening = "1000.00",
                     .closing = "940.00",
                     .bookings = {{"60.00", false, "IDDT/UPDD", "INC-0001", "AM04", ""}}};
const Day collection_day{.account = payments,
                         .date = "2026-01-06",
                         .opening = "940.00",
                         .closing = "1060.00",
                         .bookings = {{"60.00", true, "IDDT/ESDD", "INC-0001", "", ""},
                                      {"60.00", true, "IDDT/ESDD", "INC-0002", "", ""}}};

void import(const Town& town, const Day& day) {
    REQUIRE(town.afletter({"import", "statements",
                           town.folder.write(day.account + day.date + ".xml", statement_of(day))})
                .exit_status == 0);
}

void init(const Town& town) {
    town.afletter({"init"});
    town.afletter({"import", "items", town.folder.write("items.csv", orders)});
}

nlohmann::json listed(const Town& town, const std::string& what) {
    return nlohmann::json::parse(town.afletter({what, "--format", "json"}).out);
}

// How often each method matched.
std::map<std::string, int> methods(const Town& town) {
    std::map<std::string, int> counts;
    for (const auto& row : listed(town, "matches")) {
        ++counts[row.at("method")];
    }
    return counts;
}

std::string dump(const Town& town) {
    return run({.arguments = {"/usr/bin/sqlite3", town.ledger(), ".dump"}}).out;
}

// A second run adds nothing, and every control holds.
void check_settled(const Town& town) {
    const std::string before = dump(town);
    CHECK(town.afletter({"match"}).exit_status == 0);
    CHECK(dump(town) == before);
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

}  // namespace

TEST_CASE("a return waits for its collection and then opens the item again", "[cli][returns]") {
    const Town town;
    init(town);
    import(town, return_day);
    town.afletter({"match"});
    const auto waiting = listed(town, "exceptions");
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].at("reason") == "returned");
    CHECK(waiting[0].at("candidates")[0].at("items") == nlohmann::json{"C1"});
    check_settled(town);

    import(town, collection_day);
    town.afletter({"match"});
    CHECK(listed(town, "exceptions").empty());
    CHECK(methods(town) == std::map<std::string, int>{{"end_to_end", 2}, {"return", 1}});
    for (const auto& row : listed(town, "matches")) {
        if (row.at("method") == "return") {
            CHECK(row.at("item_id") == "C1");
            CHECK(row.at("allocated_amount") == "-60.00");
            const auto story = town.afletter({"explain", row.at("line_id")}).out;
            CHECK(story.find("AM04, there was not enough money") != std::string::npos);
        } else {
            CHECK(row.at("revocable_until") == "2026-03-03");
        }
    }
    check_settled(town);
}

TEST_CASE("one run matches a collection and its return of the same file", "[cli][returns]") {
    const Town town;
    init(town);
    Day both = return_day;
    both.closing = "1000.00";
    both.bookings.push_back(collection_day.bookings.front());
    import(town, both);
    town.afletter({"match"});
    CHECK(methods(town) == std::map<std::string, int>{{"end_to_end", 1}, {"return", 1}});
    check_settled(town);
}

TEST_CASE("a later run gives back the instalment that its order had settled", "[cli][returns]") {
    const Town town;
    town.afletter({"init"});
    town.afletter({"import", "items",
                   town.folder.write("items.csv",
                                     "item_id,kind,party_name,party_iban,reference,issue_date,"
                                     "currency,amount\n"
                                     "A1,receivable,J. de Vries,NL91ABNA0417164300,"
                                     "RF18539007547034,2026-01-02,EUR,120.00\n")});
    const auto instalment = [](const std::string& order, const std::string& date,
                               const std::string& opening, const std::string& closing) {
        Day day{.account = payments,
                .date = date,
                .opening = opening,
                .closing = closing,
                .bookings = {{"40.00", true, "IDDT/ESDD", order, "", "NL91ABNA0417164300"}}};
        day.bookings.front().remittance = "RF18539007547034";
        return day;
    };
    import(town, instalment("TERM-1", "2026-01-05", "1000.00", "1040.00"));
    import(town, instalment("TERM-2", "2026-01-06", "1040.00", "1080.00"));
    town.afletter({"match"});
    CHECK(listed(town, "matches").size() == 2);
    for (const char* date : {"2026-01-07", "2026-01-08"}) {  // once, and once too often
        const bool first = std::string(date) == "2026-01-07";
        import(town, {.account = payments,
                      .date = date,
                      .opening = first ? "1080.00" : "1040.00",
                      .closing = first ? "1040.00" : "1000.00",
                      .bookings = {{"40.00", false, "IDDT/UPDD", "TERM-1", "MD06", ""}}});
        town.afletter({"match"});
        CHECK(methods(town)["return"] == 1);
        CHECK(listed(town, "exceptions").size() == (first ? 0 : 1));
        check_settled(town);
    }
    CHECK(listed(town, "exceptions")[0].at("reason") == "returned");
}

TEST_CASE("both legs of a transfer are matched when the second comes", "[cli][transfers]") {
    const Town town;
    init(town);
    import(town, {.account = payments,
                  .date = "2026-01-05",
                  .opening = "1000.00",
                  .closing = "500.00",
                  .bookings = {{"500.00", false, "ICDT/BOOK", "NOTPROVIDED", "", savings}}});
    import(town, {.account = savings,
                  .date = "2026-01-05",
                  .opening = "100.00",
                  .closing = "100.00",
                  .bookings = {}});
    town.afletter({"match"});
    const auto waiting = listed(town, "exceptions");
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].at("reason") == "in_transit");
    check_settled(town);

    import(town, {.account = savings,
                  .date = "2026-01-06",
                  .opening = "100.00",
                  .closing = "600.00",
                  .bookings = {{"500.00", true, "RCDT/BOOK", "NOTPROVIDED", "", payments}}});
    town.afletter({"match"});
    const auto matches = listed(town, "matches");
    REQUIRE(matches.size() == 2);
    for (const auto& row : matches) {
        CHECK(row.at("method") == "transfer");
        CHECK(row.at("gl_account") == "assets:in-transit");
        CHECK_FALSE(row.contains("item_id"));
    }
    CHECK(run({.arguments = {"/usr/bin/sqlite3", town.ledger(),
                             "SELECT sum(amount_minor) FROM posting JOIN gl_account "
                             "ON gl_account.id = posting.gl_account "
                             "WHERE gl_account.name = 'assets:in-transit'"}})
              .out == "0\n");
    check_settled(town);
}

TEST_CASE("an account of ours that is not imported is named in the configuration",
          "[cli][transfers]") {
    const Town town;
    init(town);
    import(town, {.account = payments,
                  .date = "2026-01-05",
                  .opening = "1000.00",
                  .closing = "500.00",
                  .bookings = {{"500.00", false, "ICDT/BOOK", "NOTPROVIDED", "", treasury}}});
    town.afletter({"match"});
    CHECK(listed(town, "exceptions")[0].at("reason") == "no_candidate");
    town.folder.write("afletter.toml", "accounts.own = [\"NL49 INGB 0705 0063 90\"]\n");
    town.afletter({"match"});
    CHECK(listed(town, "matches")[0].at("gl_account") == "assets:own:" + treasury);
    check_settled(town);

    for (const std::string wrong : {"[\"NL49\"]", "\"NL49INGB0705006390\"", "[7]"}) {
        town.folder.write("afletter.toml", "accounts.own = " + wrong + "\n");
        const auto refused = town.afletter({"match"});
        CHECK(refused.exit_status == 2);
        CHECK(refused.err.find("a list of IBANs or account numbers for accounts.own") !=
              std::string::npos);
    }
}
