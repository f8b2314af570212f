// Entries: amounts and their signs, status, dates, codes, batches.
#include "camt_samples.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// An entry with exactly these children.
CollectedStatements read_entry(const std::string& inside) {
    return read_entries("<Ntry>" + inside + "</Ntry>");
}

const std::string credit_of_ten = "<Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>";

}  // namespace

TEST_CASE("the direction gives the sign and a reversal does not turn it", "[parsers][camt]") {
    for (const Vector& vector : standard_vectors("camt_sign")) {
        CAPTURE(vector.input);
        const bool is_credit = vector.input.find("CRDT") != std::string::npos;
        const bool is_reversal = vector.input.find("true") != std::string::npos;
        const auto read = read_entry(std::string("<Amt Ccy=\"EUR\">0.01</Amt><CdtDbtInd>") +
                                     (is_credit ? "CRDT" : "DBIT") + "</CdtDbtInd><RvslInd>" +
                                     (is_reversal ? "true" : "false") + "</RvslInd>");
        const Entry& entry = read.statements.at(0).entries.at(0);
        CHECK(std::to_string(entry.amount.minor_units()) == vector.expect);
        CHECK(entry.reversal == is_reversal);
    }
}

TEST_CASE("RvslInd is a boolean of XML Schema", "[parsers][camt]") {
    for (const auto& [text, expected] :
         {std::pair("true", true), {"1", true}, {"false", false}, {"0", false}}) {
        const auto read =
            read_entry(credit_of_ten + "<RvslInd>" + std::string(text) + "</RvslInd>");
        CHECK(read.statements.at(0).entries.at(0).reversal == expected);
    }
}

TEST_CASE("amounts are the exact decimals of ISO 20022", "[parsers][camt]") {
    for (const Vector& vector : standard_vectors("amount_camt")) {
        CAPTURE(vector.input);
        const std::string text = vector.input.substr(2, vector.input.find('"', 2) - 2);
        const auto read = read_entries("<Ntry><Amt Ccy=\"EUR\">" + text +
                                       "</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>");
        if (vector.expect == "precision") {
            CHECK(read.findings.codes() == "camt.amount.precision");
        } else if (text == "-1.00") {
            CHECK(read.findings.codes() == "camt.amount.sign");
        } else if (text == " 1.00") {
            // Blanks around a number are not part of it (XML Schema, whiteSpace collapse).
            CHECK(read.findings.codes().empty());
        } else if (vector.expect == "bad" || vector.expect == "overflow") {
            CHECK(read.findings.codes() == "camt.amount");
            CHECK_FALSE(read.accepted);
        } else {
            REQUIRE(read.accepted);
            CHECK(std::to_string(read.statements.at(0).entries.at(0).amount.minor_units()) ==
                  vector.expect);
        }
    }
}

