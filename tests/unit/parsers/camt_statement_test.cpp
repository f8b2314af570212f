// Statements, their balances, and the envelopes they come in.
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

std::string amount_of(const std::optional<Balance>& balance) {
    return balance ? to_decimal(balance->amount) : "-";
}

CollectedStatements read_one(const std::string& inside) {
    return read_statement_bytes(camt_message(camt_statement(inside)));
}

}  // namespace

TEST_CASE("a statement says whose it is, which it is and what it holds", "[parsers][camt]") {
    const auto read = read_one(camt_balance("OPBD", "100.00") + camt_balance("CLBD", "87.66") +
                               camt_entry("-12.34") + "<AddtlStmtInf>Goodbye</AddtlStmtInf>");
    REQUIRE(read.accepted);
    CHECK(read.findings.codes().empty());
    REQUIRE(read.statements.size() == 1);
    const StatementHeader& header = read.statements[0].header;
    CHECK(header.source == "input");
    CHECK(header.format == "camt.053.001.08");
    CHECK(header.statement_id == "S1");
    CHECK(header.sequence == "7");
    CHECK(header.created == "2026-01-05T20:00:00");
    CHECK(header.account.iban->text() == own_iban);
    CHECK(header.account.other.empty());
    CHECK(header.account.currency == Currency::euro());
    CHECK(header.account.owner == "Gemeente Voorbeeld");
    CHECK(amount_of(header.opening) == "100.00");
    CHECK(to_iso(*header.opening->date) == "2026-01-05");
    CHECK(header.source_line == 4);
    const StatementClosing& closing = read.statements[0].closing;
    CHECK(amount_of(closing.opening) == "100.00");
    CHECK(amount_of(closing.closing) == "87.66");
    CHECK(closing.balanced == true);
    CHECK(closing.entry_count == 1);
    CHECK(closing.information == "Goodbye");
}

TEST_CASE("opening and closing balance are chosen by type", "[parsers][camt]") {
    struct Example {
        std::vector<std::string> types;  // of balances 1.00, 2.00, ...
        std::string opening;
        std::string closing;
        bool intermediate;  // the opening one
    };
    const Example examples[] = {
        {{}, "-", "-", false},
        {{"OPBD", "CLBD"}, "1.00", "2.00", false},
        {{"CLBD", "OPBD"}, "2.00", "1.00", false},
        {{"PRCD", "CLBD"}, "1.00", "2.00", false},
        {{"PRCD", "OPBD", "CLBD"}, "2.00", "3.00", false},
        {{"ITBD", "ITBD"}, "1.00", "2.00", true},
        {{"ITBD", "ITBD", "ITBD"}, "1.00", "3.00", true},
        {{"OPBD", "ITBD"}, "1.00", "2.00", false},
        {{"ITBD", "CLBD"}, "1.00", "2.00", true},
        {{"ITBD"}, "-", "1.00", false},
        {{"CLBD"}, "-", "1.00", false},
        {{"OPBD"}, "1.00", "-", false},
        {{"OPAV", "CLAV", "FWAV", "XPCD", "INFO", "ITAV"}, "-", "-", false},
    };
    for (const Example& example : examples) {
        std::string balances;
        for (std::size_t i = 0; i < example.types.size(); ++i) {
            balances += camt_balance(example.types[i], std::to_string(i + 1) + ".00");
        }
        CAPTURE(balances);
        const auto read = read_one(balances);
        REQUIRE(read.accepted);
        CHECK(amount_of(read.statements[0].header.opening) == example.opening);
        CHECK(amount_of(read.statements[0].closing.closing) == example.closing);
        if (read.statements[0].header.opening) {
            CHECK((read.statements[0].header.opening->kind == BalanceKind::intermediate) ==
                  example.intermediate);
        }
    }
}

TEST_CASE("a balance that comes behind the entries still counts", "[parsers][camt]") {
    const auto read =
        read_one(camt_entry("2.00") + camt_balance("OPBD", "-1.00") + camt_balance("CLBD", "1.00"));
    CHECK_FALSE(read.statements[0].header.opening);
    CHECK(amount_of(read.statements[0].closing.opening) == "-1.00");
    CHECK(read.statements[0].closing.balanced == true);
}

