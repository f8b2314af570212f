// Transactions: amounts, parties, references, remittance information, returns.
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

std::string party(std::string_view side, std::string_view inside) {
    return "<" + std::string(side) + ">" + std::string(inside) + "</" + std::string(side) + ">";
}

std::string account(std::string_view side, std::string_view iban) {
    return party(std::string(side) + "Acct", "<Id><IBAN>" + std::string(iban) + "</IBAN></Id>");
}

std::string parties(const std::string& inside) {
    return party("RltdPties", inside);
}

std::string remittance(const std::string& inside) {
    return party("RmtInf", inside);
}

std::string structured(const std::string& reference) {
    return "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>" +
           reference + "</Ref></CdtrRefInf></Strd>";
}

}  // namespace

TEST_CASE("the amount of a transaction is the one in the account's currency", "[parsers][camt]") {
    const auto amount = [](std::string_view text, std::string_view currency) {
        return "<Amt Ccy=\"" + std::string(currency) + "\">" + std::string(text) + "</Amt>";
    };
    const auto transaction = [&](std::string_view text, std::string_view currency) {
        return "<AmtDtls><TxAmt>" + amount(text, currency) + "</TxAmt></AmtDtls>";
    };
    const auto instructed = [&](std::string_view text, std::string_view currency) {
        return "<AmtDtls><InstdAmt>" + amount(text, currency) + "</InstdAmt></AmtDtls>";
    };
    struct Example {
        std::string details;
        std::string credit;  // in an entry of +10.00
        std::string debit;   // in an entry of -10.00
    };
    const Example examples[] = {
        {"", "-", "-"},
        {amount("4.00", "EUR"), "4.00", "-4.00"},
        {amount("4.00", "EUR") + transaction("5.00", "EUR"), "4.00", "-4.00"},
        {transaction("5.00", "EUR"), "5.00", "-5.00"},
        {amount("4.00", "USD") + transaction("5.00", "EUR"), "5.00", "-5.00"},
        {transaction("5.00", "USD"), "-", "-"},
        {instructed("6.00", "EUR"), "6.00", "-6.00"},
        {instructed("6.00", "USD"), "-", "-"},
        {amount("4.00", "EUR") + "<CdtDbtInd>DBIT</CdtDbtInd>", "-4.00", "-4.00"},
        {amount("4.00", "EUR") + "<CdtDbtInd>CRDT</CdtDbtInd>", "4.00", "4.00"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.details);
        const auto shown = [](const TransactionDetail& detail) {
            return detail.amount ? to_decimal(*detail.amount) : "-";
        };
        CHECK(shown(read_details(example.details, "10.00")) == example.credit);
        CHECK(shown(read_details(example.details, "-10.00")) == example.debit);
    }
}

TEST_CASE("a transaction that cannot be read refuses the message", "[parsers][camt]") {
    for (const std::string details : {"<Amt Ccy=\"EUR\"/>", "<Amt Ccy=\"EUR\">x</Amt>",
                                      "<Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>X</CdtDbtInd>"}) {
        CAPTURE(details);
        const auto read = read_entries(camt_entry("10.00", camt_details(details)));
        CHECK_FALSE(read.accepted);
        CHECK(read.findings.all.size() == 1);
    }
}

TEST_CASE("the counterparty is the debtor of money that came and the creditor of money that went",
          "[parsers][camt]") {
    const std::string both =
        parties(party("Dbtr", "<Nm>Jansen</Nm>") + account("Dbtr", other_iban) +
                party("Cdtr", "<Pty><Nm>Bakkerij</Nm></Pty>") +
                account("Cdtr", "NL20INGB0001234567")) +
        "<RltdAgts><DbtrAgt><FinInstnId><BIC>RABONL2U</BIC></FinInstnId></DbtrAgt>"
        "<CdtrAgt><FinInstnId><BICFI>INGBNL2A</BICFI></FinInstnId></CdtrAgt></RltdAgts>";
    const Counterparty payer = read_details(both, "10.00").counterparty;
    CHECK(payer.name == "Jansen");
    CHECK(payer.iban->text() == other_iban);
    CHECK(payer.bic == "RABONL2U");
    const Counterparty payee = read_details(both, "-10.00").counterparty;
    CHECK(payee.name == "Bakkerij");
    CHECK(payee.iban->text() == "NL20INGB0001234567");
    CHECK(payee.bic == "INGBNL2A");
}

