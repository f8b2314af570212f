// What the reader compares beside the balance: details with their entry, batches with what they
// announce, the summary with the entries, each statement with the one before it.
#include "camt_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

std::string detail(const std::string& amount, const std::string& inside = "") {
    return "<TxDtls><Amt Ccy=\"EUR\">" + amount + "</Amt>" + inside + "</TxDtls>";
}

std::string charges(const std::string& amount) {
    return "<Chrgs><Rcrd><Amt Ccy=\"EUR\">" + amount +
           "</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>";
}

std::string codes_of(const std::string& inside) {
    return read_entries(camt_entry("10.00", inside)).findings.codes();
}

std::string side(const std::string& name, const std::string& count, const std::string& sum) {
    return "<" + name + "><NbOfNtries>" + count + "</NbOfNtries>" +
           (sum.empty() ? "" : "<Sum>" + sum + "</Sum>") + "</" + name + ">";
}

std::string summary(const std::string& inside) {
    return "<TxsSummry>" + inside + "</TxsSummry>";
}

std::string statement_between(const std::string& id, const std::string& iban,
                              const std::vector<std::string>& balances) {
    std::string text =
        "<Stmt><Id>" + id + "</Id><Acct><Id><IBAN>" + iban + "</IBAN></Id><Ccy>EUR</Ccy></Acct>";
    for (const std::string& balance : balances) {
        text += camt_balance(balance.substr(0, 4), balance.substr(5));
    }
    return text + "</Stmt>";
}

}  // namespace

TEST_CASE("details that do not add up to their entry are warned of, with the difference",
          "[parsers][camt]") {
    struct Example {
        std::string inside;  // of an entry of 10.00
        std::string codes;
    };
    const auto in_details = [](const std::string& details) {
        return "<NtryDtls>" + details + "</NtryDtls>";
    };
    const Example examples[] = {
        {in_details(detail("6.00") + detail("4.00")), ""},
        {in_details(detail("6.00") + detail("4.01")), "camt.details.sum"},
        {in_details(detail("6.00") + detail("3.99")), "camt.details.sum"},
        {in_details(detail("12.00") + detail("2.00", "<CdtDbtInd>DBIT</CdtDbtInd>")), ""},
        {in_details(detail("10.00")), ""},
        {in_details(detail("9.00")), "camt.details.sum"},
        // Charges explain the difference, those of the entry or of its details.
        {charges("0.50") + in_details(detail("6.00") + detail("4.50")), ""},
        {in_details(detail("6.00", charges("0.20")) + detail("4.50", charges("0.30"))), ""},
        {charges("0.40") + in_details(detail("6.00") + detail("4.50")), "camt.details.sum"},
        // Without an amount in the entry's currency there is nothing to add.
        {in_details(detail("6.00") + "<TxDtls/>"), ""},
        {in_details("<TxDtls><Amt Ccy=\"USD\">3.00</Amt></TxDtls>"), ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.inside);
        const auto read = read_entries(camt_entry("10.00", example.inside));
        CHECK(read.accepted);
        CHECK(read.findings.codes() == example.codes);
    }
    const auto read = read_entries(camt_entry("-10.00", in_details(detail("6.00"))));
    CHECK_THAT(read.findings.all.at(0).message, Catch::Contains("-10.00") &&
                                                    Catch::Contains("found -6.00") &&
                                                    Catch::Contains("difference of -4.00"));
}