TEST_CASE("an amount is read, read with a warning, or refused", "[parsers][camt]") {
    struct Example {
        std::string amount;  // element and direction
        std::string value;   // empty: refused
        std::string codes;
    };
    const auto amount = [](std::string text, std::string direction = "CRDT",
                           std::string currency = " Ccy='EUR'") {
        return "<Amt" + currency + ">" + text + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd>";
    };
    const Example examples[] = {
        {amount("1"), "1.00", ""},
        {amount("1.5"), "1.50", ""},
        {amount("000000000000099.92"), "99.92", ""},
        {amount("0.00"), "0.00", ""},
        {amount("1", "CRDT", ""), "1.00", ""},
        {amount("100", "DBIT", " Ccy='JPY'"), "-100", "camt.entry.currency"},
        // The noise of a bank's binary arithmetic, half away from zero.
        {amount("94.010000000021"), "94.01", "camt.amount.precision"},
        {amount("100.0000000000005"), "100.00", "camt.amount.precision"},
        {amount("0.004"), "0.00", "camt.amount.precision"},
        {amount("0.005"), "0.01", "camt.amount.precision"},
        {amount("0.005", "DBIT"), "-0.01", "camt.amount.precision"},
        {amount("9.995"), "10.00", "camt.amount.precision"},
        {amount("0.5", "CRDT", " Ccy='JPY'"), "1", "camt.amount.precision camt.entry.currency"},
        // A sign in the number: either way, the money went out.
        {amount("-950", "CRDT"), "-950.00", "camt.amount.sign"},
        {amount("-950", "DBIT"), "-950.00", "camt.amount.sign"},
        {"<Amt Ccy='EUR'>-950</Amt>", "-950.00", "camt.amount.sign"},
        {amount(""), "", "camt.amount"},
        {amount("abc"), "", "camt.amount"},
        {amount("12..34"), "", "camt.amount"},
        {amount("1,00"), "", "camt.amount"},
        {amount("--1"), "", "camt.amount"},
        {amount("+1"), "", "camt.amount"},
        {amount("92233720368547759"), "", "camt.amount"},
        {amount("1", "CRDT", " Ccy='EURO'"), "", "camt.currency"},
        {amount("1", "FOOBAR"), "", "camt.direction"},
        {amount("1", ""), "", "camt.direction"},
        {"<Amt Ccy='EUR'>1</Amt>", "", "camt.direction"},
        {"<CdtDbtInd>CRDT</CdtDbtInd>", "", "camt.amount"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.amount);
        const auto read = read_entry(example.amount);
        CHECK(read.findings.codes() == example.codes);
        CHECK(read.accepted == !example.value.empty());
        if (read.accepted) {
            CHECK(to_decimal(read.statements.at(0).entries.at(0).amount) == example.value);
        }
    }
}

TEST_CASE("the status decides whether an entry counts", "[parsers][camt]") {
    struct Example {
        std::string status;
        EntryStatus expected;
    };
    const Example examples[] = {
        {"<Sts>BOOK</Sts>", EntryStatus::booked},
        {"<Sts><Cd>BOOK</Cd></Sts>", EntryStatus::booked},
        {"", EntryStatus::booked},
        {"<Sts>PDNG</Sts>", EntryStatus::pending},
        {"<Sts><Cd>PDNG</Cd></Sts>", EntryStatus::pending},
        {"<Sts><Cd>INFO</Cd></Sts>", EntryStatus::information},
        {"<Sts><Cd>FUTR</Cd></Sts>", EntryStatus::expected},
        {"<Sts><Prtry>BOOK</Prtry></Sts>", EntryStatus::booked},
    };
    const std::string balances = camt_balance("OPBD", "1.00") + camt_balance("CLBD", "11.00");
    for (const Example& example : examples) {
        CAPTURE(example.status);
        const auto read =
            read_entries(balances + "<Ntry>" + credit_of_ten + example.status + "</Ntry>");
        CHECK(read.statements.at(0).entries.at(0).status == example.expected);
        CHECK(read.statements.at(0).closing.balanced == (example.expected == EntryStatus::booked));
    }
    CHECK(read_entry(credit_of_ten + "<Sts>MAYBE</Sts>").findings.codes() == "camt.status");
    CHECK_FALSE(read_entry(credit_of_ten + "<Sts><Cd>MAYBE</Cd></Sts>").accepted);
    CHECK_FALSE(read_entry(credit_of_ten + "<Sts><Prtry>MAYBE</Prtry></Sts>").accepted);
}

TEST_CASE("a date is a day, with or without a time", "[parsers][camt]") {
    struct Example {
        std::string date;
        std::string expected;
        std::string codes;
    };
    const Example examples[] = {
        {"<Dt>2026-01-05</Dt>", "2026-01-05", ""},
        {"<DtTm>2026-01-05T23:59:59+01:00</DtTm>", "2026-01-05", ""},
        {"<Dt>2026-01-05T00:00:00</Dt>", "2026-01-05", ""},
        {"<Dt>2026-01-05Z</Dt>", "2026-01-05", ""},
        {"2026-01-05", "2026-01-05", ""},
        {"<Dt>2026-01-05+01:00</Dt>", "2026-01-05", ""},
        {"<Dt>2026-02-30</Dt>", "", "camt.date"},
        {"<Dt>20260105</Dt>", "", "camt.date"},
        {"<Dt>2026-01-051</Dt>", "", "camt.date"},
        {"<Dt/>", "", ""},
        {"", "", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.date);
        const auto read = read_entry(credit_of_ten + "<BookgDt>" + example.date +
                                     "</BookgDt><ValDt><Dt>2026-01-06</Dt></ValDt>");
        REQUIRE(read.accepted);
        const Entry& entry = read.statements.at(0).entries.at(0);
        CHECK((entry.booking_date ? to_iso(*entry.booking_date) : "") == example.expected);
        CHECK(to_iso(*entry.value_date) == "2026-01-06");
        CHECK(read.findings.codes() == example.codes);
    }
}