TEST_CASE("a party is found wherever its version puts it", "[parsers][camt]") {
    struct Example {
        std::string inside;
        std::string name;
        std::string bic;
    };
    const Example examples[] = {
        {party("Dbtr", "<Nm>A</Nm>"), "A", ""},
        {party("Dbtr", "<Pty><Nm>A</Nm></Pty>"), "A", ""},
        {party("Dbtr", "<Agt><FinInstnId><BICFI>RABONL2U</BICFI><Nm>Bank</Nm></FinInstnId></Agt>"),
         "Bank", "RABONL2U"},
        {party("UltmtDbtr", "<Nm>U</Nm>"), "U", ""},
        {party("Dbtr", "<Nm>A</Nm>") + party("UltmtDbtr", "<Nm>U</Nm>"), "A", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.inside);
        const Counterparty found = read_details(parties(example.inside)).counterparty;
        CHECK(found.name == example.name);
        CHECK(found.bic == example.bic);
    }
    const std::string numbers[] = {"<Othr><Id>123</Id></Othr>",
                                   "<PrtryAcct><Id>123</Id></PrtryAcct>", "<BBAN>123</BBAN>",
                                   "<IBAN>123</IBAN>"};
    for (const std::string& number : numbers) {
        const Counterparty found =
            read_details(parties(party("DbtrAcct", "<Id>" + number + "</Id>"))).counterparty;
        CHECK(found.account == "123");
        CHECK_FALSE(found.iban);
    }
}

TEST_CASE("on a return the counterparty is whoever is not the owner", "[parsers][camt]") {
    const std::string we = party("Cdtr", "<Nm>Gemeente Voorbeeld</Nm>");
    const std::string they = party("Dbtr", "<Nm>Jansen</Nm>") + account("Dbtr", other_iban);
    const std::string returned = "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>";
    struct Example {
        std::string inside;
        std::string name;
    };
    // A debit: our direct debit comes back, with the parties of the collection.
    const Example examples[] = {
        {parties(they) + returned, "Jansen"},
        {parties(they + we) + returned, "Jansen"},
        {parties(they + we + account("Cdtr", own_iban)) + returned, "Jansen"},
        {parties(they + account("Cdtr", own_iban)) + returned, "Jansen"},
        {parties(party("Cdtr", "<Nm>Jansen</Nm>")) + returned, "Jansen"},
        {parties(party("Cdtr", "<Nm>Jansen</Nm>") + party("Dbtr", "<Nm>Gemeente Voorbeeld</Nm>")) +
             returned,
         "Jansen"},
        {returned, ""},
        // Not a return: the creditor, whatever else is there.
        {parties(they + party("Cdtr", "<Nm>Bakkerij</Nm>")), "Bakkerij"},
        {parties(they), ""},
        {parties(they + account("Cdtr", own_iban)), "Jansen"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.inside);
        CHECK(read_details(example.inside, "-10.00").counterparty.name == example.name);
    }
}

TEST_CASE("a reversal without a reason is a return as well", "[parsers][camt]") {
    const auto read = read_entries(
        "<Ntry><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>" +
        camt_details(
            parties(party("Dbtr", "<Nm>Jansen</Nm>") + party("Cdtr", "<Nm>Gemeente</Nm>"))) +
        "</Ntry>");
    CHECK(read.statements.at(0).entries.at(0).details.at(0).counterparty.name == "Jansen");
}

TEST_CASE("a transaction keeps its references", "[parsers][camt]") {
    const TransactionDetail detail = read_details(
        "<Refs><MsgId>M</MsgId><AcctSvcrRef>B</AcctSvcrRef><PmtInfId>P</PmtInfId>"
        "<EndToEndId>E</EndToEndId><MndtId>D</MndtId></Refs><Purp><Cd>TAXS</Cd></Purp>");
    CHECK(detail.bank_reference == "B");
    CHECK(detail.end_to_end_id == "E");
    CHECK(detail.mandate_id == "D");
    CHECK(detail.batch_id == "P");
    CHECK(detail.purpose == "TAXS");
    CHECK(read_details("<Refs><MsgId>M</MsgId></Refs>").batch_id == "M");
    CHECK(read_details("<Purp><Prtry>own</Prtry></Purp>").purpose == "own");
}