TEST_CASE("a batch of which only some payments are detailed is warned of", "[parsers][camt]") {
    const auto batch = [](const std::string& count, const std::string& details) {
        return "<NtryDtls><Btch><NbOfTxs>" + count + "</NbOfTxs></Btch>" + details + "</NtryDtls>";
    };
    CHECK(codes_of(batch("2", detail("6.00") + detail("4.00"))).empty());
    CHECK(codes_of(batch("3", detail("6.00") + detail("4.00"))) == "camt.batch.details");
    CHECK(codes_of(batch("2", detail("10.00"))) == "camt.batch.details");
    CHECK(codes_of(batch("1", "<TxDtls/>") + batch("1", "<TxDtls/>")).empty());
    CHECK(codes_of(batch("1", "<TxDtls/>") + batch("2", "<TxDtls/>")) == "camt.batch.details");
    // No details at all promise nothing, and a number that is none announces nothing.
    CHECK(codes_of(batch("35", "")).empty());
    CHECK(codes_of(batch("many", "<TxDtls/>")).empty());
    CHECK(codes_of(batch("-2", "<TxDtls/>")).empty());
    CHECK(codes_of(batch("999999999999999", "<TxDtls/>")).empty());
}

TEST_CASE("a summary that contradicts the entries is warned of", "[parsers][camt]") {
    const std::string entries = camt_entry("1.00") + camt_entry("2.00") + camt_entry("-4.00");
    struct Example {
        std::string inside;  // of TxsSummry
        std::string codes;
    };
    const Example examples[] = {
        {"", ""},
        {side("TtlNtries", "3", "7.00"), ""},
        {side("TtlNtries", "4", ""), "camt.summary"},
        {side("TtlCdtNtries", "2", "3.00") + side("TtlDbtNtries", "1", "4.00"), ""},
        {side("TtlCdtNtries", "2", "3.000"), ""},
        {side("TtlDbtNtries", "1", "-4.00"), ""},
        {side("TtlCdtNtries", "2", "3.01"), "camt.summary"},
        {side("TtlDbtNtries", "1", "3.99"), "camt.summary"},
        {side("TtlCdtNtries", "3", "3.00"), "camt.summary"},
        {side("TtlDbtNtries", "2", "4.00"), "camt.summary"},
        {side("TtlCdtNtries", "9", "9") + side("TtlDbtNtries", "9", "9"), "camt.summary"},
        {side("TtlCdtNtries", "x", "x"), ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.inside);
        const auto read = read_entries(summary(example.inside) + entries);
        CHECK(read.accepted);
        CHECK(read.findings.codes() == example.codes);
    }
}

TEST_CASE("a summary may count booked entries alone, or their transactions", "[parsers][camt]") {
    const std::string pending =
        "<Ntry><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry>";
    const std::string two_of_three =
        camt_entry("3.00", "<NtryDtls>" + detail("1.00") + detail("2.00") + "</NtryDtls>");
    for (const auto& [count, sum, codes] : {std::tuple("1", "3.00", ""),
                                            {"2", "8.00", ""},
                                            {"2", "3.00", ""},
                                            {"3", "8.00", ""},
                                            {"4", "8.00", "camt.summary"},
                                            {"1", "5.00", "camt.summary"}}) {
        CAPTURE(count, sum);
        const std::string entries = summary(side("TtlCdtNtries", count, sum)) + two_of_three;
        CHECK(read_entries(entries + pending).findings.codes() == codes);
    }
}

TEST_CASE("the summary is not asked where the balances prove, or nothing can be said",
          "[parsers][camt]") {
    const std::string wrong = summary(side("TtlNtries", "9", "9.00"));
    const std::string balances = camt_balance("OPBD", "0.00") + camt_balance("CLBD", "1.00");
    CHECK(read_entries(balances + wrong + camt_entry("1.00")).findings.codes().empty());
    CHECK(read_entries(wrong + camt_entry("0.00")).findings.codes().empty());
    CHECK(read_entries("<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>" + wrong +
                       camt_entry("1.00"))
              .findings.codes()
              .empty());
    CHECK(read_entries(wrong +
                       "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true"
                       "</RvslInd></Ntry>")
              .findings.codes()
              .empty());
    CHECK(read_entries(wrong + camt_entry("x")).findings.codes() == "camt.amount");
}

