// Nothing that a message says is lost: what has no member of its own, what the counterparty and the
// owner leave over, and what stands beside the value that counts is kept with its path.
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

Entry read_entry(const std::string& inside, std::string_view amount = "10.00") {
    return read_entries(camt_entry(amount, inside)).statements.at(0).entries.at(0);
}

StatementClosing read_closing(const std::string& inside) {
    return read_statement_bytes(camt_message(inside)).statements.at(0).closing;
}

const std::string code =
    "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>";

}  // namespace

TEST_CASE("references of a transaction that nothing else holds are kept, such as the cheque number",
          "[parsers][camt]") {
    const TransactionDetail detail = read_details(
        "<Refs><MsgId>M</MsgId><PmtInfId>P</PmtInfId><InstrId>I</InstrId><TxId>T</TxId>"
        "<UETR>U</UETR><ChqNb>123456</ChqNb><ClrSysRef>C</ClrSysRef><AcctOwnrTxId>O</AcctOwnrTxId>"
        "<Prtry><Tp>X</Tp><Ref>Y</Ref></Prtry></Refs>");
    CHECK(detail.batch_id == "P");
    CHECK(detail.other ==
          "Refs/MsgId=M\nRefs/InstrId=I\nRefs/TxId=T\nRefs/UETR=U\nRefs/ChqNb=123456\n"
          "Refs/ClrSysRef=C\nRefs/AcctOwnrTxId=O\nRefs/Prtry/Tp=X\nRefs/Prtry/Ref=Y");
}

TEST_CASE("the bank's own code is kept beside the one of ISO 20022", "[parsers][camt]") {
    const Entry entry =
        read_entry("<BkTxCd>" + code + "<Prtry><Cd>N544</Cd><Issr>NVB</Issr></Prtry></BkTxCd>");
    CHECK(entry.transaction_code == "PMNT/RCDT/ESCT");
    CHECK(entry.other == "BkTxCd/Prtry/Cd=N544\nBkTxCd/Prtry/Issr=NVB");
}

TEST_CASE("the code of a transaction is kept where it is not its entry's", "[parsers][camt]") {
    const std::string own = "<BkTxCd>" + code + "</BkTxCd>";
    const std::string other =
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>AUTT</SubFmlyCd></Fmly></Domn>"
        "</BkTxCd>";
    CHECK(read_entry(own + camt_details(own)).details.at(0).other.empty());
    CHECK(read_entry(own + camt_details(other)).details.at(0).other ==
          "BkTxCd/Domn/Fmly/SubFmlyCd=AUTT");
    const Entry without = read_entry(camt_details(own) + camt_details(other));
    CHECK(without.transaction_code == "PMNT/RCDT/ESCT");
    CHECK(without.details.at(0).other.empty());
    CHECK(without.details.at(1).other ==
          "BkTxCd/Domn/Cd=PMNT\nBkTxCd/Domn/Fmly/Cd=RCDT\nBkTxCd/Domn/Fmly/SubFmlyCd=AUTT");
}

TEST_CASE("what a transaction says of our own side is kept, but for what the statement says",
          "[parsers][camt]") {
    const auto other_of = [](const std::string& creditor) {
        return read_details("<RltdPties><Dbtr><Nm>Jansen</Nm></Dbtr>" + creditor + "</RltdPties>")
            .other;
    };
    const auto account = [](const std::string& iban) {
        return "<CdtrAcct><Id><IBAN>" + iban + "</IBAN></Id></CdtrAcct>";
    };
    CHECK(other_of("<Cdtr><Nm>Gemeente Voorbeeld</Nm></Cdtr>" + account(own_iban)).empty());
    CHECK(other_of("<Cdtr><Nm>Gemeente Voorbeeld, Parkeren</Nm></Cdtr>" + account(own_iban)) ==
          "RltdPties/Cdtr/Nm=Gemeente Voorbeeld, Parkeren");
    // A bank that gives every debtor a number of its own to pay to.
    CHECK(other_of(account("NL20INGB0001234567")) ==
          "RltdPties/CdtrAcct/Id/IBAN=NL20INGB0001234567");
    CHECK(other_of("<UltmtCdtr><Nm>Sportbedrijf</Nm></UltmtCdtr>") ==
          "RltdPties/UltmtCdtr/Nm=Sportbedrijf");
    const TransactionDetail agents = read_details(
        "<RltdAgts><DbtrAgt><FinInstnId><BIC>RABONL2U</BIC></FinInstnId></DbtrAgt>"
        "<CdtrAgt><FinInstnId><BIC>BNGHNL2G</BIC></FinInstnId></CdtrAgt></RltdAgts>");
    CHECK(agents.counterparty.bic == "RABONL2U");
    CHECK(agents.other == "RltdAgts/CdtrAgt/FinInstnId/BIC=BNGHNL2G");
}