TEST_CASE("the creditor identifier is the private identification with scheme SEPA",
          "[parsers][camt]") {
    const auto id = [](std::string_view value, std::string_view scheme) {
        return "<Othr><Id>" + std::string(value) + "</Id><SchmeNm><Prtry>" + std::string(scheme) +
               "</Prtry></SchmeNm></Othr>";
    };
    const std::string ids =
        party("Id", party("PrvtId", id("X", "OTHER") + id("NL13ZZZ123456780000", "SEPA")));
    CHECK(read_details(parties(party("Cdtr", ids))).creditor_id == "NL13ZZZ123456780000");
    CHECK(read_details(parties(party("Cdtr", party("Pty", ids)))).creditor_id ==
          "NL13ZZZ123456780000");
    CHECK(read_details(party("CdtrSchmeId", ids)).creditor_id == "NL13ZZZ123456780000");
    CHECK(read_details(parties(party("Cdtr", party("Id", party("PrvtId", id("X", "OTHER"))))))
              .creditor_id.empty());
}

TEST_CASE("the first structured reference is the reference and the rest stays as text",
          "[parsers][camt]") {
    struct Example {
        std::string inside;
        std::string reference;
        std::string text;
    };
    const Example examples[] = {
        {structured("1234567890123452"), "1234567890123452", ""},
        {structured("RF18539007547034"), "RF18539007547034", ""},
        {structured("A") + structured("B") + structured("C"), "A", "B C"},
        {structured("A") + structured("A"), "A", ""},
        {"<Ustrd>Text</Ustrd>" + structured("A") + structured("B"), "A", "Text B"},
        {structured("NOTPROVIDED") + structured("B"), "B", ""},
        {"<Strd><RfrdDocInf><Nb>F-1</Nb></RfrdDocInf><RfrdDocInf><Nb>F-2</Nb></RfrdDocInf>"
         "<AddtlRmtInf>more</AddtlRmtInf></Strd>",
         "", "F-1 F-2 more"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.inside);
        const TransactionDetail detail = read_details(remittance(example.inside));
        CHECK(detail.structured_reference == example.reference);
        CHECK(detail.remittance == example.text);
    }
}

TEST_CASE("pieces of unstructured text are joined with a blank unless the first was full",
          "[parsers][camt]") {
    const std::string full(140, 'x');
    struct Example {
        std::vector<std::string> pieces;
        std::string text;
    };
    const Example examples[] = {
        {{"one"}, "one"},
        {{"one", "two"}, "one two"},
        {{" one ", "\n two\n"}, "one two"},
        {{"one", "", "two"}, "one two"},
        {{full, "yz"}, full + "yz"},
        {{full, " yz"}, full + " yz"},
        {{full.substr(1), "yz"}, full.substr(1) + " yz"},
        {{full + "x", "yz"}, full + "x yz"},
        {{full.substr(1) + " ", "yz"}, full.substr(1) + " yz"},
        {{full, full, "y"}, full + full + "y"},
        {{full.substr(1) + "é", "yz"}, full.substr(1) + "éyz"},
    };
    for (const Example& example : examples) {
        std::string inside;
        for (const std::string& piece : example.pieces) {
            inside += "<Ustrd>" + piece + "</Ustrd>";
        }
        CAPTURE(inside);
        CHECK(read_details(remittance(inside)).remittance == example.text);
    }
}

TEST_CASE("a return keeps its reason and the bank's words", "[parsers][camt]") {
    const TransactionDetail detail = read_details(
        remittance("<Ustrd>Tax</Ustrd>") +
        "<RtrInf><Rsn><Cd>MD06</Cd></Rsn><AddtlInf>refund by</AddtlInf><AddtlInf>debtor</AddtlInf>"
        "</RtrInf>");
    CHECK(detail.return_reason == "MD06");
    CHECK(detail.remittance == "Tax refund by debtor");
    CHECK(read_details("<RtrInf><Rsn><Prtry>own</Prtry></Rsn></RtrInf>").return_reason == "own");
    CHECK(read_details("").return_reason.empty());
}

}  // namespace afletter::test