TEST_CASE("a statement that does not open where the one before it closed is warned of",
          "[parsers][camt]") {
    const std::string other_own = "NL20INGB0001234567";
    struct Example {
        std::string statements;
        std::string codes;
    };
    const std::string first = statement_between("S1", own_iban, {"OPBD 1.00", "CLBD 1.00"});
    const auto next = [](const std::vector<std::string>& balances) {
        return statement_between("S2", own_iban, balances);
    };
    const Example examples[] = {
        {first + next({"OPBD 1.00", "CLBD 1.00"}), ""},
        {first + next({"PRCD 1.00", "CLBD 1.00"}), ""},
        {first + next({"OPBD 1.01", "CLBD 1.01"}), "camt.balance.chain"},
        {first + next({"OPBD -1.00", "CLBD -1.00"}), "camt.balance.chain"},
        {first + next({"ITBD 2.00", "CLBD 2.00"}), "camt.balance.chain"},
        // Pages: the interim balance that closes one opens the next.
        {statement_between("S1", own_iban, {"OPBD 1.00", "ITBD 1.00"}) +
             next({"ITBD 1.00", "CLBD 1.00"}),
         ""},
        // Without one of the two balances nothing is known.
        {first + next({"CLBD 5.00"}), ""},
        {statement_between("S1", own_iban, {"OPBD 1.00"}) + next({"OPBD 5.00", "CLBD 5.00"}), ""},
        // Another account has a chain of its own, which goes on behind it.
        {first + statement_between("S2", other_own, {"OPBD 9.00", "CLBD 9.00"}) +
             next({"OPBD 1.00", "CLBD 1.00"}),
         ""},
        {first + statement_between("S2", other_own, {"OPBD 9.00", "CLBD 9.00"}) +
             next({"OPBD 9.00", "CLBD 9.00"}),
         "camt.balance.chain"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.statements);
        const auto read = read_statement_bytes(camt_message(example.statements));
        CHECK(read.accepted);
        CHECK(read.findings.codes() == example.codes);
    }
    const auto read = read_statement_bytes(camt_message(first + next({"OPBD 0.25", "CLBD 0.25"})));
    CHECK_THAT(read.findings.all.at(0).message,
               Catch::Contains("'S1'") && Catch::Contains("difference of -0.75"));
}

TEST_CASE("statements may come newest first, or twice", "[parsers][camt]") {
    const auto statement = [](const std::string& opening, const std::string& closing,
                              const std::string& amount) {
        return camt_statement(camt_balance("OPBD", opening) + camt_balance("CLBD", closing) +
                              camt_entry(amount));
    };
    CHECK(read_statement_bytes(
              camt_message(statement("2.00", "5.00", "3.00") + statement("1.00", "2.00", "1.00")))
              .findings.codes()
              .empty());
    CHECK(read_statement_bytes(
              camt_message(statement("2.00", "5.00", "3.00") + statement("2.00", "5.00", "3.00")))
              .findings.codes()
              .empty());
}

TEST_CASE("reports within a day overlap and do not chain", "[parsers][camt]") {
    std::string message =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.08\"><BkToCstmrAcctRpt>";
    for (const std::string balance : {"1.00", "2.00"}) {
        message += "<Rpt><Acct><Id><IBAN>" + own_iban + "</IBAN></Id></Acct>" +
                   camt_balance("OPBD", balance) + camt_balance("CLBD", balance) + "</Rpt>";
    }
    CHECK(
        read_statement_bytes(message + "</BkToCstmrAcctRpt></Document>").findings.codes().empty());
}

TEST_CASE("a version newer than any known one is read by the same names, with a warning",
          "[parsers][camt]") {
    const std::string statement = camt_statement(camt_entry("1.00"));
    for (const std::string version : {"01", "02", "08", "13", "14"}) {
        CHECK(read_statement_bytes(camt_message(statement, version)).findings.codes().empty());
    }
    for (const std::string version : {"15", "99"}) {
        const auto read = read_statement_bytes(camt_message(statement, version));
        CHECK(read.findings.codes() == "camt.version");
        CHECK(read.accepted);
        CHECK(read.statements.at(0).entries.size() == 1);
    }
}

}  // namespace afletter::test