TEST_CASE("an entry keeps the bank's references, code and text", "[parsers][camt]") {
    const auto read =
        read_entry("<NtryRef>N-1</NtryRef>" + credit_of_ten +
                   "<AcctSvcrRef>B-1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>"
                   "<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn><Prtry><Cd>544</Cd></Prtry></BkTxCd>"
                   "<AddtlNtryInf>SEPA OVERBOEKING, Factuur 12</AddtlNtryInf>");
    const Entry& entry = read.statements.at(0).entries.at(0);
    CHECK(entry.customer_reference == "N-1");
    CHECK(entry.bank_reference == "B-1");
    CHECK(entry.transaction_code == "PMNT/RCDT/ESCT");
    CHECK(entry.description == "SEPA OVERBOEKING, Factuur 12");
    CHECK(entry.source_line == 6);
    CHECK(entry.details.empty());
}

TEST_CASE("the transaction code is the domain's, else the bank's own, else the transaction's",
          "[parsers][camt]") {
    const auto code_of = [](const std::string& inside) {
        return read_entry(credit_of_ten + inside).statements.at(0).entries.at(0).transaction_code;
    };
    const std::string own = "<BkTxCd><Prtry><Cd>N541</Cd></Prtry></BkTxCd>";
    CHECK(code_of(own) == "N541");
    CHECK(code_of("<BkTxCd/>") == "");
    CHECK(code_of("<BkTxCd><Prtry><Cd>NOTPROVIDED</Cd></Prtry></BkTxCd>") == "");
    CHECK(code_of(camt_details(own)) == "N541");
}

TEST_CASE("NOTPROVIDED and NONREF are no references", "[parsers][camt]") {
    for (const std::string text : {"NOTPROVIDED", "NONREF", "NotProvided", " NONREF "}) {
        const auto read =
            read_entry(credit_of_ten + "<AcctSvcrRef>" + text + "</AcctSvcrRef>" +
                       camt_details("<Refs><EndToEndId>" + text + "</EndToEndId></Refs>"));
        const Entry& entry = read.statements.at(0).entries.at(0);
        CHECK(entry.bank_reference.empty());
        CHECK(entry.details.at(0).end_to_end_id.empty());
    }
}

TEST_CASE("a batch is named by its payment information, else by its message", "[parsers][camt]") {
    const auto batch_of = [](const std::string& inside) {
        return read_entry(credit_of_ten + "<NtryDtls><Btch>" + inside + "</Btch></NtryDtls>")
            .statements.at(0)
            .entries.at(0)
            .batch_id;
    };
    CHECK(batch_of("<MsgId>M</MsgId><PmtInfId>P</PmtInfId>") == "P");
    CHECK(batch_of("<MsgId>M</MsgId><NbOfTxs>3</NbOfTxs>") == "M");
    CHECK(batch_of("<PmtInfId>NOTPROVIDED</PmtInfId><MsgId>M</MsgId>") == "M");
    CHECK(batch_of("<NbOfTxs>3</NbOfTxs>") == "");
}

