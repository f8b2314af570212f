// How an amount came about: instructed amounts, exchange, charges; and what has no place of its
// own.
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

std::string amount(std::string_view text, std::string_view currency) {
    std::string element = "<Amt Ccy=\"";
    return element.append(currency).append("\">").append(text).append("</Amt>");
}

std::string shown(const std::optional<Money>& money) {
    return money ? to_decimal(*money) + " " + std::string(money->currency().code()) : "-";
}

Entry read_entry(const std::string& inside) {
    return read_entries(camt_entry("10.00", inside)).statements.at(0).entries.at(0);
}

}  // namespace

TEST_CASE("what was ordered is kept where it is not what was booked", "[parsers][camt]") {
    const std::string exchange =
        "<CcyXchg><SrcCcy>USD</SrcCcy><XchgRate>1.0912</XchgRate></CcyXchg>";
    const TransactionDetail foreign =
        read_details("<AmtDtls><InstdAmt>" + amount("10.91", "USD") + exchange +
                     "</InstdAmt><TxAmt>" + amount("10.00", "EUR") + "</TxAmt></AmtDtls>");
    CHECK(shown(foreign.amount) == "10.00 EUR");
    CHECK(shown(foreign.amount_details.instructed) == "10.91 USD");
    CHECK(foreign.amount_details.exchange_rate == "1.0912");

    // Without a place of its own, it is the amount itself that is in another currency.
    const TransactionDetail alone = read_details(amount("10.91", "USD"));
    CHECK(shown(alone.amount) == "-");
    CHECK(shown(alone.amount_details.instructed) == "10.91 USD");
    CHECK(alone.other.empty());

    const TransactionDetail same =
        read_details("<AmtDtls><InstdAmt>" + amount("10.00", "EUR") + "</InstdAmt></AmtDtls>");
    CHECK(shown(same.amount_details.instructed) == "-");

    // Money that went out is negative, whatever its currency.
    const TransactionDetail sent = read_details(
        "<AmtDtls><InstdAmt>" + amount("10.91", "USD") + "</InstdAmt></AmtDtls>", "-10.00");
    CHECK(shown(sent.amount_details.instructed) == "10.91 USD");
    CHECK(shown(read_details("<Amt Ccy=\"EUR\">10.00</Amt><AmtDtls><InstdAmt>" +
                                 amount("10.91", "USD") + "</InstdAmt></AmtDtls>",
                             "-10.00")
                    .amount_details.instructed) == "-10.91 USD");
    CHECK(shown(read_entry("<AmtDtls><CntrValAmt>" + amount("7.50", "GBP") +
                           "</CntrValAmt></AmtDtls>")
                    .amount_details.instructed) == "7.50 GBP");
}

TEST_CASE("charges add up in the account's currency, paid ones negative", "[parsers][camt]") {
    const auto record = [](const std::string& inside) { return "<Rcrd>" + inside + "</Rcrd>"; };
    const std::string debit = "<CdtDbtInd>DBIT</CdtDbtInd>";
    const std::string credit = "<CdtDbtInd>CRDT</CdtDbtInd>";
    struct Example {
        std::string charges;
        std::string sum;
    };
    const Example examples[] = {
        {"", "-"},
        {record(amount("0.10", "EUR") + debit), "-0.10 EUR"},
        {record(amount("0.10", "EUR")), "-0.10 EUR"},
        {record(amount("0.10", "EUR") + debit) + record(amount("0.05", "EUR") + debit),
         "-0.15 EUR"},
        {record(amount("0.10", "EUR")) + record(amount("0.05", "EUR") + credit), "-0.05 EUR"},
        {record(amount("0.10", "USD") + debit), "-"},
        {amount("0.20", "EUR") + debit, "-0.20 EUR"},  // to .02
        {"<TtlChrgsAndTaxAmt Ccy=\"EUR\">0.30</TtlChrgsAndTaxAmt>", "-0.30 EUR"},
        {"<TtlChrgsAndTaxAmt Ccy=\"EUR\">0.30</TtlChrgsAndTaxAmt>" +
             record(amount("0.10", "EUR") + debit),
         "-0.10 EUR"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.charges);
        const std::string element = "<Chrgs>" + example.charges + "</Chrgs>";
        CHECK(shown(read_details(element).amount_details.charges) == example.sum);
        CHECK(shown(read_entry(element).amount_details.charges) == example.sum);
    }
    CHECK_FALSE(read_entries(camt_entry("1", "<Chrgs>" + record(amount("x", "EUR")) + "</Chrgs>"))
                    .accepted);
}