TEST_CASE("a statement that does not tie is delivered with a warning that has the difference",
          "[parsers][camt]") {
    const auto read = read_one(camt_balance("OPBD", "100.00") + camt_balance("CLBD", "120.01") +
                               camt_entry("20.00"));
    CHECK(read.accepted);
    CHECK(read.statements[0].closing.balanced == false);
    REQUIRE(read.findings.codes() == "camt.balance");
    const Diagnostic& finding = read.findings.all[0];
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.place.line == 4);
    CHECK_THAT(finding.message, Catch::Contains("120.00") && Catch::Contains("120.01") &&
                                    Catch::Contains("difference of 0.01"));
    CHECK_THAT(finding.hint, !Catch::Contains("RvslInd"));
}

TEST_CASE("reversals are read in the direction that the balances prove", "[parsers][camt]") {
    const std::string reversal =
        "<Ntry><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>"
        "<Sts>BOOK</Sts>" +
        camt_details("<Amt Ccy=\"EUR\">5.00</Amt>") + "</Ntry>";
    const std::string opening = camt_balance("OPBD", "100.00");
    const auto as_marked = read_one(opening + camt_balance("CLBD", "105.00") + reversal);
    CHECK(as_marked.findings.codes().empty());
    CHECK(as_marked.statements[0].closing.reversals == ReversalReading::as_marked);
    CHECK(to_decimal(as_marked.statements[0].entries[0].amount) == "5.00");

    const auto turned =
        read_one(opening + camt_balance("CLBD", "96.00") + reversal + camt_entry("1.00"));
    REQUIRE(turned.findings.codes() == "camt.reversals");
    CHECK(turned.accepted);
    const Statement& statement = turned.statements[0];
    CHECK(statement.closing.balanced == true);
    CHECK(statement.closing.reversals == ReversalReading::turned);
    CHECK(to_decimal(statement.entries[0].amount) == "-5.00");
    CHECK(to_decimal(*statement.entries[0].details.at(0).amount) == "-5.00");
    CHECK(to_decimal(statement.entries[1].amount) == "1.00");

    const auto neither = read_one(opening + camt_balance("CLBD", "94.00") + reversal);
    CHECK(neither.findings.codes() == "camt.balance");
    CHECK(neither.statements[0].closing.reversals == ReversalReading::as_marked);
    CHECK(to_decimal(neither.statements[0].entries[0].amount) == "5.00");
}

TEST_CASE("an entry that names another currency counts by its number, with a warning",
          "[parsers][camt]") {
    const auto entry = [](std::string_view currency) {
        return "<Ntry><Amt Ccy=\"" + std::string(currency) +
               "\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>";
    };
    const std::string balances = camt_balance("OPBD", "0.00") + camt_balance("CLBD", "5.00");
    const auto mislabelled = read_one(balances + entry("USD"));
    CHECK(mislabelled.accepted);
    CHECK(mislabelled.findings.codes() == "camt.entry.currency");
    CHECK(mislabelled.statements[0].entries[0].amount.currency().code() == "USD");
    CHECK(mislabelled.statements[0].closing.balanced == true);
    // A yen has no cents: its number says nothing about euros.
    CHECK(read_one(balances + entry("JPY")).statements[0].closing.balanced == false);
}

TEST_CASE("balances in two currencies do not tie", "[parsers][camt]") {
    const auto read =
        read_one(camt_balance("OPBD", "1.00") +
                 "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"SEK\">1.00</Amt>"
                 "<CdtDbtInd>CRDT</CdtDbtInd></Bal>");
    CHECK(read.findings.codes() == "camt.balance");
    CHECK(read.statements[0].closing.balanced == false);
}