TEST_CASE("the counterparty's number of another kind is kept beside its IBAN", "[parsers][camt]") {
    const TransactionDetail detail =
        read_details("<RltdPties><DbtrAcct><Id><IBAN>" + other_iban +
                     "</IBAN><Othr><Id>77</Id></Othr></Id></DbtrAcct></RltdPties>");
    CHECK(detail.counterparty.iban->text() == other_iban);
    CHECK(detail.other == "RltdPties/DbtrAcct/Id/Othr/Id=77");
}

TEST_CASE("an identification that is no creditor identifier is kept", "[parsers][camt]") {
    const auto party = [](const std::string& id) {
        return read_details("<RltdPties><Cdtr><Id>" + id + "</Id></Cdtr></RltdPties>");
    };
    const TransactionDetail other = party("<PrvtId><Othr><Id>12</Id></Othr></PrvtId>");
    CHECK(other.creditor_id.empty());
    CHECK(other.other == "RltdPties/Cdtr/Id/PrvtId/Othr/Id=12");
    const std::string number = "<Id>NL13ZZZ123456780000</Id>";
    for (const std::string& id :
         {"<PrvtId><Othr>" + number + "<SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId>",
          "<OrgId><Othr>" + number + "<SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></OrgId>",
          "<PrvtId><OthrId>" + number + "<IdTp>SEPA</IdTp></OthrId></PrvtId>"}) {
        CAPTURE(id);
        CHECK(party(id).creditor_id == "NL13ZZZ123456780000");
        CHECK(party(id).other.empty());
    }
}

TEST_CASE("every amount that says something else is kept", "[parsers][camt]") {
    const auto amount = [](const std::string& name, const std::string& value,
                           const std::string& currency) {
        return "<" + name + "><Amt Ccy=\"" + currency + "\">" + value + "</Amt></" + name + ">";
    };
    const TransactionDetail detail = read_details(
        "<Amt Ccy=\"CHF\">9.50</Amt><AmtDtls>" + amount("InstdAmt", "11.00", "USD") +
        amount("TxAmt", "10.00", "EUR") + amount("CntrValAmt", "8.70", "GBP") + "</AmtDtls>");
    CHECK(to_decimal(*detail.amount) == "10.00");
    CHECK(to_decimal(*detail.amount_details.instructed) == "11.00");
    CHECK(detail.other == "Amt=9.50 CHF\nAmtDtls/CntrValAmt/Amt=8.70 GBP");
    CHECK(read_entry("<AmtDtls>" + amount("TxAmt", "10.00", "EUR") + "</AmtDtls>").other.empty());
}

TEST_CASE("an amount that stands in two places is warned of once", "[parsers][camt]") {
    const auto read = read_entries(camt_entry(
        "10.00", camt_details("<Amt Ccy=\"EUR\">10.001</Amt><AmtDtls><TxAmt><Amt Ccy=\"EUR\">"
                              "10.001</Amt></TxAmt></AmtDtls>")));
    CHECK(read.findings.codes() == "camt.amount.precision");
}

TEST_CASE("a second exchange rate is kept where it is another one", "[parsers][camt]") {
    const auto rate = [](const std::string& name, const std::string& value) {
        return "<" + name + "><CcyXchg><XchgRate>" + value + "</XchgRate></CcyXchg></" + name + ">";
    };
    const TransactionDetail detail =
        read_details("<AmtDtls>" + rate("InstdAmt", "1.09") + rate("TxAmt", "1.09") +
                     rate("CntrValAmt", "0.92") + "</AmtDtls>");
    CHECK(detail.amount_details.exchange_rate == "1.09");
    CHECK(detail.other == "AmtDtls/CntrValAmt/CcyXchg/XchgRate=0.92");
}

TEST_CASE("charges that their sum does not tell are kept one by one", "[parsers][camt]") {
    const auto charge = [](const std::string& value, const std::string& currency) {
        return "<Rcrd><Amt Ccy=\"" + currency + "\">" + value +
               "</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd>";
    };
    const auto other_of = [](const std::string& charges) {
        return read_details("<Chrgs>" + charges + "</Chrgs>").other;
    };
    const std::string total = "<TtlChrgsAndTaxAmt Ccy=\"EUR\">0.30</TtlChrgsAndTaxAmt>";
    CHECK(other_of(total).empty());
    CHECK(other_of(total + charge("0.300", "EUR")).empty());
    CHECK(other_of(charge("0.10", "EUR") + charge("0.20", "EUR")) ==
          "Chrgs/Rcrd/Amt=0.10 EUR\nChrgs/Rcrd/CdtDbtInd=DBIT\n"
          "Chrgs/Rcrd/Amt=0.20 EUR\nChrgs/Rcrd/CdtDbtInd=DBIT");
    CHECK(other_of(charge("0.10", "USD")) == "Chrgs/Rcrd/Amt=0.10 USD\nChrgs/Rcrd/CdtDbtInd=DBIT");
    CHECK(other_of(total + charge("0.10", "EUR")) == "Chrgs/TtlChrgsAndTaxAmt=0.30 EUR");
}

