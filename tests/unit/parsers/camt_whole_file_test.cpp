// Whole files: cut at every byte, read byte by byte, and as banks have written them.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "camt_samples.hpp"
#include "readers.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// One message with a bit of everything, in the form of an old or a new version.
std::string sample(std::string_view version) {
    const bool is_new = version == "08";
    const auto wrapped = [is_new](std::string_view name, const std::string& text) {
        const std::string open = "<" + std::string(name) + ">";
        const std::string close = "</" + std::string(name) + ">";
        return is_new ? open + text + close : text;
    };
    const std::string details = camt_details(
        "<Refs><EndToEndId>E1</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">12.34</Amt>"
        "</TxAmt></AmtDtls><RltdPties><Cdtr>" +
        wrapped("Pty", "<Nm>Bakkerij &amp; Zonen, caf\xc3\xa9</Nm>") +
        "</Cdtr></RltdPties><RmtInf><Ustrd>Factuur 12</Ustrd></RmtInf>");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           camt_message(camt_statement(
                            camt_balance("OPBD", "100.00") + camt_balance("CLBD", "87.66") +
                            "<Ntry><Amt Ccy=\"EUR\">12.34</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>" +
                            wrapped("Cd", "BOOK") + "</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt>" +
                            details + "</Ntry>\n"),
                        version);
}

std::string first_words(const CollectedStatements& read) {
    return read.statements.at(0).entries.at(0).details.at(0).counterparty.name;
}

nlohmann::json decimal(const std::optional<Balance>& balance) {
    return balance ? nlohmann::json(to_decimal(balance->amount)) : nlohmann::json();
}

// The sum of booked amounts of one sign, in minor units.
std::int64_t booked_sum(const Statement& statement, bool negative) {
    std::int64_t sum = 0;
    for (const Entry& entry : statement.entries) {
        const bool counts =
            entry.status == EntryStatus::booked && entry.amount.is_negative() == negative;
        sum += counts ? entry.amount.minor_units() : 0;
    }
    return negative ? -sum : sum;
}

// Equal as numbers: "0", "0.0" and "0.00".
bool same_number(const nlohmann::json& expected, const nlohmann::json& found) {
    const auto value = [](const nlohmann::json& text) {
        return text.is_null()
                   ? std::optional<Money>()
                   : parse_decimal(text.get<std::string>(), Currency::parse("CLF").value())
                         .map([](const Money& money) { return std::optional(money); })
                         .value();
    };
    return value(expected) == value(found);
}

void check_statement(const nlohmann::json& expected, const Statement& found) {
    CHECK(expected.at("entries") == found.entries.size());
    if (!expected.at("opening").is_null()) {
        CHECK(same_number(expected.at("opening"), decimal(found.closing.opening)));
    }
    if (!expected.at("closing").is_null()) {
        CHECK(same_number(expected.at("closing"), decimal(found.closing.closing)));
    }
    if (!found.entries.empty()) {
        const Currency currency = found.entries.front().amount.currency();
        const auto text = [&](bool negative) {
            return nlohmann::json(to_decimal(Money(booked_sum(found, negative), currency)));
        };
        CHECK(same_number(expected.at("credits_sum"), text(false)));
        CHECK(same_number(expected.at("debits_sum"), text(true)));
    }
    if (!expected.at("balanced").is_null()) {
        REQUIRE(found.closing.balanced.has_value());
        CHECK(expected.at("balanced") == *found.closing.balanced);
    }
}

}  // namespace

TEST_CASE("both versions that Dutch banks deliver say the same", "[parsers][camt]") {
    for (const std::string version : {"02", "08"}) {
        const auto read = read_statement_bytes(sample(version));
        REQUIRE(read.accepted);
        CHECK(read.findings.codes().empty());
        CHECK(read.statements.at(0).header.format == "camt.053.001." + version);
        CHECK(read.statements.at(0).closing.balanced == true);
        CHECK(first_words(read) == "Bakkerij & Zonen, café");
    }
}