TEST_CASE("the format is the message's name in its namespace", "[parsers][camt]") {
    struct Example {
        std::string container;
        std::string statement;
        std::string name_space;
        std::string format;
    };
    const Example examples[] = {
        {"BkToCstmrStmt", "Stmt", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02",
         "camt.053.001.02"},
        {"BkToCstmrStmt", "Stmt", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.13",
         "camt.053.001.13"},
        {"BkToCstmrStmt", "Stmt", "ISO:camt.053.001.02:APC:STUZZA:payments:003", "camt.053.001.02"},
        {"BkToCstmrStmt", "Stmt", "", "camt.053"},
        {"BkToCstmrStmt", "Stmt", "urn:camt.05x.001.02", "camt.053"},
        {"BkToCstmrStmt", "Stmt", "urn:camt.053", "camt.053"},
        {"BkToCstmrAcctRpt", "Rpt", "urn:iso:std:iso:20022:tech:xsd:camt.052.001.08",
         "camt.052.001.08"},
        {"BkToCstmrAcctRptV01", "Rpt", "", "camt.052"},
        {"BkToCstmrDbtCdtNtfctn", "Ntfctn", "", "camt.054"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.container, example.name_space);
        std::string inside = camt_statement(camt_entry("1.00"));
        inside.replace(1, 4, example.statement).replace(inside.rfind("Stmt"), 4, example.statement);
        const std::string name_space =
            example.name_space.empty() ? "" : " xmlns=\"" + example.name_space + "\"";
        const std::string message = "<Document" + name_space + "><" + example.container + ">" +
                                    inside + "</" + example.container + "></Document>";
        // As it is, and inside the envelopes of files and networks, with prefixes.
        for (const std::string& text :
             {message,
              "<Envelope><AppHdr xmlns='urn:head'><Fr>X</Fr></AppHdr>" + message + "</Envelope>"}) {
            const auto read = read_statement_bytes(text);
            CHECK(read.accepted);
            REQUIRE(read.statements.size() == 1);
            CHECK(read.statements[0].header.format == example.format);
            CHECK(read.statements[0].entries.size() == 1);
        }
    }
}

TEST_CASE("prefixes of elements do not matter", "[parsers][camt]") {
    const auto read = read_statement_bytes(
        "<x:Document xmlns:x='urn:camt.053.001.02'><x:BkToCstmrStmt><x:Stmt><x:Id>A</x:Id><x:Acct>"
        "<x:Id><x:Othr><x:Id>123</x:Id></x:Othr></x:Id></x:Acct></x:Stmt></x:BkToCstmrStmt>"
        "</x:Document>");
    REQUIRE(read.accepted);
    CHECK(read.statements[0].header.format == "camt.053.001.02");
    CHECK(read.statements[0].header.account.other == "123");
}

TEST_CASE("several statements of a message keep their order and their own values",
          "[parsers][camt]") {
    const std::string second = "<Stmt><Id>S2</Id><Acct><Id><IBAN>" + other_iban +
                               "</IBAN></Id></Acct>" + camt_balance("CLBD", "3.00") +
                               camt_entry("1.00") + camt_entry("2.00") + "</Stmt>";
    const auto read = read_statement_bytes(
        camt_message(camt_statement(camt_balance("OPBD", "9.00") + camt_entry("1.00")) + second));
    REQUIRE(read.statements.size() == 2);
    CHECK(read.statements[0].header.statement_id == "S1");
    CHECK(read.statements[1].header.statement_id == "S2");
    CHECK(read.statements[1].header.account.iban->text() == other_iban);
    CHECK(read.statements[1].header.account.owner.empty());
    CHECK(read.statements[1].header.account.currency == Currency::euro());
    CHECK(read.statements[1].header.created == "2026-01-05T19:00:00");
    CHECK_FALSE(read.statements[1].closing.opening);
    CHECK(read.statements[1].entries[0].index == 1);
    CHECK(read.statements[1].entries[1].index == 2);
    CHECK(read.statements[1].closing.entry_count == 2);
}