TEST_CASE("interest, tax, cards, dates and the places of remittance advice are kept",
          "[parsers][camt]") {
    const TransactionDetail detail = read_details(
        "<Intrst><Rcrd><Amt Ccy=\"EUR\">1.00</Amt><Rate><Tp><Pctg>2</Pctg></Tp></Rate></Rcrd>"
        "</Intrst><RltdRmtInf><RmtLctn>mailto:x</RmtLctn></RltdRmtInf><RmtInf><Strd><RfrdDocInf>"
        "<Nb>F-1</Nb></RfrdDocInf><RfrdDocAmt><DuePyblAmt Ccy=\"EUR\">10.00</DuePyblAmt>"
        "</RfrdDocAmt></Strd></RmtInf><RltdDts><IntrBkSttlmDt>2026-01-05</IntrBkSttlmDt></RltdDts>"
        "<Tax><RefNb>B-9</RefNb></Tax><CardTx><Card><PlainCardData><PAN>1</PAN></PlainCardData>"
        "</Card></CardTx>");
    CHECK(detail.remittance == "F-1");
    CHECK(detail.other ==
          "Intrst/Rcrd/Amt=1.00 EUR\nIntrst/Rcrd/Rate/Tp/Pctg=2\nRltdRmtInf/RmtLctn=mailto:x\n"
          "RmtInf/Strd/RfrdDocAmt/DuePyblAmt=10.00 EUR\nRltdDts/IntrBkSttlmDt=2026-01-05\n"
          "Tax/RefNb=B-9\nCardTx/Card/PlainCardData/PAN=1");
}

TEST_CASE("a return keeps the code of the payment that came back", "[parsers][camt]") {
    const TransactionDetail detail =
        read_details("<RtrInf><OrgnlBkTxCd>" + code +
                     "</OrgnlBkTxCd><Orgtr><Nm>Bank</Nm></Orgtr><Rsn><Cd>AC04</Cd></Rsn></RtrInf>");
    CHECK(detail.return_reason == "AC04");
    CHECK(detail.other ==
          "RtrInf/OrgnlBkTxCd/Domn/Cd=PMNT\nRtrInf/OrgnlBkTxCd/Domn/Fmly/Cd=RCDT\n"
          "RtrInf/OrgnlBkTxCd/Domn/Fmly/SubFmlyCd=ESCT\nRtrInf/Orgtr/Nm=Bank");
}

TEST_CASE("of several batches the entry has the name of the first and keeps the others",
          "[parsers][camt]") {
    const Entry entry = read_entry(
        "<NtryDtls><Btch><MsgId>M</MsgId><PmtInfId>P</PmtInfId><NbOfTxs>2</NbOfTxs>"
        "<TtlAmt Ccy=\"EUR\">6.00</TtlAmt></Btch></NtryDtls>"
        "<NtryDtls><Btch><PmtInfId>Q</PmtInfId><NbOfTxs>1</NbOfTxs></Btch></NtryDtls>");
    CHECK(entry.batch_id == "P");
    CHECK(entry.batch == BatchTotals{});
    CHECK(entry.other ==
          "Btch/MsgId=M\nBtch/TtlAmt=6.00 EUR\nBtch/NbOfTxs=2\nBtch/NbOfTxs=1\nBtch/PmtInfId=Q");
}

TEST_CASE("a date that cannot be read and the time of one that can are kept", "[parsers][camt]") {
    const Entry entry = read_entry(
        "<BookgDt><DtTm>2026-01-05T17:30:00</DtTm></BookgDt><ValDt><Dt>20260106</Dt></ValDt>");
    CHECK(to_iso(*entry.booking_date) == "2026-01-05");
    CHECK(entry.other == "BookgDt/DtTm=2026-01-05T17:30:00\nValDt/Dt=20260106");
}