TEST_CASE("the first version says the same by its own names", "[parsers][camt]") {
    const auto read = read_statement_bytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.01\"><BkToCstmrStmtV01>"
        "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-01-05T19:00:00</CreDtTm><MsgPgntn><PgNb>2</PgNb>"
        "<LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr><Stmt><Id>S1</Id><LglSeqNb>7</LglSeqNb>"
        "<CreDtTm>2026-01-05T20:00:00</CreDtTm><Acct><Id><PrtryAcct><Id>77</Id></PrtryAcct></Id>"
        "<Ccy>EUR</Ccy><Svcr><FinInstnId><CmbndId><BIC>BNGHNL2G</BIC></CmbndId></FinInstnId>"
        "</Svcr></Acct><Bal><Tp><Cd>OPBD</Cd></Tp><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT"
        "</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal><Bal><Tp><Cd>CLBD</Cd></Tp><Amt "
        "Ccy=\"EUR\">11.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal>"
        "<Ntry><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><Btch>"
        "<PmtInfId>P</PmtInfId></Btch><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><AmtDtls>"
        "<TxAmt><Amt Ccy=\"EUR\">10.00</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Jansen</Nm>"
        "</Dbtr><DbtrAcct><Id><BBAN>88</BBAN></Id></DbtrAcct></RltdPties><RltdAgts><DbtrAgt>"
        "<FinInstnId><CmbndId><BIC>RABONL2U</BIC></CmbndId></FinInstnId></DbtrAgt></RltdAgts>"
        "<RmtInf><Strd><RfrdDocInf><RfrdDocNb>F-1</RfrdDocNb></RfrdDocInf><CdtrRefInf><CdtrRef>"
        "R</CdtrRef></CdtrRefInf></Strd></RmtInf><RtrInf><RtrRsn><Cd>AC04</Cd></RtrRsn></RtrInf>"
        "</TxDtls></Ntry></Stmt></BkToCstmrStmtV01></Document>");
    REQUIRE(read.accepted);
    CHECK(read.findings.codes().empty());
    const Statement& statement = read.statements.at(0);
    CHECK(statement.header.format == "camt.053.001.01");
    CHECK(statement.header.sequence == "7/2");
    CHECK(statement.header.account.other == "77");
    CHECK(statement.header.account.servicer_bic == "BNGHNL2G");
    CHECK(statement.closing.balanced == true);
    const Entry& entry = statement.entries.at(0);
    CHECK(entry.batch_id == "P");
    const TransactionDetail& detail = entry.details.at(0);
    CHECK(to_decimal(*detail.amount) == "10.00");
    CHECK(detail.end_to_end_id == "E");
    CHECK(detail.counterparty.name == "Jansen");
    CHECK(detail.counterparty.account == "88");
    CHECK(detail.counterparty.bic == "RABONL2U");
    CHECK(detail.structured_reference == "R");
    CHECK(detail.remittance == "F-1");
    CHECK(detail.return_reason == "AC04");
}

TEST_CASE("several accounts of one file keep their own entries", "[parsers][camt]") {
    std::string statements;
    for (const std::string account : {"11", "22"}) {
        statements += "<Stmt><Acct><Id><Othr><Id>" + account + "</Id></Othr></Id></Acct>" +
                      camt_entry(account + ".00") + "</Stmt>";
    }
    const auto read = read_statement_bytes(camt_message(statements));
    REQUIRE(read.statements.size() == 2);
    for (const Statement& statement : read.statements) {
        REQUIRE(statement.entries.size() == 1);
        CHECK(to_decimal(statement.entries[0].amount) == statement.header.account.other + ".00");
        CHECK(statement.entries[0].index == 1);
    }
}

TEST_CASE("a message that is cut off anywhere is refused whole", "[parsers][camt]") {
    for (const std::string version : {"02", "08"}) {
        const std::string whole = sample(version);
        const std::size_t end = whole.rfind('>') + 1;
        for (std::size_t size = 0; size < end; ++size) {
            const auto read = read_statement_bytes(whole.substr(0, size));
            CAPTURE(size);
            REQUIRE_FALSE(read.accepted);
            // A letter that is cut in two is a warning beside it.
            REQUIRE(std::ranges::count(read.findings.all, Severity::error, &Diagnostic::severity) ==
                    1);
        }
        CHECK(read_statement_bytes(whole.substr(0, end)).accepted);
    }
}

TEST_CASE("a message that comes byte by byte is the same message", "[parsers][camt]") {
    OneByteSource slow(sample("08"));
    CollectedStatements read;
    REQUIRE(read_statements("input", slow, read));
    CHECK(first_words(read) == "Bakkerij & Zonen, café");
}

TEST_CASE("any number of different elements is read, and the last of them share a name",
          "[parsers][camt]") {
    std::string entries;
    for (int i = 0; i < 9000; ++i) {
        const std::string name = "A" + std::to_string(i);
        entries += camt_entry("1.00", "<" + name + "><B>x</B></" + name + ">" +
                                          camt_details("<Refs><EndToEndId>E</EndToEndId></Refs>"));
    }
    const auto read = read_entries(entries);
    REQUIRE(read.accepted);
    REQUIRE(read.statements.at(0).entries.size() == 9000);
    CHECK(read.statements[0].entries.front().other == "A0/B=x");
    CHECK(read.statements[0].entries.back().other == "*=x");
    CHECK(read.statements[0].entries.back().details.at(0).end_to_end_id == "E");
}

TEST_CASE("real CAMT files are read as they are known to be", "[parsers][camt][corpus]") {
    const auto list = shared_material("corpus/expected.jsonl");
    if (!list) {
        return;
    }
    std::ifstream lines(*list);
    for (std::string line; std::getline(lines, line);) {
        const auto expected = nlohmann::json::parse(line);
        const std::string file = expected.at("file");
        const bool is_judged = file.starts_with("camt/") && !file.starts_with("camt/bad/") &&
                               expected.at("confidence") != "one reading only";
        if (!is_judged) {
            continue;
        }
        CAPTURE(file);
        CollectedStatements read;
        const auto bytes = open_file(list->parent_path() / file);
        REQUIRE(read_statements(file, *bytes, read));
        REQUIRE(read.statements.size() == expected.at("statements").size());
        const bool all_balance = std::ranges::all_of(
            read.statements,
            [](const Statement& statement) { return statement.closing.balanced == true; });
        // What proves to be whole raises no alarm beside.
        CHECK_FALSE((all_balance && read.findings.has("camt.summary")));
        CHECK_FALSE((all_balance && read.findings.has("camt.balance.chain")));
        for (std::size_t i = 0; i < read.statements.size(); ++i) {
            check_statement(expected.at("statements").at(i), read.statements[i]);
        }
    }
}

}  // namespace afletter::test