TEST_CASE("pages of one statement are numbered behind its sequence", "[parsers][camt]") {
    const auto sequence_of = [](const std::string& statement_part, const std::string& header_part) {
        const auto read =
            read_statement_bytes("<Document><BkToCstmrStmt><GrpHdr>" + header_part + "</GrpHdr>" +
                                 camt_statement(statement_part) + "</BkToCstmrStmt></Document>");
        return read.statements.at(0).header.sequence;
    };
    const auto page = [](std::string name, std::string number, std::string last) {
        return "<" + name + "><PgNb>" + number + "</PgNb><LastPgInd>" + last + "</LastPgInd></" +
               name + ">";
    };
    CHECK(sequence_of("", "") == "7");
    CHECK(sequence_of(page("StmtPgntn", "1", "true"), "") == "7");
    CHECK(sequence_of(page("StmtPgntn", "1", "false"), "") == "7/1");
    CHECK(sequence_of(page("StmtPgntn", "2", "true"), "") == "7/2");
    CHECK(sequence_of("", page("MsgPgntn", "1", "true")) == "7");
    CHECK(sequence_of("", page("MsgPgntn", "3", "false")) == "7/3");
}

TEST_CASE("an account number is an IBAN only when it passes its check", "[parsers][camt]") {
    struct Example {
        std::string id;
        std::string iban;
        std::string other;
        std::string codes;
    };
    const Example examples[] = {
        {"<IBAN>NL91 ABNA 0417 1643 00</IBAN>", "NL91ABNA0417164300", "", ""},
        {"<IBAN>NL92ABNA0417164300</IBAN>", "", "NL92ABNA0417164300", "camt.account.iban"},
        {"<Othr><Id>0417164300</Id></Othr>", "", "0417164300", ""},
        {"<Othr><Id>NL91ABNA0417164300</Id></Othr>", "NL91ABNA0417164300", "", ""},
        {"<PrtryAcct><Id>X-1</Id></PrtryAcct>", "", "X-1", ""},
        {"<BBAN>12345</BBAN>", "", "12345", ""},
        {"", "", "", "camt.account"},
        {"<IBAN/>", "", "", "camt.account"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.id);
        const auto read = read_statement_bytes(
            camt_message("<Stmt><Acct><Id>" + example.id + "</Id></Acct></Stmt>"));
        const AccountIdentification& account = read.statements.at(0).header.account;
        CHECK((account.iban ? account.iban->text() : "") == example.iban);
        CHECK(account.other == example.other);
        CHECK(read.findings.codes() == example.codes);
        CHECK(read.accepted == (example.codes != "camt.account"));
    }
}

TEST_CASE("the servicing bank is named by BIC or BICFI", "[parsers][camt]") {
    for (const std::string name : {"BIC", "BICFI"}) {
        const auto read = read_statement_bytes(
            camt_message("<Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id><Svcr><FinInstnId><" + name +
                         ">BNGHNL2G</" + name + "></FinInstnId></Svcr></Acct></Stmt>"));
        CHECK(read.statements.at(0).header.account.servicer_bic == "BNGHNL2G");
    }
}

TEST_CASE("XML that is no statement is refused by the name of what it is", "[parsers][camt]") {
    const auto read =
        read_statement_bytes("<?xml version='1.0'?>\n<html><body>Log in</body></html>");
    CHECK_FALSE(read.accepted);
    REQUIRE(read.findings.codes() == "camt.not_a_statement");
    CHECK(read.findings.all[0].place.line == 2);
    CHECK_THAT(read.findings.all[0].message, Catch::Contains("'html/body'"));
    // A message without any statement is as silent as a wrong one.
    CHECK(read_statement_bytes(camt_message("")).findings.codes() == "camt.not_a_statement");
}

TEST_CASE("all faults of a message are reported, and nothing of it is accepted",
          "[parsers][camt]") {
    const auto read = read_one(camt_entry("x") + camt_entry("1.00") + camt_entry("y"));
    CHECK_FALSE(read.accepted);
    CHECK(read.findings.codes() == "camt.amount camt.amount");
    CHECK(read.findings.all[0].place.line == 6);
    CHECK(read.findings.all[1].place.line == 10);
    CHECK_THAT(read.findings.all[0].excerpt, Catch::Contains("<Amt Ccy=\"EUR\">x</Amt>"));
}

}  // namespace afletter::test
