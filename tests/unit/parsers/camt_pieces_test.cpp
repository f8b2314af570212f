// The reader works on pieces of its input: where they end must not show.
#include <string>

#include "camt_samples.hpp"
#include "support/test.hpp"
#include "xml/scanner.hpp"

namespace afletter::test {

namespace {

// Entries with all that a record can hold: attributes, several details, balances behind them.
std::string rich_entries() {
    std::string entries;
    for (int i = 1; i <= 3; ++i) {
        const std::string number = std::to_string(i);
        entries += camt_entry(
            number + ".50",
            "<AcctSvcrRef>B" + number + "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E" +
                number +
                "</EndToEndId></Refs><Amt Ccy=\"EUR\">1.00</Amt><RmtInf><Ustrd>caf\xc3\xa9 "
                "&amp; meer</Ustrd></RmtInf></TxDtls><TxDtls><Amt Ccy=\"EUR\">" +
                std::to_string(i - 1) + ".50</Amt><Unknown>x</Unknown></TxDtls></NtryDtls>");
    }
    return entries;
}

std::string told(const CollectedStatements& read) {
    std::string text = read.findings.codes();
    for (const Entry& entry : read.statements.at(0).entries) {
        text += to_decimal(entry.amount) + entry.bank_reference;
        for (const TransactionDetail& detail : entry.details) {
            text += to_decimal(*detail.amount) + detail.end_to_end_id + detail.remittance +
                    detail.other;
        }
    }
    return text + to_decimal(read.statements.at(0).closing.closing->amount);
}

std::string padded_message(std::size_t padding, std::string_view last_amount) {
    std::string message = camt_message(camt_statement(rich_entries() + camt_balance("OPBD", "0") +
                                                      camt_balance("CLBD", last_amount)));
    return message.insert(message.find("<BkToCstmrStmt>"),
                          "<!--" + std::string(padding, 'p') + "-->");
}

}  // namespace

TEST_CASE("a statement reads the same wherever a piece of the input ends", "[parsers][camt]") {
    const std::string expected = told(read_statement_bytes(padded_message(0, "10.50")));
    CHECK(expected.find("1.50B1"
                        "1.00E1café & meer"
                        "0.50Unknown=x") != std::string::npos);
    const std::size_t size = padded_message(0, "10.50").size();
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t padding = xml::Scanner::piece_size - size + i;
        REQUIRE(told(read_statement_bytes(padded_message(padding, "10.50"))) == expected);
    }
}

TEST_CASE("a finding has its place, also when its statement began in an earlier piece",
          "[parsers][camt]") {
    const std::size_t size = padded_message(0, "9.00").size();
    for (std::size_t i = 0; i < size; i += 7) {
        const auto read =
            read_statement_bytes(padded_message(xml::Scanner::piece_size - size + i, "9.00"));
        REQUIRE(read.findings.codes() == "camt.balance");
        REQUIRE(read.findings.all[0].place.line == 4);
        REQUIRE(read.findings.all[0].place.column == 1);
    }
}

}  // namespace afletter::test