TEST_CASE("what a statement and its message say beside their entries is kept", "[parsers][camt]") {
    const StatementClosing closing = read_closing(
        "<Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb><LglSeqNb>3</LglSeqNb>"
        "<CreDtTm>2026-01-05T20:00:00</CreDtTm><FrToDt><FrDtTm>2026-01-05T00:00:00</FrDtTm>"
        "<ToDtTm>2026-01-05T23:59:59</ToDtTm></FrToDt><CpyDplctInd>DUPL</CpyDplctInd><Acct><Id>"
        "<IBAN>" +
        own_iban +
        "</IBAN><Othr><Id>0417164300</Id></Othr></Id><Tp><Cd>CACC</Cd></Tp><Nm>Belastingen</Nm>"
        "<Ownr><Nm>Gemeente Voorbeeld</Nm></Ownr><Svcr><FinInstnId><ClrSysMmbId><MmbId>30020900"
        "</MmbId></ClrSysMmbId></FinInstnId></Svcr></Acct><Intrst><Tp><Cd>INDY</Cd></Tp></Intrst>" +
        "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><CdtLine><Amt Ccy=\"EUR\">5.00</Amt>"
        "</CdtLine><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
        "<TxsSummry><TtlNtries><NbOfNtries>0</NbOfNtries></TtlNtries></TxsSummry></Stmt>");
    CHECK(closing.other ==
          "GrpHdr/MsgId=M1\nGrpHdr/CreDtTm=2026-01-05T19:00:00\nLglSeqNb=3\n"
          "FrToDt/FrDtTm=2026-01-05T00:00:00\nFrToDt/ToDtTm=2026-01-05T23:59:59\n"
          "CpyDplctInd=DUPL\nAcct/Id/Othr/Id=0417164300\nAcct/Tp/Cd=CACC\nAcct/Nm=Belastingen\n"
          "Acct/Svcr/FinInstnId/ClrSysMmbId/MmbId=30020900\nIntrst/Tp/Cd=INDY\n"
          "TxsSummry/TtlNtries/NbOfNtries=0\nBal/CdtLine/Amt=5.00 EUR");
}

TEST_CASE("an account without an owner is called by its own name", "[parsers][camt]") {
    const auto owner_of = [](const std::string& inside) {
        return read_statement_bytes(camt_message("<Stmt><Acct><Id><IBAN>" + own_iban +
                                                 "</IBAN></Id>" + inside + "</Acct></Stmt>"))
            .statements.at(0)
            .header.account.owner;
    };
    CHECK(owner_of("<Nm>Gemeente Voorbeeld</Nm>") == "Gemeente Voorbeeld");
    CHECK(owner_of("<Nm>Belastingen</Nm><Ownr><Nm>Gemeente Voorbeeld</Nm></Ownr>") ==
          "Gemeente Voorbeeld");
}

TEST_CASE("a statement without a number of its own is read", "[parsers][camt]") {
    const auto read = read_statement_bytes(camt_message("<Stmt><Acct><Id><IBAN>" + own_iban +
                                                        "</IBAN></Id><Ccy>EUR</Ccy></Acct>" +
                                                        camt_entry("1.00") + "</Stmt>"));
    CHECK(read.accepted);
    CHECK(read.statements.at(0).header.statement_id.empty());
    CHECK(read.statements.at(0).entries.size() == 1);
}

TEST_CASE("balances that another one takes precedence of are kept", "[parsers][camt]") {
    const auto told = [](const std::vector<std::string>& types) {
        std::string balances;
        for (std::size_t i = 0; i < types.size(); ++i) {
            balances += camt_balance(types[i], std::to_string(i + 1) + ".00");
        }
        std::string text;
        for (const auto& [type, balance] : read_closing(camt_statement(balances)).other_balances) {
            text += (text.empty() ? "" : ";") + type + " " + to_decimal(balance.amount);
        }
        return text;
    };
    CHECK(told({"OPBD", "CLBD"}).empty());
    CHECK(told({"PRCD", "CLBD"}).empty());
    CHECK(told({"ITBD", "CLBD"}).empty());
    CHECK(told({"OPBD", "ITBD"}).empty());
    CHECK(told({"PRCD", "OPBD", "CLBD"}) == "PRCD 1.00");
    CHECK(told({"OPBD", "CLBD", "CLBD"}) == "CLBD 2.00");
    CHECK(told({"OPBD", "ITBD", "CLBD"}) == "ITBD 2.00");
    CHECK(told({"ITBD", "ITBD", "ITBD"}) == "ITBD 2.00");
    CHECK(told({"ITBD", "ITBD", "CLBD"}) == "ITBD 2.00");
    CHECK(told({"OPBD", "OPBD", "CLAV"}) == "OPBD 2.00;CLAV 3.00");
}

}  // namespace afletter::test