TEST_CASE("what has no member of its own is kept with its path", "[parsers][camt]") {
    const TransactionDetail detail = read_details(
        "<Refs><UETR>u-1</UETR></Refs><RltdPties><Dbtr><Nm>Jansen</Nm><PstlAdr><Ctry>NL</Ctry>"
        "<AdrLine>Straat 1</AdrLine><AdrLine>1234 AB\nDorp</AdrLine></PstlAdr></Dbtr></RltdPties>"
        "<Tax><TtlTaxAmt Ccy=\"EUR\">1.00</TtlTaxAmt></Tax><SplmtryData/>");
    CHECK(detail.other ==
          "Refs/UETR=u-1\nRltdPties/Dbtr/PstlAdr/Ctry=NL\n"
          "RltdPties/Dbtr/PstlAdr/AdrLine=Straat 1\n"
          "RltdPties/Dbtr/PstlAdr/AdrLine=1234 AB Dorp\nTax/TtlTaxAmt=1.00 EUR");
    CHECK(read_details("").other.empty());
    const Entry entry = read_entry(
        "<AddtlInfInd><MsgNmId>camt.054.001.08</MsgNmId></AddtlInfInd>"
        "<NtryDtls><Btch><PmtInfId>P</PmtInfId><NbOfTxs>3</NbOfTxs></Btch></NtryDtls>");
    CHECK(entry.other == "AddtlInfInd/MsgNmId=camt.054.001.08");
    CHECK(entry.batch.transactions == 3);
    CHECK(entry.batch_id == "P");
}

TEST_CASE("on whose behalf a party pays is kept beside its name", "[parsers][camt]") {
    const Counterparty party =
        read_details(
            "<RltdPties><Dbtr><Nm>Bewindvoerder BV</Nm></Dbtr><UltmtDbtr><Nm>P. Jansen</Nm>"
            "</UltmtDbtr></RltdPties>")
            .counterparty;
    CHECK(party.name == "Bewindvoerder BV");
    CHECK(party.ultimate_name == "P. Jansen");
}

TEST_CASE("balances that neither open nor close are kept by their type", "[parsers][camt]") {
    const auto read = read_statement_bytes(camt_message(camt_statement(
        camt_balance("OPBD", "1.00") + camt_balance("CLAV", "2.00") + camt_balance("FWAV", "3.00") +
        camt_balance("FWAV", "-4.00") + camt_balance("CLBD", "1.00") +
        "<Bal><Tp><CdOrPrtry><Prtry>OWN</Prtry></CdOrPrtry></Tp><Amt Ccy=\"EUR\">5.00</Amt>"
        "<CdtDbtInd>CRDT</CdtDbtInd></Bal>")));
    std::string told;
    for (const auto& [type, balance] : read.statements.at(0).closing.other_balances) {
        told += type + " " + to_decimal(balance.amount) + ";";
    }
    CHECK(told == "CLAV 2.00;FWAV 3.00;FWAV -4.00;OWN 5.00;");
}

TEST_CASE("a structured reference stands where its version puts it", "[parsers][camt]") {
    CHECK(read_details("<RmtInf><Strd><CdtrRefInf><CdtrRef>210000000003139471430009017</CdtrRef>"
                       "</CdtrRefInf></Strd></RmtInf>")
              .structured_reference == "210000000003139471430009017");
    CHECK(read_details("<RtrInf><RtrRsn><Cd>MS03</Cd></RtrRsn><AddtlRtrRsnInf>why</AddtlRtrRsnInf>"
                       "</RtrInf>")
              .return_reason == "MS03");
}

}  // namespace afletter::test