TEST_CASE("a batch has the bank's count and sum", "[parsers][camt]") {
    const auto read = [](const std::string& inside) {
        return read_entry(credit_of_ten + "<NtryDtls><Btch>" + inside + "</Btch></NtryDtls>")
            .statements.at(0)
            .entries.at(0);
    };
    const std::string sum = "<TtlAmt Ccy=\"EUR\">12.50</TtlAmt>";
    const Entry whole = read("<NbOfTxs>0000003</NbOfTxs>" + sum + "<CdtDbtInd>DBIT</CdtDbtInd>");
    CHECK(whole.batch == BatchTotals{.transactions = 3,
                                     .amount = parse_decimal("-12.50", Currency::euro()).value()});
    CHECK(whole.other.empty());
    const Entry undirected = read("<NbOfTxs>0</NbOfTxs>" + sum);
    CHECK(undirected.batch == BatchTotals{});
    CHECK(undirected.other == "Btch/NbOfTxs=0\nBtch/TtlAmt=12.50 EUR");
    CHECK(read("<NbOfTxs>1000000001</NbOfTxs>").other == "Btch/NbOfTxs=1000000001");
    CHECK(read("<NbOfTxs>1000000000</NbOfTxs>").batch.transactions == 1'000'000'000);
}

TEST_CASE("transactions of one entry come from one or several groups, or from none",
          "[parsers][camt]") {
    const std::string one = "<TxDtls><Refs><EndToEndId>A</EndToEndId></Refs></TxDtls>";
    const std::string two = "<TxDtls><Refs><EndToEndId>B</EndToEndId></Refs></TxDtls>";
    for (const std::string& inside :
         {"<NtryDtls>" + one + two + "</NtryDtls>",
          "<NtryDtls>" + one + "</NtryDtls><NtryDtls>" + two + "</NtryDtls>", one + two}) {
        const auto details =
            read_entry(credit_of_ten + inside).statements.at(0).entries.at(0).details;
        REQUIRE(details.size() == 2);
        CHECK(details[0].end_to_end_id == "A");
        CHECK(details[1].end_to_end_id == "B");
    }
}

TEST_CASE("text of the only transaction describes the entry, text of one of several stays with it",
          "[parsers][camt]") {
    const auto details = [](const std::string& text) {
        return "<TxDtls><AddtlTxInf>" + text + "</AddtlTxInf></TxDtls>";
    };
    const std::string information = "<AddtlNtryInf>Entry</AddtlNtryInf>";
    const auto single = read_entry(credit_of_ten + details("One") + information);
    CHECK(single.statements.at(0).entries.at(0).description == "Entry One");
    CHECK(single.statements.at(0).entries.at(0).details.at(0).remittance.empty());
    const auto same = read_entry(credit_of_ten + details("Entry") + information);
    CHECK(same.statements.at(0).entries.at(0).description == "Entry");
    const auto several = read_entry(credit_of_ten + details("One") + details("Two") + information);
    CHECK(several.statements.at(0).entries.at(0).description == "Entry");
    CHECK(several.statements.at(0).entries.at(0).details.at(1).remittance == "Two");
}

TEST_CASE("keywords between slashes in AddtlNtryInf tell what TxDtls would", "[parsers][camt]") {
    const std::string keyed =
        "<AddtlNtryInf>/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A"
        "/NAME/J JANSEN/REMI/Aanslag 6202600012345671/EREF/NOTPROVIDED</AddtlNtryInf>";
    const Entry alone = read_entry(credit_of_ten + keyed).statements.at(0).entries.at(0);
    REQUIRE(alone.details.size() == 1);
    CHECK(alone.details[0].counterparty.iban->text() == "NL91ABNA0417164300");
    CHECK(alone.details[0].counterparty.name == "J JANSEN");
    CHECK(alone.details[0].remittance == "Aanslag 6202600012345671");
    CHECK(alone.details[0].amount == alone.amount);
    CHECK(piece_of(alone.details[0].other, "TRTP") == "SEPA OVERBOEKING");
    CHECK(alone.description.empty());

    const std::string details =
        "<NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>"
        "</TxDtls></NtryDtls>";
    const Entry both = read_entry(credit_of_ten + details + keyed).statements.at(0).entries.at(0);
    REQUIRE(both.details.size() == 1);
    CHECK(both.details[0].counterparty.name.empty());
    CHECK(both.description.starts_with("/TRTP/SEPA OVERBOEKING/IBAN/"));
}

}  // namespace afletter::test
